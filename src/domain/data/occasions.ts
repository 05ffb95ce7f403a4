import type { Interaction, Occasion } from './model.ts'

interface OccasionWords {
  /** As a noun: `our coffee`. */
  noun: string
  /** After a verb: `over coffee`. */
  at: string
  /** After "thank you for". */
  thanks: string
  /** A named event says more than its kind: `at the ACC Meeting`. */
  named?: boolean
  /** How a mail begins to someone you met there, where it is not "we talked" or, at an event, "we met". */
  began?: string
  /** The same of who gave it. */
  given?: Omit<OccasionWords, 'given'>
}

const TALKING = 'talking with me'

/** How each occasion is spoken of in a mail to somebody who was there. */
const OCCASION_WORDS: Record<Occasion, OccasionWords> = {
  coffee: words('our coffee', 'over coffee', 'meeting me for coffee'),
  lunch: words('our lunch', 'over lunch', 'meeting me for lunch'),
  walk: words('our walk', 'on our walk', 'the walk and the conversation'),
  call: words('our call', 'on the phone', 'talking with me on the phone'),
  video: words('our video call', 'on our video call', 'talking with me by video'),
  message: words('our messages', 'in your message', 'your message'),
  email: words('our emails', 'in your email', 'your email'),
  meeting: { ...words('our meeting', 'when we met', 'meeting with me'), began: 'We met' },
  'office-hours': words('your office hours', 'in your office hours', 'your time in office hours'),
  'info-interview': {
    ...words('our conversation', 'in our conversation', 'talking with me about your path'),
    began: 'We talked',
  },
  shadowing: {
    ...words('my day with you', 'while I was shadowing you', 'letting me shadow you'),
    began: 'I shadowed you',
  },
  lecture: {
    ...words('the lecture', 'after the lecture', `${TALKING} after the lecture`),
    given: words('your lecture', 'after your lecture', 'your lecture'),
  },
  panel: {
    ...event('the panel', 'at the panel', `${TALKING} at the panel`),
    given: event('the panel', 'on the panel', 'speaking on the panel'),
  },
  seminar: {
    ...event('the seminar', 'at the seminar', `${TALKING} at the seminar`),
    given: event('your seminar', 'at your seminar', 'your seminar'),
  },
  'grand-rounds': {
    ...event('grand rounds', 'at grand rounds', `${TALKING} at grand rounds`),
    given: event('your grand rounds', 'at your grand rounds', 'your talk at grand rounds'),
  },
  conference: event('the conference', 'at the conference', `${TALKING} at the conference`),
  class: { ...words('class', 'in class', `${TALKING} after class`), began: 'We met in class' },
  club: event('the club meeting', 'at the club meeting', `${TALKING} at the club meeting`),
  sport: event('the game', 'at the game', 'the game'),
  rotation: {
    ...words('the rotation', 'on the rotation', 'having me on the team'),
    began: 'We worked together on the rotation',
  },
  research: words('our research meeting', 'in our research meeting', 'the research meeting'),
  'study-session': {
    ...words('our study session', 'in our study session', 'studying with me'),
    began: 'We studied together',
  },
  'group-interview': words('the group interview', 'in the group interview', 'talking with us'),
  volunteer: event('the volunteer day', 'at the volunteer day', `${TALKING} at the volunteer day`),
  social: event('the get-together', 'at the get-together', `${TALKING} at the get-together`),
  wellness: event('the wellness event', 'at the wellness event', 'the wellness event'),
  online: event('our conversation online', 'online', 'talking with me online'),
  introduced: {
    ...words('our introduction', 'when we were introduced', TALKING),
    began: 'We were introduced',
  },
  'pre-med': {
    ...words('our pre-med days', 'in our pre-med days', 'all you did for me back then'),
    began: 'We met before I started medical school',
  },
  event: event('the event', 'at the event', `${TALKING} at the event`),
  met: { ...words('our conversation', 'when we met', TALKING), began: 'We met' },
}

/** The phrases for an occasion, with the name of its event where that says more, and of who spoke there. */
export function occasionPhrases(
  kind: Occasion,
  eventName?: string,
  spoke = false,
): { noun: string; at: string; thanks: string; began: string } {
  const words = OCCASION_WORDS[kind]
  const { noun, at, thanks, named, began } = (spoke && words.given) || words
  if (!named || !eventName) {
    return { noun, at, thanks, began: began ?? `We ${named ? 'met' : 'talked'} ${at}` }
  }
  const name = withThe(eventName)
  return {
    noun: name,
    at: `at ${name}`,
    thanks: `${spoke ? 'speaking' : TALKING} at ${name}`,
    began: `We met at ${name}`,
  }
}

/** Only two are there, or few: what one has to say to the other is said. */
export const ONE_TO_ONE: ReadonlySet<Occasion> = new Set<Occasion>([
  ...(['coffee', 'lunch', 'walk', 'call', 'video', 'meeting'] as const),
  ...(['office-hours', 'info-interview'] as const),
])

/** Occasions on which they can speak for themselves, so that a wait for their word is over. */
const TOGETHER: ReadonlySet<Occasion> = new Set<Occasion>([
  ...ONE_TO_ONE,
  'shadowing',
  'study-session',
  'research',
  'rotation',
  'group-interview',
  'social',
  'wellness',
  'club',
  'sport',
  'met',
])

/** Whether they may have answered in it what they were asked: a word from them, or time together. */
export function isAnswer({ kind, by }: Pick<Interaction, 'kind' | 'by'>): boolean {
  return by === 'them' || TOGETHER.has(kind)
}

/** `coffee with Priya Nair`; an email goes to somebody, or comes from them. */
export function contactPhrase(
  kind: Occasion,
  by: 'me' | 'them' | undefined,
  names: string,
): string {
  const isWritten = kind === 'email' || kind === 'message'
  const joint = !isWritten ? 'with' : by === 'them' ? 'from' : 'to'
  const words = kind.replaceAll('-', ' ')
  return names ? `${words} ${joint} ${names}` : words
}

/** `the ACC Meeting`, `ACC 2026`, `AMSA`: a single word and a year go without the article. */
export function withThe(eventName: string): string {
  const bare = !eventName.includes(' ') || /(\d|'s\b.*)$/.test(eventName)
  return bare || /^(the|our|a|an) /i.test(eventName) ? eventName : `the ${eventName}`
}

function words(noun: string, at: string, thanks: string): OccasionWords {
  return { noun, at, thanks }
}

function event(noun: string, at: string, thanks: string): OccasionWords {
  return { noun, at, thanks, named: true }
}
