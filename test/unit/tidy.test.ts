import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * Who may import whom, and who alone may touch what: the arrows of the design, held by reading the sources as they
 * stand on disk. Every rule is a rule for a folder or a file's name; there is no list of files that are let off.
 */
const root = join(import.meta.dirname, '../..')

/** What each part may import besides itself. `kiosk` alone stands for its files that no folder holds. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  hardware: ['shared'],
  'kiosk/hub': ['kiosk', 'shared'],
  'kiosk/agent': ['kiosk', 'hardware', 'shared'],
  'kiosk/voice': ['kiosk', 'hardware', 'shared'],
  'kiosk/screen': ['display/ui', 'shared'],
  'kiosk/app': ['kiosk', 'kiosk/hub', 'kiosk/agent', 'shared'],
  kiosk: ['shared'],
  'kiosk entry': ['kiosk', 'kiosk/hub', 'kiosk/agent', 'kiosk/app', 'display entry', 'shared'],
  'display/ui': ['shared'],
  display: ['display/ui', 'shared'],
  /** Shows every screen in every state, so that people and tests can look at them. */
  'display/gallery': ['display', 'display/ui', 'kiosk/screen', 'shared'],
  'display entry': [],
}

/** What is started by name and imported by nobody: by a person, by a script of package.json, or as a process. */
const entries = [
  'display/build.ts',
  'display/ui/offline-worker.ts',
  'kiosk/agent/main.ts',
  'kiosk/app/main.ts',
  'kiosk/app/preload.ts',
  'kiosk/build.ts',
  'kiosk/hub/ledger-worker.ts',
  'kiosk/hub/main.ts',
  'kiosk/loket.ts',
  'kiosk/start.ts',
  'kiosk/voice/main.ts',
]

const folders = ['shared', 'hardware', 'kiosk', 'display', 'test']
const files = folders.flatMap((folder) => filesIn(folder)).filter((file) => /\.(ts|tsx|css|html)$/.test(file))
const sources = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
const product = sources.filter(({ file }) => !file.startsWith('test/'))
const edges = sources.flatMap(({ file, text }) => importsOf(file, text).map((target) => ({ file, target })))
const ours = edges.filter(({ target }) => folders.includes(target.split('/')[0] ?? ''))
const packages = edges.filter(({ file, target }) => !file.startsWith('test/') && target.startsWith('package:'))

