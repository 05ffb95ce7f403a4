import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

export interface SourceFile {
  /** `domain/days.ts`, within `src`. */
  path: string
  /** The first folder, or the file itself without its ending: `domain`, `main`. */
  layer: string
  /** Without comments. */
  code: string
  imports: Import[]
}

export interface Import {
  /** The file that imports, within `src`. */
  from: string
  /** A file within `src`, or a package as it is written. */
  to: string
  layer: string
  kind: 'value' | 'type' | 'late'
}

const SRC = new URL('../../src/', import.meta.url)

export function sourceFiles(): SourceFile[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith('.ts'))
    .sort()
    .map(path => sourceFile(path, readFileSync(new URL(path, SRC), 'utf8')))
}

export function sourceFile(path: string, text: string): SourceFile {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
  return { path, layer: layerOf(path), code, imports: importsOf(path, code) }
}

const STATIC = /^(?:import|export)\s+(type\s)?(?:[\w\s{},*$]+?\sfrom\s+)?'([^']+)'/gm
const LATE = /(typeof\s+)?\bimport\(\s*'([^']+)'/g

function importsOf(from: string, code: string): Import[] {
  const to = (target: string) => {
    const path = target.startsWith('.') ? posix.join(posix.dirname(from), target) : target
    return { from, to: path, layer: target.startsWith('.') ? layerOf(path) : path }
  }
  return [
    ...[...code.matchAll(STATIC)].map(([, type, target = '']) => ({
      ...to(target),
      kind: type ? ('type' as const) : ('value' as const),
    })),
    ...[...code.matchAll(LATE)].map(([, type, target = '']) => ({
      ...to(target),
      kind: type ? ('type' as const) : ('late' as const),
    })),
  ]
}

function layerOf(path: string): string {
  return path.split('/')[0]?.replace(/\.ts$/, '') ?? path
}
