import type { Database } from '../../src/domain/data/model.ts'
import { numberSetting } from '../../src/domain/data/settings.ts'
import type { Agenda, AgendaLine, AgendaOptions } from '../../src/domain/due/agenda.ts'
import { withFoldedNotes } from '../../src/domain/due/folded-notes.ts'
import { isWith, type Loop, openLoops } from '../../src/domain/due/loops.ts'
import type { LoopGroup } from '../../src/domain/due/outlines.ts'
import { paceOn } from '../../src/domain/due/seasons.ts'
import type { Day } from '../../src/domain/words/days.ts'

type Lines = Omit<Agenda, 'today' | 'heading' | 'seasons' | 'within' | 'events' | 'all' | 'who'>

/** The lines of `due` the plain way: every loop in words first, then what fits the page. */
export function plainAgenda(db: Database, today: Day, options: AgendaOptions): Lines {
  const { contact, all = false } = options
  const showsAll = all || contact !== undefined
  // No screen says what fits the budget.
  const items = plainItems(db, today, options).map(loop => ({ ...loop, fits: true }))
  const folds = !showsAll && !options.kind && paceOn(db, today) === 'pause'
  const inGroup = (group: LoopGroup) => items.filter(loop => loop.group === group)
  const noted = (loops: Loop[]) => (folds ? withFoldedNotes(db, loops) : loops)
  const now = noted(inGroup('today'))
  const people = showsAll ? now.map(loop => ({ ...loop, more: 0 })) : onePerPerson(now)
  const cap = showsAll ? people.length : numberSetting(db, 'due.lines')
  const [next, waiting] = [noted(inGroup('next')), inGroup('waiting')]
  const isPlain = !showsAll && !options.kind && options.within === undefined
  const most = isPlain ? 15 : Number.POSITIVE_INFINITY
  return {
    todayLines: people.slice(0, cap),
    canWait: Math.max(0, people.length - cap),
    next: next.slice(0, most),
    nextMore: Math.max(0, next.length - most),
    waiting: waiting.slice(0, most),
    waitingMore: Math.max(0, waiting.length - most),
    later: showsAll ? inGroup('later') : [],
    laterCount: inGroup('later').length,
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

function onePerPerson(loops: readonly Loop[]): AgendaLine[] {
  const others = (loop: Loop) =>
    loops.filter(each => loop.contact && each.contact?.id === loop.contact.id)
  return loops
    .filter(loop => !loop.contact || others(loop)[0] === loop)
    .map(loop => ({ ...loop, more: loop.contact ? others(loop).length - 1 : 0 }))
}
