import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

export interface SourceFile {
  /** `domain/days.ts`, within `src`. */
  path: string
  /** The first folder, or the file itself without its ending: `domain`, `main`. */
  layer: string
  text: string
  /** Without comments. */
  code: string
  imports: Import[]
  exports: Export[]
}

export interface Import {
  /** The file that imports, within `src`. */
  from: string
  /** A file within `src`, or a package as it is written. */
  to: string
  layer: string
  kind: 'value' | 'type' | 'late'
  /** As the other file calls them; none of an import for its effect, or of a whole module. */
  names: string[]
}

export interface Export {
  name: string
  kind: 'value' | 'type'
}

const SRC = new URL('../../src/', import.meta.url)
const TEST = new URL('../', import.meta.url)

export function sourceFiles(): SourceFile[] {
  return filesIn(SRC, '')
}

/** The tests and what they share, as `../test/commands/today/due.test.ts`: seen from `src` too. */
export function testFiles(): SourceFile[] {
  return filesIn(TEST, '../test/')
}

function filesIn(folder: URL, prefix: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith('.ts'))
    .sort()
    .map(path => sourceFile(prefix + path, readFileSync(new URL(path, folder), 'utf8')))
}

export function sourceFile(path: string, text: string): SourceFile {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
  return {
    path,
    layer: layerOf(path),
    text,
    code,
    imports: importsOf(path, code),
    exports: exportsOf(code),
  }
}

const STATIC = /^(?:import|export)\s+(type\s)?(?:([\w\s{},*$]+?)\sfrom\s+)?'([^']+)'/gm
const LATE = /(typeof\s+)?\bimport\(\s*'([^']+)'/g

function importsOf(from: string, code: string): Import[] {
  const to = (target: string) => {
    const path = target.startsWith('.') ? withinSrc(from, target) : target
    return { from, to: path, layer: target.startsWith('.') ? layerOf(path) : path }
  }
  return [
    ...[...code.matchAll(STATIC)].map(([, type, names = '', target = '']) => ({
      ...to(target),
      kind: type ? ('type' as const) : ('value' as const),
      names: listed(names).map(([first = '']) => first),
    })),
    ...[...code.matchAll(LATE)].map(([, type, target = '']) => ({
      ...to(target),
      kind: type ? ('type' as const) : ('late' as const),
      names: [],
    })),
  ]
}

function withinSrc(from: string, target: string): string {
  return posix.join(posix.dirname(from), target).replace(/^\.\.\/src\//, '')
}

const DECLARED = /^export\s+(?:async\s+)?(function\*?|const|let|class|interface|type)\s+([\w$]+)/gm
const LISTED = /^export\s+(type\s+)?\{([^}]*)\}/gm

function exportsOf(code: string): Export[] {
  return [
    ...[...code.matchAll(DECLARED)].map(([, word = '', name = '']) => ({
      name,
      kind: word === 'interface' || word === 'type' ? ('type' as const) : ('value' as const),
    })),
    ...[...code.matchAll(LISTED)].flatMap(([, type, names = '']) =>
      listed(names).map(words => ({
        name: words.at(-1) ?? '',
        kind: type ? ('type' as const) : ('value' as const),
      })),
    ),
  ]
}

/** Of `{ a, type B, c as d }`: the words of a, of B, and of c and d. */
function listed(list: string): string[][] {
  return list
    .replace(/[{}]/g, '')
    .split(',')
    .map(each => each.trim().replace(/^type\s+/, ''))
    .filter(Boolean)
    .map(each => each.split(/\s+as\s+/))
}

function layerOf(path: string): string {
  return path.split('/')[0]?.replace(/\.ts$/, '') ?? path
}
