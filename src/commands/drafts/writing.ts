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
  template: Template
  letter: Letter
}

/** The user's own words after the editor: the subject in the first line, then the text. */
export function edited(ctx: Context, { subject, body }: Letter): Letter {
  const left = ctx.edit(`Subject: ${subject}\n\n${body}\n`, { suffix: '.txt' })
  const text = noteText(left, 'text')
  const [first = '', ...rest] = text.split('\n')
  const said = /^Subject:\s*(.*)$/i.exec(first)?.[1]
  return said === undefined
    ? { subject, body: text.trim() }
    : { subject: said.trim(), body: rest.join('\n').trim() }
}

export function draftAnswer(
  ctx: Context,
  db: PublicPart,
  { contact, template, letter, warnings }: Written & { warnings: string[] },
) {
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
