/**
 * The page's way to the loudspeaker. A browser takes a moment to open its sound, and may refuse it until somebody has
 * touched the page; then `isOff` is true, and any touch or key turns it on. A machine without sound is not called off.
 */
export interface SoundOutput {
  /** Null without a sound device or Web Audio: the board is still read, and the staff's voice heard. */
  readonly context: AudioContext | null
  /** Whether something would be heard; waits a moment for a browser that is just opening its sound. */
  readonly isReady: () => Promise<boolean>
  readonly isOff: () => boolean
  readonly unlock: () => void
  readonly subscribe: (listener: () => void) => () => void
}

export function openSound(): SoundOutput {
  const context = audioContext()
  const listeners = new Set<() => void>()
  let isSettled = false

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const settled = new Promise<void>((resolve) => {
    context?.addEventListener('statechange', () => {
      if (context.state === 'running') resolve()
      tell()
    })
    setTimeout(() => {
      isSettled = true
      resolve()
      tell()
    }, openingMsMax)
  })
  const unlock = () => {
    if (context?.state === 'suspended') context.resume().catch(() => undefined)
  }
  for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, unlock)

  return {
    context,
    isReady: async () => {
      if (context?.state !== 'running') await settled
      return context?.state === 'running'
    },
    isOff: () => isSettled && context?.state === 'suspended',
    unlock,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function audioContext(): AudioContext | null {
  try {
    return new AudioContext()
  } catch {
    return null
  }
}

const openingMsMax = 2_000
