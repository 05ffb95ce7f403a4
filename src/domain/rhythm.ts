import { addDays, dayOfMoment } from './days.ts'
import type { Contact, Database, Day, Interaction } from './model.ts'
import { numberSetting, type SettingKey } from './settings.ts'

/** The latest interaction of each contact, by contact id: one pass, string comparison only. */
export function latestContacts(db: Database): Map<number, Interaction> {
  const latest = new Map<number, Interaction>()
  for (const interaction of db.interactions) {
    for (const id of interaction.contacts) {
      const known = latest.get(id)
      if (!known || isLater(interaction, known)) latest.set(id, interaction)
    }
  }
  return latest
}

function isLater(a: Interaction, b: Interaction): boolean {
  return a.on > b.on || (a.on === b.on && a.id > b.id)
}

const CIRCLE_RHYTHMS = new Set(['support', 'mentor', 'mentee', 'letter-writer', 'research'])

/** Days of somebody's rhythm: set by hand, else the shortest of their circles, else none (practice K1). */
export function rhythmOf(db: Database, contact: Contact): number | null {
  if (contact.every !== undefined) return contact.every || null
  if (!contact.circles) return null
  const days = contact.circles
    .filter(circle => CIRCLE_RHYTHMS.has(circle))
    .map(circle => numberSetting(db, `rhythm.${circle}` as SettingKey))
  return days.length ? Math.min(...days) : null
}

/** The rhythm that a role offers, in the echo of the second logged contact; null for light ties. */
export function offeredRhythm(db: Database, contact: Contact): number | null {
  if (!contact.role) return null
  const days = numberSetting(db, `offer.${contact.role}` as SettingKey)
  return Number.isNaN(days) ? null : days
}

export interface KeepInTouch {
  contact: Contact
  every: number
  due: Day
  /** Counted from this day: the latest contact, else the day you met, else of adding (practice K2). */
  since: Day
  last: Interaction | undefined
  /** Past one and a half rhythms by today (practice K3). */
  isLong: boolean
}

/** Everybody with a rhythm and the day it falls due; the quiet, archived and prospects are left out. */
export function keepInTouch(
  db: Database,
  today: Day,
  latest: ReadonlyMap<number, Interaction> = latestContacts(db),
): KeepInTouch[] {
  const answer: KeepInTouch[] = []
  for (const contact of db.contacts) {
    if (contact.archived || contact.prospect || isQuiet(contact, today)) continue
    const every = rhythmOf(db, contact)
    if (!every) continue
    const last = latest.get(contact.id)
    const since = last?.on ?? contact.metOn ?? dayOfMoment(new Date(contact.createdAt))
    const long = addDays(since, Math.ceil(every * numberSetting(db, 'long.factor')))
    answer.push({ contact, every, since, last, due: addDays(since, every), isLong: long <= today })
  }
  return answer
}

/** Whether reminders of this person rest today (practice P7). */
export function isQuiet(contact: Contact, today: Day): boolean {
  return contact.quiet === 'until-woken' || (contact.quiet !== undefined && today < contact.quiet)
}
