import { AxeBuilder } from '@axe-core/playwright'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import sirv from 'sirv'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { espeakSpeaker } from '../../hardware/voice/espeak.ts'
import { systemClock } from '../../kiosk/clock.ts'
import { Renderer } from '../../kiosk/voice/renderer.ts'
import { SoundFolder } from '../../kiosk/voice/sound-folder.ts'
import { voiceFile } from '../../shared/voice/files.ts'
import type { Phrase } from '../../shared/voice/phrase.ts'
import { chromiumOptions } from './chromium.ts'

/**
 * The lobby's voice in real Chromium: the page of the gallery, espeak-ng through the renderer, and a server that serves
 * both under the hub's own content policy. What reaches the loudspeaker is measured there, behind everything of ours.
 */
// The gallery brings zod, which tries whether it may make programs; no page of the product does.
const policy = "default-src 'self'; img-src 'self' data:; connect-src 'self'; script-src 'self' 'unsafe-eval'"
const allowed = '--autoplay-policy=no-user-gesture-required'
let data: string
let server: Server
let browser: Browser
const asked: string[] = []

beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'loket-voice-data-'))
  const pages = sirv(inject('builtGallery'))
  server = createServer((request, response) => {
    response.setHeader('content-security-policy', policy)
    const wanted = voiceFile(request.url ?? '')
    if (!wanted) return pages(request, response)
    asked.push(request.url ?? '')
    readFile(path.join(data, wanted.file)).then(
      (sound) => response.writeHead(200, { 'content-type': wanted.type }).end(sound),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  browser = await chromium.launch(chromiumOptions)
})
afterAll(async () => {
  await browser.close()
  server.close()
  await rm(data, { recursive: true, force: true })
})

test('a call is heard: a chime, then its words, twice, made while the chime sounds; the next has its turn, with a chime alone where words do not come', async () => {
  const page = await hall(browser)
  const button = page.getByRole('button', { name: 'Call' })
  await button.click()
  await button.click()
  // The words are not there yet when the page asks for them, and those of the second call never are.
  await expect.poll(() => asked.length).toBeGreaterThan(0)
  render(
    { language: 'id', text: 'Nomor antrean A nol nol satu. Silakan menuju Loket satu.' },
    { language: 'id', text: 'Sekali lagi, nomor antrean A nol nol satu. Silakan menuju Loket satu.' },
  )
  await expect.poll(() => soundsOf(page), { timeout: 30_000 }).toEqual(['chime', 'words', 'words', 'chime'])
  const { loudest, overlaps } = await quiet(page)
  expect({ loud: loudest.map((peak) => peak > 0.1), overlaps }).toEqual({
    loud: [true, true, true, true],
    overlaps: [],
  })
})

test('a page that is opened after calls were made is silent', async () => {
  const page = await hall(browser, 'with-old-calls')
  await page.getByRole('button', { name: 'Raise' }).click()
  await expect.poll(() => soundsOf(page), { timeout: 10_000 }).toEqual(['chime'])
})

test('a browser that holds sound back says so, and a touch turns it on; nothing old is heard then', async () => {
  const strict = await chromium.launch({
    ...chromiumOptions,
    args: (chromiumOptions.args ?? []).filter((flag) => flag !== allowed),
  })
  onTestFinished(() => strict.close())
  const page = await hall(strict, 'hall', { withClock: true })
  const note = page.getByRole('button', { name: 'Suara mati. Sentuh di sini.' })
  await note.waitFor()
  expect(await violations(page)).toEqual([])
  // Pressed by the page itself, which is no touch.
  await page.evaluate(() => document.querySelectorAll('button')[1]?.click())
  expect(await page.evaluate(() => globalThis.loudspeaker.contexts.map(({ state }) => state))).toEqual(['suspended'])
  // A touch in the same moment as the call would be in time for it.
  await page.clock.runFor(1_000)
  await note.click()
  await expect.poll(() => note.count()).toBe(0)
  expect(await soundsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Call' }).click()
  await expect.poll(() => soundsOf(page), { timeout: 20_000 }).toEqual(['chime'])
})

test.each(['no-clips', 'some-clips', 'all-clips'])('%s is accessible', async (example) => {
  const page = await opened(browser, example, 'su')
  expect(await violations(page)).toEqual([])
})

test('recordings are played, what is missing is said, and one that is broken says so', async () => {
  await mkdir(path.join(data, 'voice/own/en'), { recursive: true })
  const outcome = await espeakSpeaker().speak({ language: 'en', text: 'Number' })
  if (outcome.kind !== 'spoken') throw new Error(outcome.detail)
  await writeFile(path.join(data, 'voice/own/en/letter-a.wav'), outcome.wav)
  await writeFile(path.join(data, 'voice/own/en/ticket.ogg'), 'no sound')
  const page = await opened(browser, 'some-clips', 'en')
  await page
    .getByText("57 recordings are missing. Until all are there, calls are read in the computer's voice.")
    .waitFor()
  await page.getByText('The list of 60 pieces').click()
  const row = (name: string) => page.getByRole('row', { name })
  expect(await row('letter-b').innerText()).toMatch(/^letter-b\s+B\s+Missing\s*$/)

  await page.getByRole('button', { name: 'Play letter-a.wav' }).click()
  await expect.poll(() => asked).toContain('/voice/own/en/letter-a.wav')
  await page.getByRole('button', { name: 'Play ticket.ogg' }).click()
  await row('ticket.ogg').getByText('It cannot be played. Save it again as wav, ogg or mp3.').waitFor()
  expect(await page.getByText('It cannot be played.').count()).toBe(1)
})

declare global {
  var loudspeaker: Loudspeaker
}

interface Loudspeaker {
  readonly contexts: BaseAudioContext[]
  /** What began, when, and for how long, by the context's clock in seconds. */
  readonly sounds: {
    readonly kind: 'chime' | 'words'
    readonly from: number
    readonly seconds: number
    loudest: number
  }[]
}

/** `withClock`: the page's clock can be put forward; it goes on by itself too. */
async function hall(browser: Browser, example = 'hall', { withClock = false } = {}): Promise<Page> {
  const errors: string[] = []
  onTestFinished(() => expect(errors).toEqual([]))
  const page = await opened(browser, example, 'id', { errors, withClock })
  await page.getByRole('button', { name: 'Call' }).waitFor()
  return page
}

async function opened(
  browser: Browser,
  example: string,
  lang: string,
  { errors = [], withClock = false }: { readonly errors?: string[]; readonly withClock?: boolean } = {},
): Promise<Page> {
  asked.length = 0
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  const page = await context.newPage()
  if (withClock) await page.clock.install()
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) errors.push(message.text())
  })
  await page.addInitScript(listen)
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  await page.goto(`http://127.0.0.1:${address.port}/display/gallery/?screen=voice&example=${example}&lang=${lang}`)
  await page.getByRole('main').waitFor()
  return page
}

