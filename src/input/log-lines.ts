import type { Context } from '../context.ts'
import { OCCASIONS } from '../domain/data/choices.ts'
import type { Database, Occasion } from '../domain/data/model.ts'
import { readOccasion } from '../domain/data/reading.ts'
import type { LogPlan } from '../domain/log/log-plan.ts'
import { peopleMeant } from '../domain/people/people.ts'
import { textKindOf } from '../domain/review/patient.ts'
import type { Day } from '../domain/words/days.ts'
import { readDay, readPastDay } from '../domain/words/read-days.ts'
import { Failure } from '../failure.ts'
import { readEach, type SkippedLine, typedLines } from './lines.ts'
import { warnOfPatients } from './warn.ts'

export const LINES_HELP = 'One contact per line: tue; chen; office-hours; her grant advice'

/**
 * Reads `tue; chen; office-hours; her grant advice` lines from stdin: day, people and occasion in any
 * order, the last free field is the detail. Lines that do not read are given back with the reason.
 */
export async function readLogLines(
  ctx: Context,
): Promise<{ plans: LogPlan[]; skipped: SkippedLine[] }> {
  const db = ctx.store.read()
  const lines = await typedLines(ctx)
  const { values: plans, skipped } = readEach(lines, line => planOf(db, line, ctx.today))
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

function planOf(db: Database, line: string, today: Day): LogPlan {
  let on: Day | undefined
  let kind: Occasion | undefined
  let people: number[] | undefined
  let unclear: string | undefined
  const free: string[] = []
  for (const field of line.split(';').map(part => part.trim())) {
    if (!field) continue
    const day = on ? undefined : dayIn(field, today)
    if (day) on = day
    else free.push(field)
  }
  const rest: string[] = []
  for (const field of free) {
    const occasion = kind ? undefined : occasionIn(field)
    if (occasion) {
      kind = occasion
      continue
    }
    const meaning = people ? undefined : peopleMeant(db, [field])
    if (meaning?.is === 'people') people = meaning.contacts.map(contact => contact.id)
    else {
      if (meaning?.is === 'several') unclear ??= `"${field}" fits several people; use a number`
      rest.push(field)
    }
  }
  if (!people?.length) {
    throw new Failure('not-found', unclear ?? `no one on file is named in "${line.trim()}"`)
  }
  const detail = rest.at(-1)
  return {
    contacts: people,
    fresh: [],
    person: {},
    interaction: {
      kind: kind ?? 'met',
      on: on ?? today,
      detail,
      note: rest.length > 1 ? rest.slice(0, -1).join('; ') : undefined,
    },
    options: {},
  }
}

/** Fails on a day to come, which would else be taken for what was talked about today. */
function dayIn(field: string, today: Day): Day | undefined {
  try {
    readDay(field, today, { lean: 'back' })
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
  return readPastDay(field, today, '')
}

/** Only a whole word of the list: the beginning of one may be a name. */
function occasionIn(field: string): Occasion | undefined {
  try {
    const kind = readOccasion(field, OCCASIONS)
    const isWhole = kind.length <= field.length + 1
    return isWhole ? kind : undefined
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}
