import styles from './ticket-picture.module.css'

/** A drawing of the slot with the ticket in it, or hanging out of it: what to look for, without reading. */
export function TicketPicture({ number, out }: { readonly number: string; readonly out: boolean }) {
  return (
    <svg className={styles['picture']} viewBox="0 0 160 150" aria-hidden="true" focusable="false" data-out={out}>
      <g className={styles['ticket']}>
        <path d="M40 14h80v104l-10 8-10-8-10 8-10-8-10 8-10-8-10 8-10-8z" className={styles['sheet']} />
        <text x="80" y="66" className={styles['number']}>
          {number}
        </text>
        <path d="M56 84h48M64 98h32" className={styles['lines']} />
      </g>
      <path d="M8 4h144v20H8z" className={styles['cover']} />
      <path d="M28 20h104v6H28z" className={styles['slot']} />
    </svg>
  )
}