/** In the page, before anything of ours: notes what is started, and how loud it is where it leaves for the loudspeaker. */
function listen(): void {
  const sounds: Loudspeaker['sounds'] = []
  const contexts: BaseAudioContext[] = []
  globalThis.loudspeaker = { contexts, sounds }
  globalThis.AudioContext = class extends AudioContext {
    readonly #tap = new AnalyserNode(this, { fftSize: 2_048 })

    constructor(options?: AudioContextOptions) {
      super(options)
      contexts.push(this)
      const samples = new Float32Array(this.#tap.fftSize)
      setInterval(() => {
        this.#tap.getFloatTimeDomainData(samples)
        const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
        const now = this.currentTime
        // The samples are those of the last twentieth of a second.
        const sounding = sounds.findLast(({ from, seconds }) => now >= from + 0.1 && now <= from + seconds)
        if (sounding) sounding.loudest = Math.max(sounding.loudest, peak)
      }, 20)
    }

    override createGain(): GainNode {
      const gain = super.createGain()
      const connect = gain.connect.bind(gain)
      Object.assign(gain, {
        connect: (to: AudioNode) => {
          if (to === this.destination) connect(this.#tap)
          return connect(to)
        },
      })
      return gain
    }

    override createOscillator(): OscillatorNode {
      const tone = super.createOscillator()
      const start = tone.start.bind(tone)
      tone.start = (when = 0) => {
        // A chime is two notes of two tones, half a second apart.
        const last = sounds.at(-1)
        const isFirst = last?.kind !== 'chime' || when - last.from > 1
        if (isFirst) sounds.push({ kind: 'chime', from: when, seconds: 1.6, loudest: 0 })
        start(when)
      }
      return tone
    }

    override createBufferSource(): AudioBufferSourceNode {
      const words = super.createBufferSource()
      const start = words.start.bind(words)
      words.start = (when = 0) => {
        sounds.push({ kind: 'words', from: when, seconds: words.buffer?.duration ?? 0, loudest: 0 })
        start(when)
      }
      return words
    }
  }
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.flatMap(({ help, nodes }) => nodes.map(({ html }) => `${help}: ${html}`))
}

function soundsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => globalThis.loudspeaker.sounds.map(({ kind }) => kind))
}

/** Waits until the last sound has ended; then how loud each was, and which began before the one before had ended. */
async function quiet(
  page: Page,
): Promise<{ readonly loudest: readonly number[]; readonly overlaps: readonly number[] }> {
  await page.waitForFunction(() => {
    const { contexts, sounds } = globalThis.loudspeaker
    const last = sounds.at(-1)
    return last !== undefined && (contexts[0]?.currentTime ?? 0) > last.from + last.seconds
  })
  return page.evaluate(() => {
    const { sounds } = globalThis.loudspeaker
    return {
      loudest: sounds.map(({ loudest }) => loudest),
      overlaps: sounds.flatMap(({ from }, i) => {
        const before = sounds[i - 1]
        return before && from < before.from + before.seconds - 0.05 ? [i] : []
      }),
    }
  })
}

function render(...phrases: readonly Phrase[]): void {
  const store = new SoundFolder(path.join(data, 'voice'), () => systemClock.now())
  const renderer = new Renderer({ speaker: espeakSpeaker(), store, clock: systemClock, log: () => undefined })
  renderer.want(phrases)
  onTestFinished(() => renderer.stop())
}
