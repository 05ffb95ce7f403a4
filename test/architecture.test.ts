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

/** What a layer may import: layers, files, or packages; `type x` for types alone. */
const MAY_IMPORT: Record<string, string[]> = {
  domain: ['domain', 'failure', 'date-fns'],
  render: ['render', 'type domain', 'type context', 'chalk', 'fast-string-width'],
  formats: ['domain', 'formats', 'failure', 'ics', 'liquidjs', 'yaml', 'csv-parse', 'ical.js'],
  store: ['domain', 'store', 'failure', 'node:', 'lowdb', 'env-paths'],
  input: ['domain', 'input', 'context', 'failure', 'inquirer', 'commander'],
  remote: ['domain', 'formats', 'remote', 'context', 'failure', 'node:'],
}

/** The named exceptions of the table. */
const EXCEPTIONS = new Set([
  'input/prompt.ts → node:stream',
  'formats/eml.ts → nodemailer/lib/mail-composer/index.js',
])
/** Wording of days and counts that a renderer may call. */
const WORDING = ['domain/words/days.ts', 'domain/words/read-days.ts', 'domain/words/text.ts']

const ONLY_HERE: Record<string, string> = {
  'date-fns': 'domain/words/days.ts',
  chalk: 'render/theme.ts',
  inquirer: 'input/prompt.ts',
  ics: 'formats/ics.ts',
  liquidjs: 'formats/template.ts',
  yaml: 'formats/',
  lowdb: 'store/',
  'node:fs': 'store/',
  'node:child_process': 'main.ts',
}

/** Used in their own file, and exported for the tests: parts that are best looked at alone. */
const TESTED_AT_THEIR_OWN_DOOR = ['MIGRATIONS', 'PATIENT_RULE_TABLE', 'livesThere', 'personLines']

it('the lower layers import only what the table of layers lets them', () => {
  expect(IMPORTS.filter(isOutsideTheTable).map(arrow)).toEqual([])
})

it('a command imports no other command', () => {
  const commands = IMPORTS.filter(({ from }) => /^commands\/.+\//.test(from))
  expect(commands.filter(({ to }) => /^commands\/.+\//.test(to)).map(arrow)).toEqual([])
})

it('a command touches neither files nor processes', () => {
  const commands = IMPORTS.filter(({ from }) => from.startsWith('commands/'))
  expect(commands.filter(({ to }) => to.startsWith('node:')).map(arrow)).toEqual([])
})

it('nothing imports what stands above it', () => {
  expect(IMPORTS.filter(({ to }) => to === 'main.ts').map(arrow)).toEqual([])
  expect(
    IMPORTS.filter(({ to, from }) => to === 'cli.ts' && from !== 'main.ts').map(arrow),
  ).toEqual([])
})

it('each package and the file system have one place', () => {
  expect(IMPORTS.filter(isOutOfPlace).map(arrow)).toEqual([])
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
  const allowed = new Set(['main.ts', 'input/prompt.ts', 'store/lock.ts'])
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
  const allowed = MAY_IMPORT[layerOf(one.from)]
  if (!allowed || EXCEPTIONS.has(arrow(one))) return false
  if (layerOf(one.from) === 'render' && WORDING.includes(one.to)) return false
  return !allowed.some(name =>
    name.startsWith('type ')
      ? one.kind === 'type' && one.layer === name.slice('type '.length)
      : one.layer === name || one.to.startsWith(name.endsWith(':') ? name : `${name}/`),
  )
}

function layerOf(path: string): string {
  return path.split('/')[0] ?? path
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

function isOutOfPlace({ from, to, kind }: Import): boolean {
  const place = Object.entries(ONLY_HERE).find(
    ([name]) => to === name || to.startsWith(`${name}/`),
  )?.[1]
  return place !== undefined && kind !== 'type' && from !== 'main.ts' && !from.startsWith(place)
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
