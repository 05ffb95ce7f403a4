import type { Context } from '../context.ts'
import { dayThere, eventSpokenOf } from '../domain/data/events.ts'
import { FIELDS } from '../domain/data/fields.ts'
import type { Contact, Database } from '../domain/data/model.ts'
import { present } from '../domain/data/records.ts'
import type { LoopToOpen } from '../domain/due/opening.ts'
import { newAddresses, withoutAddresses } from '../domain/log/addresses.ts'
import type { LogPlan } from '../domain/log/log-plan.ts'
import type { Said } from '../domain/log/sentence-said.ts'
import { type DetailOf, detailOfOne, isAboutOne } from '../domain/log/whose-detail.ts'
import { displayName } from '../domain/people/names.ts'
import { nearPeople, personOf, whose } from '../domain/people/people.ts'
import { type AskedPerson, askWarnings, bigAskIn } from '../domain/review/asks.ts'
import { textKindOf } from '../domain/review/patient.ts'
import { listed, oneLine, plainName } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import type { Line } from './command.ts'
import { asTyped } from './did-you-mean.ts'
import { formOf } from './fields.ts'
import { type Field, type Form, fillIn, grouped, switchField, type Typed } from './form.ts'
import { askedWho, readPerson, refusePersonFlags } from './person.ts'
import { nearHints, oneOf, pickPeople } from './pick.ts'
import { type Agreed, loopsInDetail, readAgreed, readPromised } from './said-loops.ts'
import { readWords, refuseSaidTwice } from './sentence.ts'
import { warnOfPatients } from './warn.ts'

/** The flags of an interaction; the people are arguments, the event is looked up or made by name. */
const INTERACTION = formOf(FIELDS.interactions.filter(row => row.name !== 'contacts'))

const agreed = (
  flag: string,
  help: string,
  read = readPromised,
): Field<Agreed> & { many: true } => ({
  flag,
  help,
  placeholder: 'text',
  loose: 'text',
  many: true,
  read,
})

const LOOPS = {
  // A day in advice is part of what they said: "apply by 1 Sep".
  advice: agreed('advice', 'advice they gave', readAgreed),
  resource: agreed('resource', 'a paper, book or deck they suggested', readAgreed),
  promise: agreed('promise', 'what you said you would do; "by fri" sets the day'),
  offer: agreed('offer', 'what they offered'),
  ask: agreed('ask', 'what you asked of them; "by 1 feb" sets the day'),
} as const

const OWN = {
  ...LOOPS,
  next: {
    flag: 'next',
    placeholder: 'text',
    loose: 'text',
    help: 'what comes next; "by fri" sets the day',
    read: readPromised,
  },
  noFollowUp: switchField('open no follow-ups', { flag: 'no-follow-up' }),
  fresh: switchField('add whoever is not on file yet', { flag: 'new' }),
} as const

const ALL: Form = { ...INTERACTION, ...OWN }
/** What most logs need; help shows these first. */
const COMMON = ['kind', 'on', 'detail', 'note', 'promise', 'fresh']
const COMES_OF_IT = ['advice', 'resource', 'offer', 'ask', 'next', 'noFollowUp']

/** The flags of an interaction and of the loops that it opens, in the groups of help. */
export const INTERACTION_FORM: Form = {
  ...fieldsOf(COMMON),
  ...grouped('What came out of it', fieldsOf(COMES_OF_IT)),
  ...grouped(
    'More about it',
    fieldsOf(Object.keys(ALL).filter(key => ![...COMMON, ...COMES_OF_IT].includes(key))),
  ),
}

function fieldsOf(keys: readonly string[]): Form {
  return Object.fromEntries(keys.flatMap(key => (ALL[key] ? [[key, ALL[key]]] : [])))
}

/** What a command that logs brings with it. */
interface Logging {
  /** Its word, for the line that it shows. */
  verb: string
  /** The flags that describe somebody new, where the command has any. */
  person?: Form
  /** What is taken for granted unless it was typed. */
  assumed?: Typed
  /** Its words may say more than names: "coffee with priya yesterday". */
  isSentence?: boolean
}

