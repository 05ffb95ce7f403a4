import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  type Import,
  type SourceFile,
  sourceFile,
  sourceFiles,
  testFiles,
} from './support/sources.ts'

const SOURCES = sourceFiles()
const IMPORTS = SOURCES.flatMap(source => source.imports)
const ARCHITECTURE = readFileSync(new URL('../ARCHITECTURE.md', import.meta.url), 'utf8')

interface Layer {
  /** A folder, `domain/`, or a file. */
  path: string
  /** Folders and files that it may import from; `type x` for types alone. Packages stand below. */
  may: string[]
  /** What a reader should know that it may not; in words. */
  not: string
}

/** The table of layers, which ARCHITECTURE.md repeats word for word. */
const LAYERS: Layer[] = [
  {
    path: 'domain/',
    may: ['domain/', 'failure.ts'],
    not: 'I/O, clock, chance; upward between its floors',
  },
  {
    path: 'render/',
    may: ['render/', 'domain/words/', 'type domain/', 'type context.ts'],
    not: 'questions to the domain: its answers are handed in',
  },
  {
    path: 'formats/',
    may: ['formats/', 'domain/', 'failure.ts'],
    not: 'files, clock: text in, values out, and back',
  },
  {
    path: 'store/',
    may: ['store/', 'domain/data/', 'domain/words/', 'failure.ts', 'node:'],
    not: 'printing',
  },
  {
    path: 'input/',
    may: ['input/', 'domain/', 'type context.ts', 'failure.ts'],
    not: 'changing data',
  },
  {
    path: 'commands/',
    may: [
      'commands/',
      'input/',
      'domain/',
      'render/',
      'formats/',
      'type store/',
      'type context.ts',
      'failure.ts',
    ],
    not: 'each other; the store but through the context; `process`, `console`',
  },
  {
    path: 'context.ts',
    may: ['type domain/', 'type render/', 'type store/'],
    not: 'values',
  },
  {
    path: 'help.ts',
    may: ['input/', 'render/', 'failure.ts'],
    not: 'the rest',
  },
  { path: 'shown-safely.ts', may: ['render/', 'type context.ts'], not: 'the rest' },
  { path: 'failure.ts', may: [], not: 'anything' },
  { path: 'version.ts', may: ['../package.json'], not: 'the rest' },
  {
    path: 'cli.ts',
    may: [
      'commands/index.ts',
      'domain/data/',
      'domain/words/',
      'formats/',
      'input/',
      'render/',
      'store/',
      'type context.ts',
      'help.ts',
      'shown-safely.ts',
      'version.ts',
      'failure.ts',
    ],
    not: 'clock, `process`: the host is handed in',
  },
  {
    path: 'main.ts',
    may: ['cli.ts', 'input/prompt.ts', 'type context.ts', 'failure.ts', 'node:'],
    not: 'the rest; it alone makes the host',
  },
]

/** Each floor imports only those before it; rooms of one floor do not import each other. */
const FLOORS: string[][] = [
  ['words'],
  ['data'],
  ['people'],
  ['due', 'review'],
  ['log', 'aims'],
  ['pages'],
  ['meet', 'mail', 'find', 'change', 'exchange', 'report'],
]

/** The one place of each package; ARCHITECTURE.md repeats it. */
const PACKAGES: Record<string, string> = {
  commander: 'input/command-line.ts',
  inquirer: 'input/prompt.ts',
  chalk: 'render/theme.ts',
  'fast-string-width': 'render/text.ts',
  'date-fns': 'domain/words/days.ts',
  lowdb: 'store/store.ts',
  ics: 'formats/ics.ts',
  'csv-parse': 'formats/csv-table.ts',
  liquidjs: 'formats/template.ts',
  yaml: 'formats/',
  nodemailer: 'formats/eml.ts',
}

/** The named exceptions. */
const EXCEPTIONS = new Set(['input/prompt.ts → node:stream'])

/** Used in their own file, and exported for the tests: parts that are best looked at alone. */
const TESTED_AT_THEIR_OWN_DOOR = [
  'MIGRATIONS',
  'dropReference',
  'livesThere',
  'mustNotBePast',
  'pairs',
  'personLines',
  'sayContact',
  'shapesOf',
]

it('every file stands in a layer', () => {
  expect(SOURCES.filter(({ path }) => !layerOf(path)).map(({ path }) => path)).toEqual([])
})

it('each layer imports only what the table of layers lets it', () => {
  expect(IMPORTS.filter(isOutsideTheTable).map(arrow)).toEqual([])
})

it('every room of the domain stands on a floor', () => {
  const rooms = new Set(SOURCES.flatMap(({ path }) => roomOf(path) ?? []))
  expect([...rooms].filter(room => floorOf(room) < 0)).toEqual([])
  expect(SOURCES.filter(({ path }) => /^domain\/[^/]+$/.test(path))).toEqual([])
})

