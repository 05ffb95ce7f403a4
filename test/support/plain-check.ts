/** What is wrong with the text of a data file, looked at without any code of netmed's own; empty when nothing. */
export function problemsIn(text: string): string[] {
  const problems: string[] = []
  // biome-ignore lint/suspicious/noExplicitAny: it is looked at as it stands
  const db: any = JSON.parse(text)
  const ids = new Map<number, string>()
  const uids = new Set<string>()
  for (const list of LISTS) {
    for (const record of db[list]) {
      if (ids.has(record.id)) problems.push(`#${record.id} is there twice`)
      if (!(record.id < db.meta.nextId)) problems.push(`#${record.id} is beyond nextId`)
      if (!/^[a-z0-9]{16}$/.test(record.uid) || uids.has(record.uid)) {
        problems.push(`#${record.id} has no uid of its own`)
      }
      ids.set(record.id, list)
      uids.add(record.uid)
    }
  }
  const mustBe = (list: string, from: number, id: unknown) => {
    if (id !== undefined && ids.get(Number(id)) !== list) {
      problems.push(`#${from} refers to ${String(id)}, which is none of ${list}`)
    }
  }
  for (const each of db.contacts) {
    mustBe('contacts', each.id, each.introducedBy)
    if (typeof each.name !== 'string' || !each.name.trim()) problems.push(`#${each.id} has no name`)
  }
  for (const each of db.interactions) {
    if (!each.contacts.length) problems.push(`#${each.id} is with nobody`)
    for (const id of each.contacts) mustBe('contacts', each.id, id)
    mustBe('contacts', each.id, each.detailOf)
    mustBe('events', each.id, each.event)
    if (!DAY.test(each.on)) problems.push(`#${each.id} is on ${each.on}`)
  }
  for (const each of db.followUps) {
    for (const id of [each.contact, ...(each.others ?? []), ...(each.told ?? [])]) {
      mustBe('contacts', each.id, id)
    }
    for (const id of [each.from, each.closedBy]) mustBe('interactions', each.id, id)
    if (each.due !== undefined && !DAY.test(each.due))
      problems.push(`#${each.id} is due ${each.due}`)
    if ((each.closed === undefined) !== (each.closedOn === undefined)) {
      problems.push(`#${each.id} is closed by half`)
    }
  }
  for (const each of db.questions) mustBe('contacts', each.id, each.contact)
  for (const each of [...db.events, ...db.seasons]) {
    if (each.until !== undefined && each.until < (each.on ?? each.from)) {
      problems.push(`#${each.id} ends before it begins`)
    }
  }
  return problems
}

const LISTS = ['events', 'seasons', 'questions', 'contacts', 'followUps', 'interactions']
const DAY = /^(?:19|20|21)\d\d-\d\d-\d\d$/

/** The file without what says which revision it is. */
export function apartFromMeta(text: string): string {
  const { meta: _, ...rest } = JSON.parse(text)
  return JSON.stringify(rest)
}
