import type { Context } from '../../context.ts'
import type { PublicPart } from '../../domain/data/lens.ts'
import type { Contact, Database, FollowUp } from '../../domain/data/model.ts'
import { isOfAnother, type Template, wordsOfSlots } from '../../domain/data/templates.ts'
import { followUpViews } from '../../domain/due/loops.ts'
import { byFit, firstTemplate } from '../../domain/mail/fitting.ts'
import { hold, saidIn } from '../../domain/mail/held.ts'
import { loopsToSettle, settleableByMail, settledBySending } from '../../domain/mail/mail.ts'
import { loopOf, MOVING, movesToTell } from '../../domain/mail/mail-loops.ts'
import { secondLook } from '../../domain/mail/second-look.ts'
import { displayName } from '../../domain/people/names.ts'
import { personMeant } from '../../domain/people/people.ts'
import { momentLater } from '../../domain/words/days.ts'
import { dayNamed, readDuration } from '../../domain/words/read-days.ts'
import { listed } from '../../domain/words/text.ts'
import { Failure } from '../../failure.ts'
import { emlText, type Mail } from '../../formats/eml.ts'
import { mailtoUri } from '../../formats/mailto.ts'
import { renderTemplate, unsaidSlots } from '../../formats/template.ts'
import type { Line, Verb } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { type LoopMeant, loopMeant, mustBeAbout, templateFor } from '../../input/loop-meant.ts'
import { readNumber } from '../../input/number.ts'
import { askedWho } from '../../input/person.ts'
import { pickEach } from '../../input/pick.ts'
import { type DraftedMail, logSentToAll, rememberDraft } from '../../input/sent.ts'
import { fillSlots, readSlot } from '../../input/slots.ts'
import { renderDraft, renderHeld } from '../../render/draft.ts'
import { REPLACED } from '../../render/export.ts'
import { renderLogged } from '../../render/interaction.ts'
import { writeNotes } from './notes.ts'
import { draftAnswer, edited, type Letter, type Written } from './writing.ts'

const FORM = {
  set: {
    flag: 'set',
    placeholder: 'slot=value',
    loose: 'text',
    help: 'fill in something that the email needs',
    many: true,
    read: (text: string) => readSlot('set', text),
  },
  say: {
    flag: 'say',
    placeholder: 'slot=value',
    help: 'the same, said as you type it',
    many: true,
    read: (text: string) => readSlot('say', text),
  },
  body: switchField('only the text, for a message', { flag: 'body' }),
  edit: switchField('finish it in your editor', { flag: 'edit' }),
  copy: switchField('also copy it to the clipboard', { flag: 'copy' }),
  open: switchField('also open it in your email app', { flag: 'open' }),
  eml: {
    flag: 'eml',
    placeholder: 'file',
    help: 'save it as a draft file for your email app',
    read: (text: string) => text,
  },
  sent: switchField('log it as sent', { flag: 'sent' }),
  settles: {
    flag: 'settles',
    placeholder: 'numbers',
    help: 'the follow-ups it takes care of: 4,5',
    read: (text: string) => text.split(',').map(readNumber),
  },
  hold: {
    flag: 'hold',
    placeholder: 'time',
    help: 'hold it this long first: 24h, 2d',
    read: readRest,
  },
  event: {
    flag: 'event',
    placeholder: 'event',
    loose: 'text',
    help: 'the first emails to everyone you met there, one by one',
    read: (text: string) => text,
  },
  strict: switchField('for scripts: fail when the check finds something', { flag: 'strict' }),
} as const

/** Minutes. */
function readRest(text: string): number {
  const { days = 0, minutes = 0 } = readDuration(text, 'rest')
  return days * 24 * 60 + minutes
}

export const draft: Verb = {
  words: 'draft [words...]',
  says: 'write an email from a template; nothing is sent',
  examples: [
    'netmed draft hoff                      what fits best now',
    'netmed draft panel chen --set topic="finding a first project"',
    'netmed draft thanks chen --copy',
    'netmed draft invite priya, lee --body  one email to both',
    'netmed draft --event "ACC Meeting"',
  ],
  details:
    "Template and person in either order. A follow-up's number works instead of a name: netmed draft 5. All templates: netmed template",
  form: FORM,
  act: writeDraft,
}

