import type { Holding } from '../domain/change/restoring.ts'
import { quoted } from '../domain/words/quoting.ts'
import { holdingWords, nextCommand } from './sentences.ts'
import { visible } from './text.ts'
import type { Screen } from './theme.ts'

interface Checkup {
  file: string
  healthy: boolean
  /** How much the file holds; null when it can't be understood. */
  holds: Holding | null
  problems: readonly Found[]
  /** What --fix did, a line each; empty without it. */
  fixed: readonly { where: string | null; says: string }[]
  /** Where the file as it was is kept, after it was mended in place. */
  damaged: string | null
  saved: Saved | null
}

interface Found {
  kind: string
  where: string | null
  says: string
  fix: string | null
  command: string | null
}

/** What can be read of a file that can't be understood. */
interface Saved {
  /** Null until --fix has written it. */
  path: string | null
  holds: Holding
  leftOut: readonly { where: string | null; says: string }[]
}

const MOST_SHOWN = 20

export function renderCheckup(checkup: Checkup, screen: Screen): string {
  const { file, healthy, holds, problems, fixed, damaged } = checkup
  const did = fixed.length ? ['Fixed:', ...few(fixed.map(each => `  ${visible(each.says)}`))] : []
  const kept = damaged ? ['The file as it was:', visible(`  ${damaged}`)] : []
  if (healthy) {
    const what = holds ? `: ${holdingWords(holds)}` : ''
    return [...did, ...kept, `Everything is in order${what}.`, visible(`  ${file}`)].join('\n')
  }
  const lines = problems.map(each => {
    const fix = each.fix ? [visible(`  with --fix: ${each.fix}`)] : []
    const command = each.command ? [nextCommand(each.command, screen)] : []
    return [visible(each.says), ...fix, ...command].join('\n')
  })
  return [...did, ...kept, ...few(lines), ...savedLines(checkup, screen)].join('\n')
}

function savedLines({ saved, problems }: Checkup, screen: Screen): string[] {
  const isFixable = problems.some(each => each.fix)
  const fix = `${nextCommand('netmed doctor --fix', screen)}   does what loses nothing`
  if (!saved) return isFixable ? [fix] : []
  const left = saved.leftOut.map(each => visible(`  ${each.says}`))
  const head = `What can be saved of it: ${holdingWords(saved.holds)}.`
  const leftOut = left.length ? ['Left out:', ...few(left)] : []
  if (saved.path === null) {
    const writes = 'writes that to a new file; the damaged one stays as it is'
    return [head, ...leftOut, `${nextCommand('netmed doctor --fix', screen)}   ${writes}`]
  }
  return [
    head,
    ...leftOut,
    visible(`Saved to ${saved.path}`),
    nextCommand(`netmed restore ${quoted(saved.path)}`, screen),
  ]
}

function few(lines: readonly string[]): string[] {
  if (lines.length <= MOST_SHOWN) return [...lines]
  return [...lines.slice(0, MOST_SHOWN), `and ${lines.length - MOST_SHOWN} more (all with --json)`]
}