describe('the arrows', () => {
  it('are read from real files', () => {
    expect(ours.length).toBeGreaterThan(200)
    expect(ours).toContainEqual({ file: 'shared/decide.ts', target: 'shared/evolve.ts' })
    expect(packages).toContainEqual({ file: 'shared/office.ts', target: 'package:zod' })
    expect(
      importsOf('a/b/c.ts', "import {\n  x,\n} from '../d.ts'\nconst y = await import('./e.ts')\nexport * from 'f/g'"),
    ).toEqual(['a/d.ts', 'package:f', 'a/b/e.ts'])
  })

  it('go only where the design draws them', () => {
    const wrong = ours.filter(({ file, target }) => {
      const [from, to] = [partOf(file), partOf(target)]
      return from !== 'test' && from !== to && !arrows[from]?.includes(to)
    })
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([])
  })

  it('never lead to a test, and never to a file that is not there', () => {
    const tests = ours.filter(({ file, target }) => target.startsWith('test/') && !file.startsWith('test/'))
    expect(tests).toEqual([])
    const known = new Set(files)
    const lost = ours.filter(
      ({ file, target }) =>
        !file.startsWith('test/') && /\.(ts|tsx|css)$/.test(target) && !known.has(target) && !target.includes('*'),
    )
    expect(lost).toEqual([])
  })

  it('leave nobody out: a file is imported by somebody or started by name', () => {
    const known = new Set(files)
    expect(entries.filter((entry) => !known.has(entry))).toEqual([])
    const imported = new Set(ours.map(({ target }) => target))
    const globs = [...imported]
      .filter((target) => target.includes('*'))
      .map((glob) => new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`))
    const alone = product
      .map(({ file }) => file)
      .filter((file) => /\.(ts|tsx|css)$/.test(file) && !file.endsWith('.d.ts'))
      .filter((file) => !imported.has(file) && !entries.includes(file) && !globs.some((glob) => glob.test(file)))
    expect(alone).toEqual([])
  })
})

describe('who alone may touch what', () => {
  const importers = (name: RegExp) => packages.filter(({ target }) => name.test(target)).map(({ file }) => file)
  const outside = (found: readonly string[], home: RegExp) => found.filter((file) => !home.test(file))

  it('shared needs zod and nothing else, no Node and no page', () => {
    expect(packages.filter(({ file, target }) => file.startsWith('shared/') && target !== 'package:zod')).toEqual([])
  })

  it('the window belongs to kiosk/app, the printer language to hardware/printer, the database to the ledger', () => {
    expect(outside(importers(/^package:electron$/), /^kiosk\/app\//)).toEqual([])
    expect(outside(importers(/^package:@node-escpos\//), /^hardware\/printer\//)).toEqual([])
    expect(outside(importers(/^package:better-sqlite3$/), /^kiosk\/hub\/ledger/)).toEqual([])
  })

  it('pages use no Node, and what runs on Node uses no pages', () => {
    const isPage = (file: string) => /^(display\/[^/]+|kiosk\/screen)\//.test(file)
    expect(packages.filter(({ file, target }) => isPage(file) && target.startsWith('package:node:'))).toEqual([])
    expect(
      packages.filter(
        ({ file, target }) => !isPage(file) && /^package:(react|react-dom|preact|lucide-react)$/.test(target),
      ),
    ).toEqual([])
  })

  it("one clock: outside pages, which have the browser's own, only kiosk/clock.ts asks what time it is", () => {
    const asks = /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )\bDate\(\s*\)/
    const found = product
      .filter(({ file }) => file.endsWith('.ts') && !/^(display|kiosk\/screen)\//.test(file))
      .filter(({ text }) => asks.test(withoutComments(text)))
    expect(found.map(({ file }) => file)).toEqual(['kiosk/clock.ts'])
    // The core and what belongs to it does not even know of a page's clock.
    expect(
      product.filter(
        ({ file, text }) => file.startsWith('shared/') && /\b(Math\.random|performance)\b/.test(withoutComments(text)),
      ),
    ).toEqual([])
  })
})

describe('files', () => {
  it('have at most 400 lines', () => {
    const long = sources.filter(({ text }) => text.trimEnd().split('\n').length > 400)
    expect(long.map(({ file }) => file)).toEqual([])
  })

  it('are named in small letters with hyphens', () => {
    expect(files.filter((file) => !/^[a-z0-9/.-]+$/.test(file))).toEqual([])
  })
})

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (!entry.isDirectory()) return [path]
    return ['node_modules', 'dist', 'release', 'data'].includes(entry.name) ? [] : filesIn(path)
  })
}

/** What a file imports: paths of ours from the root, `package:` and a name for others. */
function importsOf(file: string, text: string): readonly string[] {
  const patterns = file.endsWith('.html')
    ? [/<script\b[^>]*\bsrc="([^"]+)"/g]
    : [
        /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g,
        /(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g,
        /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
        /\bimport\.meta\.glob\b[^('"]*\(\s*['"]([^'"]+)['"]/g,
        /\bnew URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g,
      ]
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map(([, target = '']) =>
      target.startsWith('.')
        ? relative(root, join(root, dirname(file), target))
        : `package:${target
            .split('/')
            .slice(0, target.startsWith('@') ? 2 : 1)
            .join('/')}`,
    )
}

function partOf(file: string): string {
  const [top = '', folder = '', ...deeper] = file.split('/')
  if (top === 'kiosk' && deeper.length === 0) return entries.includes(file) ? 'kiosk entry' : 'kiosk'
  if (top === 'display' && deeper.length === 0) return entries.includes(file) ? 'display entry' : 'display'
  const inner = `${top}/${folder}`
  return inner in arrows ? inner : top
}

function withoutComments(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
    .join('\n')
}