async function writeDraft(ctx: Context, line: Line): Promise<void> {
  const options = await fillIn(ctx, FORM, line.typed)
  if (options.eml !== undefined) ctx.mayWrite(options.eml)
  // Whatever is said to others is written as if nothing private were there.
  const db = ctx.publicPart()
  if (options.event !== undefined) return writeNotes(ctx, db, options.event, line)
  const { contact, others, template, meant } = await whatAndWho(ctx, db, line.args)
  if (others.length && !template.isForSeveral) {
    return writeEach(ctx, [contact, ...others], { template, meant }, line)
  }
  mustBeFew(options, others)
  const people = [contact, ...others]
  if (options.open || options.eml !== undefined) people.forEach(addressOf)
  const about = { template, contact, today: ctx.today }
  const loop = others.length ? undefined : (meant ?? loopOf(db, about))
  const { set = [], say = [] } = options
  const given = Object.fromEntries([...set, ...say].map(slot => [slot.name, slot.value]))
  const asTyped = say.map(({ name }) => name)
  const asked = { ...about, others, followUp: loop, given, asTyped }
  const filled = await fillSlots(ctx, db, asked)
  const { view, values } = filled
  const written = await renderTemplate(template, view)
  const unsaid = await unsaidWords(template, view, filled.given)
  const letter = options.edit
    ? await edited(ctx, { contact, others, template, letter: written })
    : written
  if (!letter.body) {
    throw new Failure(
      'usage',
      'The text came back empty, so there is no draft.',
      `netmed draft ${template.name} ${contact.id}`,
    )
  }
  const mail = await mailOf(
    ctx,
    ctx.read(),
    { contact, others, template, letter, loop },
    options.settles,
  )
  const neededBy =
    values.due && template.opens === 'reply' ? dayNamed(values.due, ctx.today) : undefined
  if (neededBy) mail.neededBy = neededBy

  const look = {
    contact,
    template: template.name,
    isOfAnother: isOfAnother(template),
    letter,
    // Whatever an editor left is the user's own.
    said: letter === written ? wordsOfSlots(template, view) : undefined,
    due: values.due,
  }
  const found = secondLook(db, look, ctx.today)
  const warnings = [...filled.warnings, ...unsaid, ...found]
  for (const warning of warnings) ctx.note(warning)
  if (template.name === MOVING && !meant) nameOtherMoves(ctx, db, contact, loop)
  const answer = draftAnswer(ctx, db, { contact, others, template, letter, warnings })
  if (options.hold !== undefined) await holdLetter(ctx, answer, saidIn(filled), options.hold)
  else {
    // Text for a message or the clipboard needs none.
    const isMail = !options.body && !options.copy
    const unknown = isMail ? people.filter(each => !each.emails?.length) : []
    if (unknown.length) ctx.note(noAddress(unknown))
    await handOver(ctx, people, letter, options)
    for (const each of people) rememberDraft(ctx, each, mail)
    if (options.sent) await showSent(ctx, { answer, people, mail, bodyOnly: options.body })
    else {
      ctx.show(answer, (all, screen) => renderDraft(all, screen, options.body), {
        asIs: options.body,
      })
      if (!ctx.options.json)
        ctx.note(`\nNothing was sent. After you send it:  netmed sent ${answer.handle}`)
    }
  }
  // How a detail was turned is told, and is no finding.
  if (options.strict && unsaid.length + found.length) {
    throw new Failure('found', 'The check found something.', 'See above.')
  }
}

/** What was typed and stands nowhere in the mail, in sentences. */
async function unsaidWords(
  template: Template,
  view: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>>,
): Promise<string[]> {
  const typed = template.slots.filter(slot => !slot.isProof && given[slot.name])
  const names = await unsaidSlots(
    template,
    view,
    typed.map(({ name }) => name),
  )
  return names.map(
    name => `The email doesn't say ${name}="${given[name]}": it has no place for it here.`,
  )
}

/** Of two meetings that were moved the mail tells of one. */
function nameOtherMoves(
  ctx: Context,
  db: PublicPart,
  contact: Contact,
  loop: FollowUp | undefined,
): void {
  const others = movesToTell(db, contact, ctx.today).filter(each => each !== loop)
  for (const { id, what } of followUpViews(db, others, ctx.today)) {
    ctx.note(`Also moved: ${what}. To let them know: netmed draft ${MOVING} ${id}`)
  }
}

const MOST_PEOPLE = 3

