import type { Context } from '../context.ts'
import type { PublicPart } from '../domain/data/lens.ts'
import type { Claim, Contact, Database } from '../domain/data/model.ts'
import { mailStyle } from '../domain/data/settings.ts'
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
import { wordsAsked } from '../domain/mail/typed-words.ts'
import { displayName } from '../domain/people/names.ts'
import { handlesOf } from '../domain/people/people.ts'
import { CLAIM_ROWS } from '../domain/review/claims.ts'
import { type Day, shortDay } from '../domain/words/days.ts'
import { oneLine } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import { rememberTyped, typedBefore } from './typed-before.ts'

/** `slot=value` as typed after this flag. */
export function readSlot(flag: string, text: string): { name: string; value: string } {
  const at = text.indexOf('=')
  if (at < 1) {
    throw new Failure('usage', `--${flag} takes slot=value, not "${text}".`, `--${flag} topic="…"`)
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
  const sofar = draftView(db, asked)
  if (!ctx.ask) mustHaveAll(db, asked, sofar)
  for (const claim of sofar.unproven)
    Object.assign(given, await proofOf(ctx, db, claim, asked, sofar))
  const first = draftView(db, { ...asked, given })
  const answers = await askMissing(ctx, { db, asked }, first.missing)
  Object.assign(given, answers)
  rememberTyped(ctx, asked, given)
  // Whoever answers has seen the question.
  const asTyped = [...(asked.asTyped ?? []), ...Object.keys(answers)]
  const whole = first.missing.length ? draftView(db, { ...asked, given, asTyped }) : first
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
  if (!ctx.ask || !isAsked) throw missingFailure(db, asked, [], missing)
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
        const { template, today } = asked
        const value = said.trim()
        const refusal = refusalOf(db, slot, value, { people, today, template })
        const unsure = wordsAsked(db, { slot, value, template, people })
        return (
          day ??
          refusal ??
          unsure?.says ??
          (fitsSlot(slot, said, asked.contact) ? undefined : SAY_IT)
        )
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

/** What the user says in place of a record; fails where there is none, and nothing to be said for it. */
async function proofOf(
  ctx: Context,
  db: PublicPart,
  claim: Claim,
  asked: DraftFor,
  { missing }: DraftView,
): Promise<Record<string, string>> {
  const { typed } = CLAIM_ROWS[claim]
  // It is asked for with all else.
  if (typed && missing.some(slot => slot.name === typed.slot)) return {}
  if (typed?.ask && ctx.ask) {
    const message = typed.ask(displayName(asked.contact))
    // Said for an earlier draft of theirs, it is still so.
    const fallback = typedLast(typedBefore(ctx), asked, { name: typed.slot }) !== undefined
    if (await ctx.ask.confirm({ message, fallback })) {
      return { [typed.slot]: typed.yes ?? 'yes' }
    }
  }
  throw unprovenFailure(db, asked, [claim], 'Nothing was written.')
}

/** With nobody to ask: everything that a mail lacks, in one failure. */
function mustHaveAll(
  db: PublicPart,
  asked: DraftFor,
  { unproven, missing }: Pick<DraftView, 'unproven' | 'missing'>,
): void {
  const untyped = unproven.filter(
    claim => !CLAIM_ROWS[claim].typed || CLAIM_ROWS[claim].refusal !== undefined,
  )
  const also = missing.length ? ['It also needs:', ...slotLines(missing.map(lineOf))] : []
  if (untyped.length) throw unprovenFailure(db, asked, untyped, ...also, 'Nothing was written.')
  const proofs = unproven.flatMap(claim => typedProof(claim, asked.contact))
  const others = missing.filter(({ name }) => !proofs.some(({ slot }) => slot === name))
  if (proofs.length + others.length) throw missingFailure(db, asked, unproven, others)
}

/** What a mail from this template claims and nothing bears out, with what to log first; then `more`. */
export function unprovenFailure(
  db: Readonly<Database>,
  { template, contact, today }: Pick<DraftFor, 'template' | 'contact' | 'today'>,
  claims: readonly Claim[],
  ...more: readonly string[]
): Failure {
  const of = { contact, today, roles: template.for }
  const rows = claims.map(claim => CLAIM_ROWS[claim])
  const why = rows.map(row => `${row.says(of)}, and ${row.lacks(db, of)}`)
  const how = rows.map(row => row.else?.(db, of) ?? `If it happened: ${row.command(contact.id)}`)
  return new Failure(
    rows.find(row => row.refusal)?.refusal ?? 'usage',
    `The ${template.name} email ${why.join('; it ')}.`,
    [...how, ...more].join('\n'),
  )
}

const SAY_IT =
  'Say it as you would to them, in a few words: "your …", "how you …", "you showed me …".'

/** With what may be the answer: typed now, noted of them, or typed for an earlier draft. */
function questionOf(
  { meaning, example, typed, refused, noted, notedOf, instead }: MissingSlot,
  last: TypedWords | undefined,
  today: Day,
): { message: string; fallback?: string } {
  const asked = meaning.charAt(0).toUpperCase() + meaning.slice(1)
  if (typed && refused) return { message: `${refused}\n${asked}`, fallback: typed }
  const saidToThem = `${asked}, as you would say it to them`
  if (typed) return { message: saidToThem, fallback: typed }
  if (noted) {
    return {
      message: `${saidToThem}${notedOf ? ` (noted of ${notedOf})` : ''}`,
      fallback: (notedOf && instead?.[0]) || noted,
    }
  }
  if (last) {
    return {
      message: `${asked} (from your draft of ${shortDay(last.on, today)})`,
      fallback: last.text,
    }
  }
  return { message: example ? `${asked} (for example: ${example})` : asked }
}

function missingFailure(
  db: PublicPart,
  asked: DraftFor,
  unproven: readonly Claim[],
  missing: readonly MissingSlot[],
): Failure {
  const { template, contact, today } = asked
  const of = { contact, today, roles: template.for }
  const proofs = unproven.flatMap(claim => typedProof(claim, contact))
  const unsaid = missing.filter(({ refused }) => !refused)
  const lines = slotLines([...proofs, ...unsaid.map(lineOf)])
  const noted = missing.flatMap(({ name, typed, refused, noted, notedOf, instead, would }) => {
    if (refused) return [refused]
    if (would)
      return [`The email would say "${would}". If you mean that: --say ${name}=${inQuotes(would)}`]
    const why = typed
      ? `"${typed}" may not fit a sentence.`
      : `You noted${notedOf ? ` of ${notedOf}` : ''}: "${noted}".`
    if (!typed && !noted) return []
    return [instead?.length ? why : `${why} ${SAY_IT}`]
  })
  const whole = new Set(
    missing.flatMap(({ name, instead = [] }) =>
      instead.map(value => `  ${lineToType(db, asked, missing, { [name]: value })}`),
    ),
  )
  if (whole.size) noted.push('To say it:', ...whole)
  const otherwise = unproven.flatMap(claim => CLAIM_ROWS[claim].else?.(db, of) ?? [])
  const all = proofs.length + missing.length
  const count = all === 1 ? 'one thing' : `${all} things`
  const needs = lines.length ? `${count} that I don't know` : `${count} typed again`
  return new Failure(
    'usage',
    `The ${template.name} email needs ${needs}:`,
    [...lines, ...noted, ...otherwise, 'Nothing was written.'].join('\n'),
  )
}

/** The command with everything typed so far, and with these values; what else is missing is a gap in it. */
function lineToType(
  db: PublicPart,
  { template, contact, others = [], given, asTyped = [] }: DraftFor,
  missing: readonly MissingSlot[],
  values: Readonly<Record<string, string>>,
): string {
  const people = [contact, ...others].map(({ id }) => id)
  const handles = handlesOf(db, people)
  const gaps = missing
    .filter(({ command, profile, or }) => !command && !profile && (!or || given[or] === undefined))
    .map(({ name, instead }) => [name, instead?.[0] ?? '…'] as const)
  const sets = Object.entries({ ...given, ...Object.fromEntries(gaps), ...values })
  const who = people.map(id => handles.get(id) ?? String(id)).join(', ')
  return [
    `netmed draft ${template.name} ${who}`,
    ...sets.map(
      ([name, value]) => `--${asTyped.includes(name) ? 'say' : 'set'} ${name}=${inQuotes(value)}`,
    ),
  ].join(' ')
}

/** As a shell reads it: what it would take for its own stands in single quotes. */
function inQuotes(text: string): string {
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`
}

interface SlotLine {
  slot: string
  flag: string
  meaning: string
}

/** `--set talk=yes  if Dr. Hoff gave a talk there` */
function typedProof(claim: Claim, contact: Contact): SlotLine[] {
  const { typed, command } = CLAIM_ROWS[claim]
  if (!typed) return []
  const { slot, value = '"…"', meaning } = typed
  const log = typed.value === undefined ? ` (or log it: ${command(contact.id)})` : ''
  return [
    { slot, flag: `--set ${slot}=${value}`, meaning: `${meaning(displayName(contact))}${log}` },
  ]
}

function lineOf({ name, profile, meaning, or, command, orElse }: MissingSlot): SlotLine {
  const typed =
    profile === undefined
      ? `--set ${name}="…"`
      : `netmed me --${PROFILE_FLAGS[profile] ?? profile} "…"`
  return {
    slot: name,
    flag: command ?? typed,
    meaning: `${meaning}${or ? ` (or --set ${or}="…")` : ''}${orElse ? `, or ${orElse}` : ''}`,
  }
}

function slotLines(lines: readonly SlotLine[]): string[] {
  const wide = Math.max(...lines.map(({ flag }) => flag.length))
  return lines.map(({ flag, meaning }) => `${flag.padEnd(wide)}  ${meaning}`)
}

/** Flags of `me` that are not named as their field. */
const PROFILE_FLAGS: Partial<Record<string, string>> = {
  interests: 'interest',
  skills: 'skill',
  links: 'link',
  graduationYear: 'graduation-year',
}
