import type { Context } from '../context.ts'
import type { PublicPart } from '../domain/data/lens.ts'
import type { Claim } from '../domain/data/model.ts'
import { mailStyle } from '../domain/data/settings.ts'
import type { Template } from '../domain/data/templates.ts'
import {
  type DraftFor,
  type DraftView,
  dayAsked,
  draftView,
  fitsSlot,
  type MissingSlot,
} from '../domain/mail/drafts.ts'
import { refusalOf } from '../domain/mail/refusals.ts'
import { type TypedWords, typedLast } from '../domain/mail/typed-before.ts'
import { displayName } from '../domain/people/names.ts'
import { type Day, shortDay } from '../domain/words/days.ts'
import { oneLine } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import { rememberTyped, typedBefore } from './typed-before.ts'

/** `slot=value` as typed after `--set`. */
export function readSlot(text: string): { name: string; value: string } {
  const at = text.indexOf('=')
  if (at < 1) {
    throw new Failure('usage', `--set takes slot=value, not "${text}".`, '--set topic="…"')
  }
  return { name: text.slice(0, at).trim(), value: oneLine(text.slice(at + 1), 'slot') }
}

/**
 * Everything a draft is filled with; what is missing is asked for, or all of it named in one failure. What
 * is typed is remembered for the same question about the next draft.
 */
export async function fillSlots(
  ctx: Context,
  db: PublicPart,
  asked: DraftFor,
): Promise<DraftView & { given: Record<string, string> }> {
  const given: Record<string, string> = { ...asked.given }
  const { unproven } = draftView(db, asked)
  for (const claim of unproven) Object.assign(given, await proofOf(ctx, claim, asked))
  const first = draftView(db, { ...asked, given })
  Object.assign(given, await askMissing(ctx, { db, asked }, first.missing))
  rememberTyped(ctx, asked, given)
  const whole = first.missing.length ? draftView(db, { ...asked, given }) : first
  return { ...whole, given }
}

async function askMissing(
  ctx: Context,
  { db, asked }: { db: PublicPart; asked: DraftFor },
  missing: readonly MissingSlot[],
): Promise<Record<string, string>> {
  if (!missing.length) return {}
  // Of several people each answer would be the same slot.
  const isAsked = ctx.ask && !(asked.others?.length && missing.some(each => each.command))
  if (!ctx.ask || !isAsked) throw missingFailure(asked.template, missing)
  const before = typedBefore(ctx)
  const answers: Record<string, string> = {}
  const { ask } = ctx
  const answerTo = async (slot: MissingSlot): Promise<void> => {
    const last = typedLast(before, asked, slot)
    const inPlace = asked.template.slots.find(each => each.name === slot.or)
    const answer = await ask.text({
      ...questionOf(slot, last, asked.today),
      check: said => {
        if (!said.trim()) return slot.required && !inPlace ? 'The email needs it.' : undefined
        const day = dayAsked(slot, said, { today: asked.today, style: mailStyle(db) })
        const people = [asked.contact, ...(asked.others ?? [])]
        const refusal = refusalOf(db, slot, said.trim(), { people, today: asked.today })
        return day ?? refusal ?? (fitsSlot(slot, said, asked.contact) ? undefined : SAY_IT)
      },
    })
    answers[slot.name] = answer
    if (inPlace && !answer.trim()) {
      const { or: _, ...other } = inPlace
      await answerTo({ ...other, required: true })
    }
  }
  for (const slot of missing) await answerTo(slot)
  return answers
}

/** What the user says in place of a record; fails where a mail cannot be without one. */
async function proofOf(
  ctx: Context,
  claim: Claim,
  { contact, template }: DraftFor,
): Promise<Record<string, string>> {
  const name = displayName(contact)
  if (claim === 'talk' && ctx.ask) {
    const spoke = await ctx.ask.confirm({
      message: `Did ${name} give a talk there?`,
      fallback: false,
    })
    if (spoke) return { talk: 'yes' }
  }
  throw unproven(claim, { contact, template }, 'Nothing was written.')
}

