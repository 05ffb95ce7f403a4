import { HEADINGS } from '../../src/commands/index.ts'
import { pathOf, type Verb, verbsOf } from '../../src/input/command.ts'
import type { Field } from '../../src/input/form.ts'

/** Numbers from 0 up to and without 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface RandomLine {
  words: string[]
  stdin: string
}

/** What the clock says: right, or for some lines in a row behind or ahead, by minutes, months or years. */
export function* randomMoments(random: () => number, right: string): Generator<string> {
  const among = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  for (;;) {
    for (let lines = Math.floor(random() * 60); lines > 0; lines--) yield right
    const wrong = among(WRONG_MOMENTS)
    for (let lines = 1 + Math.floor(random() * 8); lines > 0; lines--) yield wrong
  }
}

const WRONG_MOMENTS = [
  ...['2026-11-21T14:50:00', '2026-11-21T15:10:00', '2026-08-01T09:00:00', '2027-03-01T09:00:00'],
  ...['2024-01-01T00:00:00', '2030-01-01T00:00:00', '1970-01-01T12:00:00', '2105-06-01T09:00:00'],
]

const HOSTILE = [
  ...['\u001b[2J', 'a\nb', '"', "'; rm -rf ~; '", '$(id)', '{{ name }}', '__proto__', '\u202eabc'],
  ...[
    '=1+1',
    '../x',
    '\ud83d',
    'x'.repeat(400),
    'é'.repeat(1_100),
    '-',
    '--',
    '#1',
    '\u0001',
    '👩🏽‍⚕️',
  ],
]

/** Waits for something outside, makes a world of its own, or takes away what undo needs. */
const LEFT_OUT = new Set(['demo', 'init', 'backup'])
/** Who is there from the beginning. */
export const NAMES = [
  'Ana Silva',
  'Ben Okafor',
  "Pat O'Brien",
  'Dr. Maya Chen',
  'Zoë van der Berg',
  '李明',
]
const WHO = ['ana', 'ben', 'chen', 'obrien', '李明', 'zoë', 'ana,ben', 'chen, zoë', 'nobody', '']
const DAYS = [
  'today',
  'fri',
  'yesterday',
  '1 dec',
  '2026-11-25',
  '3w',
  'wed 15:00',
  '31 feb',
  'soon',
]
const TEXTS = [
  ...['her registry', 'how he chose it', 'send the draft, by fri', 'coffee', 'x', '- a\n- b'],
  ...HOSTILE,
]
const COUNTS = ['0', '1', '30', '6w', '1h30m', 'none', '-1', '1e9', '99999999999']
const NAMED = ['role:peer', 'circle:support', 'is:due', 'a or b', '(a', 'not x', 'ACC', 'boards']

/** Command lines of every verb with arguments and flags of every kind, each reading or not. */
export function* randomLines(random: () => number): Generator<RandomLine> {
  const verbs = HEADINGS.flatMap(({ commands }) =>
    Object.entries(commands).flatMap(([word, command]) =>
      LEFT_OUT.has(word) ? [] : [...verbsOf(command)],
    ),
  )
  const among = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const number = () => String(Math.floor(random() * 60))
  const any = () => among([among(NAMES), among(WHO), number(), among(DAYS), among(TEXTS)])
  const valueFor = (field: Field<unknown>): string => {
    if (random() < 0.1) return any()
    if (field.placeholder === 'day') return among(DAYS)
    if (field.placeholder === 'time') return among(COUNTS)
    if (field.placeholder === 'who') return among([...NAMES, ...WHO, number()])
    // Help of a choice lists its words.
    const listed = /^[a-z-]+(?:[|,] ?[a-z-]+)+/.exec(field.placeholder ?? field.help)?.[0]
    return listed ? among(listed.split(/[|,] ?/)) : among([...TEXTS, ...COUNTS, ...DAYS])
  }
  const flags = ({ form = {} }: Verb): string[] =>
    Object.values(form).flatMap(field => {
      if (!field.flag || random() > 2.5 / Object.keys(form).length) return []
      return field.placeholder ? [`--${field.flag}`, valueFor(field)] : [`--${field.flag}`]
    })
  const words = (verb: Verb): string[] => {
    const count = /\[|</.test(verb.words) ? Math.floor(random() * 3) : 0
    const first = () => among([among(NAMES), among(WHO), number(), number(), among(NAMED), any()])
    return [first, any, any].slice(0, count).map(next => next())
  }
  for (;;) {
    if (random() < 0.5) {
      yield { words: [...usual(among, number), '--yes'], stdin: '' }
      continue
    }
    const verb = among(verbs)
    const globals = random() < 0.2 ? ['--json'] : []
    yield {
      words: [...pathOf(verb).split(' '), ...words(verb), ...flags(verb), ...globals, '--yes'],
      stdin: random() < 0.5 ? '' : among(STDINS),
    }
  }
}

type Among = <T>(list: readonly T[]) => T

/** What is typed on most days, and mostly reads. */
function usual(among: Among, number: () => string): string[] {
  const who = among([among(NAMES), among(WHO), number()])
  const text = among(TEXTS)
  const day = among(PAST)
  return among([
    () => ['add', among(NAMES), '--role', among(['peer', 'faculty', 'resident']), '--every', '6w'],
    () => [
      'add',
      `${among(['Eve', 'Max', 'Ida'])} ${number()}`,
      '--email',
      `e${number()}@example.org`,
    ],
    () => ['log', who, '-k', among(KINDS), '-o', day, '-d', text],
    () => ['log', `New ${number()}`, '--new', '-k', among(KINDS), '--promise', `${text}, by fri`],
    () => ['log', who, '--private', '--advice', text],
    () => ['note', who, text],
    () => ['edit', who, '--tag', text],
    () => ['remind', who, text, '--due', among(COMING)],
    () => ['meet', who, '--on', 'fri 15:00', '-k', 'coffee'],
    () => ['done', number()],
    () => ['snooze', number(), among(COMING)],
    () => ['drop', number()],
    () => ['event', 'add', text, '--kind', 'panel', '--on', among(COMING)],
    () => ['event', 'met', 'ACC', among(NAMES)],
    () => ['season', 'add', text, '--kind', 'exams', '--until', among(COMING)],
    () => ['question', who, text],
    () => ['heard', who, '--note', text],
    () => ['archive', who],
    () => ['merge', number(), number()],
    () => ['rm', among([who, number()])],
    () => ['settings', 'due.lines', among(['3', '9'])],
    () => ['me', '--name', among(NAMES)],
    () => ['sent', who],
    () => ['draft', 'thanks', who, '--set', `point=${text}`, '--hold', '2h'],
    () => ['undo'],
    () => ['redo'],
    () => ['import', '-'],
  ])()
}

const KINDS = ['coffee', 'call', 'office-hours', 'email', 'panel', 'class']
const PAST = ['today', 'yesterday', 'wed', '1 nov']
const COMING = ['fri', 'tomorrow', '1 dec', '3w']
const STDINS = [
  'ana; coffee; her registry\nben; call',
  'BEGIN:VCARD\nFN:Kim Ro\nEMAIL:kim@example.org\nEND:VCARD\n',
  'Name,Email\nTom Lee,tom@example.org\n',
  'Dear Dr. Chen,\n\nThank you for your talk.\n\nJo',
  '{"schemaVersion": 3',
]
