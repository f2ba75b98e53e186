import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { MediaFolder } from '../../kiosk/hub/media/media-folder.ts'
import { daySchema } from '../../shared/ids.ts'
import { mediaLimits, type MediaSlide } from '../../shared/media.ts'
import { VirtualClock } from '../fakes/virtual-clock.ts'
import { testFolder } from '../hub/folder.ts'
import { jpegOf, mp4Of, pngOf, webmOf } from '../hub/media-bytes.ts'

// The folder of pictures, videos and slides, with real files.

const day = daySchema.parse('2026-11-30')
const slide: MediaSlide = {
  kind: 'slide',
  id: `slide-${'a'.repeat(32)}`,
  until: day,
  words: { id: { heading: 'Jam layanan', text: 'Senin sampai Jumat.' }, en: { heading: 'Opening hours', text: '' } },
}

test('files that somebody put there are shown by name, as soon as they are looked for', async () => {
  const { folder, put, names } = opened()
  put('b.webm', webmOf())
  put('Poster vaksin (2).PNG', pngOf())
  put('a.mp4', mp4Of())
  await folder.look()
  expect(folder.found.items.map(({ kind, id }) => [kind, id])).toEqual([
    ['video', 'a.mp4'],
    ['video', 'b.webm'],
    ['picture', 'Poster vaksin (2).PNG'],
  ])
  expect(folder.found.items[2]).toMatchObject({
    until: null,
    description: '',
    address: expect.stringMatching(/^\/media\/Poster%20vaksin%20\(2\)\.PNG\?v=[\w-]+$/),
  })
  expect(names()).not.toContain('media.json')
})

test('they are found twice a minute by themselves, and a changed file gets another address', async () => {
  const { folder, put, clock, changes } = opened()
  await folder.look()
  put('a.png', pngOf())
  clock.advance(30_000)
  await expect.poll(() => folder.found.items.length).toBe(1)
  const [before] = folder.found.items
  put('a.png', pngOf(120))
  clock.advance(30_000)
  await expect.poll(() => folder.found.items[0]).not.toEqual(before)
  expect(changes()).toBe(2)
})

test('what cannot be shown is not, and the desk is told why', async () => {
  const { folder, put, file } = opened()
  put('.secret.png', pngOf())
  put('brochure.pdf', pngOf())
  put('really-a-picture.mp4', pngOf())
  put('-rf.png', pngOf())
  put('two..dots.png', pngOf())
  put('empty.jpg', Buffer.alloc(0))
  put('large.jpg', jpegOf())
  truncateSync(file('large.jpg'), mediaLimits.pictureBytes + 1)
  put('long.mp4', mp4Of())
  truncateSync(file('long.mp4'), mediaLimits.videoBytes + 1)
  mkdirSync(file('folder.png'))
  symlinkSync('/etc/passwd', file('link.png'))
  await folder.look()
  expect(folder.found.items).toEqual([])
  expect(Object.fromEntries(folder.found.troubles.map(({ name, why }) => [name, why]))).toEqual({
    '.secret.png': 'hidden',
    'brochure.pdf': 'unfit-ending',
    'really-a-picture.mp4': 'not-as-named',
    '-rf.png': 'unfit-name',
    'two..dots.png': 'unfit-name',
    'empty.jpg': 'not-as-named',
    'large.jpg': 'picture-too-large',
    'long.mp4': 'video-too-large',
    'folder.png': 'no-file',
    'link.png': 'no-file',
  })
})

test('order, dates, descriptions and slides outlast a restart; a file that came by hand stands last', async () => {
  const { folder, put, again, file } = opened()
  put('a.png', pngOf())
  put('b.png', pngOf())
  expect([
    await folder.saveSlide(slide),
    await folder.describe('b.png', day, 'Antrean di loket'),
    await folder.arrange([slide.id, 'b.png', 'a.png']),
  ]).toEqual([null, null, null])
  put('0.png', pngOf())
  const next = again()
  await next.look()
  expect(next.found.items.map(({ id }) => id)).toEqual([slide.id, 'b.png', 'a.png', '0.png'])
  expect(next.found.items[0]).toEqual(slide)
  expect(next.found.items[1]).toMatchObject({ until: day, description: 'Antrean di loket' })
  expect(JSON.parse(readFileSync(file('media.json'), 'utf8'))).toMatchObject({ version: 1, items: { length: 3 } })
})

test('removing takes the file away for good, and removing it again is no fault', async () => {
  const { folder, put, names } = opened()
  put('a.png', pngOf())
  await folder.saveSlide(slide)
  expect([await folder.remove('a.png'), await folder.remove('a.png'), await folder.remove(slide.id)]).toEqual([
    null,
    null,
    null,
  ])
  expect([folder.found.items, names()]).toEqual([[], ['media.json']])
  expect(await folder.remove('../guard.json')).toBe(null)
  expect(await folder.describe('a.png', null, '')).toBe('no-such-media')
})

test.each(['{ "version": 1, "items": [', '{ "version": 2, "items": [] }', '[]', ''])(
  'a list that cannot be read (%s) loses nothing: it is set aside, the files are shown, the desk is told',
  async (broken) => {
    const { folder, put, names, file } = opened()
    put('a.png', pngOf())
    writeFileSync(file('media.json'), broken)
    await folder.look()
    expect(folder.found.items.map(({ id }) => id)).toEqual(['a.png'])
    const aside = names().find((name) => name.startsWith('media.json'))
    expect(folder.found.troubles).toEqual([{ name: aside, why: 'list-set-aside' }])
    expect(readFileSync(file(aside ?? ''), 'utf8')).toBe(broken)
    // The office goes on, and the old list stays for whoever can mend it.
    expect(await folder.saveSlide(slide)).toBe(null)
    expect(names()).toEqual(['a.png', 'media.json', aside])
  },
)

test('no more than thirty are shown, and a slide beyond them is refused', async () => {
  const { folder, put } = opened()
  for (let i = 0; i <= mediaLimits.items; i++) put(`${String(i).padStart(2, '0')}.png`, pngOf())
  await folder.look()
  expect(folder.found.items).toHaveLength(mediaLimits.items)
  expect(folder.found.troubles).toEqual([{ name: '30.png', why: 'too-many' }])
  expect(await folder.saveSlide(slide)).toBe('too-many-media')
})

test('a folder that cannot be written keeps what it shows and says that nothing was saved', async () => {
  const { folder, put, file } = opened()
  put('a.png', pngOf())
  await folder.look()
  mkdirSync(file('media.json.new'))
  expect(await folder.saveSlide(slide)).toBe('not-saved')
  expect(folder.found.items.map(({ id }) => id)).toEqual(['a.png'])
})

test('a file that is gone is shown no longer', async () => {
  const { folder, put, file } = opened()
  put('a.png', pngOf())
  await folder.look()
  unlinkSync(file('a.png'))
  await folder.look()
  expect([folder.found.items, folder.file('a.png')]).toEqual([[], null])
})

function opened() {
  const root = path.join(testFolder(), 'media')
  mkdirSync(root)
  const clock = new VirtualClock()
  let changes = 0
  const again = () => new MediaFolder(root, clock, { info: () => {}, error: () => {} }, () => changes++)
  const file = (name: string) => path.join(root, name)
  return {
    folder: again(),
    again,
    clock,
    changes: () => changes,
    file,
    put: (name: string, bytes: Buffer) => writeFileSync(file(name), bytes),
    names: () => readdirSync(root).toSorted(),
  }
}
