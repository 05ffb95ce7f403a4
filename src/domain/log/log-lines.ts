import type { Contact, Database, Interaction } from '../data/model.ts'
import { contactPhrase } from '../data/occasions.ts'
import { contactById } from '../data/records.ts'
import { hasName } from '../people/identity.ts'
import { displayName } from '../people/names.ts'
import type { Day } from '../words/days.ts'
import { listed } from '../words/text.ts'
import { carryOut, type LogPlan } from './log-plan.ts'

// Several lines that are logged at once.

/** What became of one plan: what was on file of it already, or what was logged. */
export type CarriedOut = { there: Interaction } | { logged: ReturnType<typeof carryOut> }

/**
 * Logs each plan that `onFile` finds nothing of, so that lines which are read again after a crash are not
 * logged twice. Whoever an earlier line added is known to the later ones.
 */
export function carryOutNew(db: Database, plans: readonly LogPlan[], today: Day): CarriedOut[] {
  const there = onFile(db, plans)
  const added: Contact[] = []
  return plans.map((plan, index) => {
    const known = there[index]
    if (known) return { there: known }
    const logged = carryOut(db, withoutAdded(plan, added), today)
    added.push(...logged.added)
    return { logged }
  })
}

/** What is on file of each, word for word; one record stands for one plan alone. */
export function onFile(db: Database, plans: readonly LogPlan[]): (Interaction | undefined)[] {
  const byKey = new Map<string, Interaction[]>()
  for (const interaction of db.interactions) {
    const key = keyOf(interaction)
    const others = byKey.get(key)
    if (others) others.push(interaction)
    else byKey.set(key, [interaction])
  }
  return plans.map(plan => {
    if (plan.fresh.length) return undefined
    const { contacts, event, interaction } = plan
    return byKey.get(keyOf({ ...interaction, contacts, event }))?.shift()
  })
}

type Comparable = LogPlan['interaction'] & Pick<LogPlan, 'contacts' | 'event'>

function keyOf(interaction: Comparable): string {
  const { kind, on, by, place, near, event, detail, note, template, gave } = interaction
  const contacts = [...interaction.contacts].sort((a, b) => a - b)
  const isPrivate = interaction.private === true
  const fields = { kind, on, contacts, by, place, near, event, detail, note, template, gave }
  return JSON.stringify({ ...fields, isPrivate })
}

function withoutAdded(plan: LogPlan, added: readonly Contact[]): LogPlan {
  const known = (name: string) => added.find(contact => hasName(contact, name))
  const found = plan.fresh.flatMap(name => known(name) ?? [])
  if (!found.length) return plan
  return {
    ...plan,
    contacts: [...new Set([...plan.contacts, ...found.map(({ id }) => id)])],
    fresh: plan.fresh.filter(name => !known(name)),
  }
}

/** One plan in words, before it is logged. */
export function planView(db: Database, { contacts, fresh, interaction, event }: LogPlan) {
  const { kind, by, on, place = null, detail = null, note = null } = interaction
  const known = contacts.map(id => displayName(contactById(db, id)))
  const there = db.events.find(each => each.id === event)
  return {
    /** `coffee with Priya Nair`. */
    said: contactPhrase(kind, by, listed([...known, ...fresh])),
    on,
    at: there?.name ?? place,
    detail,
    note,
    fresh: [...fresh],
  }
}

export type PlanView = ReturnType<typeof planView>