/** Reads a line into a plan for the log; asks for who it was, and about names that nobody has. */
export async function readLog(
  ctx: Context,
  line: Line,
  { verb, person = {}, assumed = {}, isSentence = false }: Logging,
): Promise<LogPlan> {
  const db = ctx.store.read()
  const isAsked = isSentence && !line.args.length && ctx.ask !== null
  const { args, emails } = withoutAddresses(isAsked ? [await askedWhat(ctx)] : line.args)
  const { who, said } = await whoAndWhat(ctx, db, { ...line, args }, { verb, isSentence })
  const { event, ...values } = await fillIn(ctx, INTERACTION, { ...assumed, ...line.typed })
  const { noFollowUp, next, fresh: _, ...loops } = await fillIn(ctx, OWN, line.typed)
  const typedOf = await readPerson(ctx, db, person, line.typed)
  refuseSharedFlags(person, line.typed, who.fresh)
  const addresses = newAddresses(db, emails, who)
  const newcomer = addresses.length
    ? { ...typedOf, emails: [...addresses, ...(typedOf.emails ?? [])] }
    : typedOf
  if (!who.fresh.length) refusePersonFlags(person, line.typed, line.args.join(' '))

  const eventName = typeof event === 'string' ? event : undefined
  const day = typeof values.on === 'string' ? values.on : (said.on ?? ctx.today)
  const known = eventName ? eventSpokenOf(db, eventName, day) : said.event
  // Every key is a row of the table of fields, read by that row's own reader.
  const interaction = {
    kind: known?.kind ?? 'met',
    on: known ? dayThere(known, ctx.today) : ctx.today,
    ...saidFields(said, known !== undefined),
    ...values,
  } as LogPlan['interaction']
  if (interaction.detail) {
    const whose = await whoseDetail(ctx, interaction.detail, who.contacts, who.fresh.length)
    Object.assign(interaction, whose)
  }
  const several = who.contacts.length + who.fresh.length > 1
  const isRead = said.detail !== undefined && noFollowUp !== true
  const inWords = isRead
    ? await loopsInDetail(ctx, said.detail ?? '', { several, typed: line.typed })
    : []
  const opens = [...loopsToOpen(loops, next), ...inWords]
  const texts = [interaction.detail, interaction.note, interaction.gave]
  const how = { as: textKindOf(interaction.kind), isPrivate: interaction.private === true }
  warnOfPatients(ctx, db, [...texts, ...opens.map(loop => loop.what)], how)
  const strangers = who.fresh.map(name => ({ id: null, name }))
  warnOfAsks(ctx, ctx.asked(), [...who.contacts.map(personOf), ...strangers], opens)
  return {
    contacts: who.contacts.map(contact => contact.id),
    fresh: who.fresh,
    person: newcomer,
    interaction,
    event: known?.id,
    eventName: known ? undefined : eventName,
    options: { opens, followUp: noFollowUp !== true },
  }
}

/** What a sentence says as fields; "met" says no more than the kind of its event. */
function saidFields(
  { kind, on, place, by, detail }: Partial<Said>,
  isAtEvent: boolean,
): Partial<LogPlan['interaction']> {
  return present({ kind: isAtEvent && kind === 'met' ? undefined : kind, on, place, by, detail })
}

/** Who it was with, and what else the words say where they are read as a sentence. */
async function whoAndWhat(
  ctx: Context,
  db: Database,
  line: Line,
  { verb, isSentence }: { verb: string; isSentence: boolean },
): Promise<{ who: { contacts: Contact[]; fresh: string[] }; said: Partial<Said> }> {
  if (!isSentence || !line.args.length) {
    return { who: await whoIsMeant(ctx, db, line, verb), said: {} }
  }
  const read = await readWords(ctx, db, line.args, line.typed)
  sayLooseDetail(ctx, line.args, read.is === 'read' ? read.said.detail : read.detail)
  if (read.is === 'read') {
    const { contacts, fresh, ...said } = read.said
    if (said.kind === 'email' && said.by === 'me') sayNoWait(ctx, db, contacts)
    return { who: { contacts: [...contacts], fresh: [...fresh] }, said }
  }
  refuseSaidTwice(read, line.typed)
  const who = await whoIsMeant(ctx, db, { ...line, args: [...read.args] }, verb)
  return { who, said: read.detail ? { detail: read.detail } : {} }
}

/** Without "about" or a colon it is a reading that what follows a comma is no further name. */
function sayLooseDetail(ctx: Context, args: readonly string[], detail: string | undefined): void {
  const typed = args.join(' ')
  if (!detail || /(?:^|\s)(?:about|abt|re|regarding)\b|[:;]/i.test(typed)) return
  ctx.note(`What it was about: ${detail}`)
}

/** One line, in which nothing is eaten by a shell. */
async function askedWhat(ctx: Context): Promise<string> {
  if (!ctx.ask) return ''
  ctx.note('For example: coffee with priya yesterday about her rotation')
  const check = (text: string) => (text.trim() ? undefined : 'Who was it with?')
  return oneLine(await ctx.ask.text({ message: 'What happened?', check }), 'line', LONGEST_LINE)
}

const LONGEST_LINE = 10_000

/** What is logged as an email opens nothing; what `sent` logs waits for the answer. */
function sayNoWait(ctx: Context, db: Database, contacts: readonly Contact[]): void {
  const [first] = contacts
  if (!first) return
  const { handle } = whose(db, first)
  ctx.note(`This waits for no answer. When you asked for something: netmed sent ${handle}`)
}

/** An address is one person's: two names beside it may be one, the family name first. */
function refuseSharedFlags(form: Form, typed: Typed, fresh: readonly string[]): void {
  const key = ['email', 'phone', 'emails', 'phones'].find(
    each => form[each] !== undefined && typed[each] !== undefined,
  )
  const [family, given] = fresh
  if (!key || family === undefined || given === undefined) return
  throw new Failure(
    'usage',
    `--${form[key]?.flag} is one person's, and these are ${fresh.length}: ${listed(fresh.map(name => `"${name}"`))}.`,
    `If it is one person: ${asTyped(['log', `${given} ${family}`, '--new'])} …`,
  )
}

