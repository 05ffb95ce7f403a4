import type { Database } from '../../src/domain/data/model.ts'
import { numberSetting } from '../../src/domain/data/settings.ts'
import type { Agenda, AgendaLine, AgendaOptions } from '../../src/domain/due/agenda.ts'
import { beyondBudget } from '../../src/domain/due/budget.ts'
import { foldedNotes, occasionOf } from '../../src/domain/due/folded-notes.ts'
import { isWith, type Loop, openLoops } from '../../src/domain/due/loops.ts'
import { olderLoops } from '../../src/domain/due/older.ts'
import { paceOn } from '../../src/domain/due/seasons.ts'
import { addDays, type Day } from '../../src/domain/words/days.ts'
import { folded } from '../../src/domain/words/text.ts'

/** Which loops stand where, by what tells each from the others. */
export interface PlainPage {
  today: string[]
  canWait: number
  next: string[]
  nextMore: number
  waiting: string[]
  waitingMore: number
  later: string[]
  laterCount: number
  older: number
}

/** What a page shows, without its words. */
export function pageOf(page: Agenda): PlainPage {
  const lineOf = (line: AgendaLine) => {
    const also = line.also.map(each => `+${each.followUp}`).join('')
    return line.notes ? line.line : `${nameOf(line)}${also}${line.more ? ` ${line.more} more` : ''}`
  }
  return {
    today: page.parts.flatMap(({ is, lines }) => lines.map(line => `${is} ${lineOf(line)}`)),
    canWait: page.canWait,
    next: page.next.map(lineOf),
    nextMore: page.nextMore,
    waiting: page.waiting.map(lineOf),
    waitingMore: page.waitingMore,
    later: page.later.map(lineOf),
    laterCount: page.laterCount,
    older: page.older.count,
  }
}

function nameOf({ followUp, contact }: Loop): string {
  return followUp === null ? `touch ${contact?.id}` : `#${followUp}`
}

/** The page of `due` the plain way: every loop in words first, then what fits. */
export function plainPage(db: Database, today: Day, options: AgendaOptions): PlainPage {
  const { contact, all = false, kind, within } = options
  const isWhole = all || contact !== undefined || kind !== undefined
  const older = isWhole ? [] : olderLoops(db, today).map(({ followUp }) => followUp.id)
  const loops = plainItems(db, today, options).filter(each => !older.includes(each.followUp ?? 0))
  const later = loops.filter(each => each.group === 'later')
  const showsLater = all || contact !== undefined
  const least = isWhole ? 1000 : paceOn(db, today) === 'pause' ? 2 : 4
  const notesIn = (group: Loop['group']) => {
    const ids = loops.filter(each => each.group === group).map(each => each.followUp)
    return db.followUps.filter(each => each.kind === 'event' && ids.includes(each.id))
  }
  const notes = foldedNotes(db, [notesIn('today'), notesIn('next')], least)
  const noteOf = (loop: Loop) => {
    const note = notes.get(loop.followUp ?? -1)
    return note && { count: note.count, name: occasionOf(db, note.from).name }
  }
  const stored = loops.filter(each => each.followUp !== null && each.group !== 'later')
  const busy = stored
    .flatMap(each => {
      const own = each.group !== 'waiting' || each.kind === 'reply' ? [each.contact] : []
      return [...own, ...each.others]
    })
    .map(each => each?.id)
  const free = loops.filter(
    each => each.followUp === null && each.group !== 'later' && !busy.includes(each.contact?.id),
  )
  const beyond = beyondBudget(db, free, today)
  const touches = isWhole
    ? loops.filter(each => each.followUp === null)
    : free.filter(each => !beyond.has(each))
  const shown = [...stored, ...touches].sort((a, b) => loops.indexOf(a) - loops.indexOf(b))
  const keyOf = (loop: Loop) =>
    isWhole ? nameOf(loop) : (noteOf(loop)?.name ?? loop.contact?.id ?? nameOf(loop))
  const theirs = (loop: Loop) =>
    stored.filter(each => loop.contact && each.contact?.id === loop.contact.id && !noteOf(each))
  const say = (loop: Loop, also: Loop[] = []): string => {
    const note = noteOf(loop)
    if (note) return `${note.count} first notes from ${note.name}`
    const others = isWhole ? 0 : theirs(loop).filter(each => each !== loop).length
    const more = others - also.length
    return `${nameOf(loop)}${also.map(each => `+${each.followUp}`).join('')}${more ? ` ${more} more` : ''}`
  }

  const now = shown.filter(each => each.group === 'today')
  const ordered = now.toSorted((a, b) => compare(placeToday(db, a, now), placeToday(db, b, now)))
  const fresh = ordered.filter(each => isFresh(db, each, today))
  const cap = isWhole ? 1000 : numberSetting(db, 'due.lines')
  const keys = [...new Set([...fresh, ...ordered].map(keyOf))]
  const chosen = [...new Set(fresh.map(keyOf))]
  const roomOf = (loop: Loop) => (partOf(db, loop, now) === 'team' ? 'team' : keyOf(loop))
  const used = new Set<unknown>(fresh.map(roomOf))
  for (const loop of used.size < cap ? ordered : []) {
    if (chosen.includes(keyOf(loop))) continue
    if (used.size >= cap && !used.has(roomOf(loop))) break
    used.add(roomOf(loop))
    chosen.push(keyOf(loop))
  }
  const rows = chosen.map(key => {
    const own = ordered.filter(each => keyOf(each) === key)
    const [lead = own[0], ...also] = own.filter(each => fresh.includes(each))
    return { lead, also: lead && noteOf(lead) ? [] : also }
  })
  rows.sort((a, b) => ordered.indexOf(a.lead as Loop) - ordered.indexOf(b.lead as Loop))

  const isTaken = (loop: Loop, ...groups: Loop['group'][]) =>
    !isWhole && theirs(loop).some(each => groups.includes(each.group))
  const next = once(
    shown.filter(each => each.group === 'next' && !isTaken(each, 'today')),
    keyOf,
  )
  const touched = touches.map(each => each.contact?.id)
  const waiting = once(
    shown.filter(
      each =>
        each.group === 'waiting' &&
        !isTaken(each, 'today', 'next') &&
        (isWhole || !touched.includes(each.contact?.id)),
    ),
    keyOf,
  )
  const most = isWhole || within !== undefined ? 1000 : 15
  return {
    today: rows.map(
      ({ lead, also }) => `${partOf(db, lead as Loop, now)} ${say(lead as Loop, also)}`,
    ),
    canWait: keys.length - chosen.length,
    next: next.slice(0, most).map(each => say(each)),
    nextMore: Math.max(0, next.length - most),
    waiting: waiting.slice(0, most).map(each => say(each)),
    waitingMore: Math.max(0, waiting.length - most),
    later: showsLater ? later.map(each => say(each)) : [],
    laterCount: later.length,
    older: older.length,
  }
}

