import type { PublicPart } from '../data/lens.ts'
import type { Claim, Contact } from '../data/model.ts'
import type { Template } from '../data/templates.ts'
import { interactionsWith, latest } from '../log/interactions.ts'
import { isOnFile } from '../review/claims.ts'
import type { Day } from '../words/days.ts'
import { byText } from '../words/text.ts'

/**
 * The template of a first mail to someone you have not been in touch with: what you want to write to them
 * for decides. Undefined where nothing on file says it.
 */
export function firstTemplate(db: PublicPart, contact: Contact): string | undefined {
  const logged = interactionsWith(db, contact)
  if (logged.length > 0) {
    return logged.every(({ kind }) => kind === 'introduced') ? 'accept-intro' : undefined
  }
  if (RESEARCH.test(`${contact.why ?? ''} ${contact.found ?? ''}`)) return 'research'
  if (contact.introducedBy !== undefined) return 'info-interview'
  if (contact.role === 'alumni') return 'alumni'
  return contact.prospect ? 'info-interview' : undefined
}

const RESEARCH =
  /\b(?:research|lab|labs|papers?|project|projects|stud(?:y|ies)|trials?|registry)\b/i

/** For this person, what fits the last time you were in touch first, what claims something not on file last. */
export function byFit(
  templates: readonly Template[],
  db: PublicPart,
  { contact, today }: { contact: Contact; today: Day },
): Template[] {
  const first = firstTemplate(db, contact)
  const last = latest(interactionsWith(db, contact))?.kind
  // A talk is asked about when the mail is written.
  const isBorneOut = (claim: Claim, { for: roles }: Template): boolean =>
    claim === 'talk' ? last !== undefined : isOnFile(claim, db, { contact, today, roles })
  const rank = (template: Template): number => {
    if (template.name === first) return 0
    if (!template.needs.every(claim => isBorneOut(claim, template))) return 4
    if (last && template.after.includes(last)) return 1
    if (last && last !== 'email' && last !== 'message' && template.name === 'thanks') return 1
    return contact.role && template.for.includes(contact.role) ? 2 : 3
  }
  return templates
    .filter(({ for: roles }) => !roles.length || !contact.role || roles.includes(contact.role))
    .map(template => ({ template, fit: rank(template) }))
    .sort((a, b) => a.fit - b.fit || byText(a.template.name, b.template.name))
    .map(({ template }) => template)
}
