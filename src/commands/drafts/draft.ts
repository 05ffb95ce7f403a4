import type { Context } from '../../context.ts'
import { editRecord } from '../../domain/contacts.ts'
import { loopOf, slotsToKeep } from '../../domain/drafts.ts'
import { contactById } from '../../domain/interactions.ts'
import { openLoops, personOf } from '../../domain/loops.ts'
import { refuseSecondNudge } from '../../domain/mail.ts'
import type { Contact, Database } from '../../domain/model.ts'
import { displayName } from '../../domain/names.ts'
import { handlesOf } from '../../domain/people.ts'
import type { Template } from '../../domain/templates.ts'
import { Failure } from '../../failure.ts'
import { emlText, type Mail } from '../../formats/eml.ts'
import { mailtoUri } from '../../formats/mailto.ts'
import { renderTemplate } from '../../formats/template.ts'
import type { Cli, Line } from '../../input/command.ts'
import { fillIn, switchField } from '../../input/form.ts'
import { askedWho } from '../../input/person.ts'
import { pickPerson } from '../../input/pick.ts'
import { logSent, rememberDraft } from '../../input/sent.ts'
import { fillSlots, readSlot } from '../../input/slots.ts'
import { warnOfPatients } from '../../input/warn.ts'
import { renderDraft } from '../../render/draft.ts'
import { renderLogged } from '../../render/interaction.ts'

const FORM = {
  set: {
    flag: 'set',
    placeholder: 'slot=value',
    help: 'what the mail needs to be told',
    many: true,
    read: readSlot,
  },
  body: switchField('the text alone, for a message', { flag: 'body' }),
  edit: switchField('finish it in your editor', { flag: 'edit' }),
  copy: switchField('to the clipboard too', { flag: 'copy' }),
  open: switchField('in your mail program too', { flag: 'open' }),
  eml: {
    flag: 'eml',
    placeholder: 'file',
    help: 'as a draft for your mail program',
    read: (text: string) => text,
  },
  sent: switchField('log it as sent', { flag: 'sent' }),
} as const

export function draft(cli: Cli): void {
  cli.verb({
    words: 'draft [words...]',
    says: 'write an email from a template; nothing is sent',
    examples: [
      'netmed draft hoff                      what fits best now',
      'netmed draft panel chen --set topic="finding a first project"',
      'netmed draft thanks chen --copy',
      'netmed draft invite priya --body',
    ],
    details: 'Template and person in either order. All templates: netmed template list',
    form: FORM,
    act: writeDraft,
  })
}

interface Letter {
  subject: string
  body: string
}

async function writeDraft(ctx: Context, line: Line): Promise<void> {
  const options = await fillIn(ctx, FORM, line.typed)
  const db = ctx.store.read()
  const { contact, template } = await whatAndWho(ctx, db, line.args)
  refuseSecondNudge(db, contact, template.name)
  const followUp = loopOf(db, { template, contact })
  const typed = Object.fromEntries((options.set ?? []).map(slot => [slot.name, slot.value]))
  const asked = { template, contact, followUp, given: typed, today: ctx.today }
  const { view, given, warnings } = await fillSlots(ctx, db, asked)
  const written = await renderTemplate(template, view)
  const letter = options.edit ? edited(ctx, written) : written

  for (const warning of warnings) ctx.note(warning)
  warnOfPatients(ctx, db, [letter.subject, letter.body])
  if (!contact.emails?.length) ctx.note(`No address is known for ${displayName(contact)}.`)
  await handOver(ctx, contact, letter, options)
  await keepSlots(ctx, { template, contact }, given)
  const mail = {
    template: template.name,
    subject: letter.subject,
    opens: template.opens,
    settles: followUp ? [followUp.id] : [],
  }
  rememberDraft(ctx, contact, mail)
  const answer = draftAnswer(ctx, db, { contact, template, letter, warnings })
  if (options.sent) {
    const logged = await logSent(ctx, contact, mail, ctx.today)
    ctx.show({ ...answer, ...logged }, (all, screen) =>
      [renderDraft(all, screen, options.body), renderLogged(all, screen)].join('\n\n'),
    )
    return
  }
  ctx.show(answer, (all, screen) => renderDraft(all, screen, options.body))
  if (!ctx.options.json) ctx.note(`\nNothing was sent. When it is:  netmed sent ${answer.handle}`)
}

