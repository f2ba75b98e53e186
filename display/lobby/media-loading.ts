import type { MediaFile } from '../../shared/media.ts'

/** One picture or video in the browser's memory, until it is let go. */
export interface Loaded {
  readonly element: HTMLElement
  /** From its beginning; a picture stands still. */
  readonly play: () => void
  /** What is to be seen, for those who do not see it. */
  readonly describe: (description: string) => void
  readonly letGo: () => void
}

/**
 * Begins to load a file and tells once whether it can be shown, and of a video when it has ended. A picture is ready when
 * it is decoded, so that it is whole in the frame in which it comes up. Nothing is told any more once it is let go.
 */
export function loadMedia(
  { kind, description }: MediaFile,
  source: string,
  tell: (what: 'ready' | 'failed' | 'ended') => void,
): Loaded {
  const life = new AbortController()
  const say = (what: 'ready' | 'failed' | 'ended') => {
    clearTimeout(timer)
    if (!life.signal.aborted) tell(what)
  }
  // A hub that says neither yes nor no.
  const timer = setTimeout(() => say('failed'), loadMsMax)
  const letGo = () => {
    clearTimeout(timer)
    life.abort()
  }
  return kind === 'picture'
    ? picture(source, description, say, letGo)
    : video(source, description, say, letGo, life.signal)
}

type Say = (what: 'ready' | 'failed' | 'ended') => void

function picture(source: string, description: string, say: Say, letGo: () => void): Loaded {
  const element = new Image()
  element.alt = description
  element.src = source
  element.decode().then(
    () => say('ready'),
    () => say('failed'),
  )
  return {
    element,
    play: () => {},
    describe: (next) => {
      element.alt = next
    },
    letGo: () => {
      letGo()
      element.removeAttribute('src')
    },
  }
}

function video(source: string, description: string, say: Say, letGo: () => void, signal: AbortSignal): Loaded {
  const element = document.createElement('video')
  const describe = (next: string) => {
    if (next === '') element.removeAttribute('aria-label')
    else element.setAttribute('aria-label', next)
    // Without a word about it there is nothing to be heard of it.
    element.ariaHidden = next === '' ? 'true' : null
  }
  // Calls must be heard.
  element.muted = true
  element.defaultMuted = true
  element.playsInline = true
  element.disableRemotePlayback = true
  element.preload = 'auto'
  describe(description)
  element.addEventListener('canplay', () => say('ready'), { signal, once: true })
  element.addEventListener('error', () => say('failed'), { signal, once: true })
  element.addEventListener('ended', () => say('ended'), { signal })
  element.src = source
  return {
    element,
    play: () => {
      if (element.currentTime > 0) element.currentTime = 0
      element.play().catch(() => say('failed'))
    },
    describe,
    letGo: () => {
      letGo()
      element.pause()
      element.removeAttribute('src')
      // What it has buffered is given back at once.
      element.load()
    },
  }
}

const loadMsMax = 30_000