/** What a mail from this template claims and nothing bears out, with what to log first. */
export function unproven(
  claim: Claim,
  { contact, template }: Pick<DraftFor, 'contact' | 'template'>,
  ...more: string[]
): Failure {
  const [lacks, hint] = LACKING[claim](displayName(contact), contact.id)
  return new Failure('usage', `The ${template.name} email ${lacks}.`, [hint, ...more].join('\n'))
}

const LACKING: Record<Claim, (name: string, id: number) => [lacks: string, hint: string]> = {
  talk: (name, id) => [
    `speaks of a talk, and none of ${name} is on file`,
    `They gave one: --set talk=yes. Else: netmed draft thanks ${id}`,
  ],
  mail: (name, id) => [
    `follows up on an email, and none from you to ${name} is on file`,
    `If you wrote to them: netmed log ${id} --kind email`,
  ],
  met: (name, id) => [
    `speaks of when you met, and no meeting with ${name} is on file`,
    `netmed log ${id}`,
  ],
  advice: (name, id) => [
    `is about advice, and none from ${name} is on file`,
    `--set topic="…", or log it: netmed log ${id} --advice "…"`,
  ],
  resource: (name, id) => [
    `is about something they suggested, and nothing from ${name} is on file`,
    `--set resource="…", or log it: netmed log ${id} --resource "…"`,
  ],
}

const SAY_IT =
  'Say it as you would to them, in a few words: "your …", "how you …", "you showed me …".'

/** With what may be the answer: typed now, noted of them, or typed for an earlier draft. */
function questionOf(
  { meaning, example, typed, says, noted, notedOf }: MissingSlot,
  last: TypedWords | undefined,
  today: Day,
): { message: string; fallback?: string } {
  const asked = meaning.charAt(0).toUpperCase() + meaning.slice(1)
  if (typed && says) return { message: `${says}\n${asked}`, fallback: typed }
  const saidToThem = `${asked}, as you would say it to them`
  if (typed) return { message: saidToThem, fallback: typed }
  if (noted) {
    return { message: `${saidToThem}${notedOf ? ` (noted of ${notedOf})` : ''}`, fallback: noted }
  }
  if (last) {
    return {
      message: `${asked} (from your draft of ${shortDay(last.on, today)})`,
      fallback: last.text,
    }
  }
  return { message: example ? `${asked} (for example: ${example})` : asked }
}

function missingFailure(template: Template, missing: readonly MissingSlot[]): Failure {
  const unsaid = missing.filter(({ says }) => !says)
  const flags = unsaid.map(
    slot =>
      slot.command ??
      (slot.profile === undefined
        ? `--set ${slot.name}="…"`
        : `netmed me --${PROFILE_FLAGS[slot.profile] ?? slot.profile} "…"`),
  )
  const wide = Math.max(...flags.map(flag => flag.length))
  const lines = unsaid.map(
    (slot, index) =>
      `${(flags[index] ?? '').padEnd(wide)}  ${slot.meaning}${slot.or ? ` (or --set ${slot.or}="…")` : ''}`,
  )
  const noted = missing.flatMap(({ typed, says, why, noted, notedOf }) => {
    if (says) return [says]
    if (typed) return [why ?? `"${typed}" may not fit a sentence. ${SAY_IT}`]
    return noted ? [`You noted${notedOf ? ` of ${notedOf}` : ''}: "${noted}". ${SAY_IT}`] : []
  })
  const count = missing.length === 1 ? 'one thing' : `${missing.length} things`
  const needs = unsaid.length ? `${count} that I don't know` : `${count} typed again`
  return new Failure(
    'usage',
    `The ${template.name} email needs ${needs}:`,
    [...lines, ...noted, 'Nothing was written.'].join('\n'),
  )
}

/** Flags of `me` that are not named as their field. */
const PROFILE_FLAGS: Partial<Record<string, string>> = {
  interests: 'interest',
  skills: 'skill',
  links: 'link',
  graduationYear: 'graduation-year',
}