it('a room imports rooms of lower floors alone', () => {
  expect(IMPORTS.filter(isUpward).map(arrow)).toEqual([])
})

it('a test stands in the room of its source', () => {
  const folders = new Set(SOURCES.map(({ path }) => folderOf(path)))
  const mirrored = testFiles()
    .map(({ path }) => path.replace('../test/', ''))
    .filter(path => path.endsWith('.test.ts') && LAYERS.some(layer => path.startsWith(layer.path)))
  expect(mirrored.filter(path => !folders.has(folderOf(path)))).toEqual([])
})

it('a command imports no other command', () => {
  const listed = IMPORTS.filter(({ from }) => from === 'commands/index.ts').map(({ to }) => to)
  const commands = listed.filter(to => to.startsWith('commands/'))
  const others = IMPORTS.filter(({ from }) => from !== 'commands/index.ts')
  expect(commands.length).toBeGreaterThan(30)
  expect(others.filter(({ to }) => commands.includes(to)).map(arrow)).toEqual([])
})

it('ARCHITECTURE.md has the table of layers as it is held here', () => {
  const rows = LAYERS.map(
    ({ path, may, not }) =>
      `| \`${path}\` | ${may.map(inWords).join(', ') || 'nothing'} | ${not} |`,
  )
  expect(tableUnder('| Layer | May import | May not |')).toEqual(rows)
})

it('ARCHITECTURE.md has the floors of the domain as they are held here', () => {
  const rows = [...ARCHITECTURE.matchAll(/^\| (\d) \| (.*) \|$/gm)]
  const floors = rows.map(([, , rooms = '']) =>
    [...rooms.matchAll(/`(\w+)\/`/g)].map(([, room]) => room),
  )
  expect(floors).toEqual(FLOORS)
  expect(rows.map(([, floor]) => floor).join('')).toBe('1234567')
})

it('ARCHITECTURE.md has the place of each package as it is held here', () => {
  const rows = Object.entries(PACKAGES).map(([name, place]) => `| ${name} | \`${place}\` |`)
  expect(tableUnder('| Package | Only in |')).toEqual(rows)
})

it('heavy packages are imported late, so that no command loads them for nothing', () => {
  const heavy = /^(?:inquirer|ics|liquidjs|yaml|csv-parse|ical\.js|nodemailer)(?:\/|$)/
  const early = IMPORTS.filter(({ to, kind }) => heavy.test(to) && kind === 'value')
  expect(early.map(arrow)).toEqual([])
})

it('date-fns is imported by sub-path', () => {
  expect(IMPORTS.filter(({ to }) => to === 'date-fns').map(arrow)).toEqual([])
})

it('no file imports itself through others', () => {
  expect(cycles(SOURCES)).toEqual([])
})

it('whatever is exported is imported by another source', () => {
  const used = namesOf(SOURCES)
  const own = SOURCES.flatMap(source => unusedOf(source, used))
  const tested = namesOf(testFiles())
  expect(own.filter(name => !tested.has(name))).toEqual([])
  expect(own.map(name => name.split(': ')[1]).sort()).toEqual(TESTED_AT_THEIR_OWN_DOOR)
})

