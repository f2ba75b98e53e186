import { useEffect, useRef } from 'react'
import { Unbroken } from '../../display/ui/unbroken.tsx'

/** A page's heading, which takes the focus when the page comes, so that a screen reader begins there. */
export function PageHeading({ className, children }: { readonly className?: string; readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      <Unbroken text={children} />
    </h1>
  )
}