/** "priya: her cardiology rotation" says whose it is; of several people it is asked for on a terminal. */
async function whoseDetail(
  ctx: Context,
  detail: string,
  people: readonly Contact[],
  others: number,
): Promise<DetailOf> {
  if (people.length + others < 2) return { detail }
  const said = detailOfOne(ctx.store.read(), people, detail)
  if (said.detailOf !== undefined) return said
  if (!ctx.ask || ctx.options.json || !isAboutOne(people, detail)) return { detail }
  const id = await ctx.ask.select<number | undefined>({
    message: `Whose is it: "${detail}"?`,
    choices: [
      ...people.map(each => ({ name: displayName(each), value: each.id })),
      { name: 'no one in particular', value: undefined },
    ],
  })
  return id === undefined ? { detail } : { detail, detailOf: id }
}

/** What to think of before a big ask, said gently. */
function warnOfAsks(
  ctx: Context,
  db: Database,
  people: readonly AskedPerson[],
  opens: readonly LoopToOpen[],
): void {
  for (const { kind, what, due } of opens) {
    const ask = kind === 'ask' ? bigAskIn(what) : undefined
    if (!ask) continue
    for (const person of people) {
      for (const warning of askWarnings(db, person, { ask, due }, ctx.today)) ctx.note(warning)
    }
  }
}

async function whoIsMeant(
  ctx: Context,
  db: Database,
  { args, typed }: Line,
  verb: string,
): Promise<{ contacts: Contact[]; fresh: string[] }> {
  const said = args.length ? args : [await askedWho(ctx, args)]
  const { contacts, unknown } = await pickPeople(ctx, db, said, { allowNew: true })
  const fresh = unknown.map(name => plainName(name, 'name'))
  if (!fresh.length || typed.fresh === true) return { contacts, fresh }
  if (!ctx.ask) {
    const more = Object.keys(typed).length ? ' …' : ''
    const hints = [
      ...fresh.flatMap(name => nearHints(db, name)),
      `If this is someone new: ${asTyped([verb, ...said, '--new'])}${more}`,
    ]
    // What can't be read would be the next thing to stop at, so it is said now.
    const unread = await unreadIn(ctx, typed)
    throw new Failure('not-found', [notOnFile(fresh), ...unread].join(' '), hints.join('\n'))
  }
  const asked = await askedNear(ctx, db, fresh)
  const people = [...new Set([...contacts, ...asked.contacts])]
  if (!asked.fresh.length) return { contacts: people, fresh: [] }
  const them = asked.fresh.length > 1 ? 'them' : 'this person'
  const message = `${notOnFile(asked.fresh)} Add ${them}?`
  if (!asked.areNew && !(await ctx.ask.confirm({ message, fallback: false }))) {
    throw new Failure('not-found', 'Nothing was logged.', 'netmed list shows who is here.')
  }
  return { contacts: people, fresh: asked.fresh }
}

/** Why the first flag that can't be read can't; none where all can. */
async function unreadIn(ctx: Context, typed: Typed): Promise<string[]> {
  try {
    await fillIn(ctx, ALL, typed)
    return []
  } catch (error) {
    if (error instanceof Failure) return [error.message]
    throw error
  }
}

function notOnFile(names: readonly string[]): string {
  return `No one on file is called ${listed(names.map(name => `"${name}"`))}.`
}

/** A name that is nearly somebody's is more often a slip than somebody new, so it is asked which. */
async function askedNear(
  ctx: Context,
  db: Database,
  names: readonly string[],
): Promise<{ contacts: Contact[]; fresh: string[]; areNew: boolean }> {
  const contacts: Contact[] = []
  const fresh: string[] = []
  let areNew = true
  for (const name of names) {
    const near = nearPeople(db, name)
    if (!ctx.ask || !near.length) {
      fresh.push(name)
      areNew = false
      continue
    }
    const meant = await ctx.ask.select<Contact | undefined>({
      message: `${notOnFile([name])} Who do you mean?`,
      choices: [
        ...near.map(each => ({ name: oneOf(each), value: each })),
        { name: `someone new: ${name}`, value: undefined },
      ],
    })
    if (meant) contacts.push(meant)
    else fresh.push(name)
  }
  return { contacts, fresh, areNew }
}

type LoopKind = keyof typeof LOOPS

function loopsToOpen(
  said: { [K in LoopKind]?: Agreed[] | undefined },
  next: Agreed | undefined,
): LoopToOpen[] {
  // The keys of LOOPS are the kinds of follow-up that the flags open.
  const kinds = Object.keys(LOOPS) as LoopKind[]
  const loops = kinds.flatMap(kind => (said[kind] ?? []).map(each => ({ kind, ...each })))
  return next ? [...loops, { kind: 'reminder', ...next }] : loops
}