function mustBeFew(
  { hold, settles }: { hold?: number | undefined; settles?: number[] | undefined },
  others: readonly Contact[],
): void {
  if (!others.length) return
  if (others.length >= MOST_PEOPLE) {
    throw new Failure(
      'usage',
      'One email goes to two or three people.',
      'Write to the others separately.',
    )
  }
  if (hold === undefined && !settles) return
  throw new Failure('usage', `--${settles ? 'settles' : 'hold'} is for an email to one person.`)
}

/** One draft for each, looked at one by one. */
async function writeEach(
  ctx: Context,
  people: readonly Contact[],
  { template, meant }: { template: Template; meant?: FollowUp | undefined },
  line: Line,
): Promise<void> {
  const wordsFor = ({ id }: Contact) =>
    [template.name, ...(meant ? [meant.id] : []), id].map(String)
  const commandFor = (contact: Contact) => `netmed draft ${wordsFor(contact).join(' ')}`
  if (!ctx.ask || ctx.options.json) {
    throw new Failure(
      'usage',
      `The ${template.name} email is for one person. One by one:`,
      people.map(commandFor).join('\n'),
    )
  }
  for (const [index, contact] of people.entries()) {
    ctx.note(`${index ? '\n' : ''}${index + 1} of ${people.length}, ${displayName(contact)}`)
    await writeDraft(ctx, { ...line, args: wordsFor(contact) })
    const next = people[index + 1]
    if (!next) return
    const message = `Go on to ${displayName(next)}?`
    if (!(await ctx.ask.confirm({ message, fallback: true }))) return
  }
}

/** The mail as `sent` will log it. On a terminal it asks which of several open loops it settles. */
async function mailOf(
  ctx: Context,
  db: Database,
  { contact, others, template, letter, loop }: Written & { loop: FollowUp | undefined },
  chosen: number[] | undefined,
): Promise<DraftedMail> {
  const mail: DraftedMail = {
    template: template.name,
    subject: letter.subject,
    opens: template.opens,
    settles: loop ? [loop.id] : [],
  }
  const settlesOnly = chosen
    ? loopsToSettle(db, contact, chosen).map(({ id }) => id)
    : others?.length
      ? undefined
      : await askSettled(ctx, db, contact, mail)
  return { ...mail, settlesOnly }
}

/** What else of several open loops it settles; undefined where that is what it settles anyway. */
async function askSettled(
  ctx: Context,
  db: Database,
  contact: Contact,
  mail: DraftedMail,
): Promise<number[] | undefined> {
  const candidates = settleableByMail(db, contact.id)
  if (candidates.length < 2 || !ctx.ask) return undefined
  const sent = { ...mail, contacts: [contact.id], on: ctx.today }
  const anyway = settledBySending(db, sent, ctx.today)
  const words = followUpViews(db, candidates, ctx.today)
  const choices = candidates.map(({ id }, index) => ({
    name: `#${id} ${words[index]?.what ?? ''}`,
    value: id,
    isChosen: anyway.has(id),
  }))
  const chosen = await ctx.ask.many({ message: 'What does this email settle?', choices })
  const isAsUsual = choices.every(({ value, isChosen }) => chosen.includes(value) === isChosen)
  return isAsUsual ? undefined : chosen
}

async function holdLetter(
  ctx: Context,
  { draft }: ReturnType<typeof draftAnswer>,
  said: Record<string, string>,
  minutes: number,
): Promise<void> {
  const until = momentLater(ctx.now, minutes)
  const { contact, template, subject, body } = draft
  const held = { contact: contact.id, template, subject, body, said, until }
  const { db, answer } = await ctx.store.update(db => hold(db, held))
  const [followUp] = followUpViews(ctx.told(db), [answer], ctx.today)
  ctx.changed({ draft, followUp, until, opened: [followUp], settled: [] }, renderHeld)
}

async function showSent(
  ctx: Context,
  sent: {
    answer: ReturnType<typeof draftAnswer>
    people: readonly Contact[]
    mail: DraftedMail
    bodyOnly: boolean | undefined
  },
): Promise<void> {
  const logged = await logSentToAll(ctx, sent.people, sent.mail, ctx.today)
  ctx.show(
    { ...sent.answer, ...logged },
    (all, screen) =>
      [renderDraft(all, screen, sent.bodyOnly), renderLogged(all, screen)].join('\n\n'),
    { asIs: sent.bodyOnly },
  )
}

interface WhatAndWho {
  contact: Contact
  others: Contact[]
  template: Template
  /** The follow-up whose number was typed. */
  meant?: FollowUp
}

