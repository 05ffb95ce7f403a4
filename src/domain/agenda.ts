import { fullDay } from './days.ts'
import { isWith, type Loop, openLoops, withoutText } from './loops.ts'
import type { Database, Day, FollowUpKind } from './model.ts'
import { numberSetting } from './settings.ts'

/** What `due` answers; `items` is whole, the rest says what fits a screen. */
export interface Agenda {
  today: Day
  /** `Saturday 21 November`. */
  heading: string
  items: Loop[]
  /** Lines under today, one a person; with `all`, uncapped. */
  todayLines: AgendaLine[]
  /** People under today beyond the cap. */
  canWait: number
  /** Days that `next` reaches. */
  within: number
  next: Loop[]
  waiting: Loop[]
  /** Shown only with `all`. */
  later: Loop[]
  laterCount: number
  all: boolean
  /** Whose agenda this is; null for everybody's. */
  who: string | null
}

export interface AgendaLine extends Loop {
  /** Further loops of the same person that are due too. */
  more: number
}

export interface AgendaOptions {
  contact?: { id: number; name: string } | undefined
  within?: number | undefined
  all?: boolean
  kind?: FollowUpKind | 'keep-in-touch' | undefined
  /** False leaves out what was said in private (practice V2). */
  withPrivate?: boolean
}

/** Today's page: everything open, in groups. */
export function agenda(db: Database, today: Day, options: AgendaOptions = {}): Agenda {
  const { contact, all = false, kind, withPrivate = true } = options
  const within = options.within ?? numberSetting(db, 'due.within')
  const items = openLoops(db, today, { within })
    .filter(loop => !contact || isWith(loop, contact.id))
    .filter(loop => !kind || loop.kind === kind)
    .map(loop => (withPrivate ? loop : withoutText(loop)))
  const showsAll = all || contact !== undefined
  const people = onePerPerson(items.filter(loop => loop.group === 'today'))
  const cap = showsAll ? people.length : numberSetting(db, 'due.lines')
  const later = items.filter(loop => loop.group === 'later')
  return {
    today,
    heading: fullDay(today),
    items,
    todayLines: people.slice(0, cap),
    canWait: Math.max(0, people.length - cap),
    within,
    next: items.filter(loop => loop.group === 'next'),
    waiting: items.filter(loop => loop.group === 'waiting'),
    later: showsAll ? later : [],
    laterCount: later.length,
    all: showsAll,
    who: contact?.name ?? null,
  }
}

/** The first loop of each person, with the number of further ones; loops of nobody stand alone. */
function onePerPerson(loops: Loop[]): AgendaLine[] {
  const lines: AgendaLine[] = []
  const lineOf = new Map<number, AgendaLine>()
  for (const loop of loops) {
    const line = loop.contact ? lineOf.get(loop.contact.id) : undefined
    if (line) {
      line.more++
      continue
    }
    const fresh = { ...loop, more: 0 }
    lines.push(fresh)
    if (loop.contact) lineOf.set(loop.contact.id, fresh)
  }
  return lines
}