/** What `due --json` lists, the plain way. */
export function plainItems(
  db: Database,
  today: Day,
  { contact, kind, within, all = false }: AgendaOptions,
): Loop[] {
  return openLoops(db, today, { within, withFits: true })
    .filter(loop => all || contact !== undefined || !loop.hidden)
    .filter(loop => !contact || isWith(loop, contact.id))
    .filter(loop => !kind || loop.kind === kind)
}

function once(loops: readonly Loop[], keyOf: (loop: Loop) => unknown): Loop[] {
  return loops.filter(
    (loop, index) => loops.findIndex(each => keyOf(each) === keyOf(loop)) === index,
  )
}

function isFresh(db: Database, { due, kind, followUp }: Loop, today: Day): boolean {
  const created = db.followUps.find(each => each.id === followUp)?.createdAt.slice(0, 10)
  const isReminded = kind === 'ask' && due === addDays(today, numberSetting(db, 'days.remind-last'))
  return due === today || created === today || isReminded
}

function rotationOf(db: Database, { followUp, kind }: Loop): number | undefined {
  const stored = db.followUps.find(each => each.id === followUp)
  const from = db.interactions.find(each => each.id === stored?.from)
  return kind === 'thank-you' && from?.kind === 'rotation' ? from.event : undefined
}

function partOf(db: Database, loop: Loop, now: readonly Loop[]): string {
  const rotation = rotationOf(db, loop)
  if (rotation !== undefined) {
    if (now.filter(each => rotationOf(db, each) === rotation).length > 1) return 'team'
  }
  if (loop.followUp === null || loop.kind === 'event') return 'people'
  return loop.at && loop.daysLeft === 0 ? 'hours' : 'due'
}

function placeToday(db: Database, loop: Loop, now: readonly Loop[]): (string | number)[] {
  const part = partOf(db, loop, now)
  const contact = db.contacts.find(each => each.id === loop.contact?.id)
  const what = db.followUps.find(each => each.id === loop.followUp)?.what
  const name = folded(loop.contact?.name ?? what ?? '')
  const asUsual = [loop.kind, name, loop.followUp ?? 0]
  if (part === 'hours') return [0, loop.at ?? '', loop.followUp ?? 0]
  if (part !== 'people') {
    const day = -Number((loop.due ?? '0000-00-00').replaceAll('-', ''))
    return part === 'team' ? [1, day, 0, loop.followUp ?? 0] : [1, day, 1, ...asUsual]
  }
  const isOwn = loop.followUp === null && contact?.circles?.includes('support')
  return [isOwn ? 2 : loop.followUp === null ? 4 : 3, loop.due ?? '9999', ...asUsual]
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index] ?? 0
    if (one !== other) return one < other ? -1 : 1
  }
  return 0
}