/** A word that is exactly a template's name is the template; all others name the person. */
async function whatAndWho(
  ctx: Context,
  db: Database,
  args: readonly string[],
): Promise<{ contact: Contact; template: Template }> {
  const names = new Set(ctx.templates.names())
  const at = args.findIndex(word => names.has(word))
  const words = args.filter((_, index) => index !== at)
  const contact = await pickPerson(ctx, db, await askedWho(ctx, words))
  const name = args[at] ?? suggestion(db, contact, ctx.today) ?? (await askTemplate(ctx, contact))
  return { contact, template: await ctx.templates.get(name) }
}

/** What the most urgent open loop of this person suggests. */
function suggestion(db: Database, contact: Contact, today: string): string | undefined {
  const loops = openLoops(db, today).filter(loop => loop.contact?.id === contact.id)
  return loops.find(loop => loop.template)?.template ?? undefined
}

async function askTemplate(ctx: Context, contact: Contact): Promise<string> {
  if (!ctx.ask) {
    throw new Failure(
      'usage',
      `Nothing open with ${displayName(contact)} suggests a template.`,
      `netmed draft <template> ${contact.id}; all of them: netmed template list`,
    )
  }
  const listed = await ctx.templates.list()
  const fitting = listed.flatMap(({ template }) => (template ? [template] : []))
  const forThem = fitting.filter(
    each => !each.for.length || !contact.role || each.for.includes(contact.role),
  )
  return ctx.ask.search({
    message: 'Which mail?',
    choices: forThem.map(each => ({ name: `${each.name}: ${each.title}`, value: each.name })),
  })
}

/** The user's own words after the editor: the subject in the first line, then the text. */
function edited(ctx: Context, { subject, body }: Letter): Letter {
  const text = ctx.edit(`Subject: ${subject}\n\n${body}\n`, { suffix: '.txt' })
  const [first = '', ...rest] = text.split('\n')
  const said = /^Subject:\s*(.*)$/i.exec(first)?.[1]
  return said === undefined
    ? { subject, body: text.trim() }
    : { subject: said.trim(), body: rest.join('\n').trim() }
}

interface HandOver {
  copy?: boolean | undefined
  open?: boolean | undefined
  eml?: string | undefined
}

async function handOver(
  ctx: Context,
  contact: Contact,
  letter: Letter,
  { copy, open, eml }: HandOver,
): Promise<void> {
  if (copy && !ctx.copy(letter.body)) {
    ctx.note('No clipboard was found here; the text is below.')
  }
  if (!open && eml === undefined) return
  const mail = mailTo(contact, letter)
  if (eml !== undefined) ctx.note(`Written: ${ctx.save(await emlText(mail), eml)}`)
  if (open) openMail(ctx, mail, letter)
}

function mailTo(contact: Contact, letter: Letter): Mail {
  const address = contact.emails?.[0]
  if (!address) {
    throw new Failure(
      'usage',
      `No address is known for ${displayName(contact)}.`,
      `netmed edit ${contact.id} --email name@example.org`,
    )
  }
  return { to: { name: displayName(contact), address }, ...letter }
}

function openMail(ctx: Context, mail: Mail, { body }: Letter): void {
  const { uri, complete } = mailtoUri(mail)
  if (!ctx.open(uri)) ctx.note('No mail program could be opened here; the text is below.')
  else if (!complete) {
    const copied = ctx.copy(body)
    ctx.note(`The text is too long for a mail link${copied ? '; it is on the clipboard' : ''}.`)
  }
}

async function keepSlots(
  ctx: Context,
  about: { template: Template; contact: Contact },
  given: Record<string, string>,
): Promise<void> {
  const kept = slotsToKeep(about, given)
  if (JSON.stringify(kept) === JSON.stringify(about.contact.slots ?? {})) return
  await ctx.store.update(db => {
    editRecord(db, contactById(db, about.contact.id), { slots: kept })
  })
}

interface Written {
  contact: Contact
  template: Template
  letter: Letter
  warnings: string[]
}

function draftAnswer(ctx: Context, db: Database, { contact, template, letter, warnings }: Written) {
  const address = contact.emails?.[0] ?? null
  return {
    draft: {
      template: template.name,
      contact: personOf(contact),
      to: address ?? displayName(contact),
      address,
      subject: letter.subject,
      body: letter.body,
      warnings,
    },
    handle: handlesOf(db, [contact.id]).get(contact.id) ?? String(contact.id),
    today: ctx.today,
  }
}
