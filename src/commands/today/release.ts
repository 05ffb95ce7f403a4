import type { Context } from '../../context.ts'
import type { Contact, HeldDraft } from '../../domain/data/model.ts'
import { mailStyle } from '../../domain/data/settings.ts'
import { isOfAnother, type Template, wordsOfSlots } from '../../domain/data/templates.ts'
import { followUpViews } from '../../domain/due/loops.ts'
import { nearDaysIn, release, saidOn, saidSince, unprovenSince } from '../../domain/mail/held.ts'
import { loopOf } from '../../domain/mail/mail-loops.ts'
import { LAST_QUESTION, secondLook } from '../../domain/mail/second-look.ts'
import { displayName } from '../../domain/people/names.ts'
import { personOf } from '../../domain/people/people.ts'
import { type Day, dayOfMoment, shortDay } from '../../domain/words/days.ts'
import { listed } from '../../domain/words/text.ts'
import { Failure } from '../../failure.ts'
import { renderTemplate } from '../../formats/template.ts'
import { type DraftedMail, rememberDraft } from '../../input/sent.ts'
import { renderDraft, renderKept } from '../../render/draft.ts'

/** Asks the one question before a held draft is shown. */
export async function releaseDraft(ctx: Context, held: HeldDraft): Promise<void> {
  const contact = ctx.read().contacts.find(each => each.id === held.contact)
  if (held.holdUntil && held.holdUntil > ctx.now) ctx.note('It was to rest a while longer.')
  const about = 'This draft was held to be read once more.'
  const isFine = await ctx.confirm({ about, question: LAST_QUESTION })
  if (!isFine) {
    const [followUp] = followUpViews(ctx.asked(), [held], ctx.today)
    ctx.show({ followUp, draft: null }, renderKept)
    return
  }
  const template = await templateOf(ctx, held)
  const { letter, ownWords, said } = await writtenToday(ctx, held, { template, contact })
  const warnings = [
    ...staleDays(ownWords, heldOn(held), ctx.today),
    ...lookedAtAgain(ctx, held, { template, contact, letter, said }),
  ]
  const { db, answer } = await ctx.store.update(db => release(db, held.id, letter, ctx.today))
  if (contact) {
    const mail = { template: held.template, subject: letter.subject }
    rememberDraft(ctx, contact, { ...mail, ...whatItDoes(ctx, template, contact) })
  }
  const to = contact ? (contact.emails?.[0] ?? displayName(contact)) : ''
  const person = contact ? personOf(contact) : null
  const draft = { template: held.template ?? '', contact: person, to, ...letter, warnings }
  const settled = followUpViews(ctx.told(db), [answer.followUp], ctx.today)
  if (!settled.length) return ctx.show({ draft: null, opened: [], settled }, () => '')
  for (const warning of warnings) ctx.note(warning)
  ctx.show({ draft, opened: [], settled }, renderDraft)
  if (!ctx.options.json && contact) {
    ctx.note(`\nNothing was sent. After you send it:  netmed sent ${contact.id}`)
  }
}

interface Written {
  letter: { subject: string; body: string }
  /** What is kept as it was, and may speak of the day on which it was held. */
  ownWords: string
  /** What it was filled with; absent where the whole text is as it was left. */
  said?: readonly string[] | undefined
}

/** The mail as it reads today; one that was edited, or whose template was, stays as it is. */
async function writtenToday(
  ctx: Context,
  held: HeldDraft,
  { template, contact }: { template: Template | undefined; contact: Contact | undefined },
): Promise<Written> {
  const asHeld = { subject: held.what, body: held.text ?? '' }
  const stays = { letter: asHeld, ownWords: `${asHeld.subject}\n${asHeld.body}` }
  const { said } = held
  if (!said || !contact || !template) return stays
  try {
    const style = mailStyle(ctx.publicPart())
    const before = await renderTemplate(template, saidOn(said, { today: heldOn(held), style }))
    if (before.subject !== asHeld.subject || before.body !== asHeld.body) return stays
    const now = saidOn(saidSince(ctx.publicPart(), said, contact), { today: ctx.today, style })
    const letter = await renderTemplate(template, now)
    return { letter, ownWords: slotsOf(template, said), said: wordsOfSlots(template, now) }
  } catch (error) {
    // It may ask for words by now that were not there when the mail was held.
    if (error instanceof Failure) return stays
    throw error
  }
}

/** What `draft` would say of it today: the file and the checks may have changed since. */
function lookedAtAgain(
  ctx: Context,
  held: HeldDraft,
  {
    template,
    contact,
    letter,
    said,
  }: Pick<Written, 'letter' | 'said'> & {
    template: Template | undefined
    contact: Contact | undefined
  },
): string[] {
  if (!contact || held.template === undefined) return []
  const mail = {
    contact,
    template: held.template,
    isOfAnother: template !== undefined && isOfAnother(template),
    letter,
    said,
    due: held.said?.due,
  }
  const db = ctx.publicPart()
  const lost = template ? unprovenSince(db, { template, contact, today: ctx.today }, held.said) : []
  return [...lost, ...secondLook(db, mail, ctx.today)]
}

/** Undefined where it is gone or broken by now; the mail is released all the same. */
async function templateOf(ctx: Context, held: HeldDraft): Promise<Template | undefined> {
  if (held.template === undefined) return undefined
  try {
    return await ctx.templates.get(held.template)
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

/** What sending it opens and settles. */
function whatItDoes(
  ctx: Context,
  template: Template | undefined,
  contact: Contact,
): Pick<DraftedMail, 'opens' | 'settles'> {
  if (!template) return {}
  const loop = loopOf(ctx.publicPart(), { template, contact, today: ctx.today })
  return { opens: template.opens, settles: loop ? [loop.id] : [] }
}

function slotsOf({ slots }: Template, said: Readonly<Record<string, string>>): string {
  return slots.map(({ name }) => said[name] ?? '').join('\n')
}

function heldOn({ createdAt }: HeldDraft): Day {
  return dayOfMoment(new Date(createdAt))
}

function staleDays(text: string, heldOn: Day, today: Day): string[] {
  const days = heldOn === today ? [] : nearDaysIn(text)
  if (!days.length) return []
  const said = listed(days.map(day => `"${day}"`))
  return [`It was written on ${shortDay(heldOn, today)} and says ${said}. Is that still right?`]
}
