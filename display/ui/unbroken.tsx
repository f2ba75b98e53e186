import styles from './unbroken.module.css'

/**
 * A sentence in large letters, in which no short word is broken at its hyphen: "KTP-el" stays on one line. Long ones
 * may break, because a narrow screen has to show them too.
 */
export function Unbroken({ text }: { readonly text: string }) {
  return (
    <span>
      {text.split(hyphenated).map((part, i) =>
        i % 2 === 0 ? (
          part
        ) : (
          // The parts of a sentence keep their places.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={i} className={styles['unbroken']}>
            {part}
          </span>
        ),
      )}
    </span>
  )
}

const hyphenated = /(?<=^|\s)(\p{L}{1,8}-\p{L}{1,6}\S?)(?=\s|$)/u
