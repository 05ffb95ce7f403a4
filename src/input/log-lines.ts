import type { Context } from '../context.ts'
import type { Database } from '../domain/data/model.ts'
import { readJotted } from '../domain/log/jotted-line.ts'
import type { LogPlan } from '../domain/log/log-plan.ts'
import type { Sentence } from '../domain/log/sentence-said.ts'
import { textKindOf } from '../domain/review/patient.ts'
import type { Day } from '../domain/words/days.ts'
import { listed, oneLine } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import { asTyped } from './did-you-mean.ts'
import { readEach, type SkippedLine, typedLines } from './lines.ts'
import { warnOfPatients } from './warn.ts'

export const LINES_HELP = 'One contact per line: tue; chen; office-hours; her grant advice'

/**
 * Reads lines from stdin, each a sentence or fields in any order: `tue; chen; office-hours; her grant
 * advice`. Lines that do not read are given back with the reason.
 */
export async function readLogLines(
  ctx: Context,
): Promise<{ plans: LogPlan[]; skipped: SkippedLine[] }> {
  const db = ctx.store.read()
  const read = (line: string) => planOf(db, line, ctx.today)
  const lines = await typedLines(ctx, { read })
  const { values: plans, skipped } = readEach(lines, read)
  for (const { interaction } of plans) {
    const how = { as: textKindOf(interaction.kind) }
    warnOfPatients(ctx, db, [interaction.detail, interaction.note], how)
  }
  if (!plans.length) {
    throw new Failure(
      'usage',
      'No line could be read.',
      skipped.map(each => `Line ${each.number}: ${each.why}`).join('\n') || LINES_HELP,
    )
  }
  return { plans, skipped }
}

/** One line as a plan; fails with what is not clear in it and the line to write. */
function planOf(db: Database, line: string, today: Day): LogPlan {
  const read = readJotted(db, line, today)
  if (read.is === 'asked') throw new Failure('usage', whyNot(line, read))
  const { contacts, kind, on, by, place, event, detail } = read.said
  return {
    contacts: contacts.map(each => each.id),
    fresh: [],
    person: {},
    interaction: {
      kind: kind ?? event?.kind ?? 'met',
      on: on ?? today,
      by,
      place,
      detail: detail && oneLine(detail, 'detail'),
      note: read.note && oneLine(read.note, 'note'),
    },
    event: event?.id,
    options: {},
  }
}

function whyNot(line: string, asked: Extract<Sentence, { is: 'asked' }>): string {
  if (asked.open === 'who') return `no one on file is named in "${line.trim()}"`
  const lines = asked.instead.map(({ verb, words }) =>
    verb === 'log' ? words.join(' ') : asTyped([verb, ...words]),
  )
  return lines.length ? `${asked.why} Write: ${listed(lines, 'or')}` : asked.why
}
