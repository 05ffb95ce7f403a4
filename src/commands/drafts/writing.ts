import type { Context } from '../../context.ts'
import type { PublicPart } from '../../domain/data/lens.ts'
import type { Contact } from '../../domain/data/model.ts'
import type { Template } from '../../domain/data/templates.ts'
import { displayName } from '../../domain/people/names.ts'
import { handlesOf, personOf } from '../../domain/people/people.ts'
import { noteText } from '../../domain/words/text.ts'

export interface Letter {
  subject: string
  body: string
}

export interface Written {
  contact: Contact
  /** Who else gets the same mail. */
  others?: readonly Contact[]
  template: Template
  letter: Letter
}

/** The user's own words after the editor: the subject in the first line, then the text. */
export async function edited(ctx: Context, written: Written): Promise<Letter> {
  const { subject, body } = written.letter
  const options = { of: ofDraft(written), suffix: '.txt' }
  const { text: left } = await ctx.edit(`Subject: ${subject}\n\n${body}\n`, options)
  const text = noteText(left, 'text')
  const [first = '', ...rest] = text.split('\n')
  const said = /^Subject:\s*(.*)$/i.exec(first)?.[1]
  return said === undefined
    ? { subject, body: text.trim() }
    : { subject: said.trim(), body: rest.join('\n').trim() }
}

/** The same for the same kind of email to the same people. */
function ofDraft({ template, contact, others = [] }: Written): string {
  const uids = [contact, ...others].map(each => each.uid).sort()
  return `draft-${template.name}-${uids.join('-')}`
}

export function draftAnswer(
  ctx: Context,
  db: PublicPart,
  { contact, others = [], template, letter, warnings }: Written & { warnings: string[] },
) {
  const people = [contact, ...others]
  const addresses = people.map(each => each.emails?.[0])
  const address = addresses.includes(undefined) ? null : addresses.join(', ')
  const handles = handlesOf(
    db,
    people.map(each => each.id),
  )
  return {
    draft: {
      template: template.name,
      contact: personOf(contact),
      others: others.map(personOf),
      to: people.map((each, index) => addresses[index] ?? displayName(each)).join(', '),
      address,
      subject: letter.subject,
      body: letter.body,
      warnings,
    },
    handle: people.map(each => handles.get(each.id) ?? String(each.id)).join(', '),
    today: ctx.today,
  }
}