/** A word that is exactly a template's name is the template; all others name the person, or a follow-up. */
async function whatAndWho(
  ctx: Context,
  db: PublicPart,
  args: readonly string[],
): Promise<WhatAndWho> {
  const names = new Set(ctx.templates.names())
  const at = args.findIndex(word => names.has(word))
  const words = args.filter((_, index) => index !== at)
  const meant = await loopMeant(ctx, db, words)
  if (meant) return aboutLoop(ctx, db, meant, args[at])
  const slip = at < 0 ? wordBesideSomebody(db, args) : undefined
  if (slip !== undefined) await ctx.templates.get(slip)
  const [contact, ...others] = await pickEach(ctx, db, await askedWho(ctx, words))
  const name =
    args[at] ??
    templateFor(db, contact, { today: ctx.today }) ??
    firstTemplate(db, contact) ??
    (await askTemplate(ctx, db, contact))
  return { contact, others, template: await ctx.templates.get(name) }
}

/** The word that, left out, makes a person of words that mean nobody: a template misspelled. */
function wordBesideSomebody(db: Database, args: readonly string[]): string | undefined {
  if (args.length < 2 || personMeant(db, args.join(' ')).is !== 'nobody') return undefined
  const without = (index: number) => args.filter((_, other) => other !== index).join(' ')
  return args.find((_, index) => personMeant(db, without(index)).is === 'one')
}

async function aboutLoop(
  ctx: Context,
  db: PublicPart,
  meant: LoopMeant,
  typed: string | undefined,
): Promise<WhatAndWho> {
  const { loop, people } = meant
  const [contact, ...others] = people
  const { today } = ctx
  const name =
    typed ?? templateFor(db, contact, { loop, today }) ?? (await askTemplate(ctx, db, contact))
  const template = await ctx.templates.get(name)
  mustBeAbout(db, meant, { template, today })
  return { contact, others, template, meant: loop }
}

async function askTemplate(ctx: Context, db: PublicPart, contact: Contact): Promise<string> {
  if (!ctx.ask) {
    throw new Failure(
      'usage',
      `No template fits what is open with ${displayName(contact)}.`,
      `netmed draft check-in ${contact.id}, or another: netmed template`,
    )
  }
  const all = await ctx.templates.list()
  const fitting = all.flatMap(({ template }) => (template ? [template] : []))
  return ctx.ask.search({
    message: 'Which email?',
    choices: byFit(fitting, db, { contact, today: ctx.today }).map(each => ({
      name: `${each.name}: ${each.title}`,
      value: each.name,
    })),
  })
}

interface HandOver {
  copy?: boolean | undefined
  open?: boolean | undefined
  eml?: string | undefined
}

async function handOver(
  ctx: Context,
  people: readonly Contact[],
  letter: Letter,
  { copy, open, eml }: HandOver,
): Promise<void> {
  if (copy && !ctx.copy(letter.body)) {
    ctx.note('No clipboard was found here; the text is below.')
  }
  if (!open && eml === undefined) return
  const to = people.map(each => ({ name: displayName(each), address: addressOf(each) }))
  const mail = { to, ...letter }
  if (eml !== undefined) await saveMail(ctx, mail, eml)
  if (open) openMail(ctx, mail, letter)
}

async function saveMail(ctx: Context, mail: Mail, eml: string): Promise<void> {
  const saved = await ctx.save(await emlText(mail), eml)
  if (saved) ctx.note(`Written: ${saved.path}`)
  if (saved?.replaced) ctx.note(REPLACED)
}

/** The draft is written all the same; the command is for the first of them. */
function noAddress(people: readonly Contact[]): string {
  const add = `To add one: netmed edit ${people[0]?.id} --email …`
  return `No email address on file for ${listed(people.map(displayName))}. ${add}`
}

/** Fails where none is known: a draft for a mail program needs one. */
function addressOf(contact: Contact): string {
  const [address] = contact.emails ?? []
  if (address) return address
  throw new Failure(
    'usage',
    `No email address on file for ${displayName(contact)}.`,
    `netmed edit ${contact.id} --email name@example.org`,
  )
}

function openMail(ctx: Context, mail: Mail, { body }: Letter): void {
  const { uri, complete } = mailtoUri(mail)
  if (!ctx.open(uri)) ctx.note("Couldn't open an email app here; the text is below.")
  else if (!complete) {
    const copied = ctx.copy(body)
    ctx.note(`The text is too long for an email link${copied ? '; it is on the clipboard' : ''}.`)
  }
}
