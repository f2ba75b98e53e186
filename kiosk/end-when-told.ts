/**
 * Ends this program when it is told to, or when whoever started it is gone (`disconnect`) and nobody else would end it.
 * Called before anything is started, since either may happen in the middle of that: then the program ends at once. Once
 * there is something to stop, it is given to the function that this returns.
 */
export function endWhenTold(): (stop: () => Promise<void>) => void {
  let stop = (): Promise<void> => Promise.resolve()
  const end = () => void stop().then(() => process.exit(0))
  for (const told of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(told, end)
  // Who started it was gone before it came this far; a program that nobody is connected with has no such field.
  if (Object.hasOwn(process, 'connected') && !process.connected) end()
  return (started) => {
    stop = started
  }
}