it('the clock, the process and the console are reached in main alone', () => {
  const world = /\bconsole\.|\bprocess\.|\bnew Date\(\)|\bDate\.now\(|\bperformance\.now\(/
  const allowed = new Set([
    ...['main.ts', 'input/prompt.ts'],
    // Whose process this is.
    ...['store/lock.ts', 'store/foreign-links.ts', 'store/processes.ts'],
  ])
  const reaching = SOURCES.filter(({ path, code }) => !allowed.has(path) && world.test(code))
  expect(reaching.map(({ path }) => path)).toEqual([])
})

it('the domain neither reads a clock nor rolls dice', () => {
  const chance = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bcrypto\./
  const domain = SOURCES.filter(({ layer, code }) => layer === 'domain' && chance.test(code))
  expect(domain.map(({ path }) => path)).toEqual([])
})

it('only the demo runs command lines of netmed', () => {
  const running = SOURCES.filter(({ code }) => /\bctx\.run\(/.test(code))
  expect(running.map(({ path }) => path)).toEqual(['commands/data/demo.ts'])
})

it('a comment says the rule, not where it is written', () => {
  const cited = /\b[Pp]ractices? (?:[A-Z]\d|§)|[( ][A-Z]\d{1,2}(?:, [A-Z]\d{1,2})*\)|§\d/
  const citing = SOURCES.filter(({ text }) => cited.test(text))
  expect(citing.map(({ path }) => path)).toEqual([])
})

it('every test begins with it', () => {
  const others = testFiles()
    .flatMap(file => file.imports)
    .filter(({ to, names }) => to === 'vitest' && names.includes('test'))
  expect(others.map(({ from }) => from)).toEqual([])
})

it('no source knows how it is bundled', () => {
  const bundled = /\bimport\.meta\b|\b__dirname\b|\brequire\(|^(?:const .* = )?await /m
  expect(SOURCES.filter(({ code }) => bundled.test(code)).map(({ path }) => path)).toEqual([])
})

it('Intl is not used: it costs 5 ms and differs by machine', () => {
  const intl = /\bIntl\.|\.localeCompare\(|\.toLocale\w+\(/
  expect(SOURCES.filter(({ code }) => intl.test(code)).map(({ path }) => path)).toEqual([])
})

it('the reading of imports sees every form of them', () => {
  const text = `import { a } from './a.ts'
import type { B } from '../store/b.ts'
import {
  c,
} from 'c/d'
import 'e'
export { f } from './f.ts'
// import { no } from 'comment'
const g = await import('g')
let h: typeof import('h')`
  expect(sourceFile('domain/x.ts', text).imports.map(({ to, kind }) => `${kind} ${to}`)).toEqual([
    'value domain/a.ts',
    'type store/b.ts',
    'value c/d',
    'value e',
    'value domain/f.ts',
    'late g',
    'type h',
  ])
})

it('the reading of imports and exports sees every name', () => {
  const text = `import { a, type B, c as d } from './a.ts'
import type { E } from './a.ts'
export { f as g } from './f.ts'
export type { H } from './h.ts'
export async function i() {}
export function* j() {}
export const k = 1
export interface L {}
export type M = L
function no() {}`
  const { imports, exports } = sourceFile('domain/x.ts', text)
  expect(imports.map(({ names }) => names.join())).toEqual(['a,B,c', 'E', 'f', 'H'])
  expect(exports.map(({ name, kind }) => `${kind} ${name}`).sort()).toEqual([
    'type H',
    'type L',
    'type M',
    'value g',
    'value i',
    'value j',
    'value k',
  ])
})

function arrow({ from, to }: Import): string {
  return `${from} → ${to}`
}

function isOutsideTheTable(one: Import): boolean {
  const layer = layerOf(one.from)
  if (!layer || EXCEPTIONS.has(arrow(one))) return false
  const place = packagePlace(one.to)
  if (place) return !one.from.startsWith(place)
  return !layer.may.some(name => allows(name, one))
}

/** `type domain/` lets types of the domain in, `domain/words/` everything of that room. */
function allows(name: string, { to, kind }: Import): boolean {
  const isType = name.startsWith('type ')
  const target = isType ? name.slice('type '.length) : name
  if (isType && kind !== 'type') return false
  return /[/:]$/.test(target) ? to.startsWith(target) : to === target
}

/** The rows of that table in ARCHITECTURE.md. */
function tableUnder(header: string): string[] {
  const [, rest = ''] = ARCHITECTURE.split(`${header}\n`)
  const [, ...rows] = (rest.split('\n\n')[0] ?? '').split('\n')
  return rows
}

function inWords(name: string): string {
  return name.startsWith('type ') ? `types of \`${name.slice('type '.length)}\`` : `\`${name}\``
}

function packagePlace(to: string): string | undefined {
  return Object.entries(PACKAGES).find(([name]) => to === name || to.startsWith(`${name}/`))?.[1]
}

function layerOf(path: string): Layer | undefined {
  return LAYERS.find(layer => path === layer.path || path.startsWith(layer.path))
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

function roomOf(path: string): string | undefined {
  return /^domain\/([^/]+)\//.exec(path)?.[1]
}

function floorOf(room: string): number {
  return FLOORS.findIndex(floor => floor.includes(room))
}

function isUpward({ from, to }: Import): boolean {
  const [room, target] = [roomOf(from), roomOf(to)]
  if (!room || !target || room === target) return false
  return floorOf(target) >= floorOf(room)
}

/** What these files import of ours, as `domain/words/days.ts: addDays`. */
function namesOf(files: readonly SourceFile[]): Set<string> {
  const imports = files.flatMap(file => file.imports)
  return new Set(imports.flatMap(({ to, names }) => names.map(name => `${to}: ${name}`)))
}

/** A type may stand beside the function that speaks of it; of a value only an import is a use. */
function unusedOf({ path, code, exports }: SourceFile, used: ReadonlySet<string>): string[] {
  if (path === 'main.ts') return []
  return exports
    .filter(
      ({ name, kind }) => kind === 'value' || code.split(new RegExp(`\\b${name}\\b`)).length < 3,
    )
    .map(({ name }) => `${path}: ${name}`)
    .filter(name => !used.has(name))
}

/** Each circle of value imports once, as `a.ts → b.ts → a.ts`. */
function cycles(sources: SourceFile[]): string[] {
  const next = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports.filter(({ kind }) => kind === 'value').map(({ to }) => to),
    ]),
  )
  const found: string[] = []
  const done = new Set<string>()
  const walk = (path: string, trail: string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    if (trail.includes(path) || done.has(path)) return
    for (const to of next.get(path) ?? []) walk(to, [...trail, path])
    done.add(path)
  }
  for (const { path } of sources) walk(path, [])
  return found
}
