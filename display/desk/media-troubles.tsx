import type { MediaTrouble } from '../../shared/media.ts'
import { useDesk } from './desk-context.ts'
import { sayMedia } from './media-words.ts'
import styles from './media.module.css'

/** What lies in the folder and is not shown, each with its reason; nothing where there is none. */
export function MediaTroubles({ troubles }: { readonly troubles: readonly MediaTrouble[] }) {
  const { language } = useDesk()
  const words = sayMedia(language)
  if (troubles.length === 0) return null
  return (
    <section className={styles['troubles']} aria-labelledby="media-not-shown">
      <h3 id="media-not-shown" className={styles['heading']}>
        {words('not_shown')}
      </h3>
      <ul className={styles['list']}>
        {troubles.map(({ name, why }) => (
          <li key={name} className={styles['trouble']}>
            {words(`trouble_${why}`, { name })}
          </li>
        ))}
      </ul>
    </section>
  )
}
