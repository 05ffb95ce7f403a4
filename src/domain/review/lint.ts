import type { Contact, Database } from '../data/model.ts'
import { numberSetting, textSetting } from '../data/settings.ts'
import { namesOf } from '../people/names.ts'
import {
  type Sentence,
  sentencesOf,
  type TextWarning,
  type Word,
  wordsOf,
} from '../words/sentences.ts'
import { folded } from '../words/text.ts'
import { REQUESTS } from './asks.ts'
import {
  doubledMarks,
  fragments,
  longSentences,
  misspelledNames,
  smallI,
  thirdPersons,
} from './slips.ts'

type Person = Pick<
  Contact,
  'name' | 'title' | 'first' | 'last' | 'nickname' | 'greeting' | 'institution'
>

/** A message as its rules see it. */
export interface LintedDraft {
  subject: string
  body: string
  template: string
  contact: Person
  /** Everybody else on file: their names do not belong in it. */
  others: readonly Person[]
  /** Names and places that do belong: my own school, who introduced us. */
  belonging: readonly string[]
  /** Nothing was ever logged with them. */
  isStranger: boolean
  isRequest: boolean
  /** The most sentences to a stranger. */
  mostSentences: number
}

/**
 * What is better said otherwise, in the order of the rules; `start` counts in subject, blank line and body.
 * It never edits and never refuses. `off` names the rules that stay silent.
 */
export function lintDraft(
  draft: LintedDraft,
  { off = [] }: { off?: readonly string[] } = {},
): TextWarning[] {
  const text = `${draft.subject}\n\n${draft.body}`
  const words = wordsOf(text)
  const names = namesIn(draft, words)
  const read: ReadDraft = { ...draft, text, words, sentences: sentencesOf(text), names }
  return DRAFT_RULES.filter(row => !off.includes(row.rule)).flatMap(row =>
    row.find(read).map(found => warned(text, row.rule, found)),
  )
}

/** What of a template was left unfilled, in any text. */
export function leftoverWarnings(text: string): TextWarning[] {
  return leftovers(text).map(found => warned(text, 'leftover', found))
}

/** The rules that the user turned off, for drafts and for patients. */
export function rulesOff(db: Database): string[] {
  return rulesNamed(textSetting(db, 'lint.off')).filter(rule => rule !== 'none')
}

/** The names of rules in a text, each once; one that was spelled otherwise once is read. */
export function rulesNamed(text: string): string[] {
  const rules = text.toLowerCase().split(/[\s,]+/)
  return [...new Set(rules.filter(Boolean).map(rule => (rule === 'favour' ? 'favor' : rule)))]
}

/** Whom a message is to: somebody on file, or a name that nobody there has. */
export type Addressee = Contact | { name: string; id?: never; introducedBy?: never }

/** A draft with what the file knows around it. */
export function linted(
  db: Database,
  contact: Addressee,
  draft: { subject: string; body: string; template: string },
): LintedDraft {
  const introducer = db.contacts.find(other => other.id === contact.introducedBy)
  const belonging = [db.profile.name, db.profile.school, introducer?.name, introducer?.institution]
  return {
    ...draft,
    contact,
    others: db.contacts.filter(other => other.id !== contact.id && other.id !== introducer?.id),
    belonging: belonging.filter(name => name !== undefined),
    isStranger: !isKnown(db, contact),
    isRequest: REQUESTS.has(draft.template),
    mostSentences: numberSetting(db, 'lint.sentences'),
  }
}

function isKnown(db: Database, { id }: Addressee): boolean {
  return id !== undefined && db.interactions.some(each => each.contacts.includes(id))
}

interface ReadDraft extends LintedDraft {
  text: string
  words: Word[]
  sentences: Sentence[]
  /** The words of the addressee's name, from the file or the greeting. */
  names: ReadonlySet<string>
}

interface Found {
  start: number
  end: number
  says: string
}

interface DraftRule {
  rule: string
  find: (draft: ReadDraft) => Found[]
  /** What makes it speak, laid over an ordinary draft. */
  trips: Partial<LintedDraft>
  /** What comes near and does not. */
  passes: Partial<LintedDraft>
}

/** The rules in the order they speak. */
export const DRAFT_RULES: readonly DraftRule[] = [
  {
    rule: 'leftover',
    find: draft => leftovers(draft.text),
    trips: { body: 'Dear Dr. Hoff,\n\nThank you for [NAME] on Tuesday.' },
    passes: { body: 'Dear Dr. Hoff,\n\nThank you for the registry [1] on Tuesday.' },
  },
  {
    rule: 'other-name',
    find: otherNames,
    trips: { body: 'Dear Dr. Chen,\n\nThank you for your time on Tuesday.' },
    passes: { body: 'Dear Dr. Hoff,\n\nMay I thank you for your time on Tuesday.' },
  },
  {
    rule: 'vague',
    find: vaguePhrases,
    trips: { body: 'Dear Dr. Hoff,\n\nI would love to pick your brain on Tuesday.' },
    passes: { body: 'Dear Dr. Hoff,\n\nYour great talk on ablation at noon made me read on.' },
  },
  {
    rule: 'no-time',
    find: missingTime,
    trips: { isRequest: true, body: 'Dear Dr. Hoff,\n\nCould we talk for 20 minutes?' },
    passes: {
      isRequest: true,
      body: 'Dear Dr. Hoff,\n\nCould we talk for 20 minutes in the next few weeks?',
    },
  },
  {
    rule: 'several-asks',
    find: severalAsks,
    trips: {
      isRequest: true,
      body: 'Could we talk on Tuesday? Also, would you look at my CV?',
    },
    passes: {
      isRequest: true,
      body: 'Could we talk for 20 minutes? Would Tuesday at noon work? If not, that is fine.',
    },
  },
  {
    rule: 'too-long',
    find: tooLong,
    trips: {
      isStranger: true,
      mostSentences: 2,
      body: 'Dear Dr. Hoff,\n\nOne. Two. Three.\n\nSam',
    },
    passes: {
      isStranger: true,
      mostSentences: 3,
      body: 'Dear Dr. Hoff,\n\nOne. Two. Three.\n\nSam',
    },
  },
  {
    rule: 'favor',
    find: favors,
    trips: { template: 'info-interview', body: 'And are there any open positions in your lab?' },
    passes: { template: 'letter-request', body: 'Could you write a strong letter by 3 May?' },
  },
  {
    rule: 'marks',
    find: doubledMarks,
    trips: { body: 'Dear Dr. Hoff,\n\nWould Tuesday at noon work??' },
    passes: { body: 'Dear Dr. Hoff,\n\nWould Tues. at 5 p.m. work, i.e., after rounds…?' },
  },
  {
    rule: 'small-i',
    find: smallI,
    trips: { body: 'Dear Dr. Hoff,\n\nThat is more than i knew on Tuesday.' },
    passes: { body: 'Dear Dr. Hoff,\n\nI have a month, i.e. June.' },
  },
  {
    rule: 'third-person',
    find: thirdPersons,
    trips: { body: 'Dear Dr. Hoff,\n\nThank you for saying on Tuesday that she grew up here.' },
    passes: { body: 'Dear Dr. Hoff,\n\nMy sister said on Tuesday that she grew up here.' },
  },
  {
    rule: 'fragment',
    find: fragments,
    trips: { body: 'Dear Dr. Hoff,\n\nThank you for you told me about the registry on Tuesday.' },
    passes: { body: 'Dear Dr. Hoff,\n\nThank you for telling me about the registry on Tuesday.' },
  },
  {
    rule: 'long-sentence',
    find: longSentences,
    trips: { body: `Dear Dr. Hoff,\n\nI ${'really '.repeat(50)}liked Tuesday.` },
    passes: { body: `Dear Dr. Hoff,\n\nI ${'really '.repeat(30)}liked Tuesday.` },
  },
  {
    rule: 'name-slip',
    find: misspelledNames,
    trips: { body: 'Dear Dr. Hoof,\n\nThank you for Tuesday.' },
    passes: { body: 'Dear Dr. Hoff,\n\nThank you for Tuesday. Dr. Rao was there too.' },
  },
  {
    rule: 'attached',
    find: attachments,
    trips: { body: 'Dear Dr. Hoff,\n\nI have attached my CV for Tuesday.' },
    passes: { body: 'Dear Dr. Hoff,\n\nI can send my CV before Tuesday.' },
  },
  {
    rule: 'guilt',
    find: guilt,
    trips: { body: 'Dear Dr. Hoff,\n\nI still have not heard back from you since Tuesday.' },
    passes: { body: 'Dear Dr. Hoff,\n\nI wrote on Tuesday. If it is not possible, I understand.' },
  },
  {
    rule: 'demand',
    find: demands,
    trips: { body: 'Dear Dr. Hoff,\n\nI need you to answer by Tuesday.' },
    passes: { body: 'Dear Dr. Hoff,\n\nDo I need to register by Tuesday?' },
  },
  {
    rule: 'secret',
    find: secrets,
    trips: { body: 'Dear Dr. Hoff,\n\nBetween us, the clinic closes on Tuesday.' },
    passes: { body: 'Dear Dr. Hoff,\n\nThe hall between us and the clinic was loud on Tuesday.' },
  },
  {
    rule: 'unkind',
    find: unkindWords,
    trips: { template: 'step-back', body: 'The group has been a waste of time for me.' },
    passes: { template: 'step-back', body: 'I need to change how I study, so I may step back.' },
  },
]

/** Whoever is greeted is the addressee, where the file does not say who it is. */
function namesIn({ contact }: LintedDraft, words: readonly Word[]): ReadonlySet<string> {
  const onFile = Object.values(contact)
    .filter(value => typeof value === 'string')
    .flatMap(keysOf)
  if (onFile.length) return new Set(onFile)
  const at = words.findIndex(({ lower }) => GREETINGS.has(lower))
  if (at < 0) return new Set()
  const greeted: string[] = []
  for (const word of words.slice(at + 1, at + 5)) {
    if (!/^\p{Lu}/u.test(word.text) && !PARTICLES.has(word.lower)) break
    greeted.push(key(word))
    if (word.stop) break
  }
  return new Set(greeted.filter(name => !TITLES.has(name)))
}

const GREETINGS = set('dear hi hello hey')
const PARTICLES = set('van von der de la del di da le den')

function warned(text: string, rule: string, { start, end, says }: Found): TextWarning {
  return { rule, words: text.slice(start, end), start, message: says }
}

// Leftovers

// Bounded, so that a long text is read once.
const LEFTOVER =
  /\{\{|\}\}|\{%|%\}|\{[a-z_ ]{1,40}\}|<[a-z][a-z _-]{0,40}>|_{3,}|\b[A-Z]*XXX+\b|\b[A-Z]{1,3}XX\b|\b(?:SPECIALTY|FIRSTNAME|LASTNAME|SCHOOL|TOPIC|HOSPITAL|CITY)\b|\bINSERT(?: [A-Z]+)*|\[[a-z][a-z _-]{1,40}\]|\[(?:[A-Z][A-Z _-]{1,40}|(?:your|insert|their|the|first|last) [a-z ]{1,40})\]|\b(?:TODO|XXX+|FIXME|TBD)\b|\[object Object\]|\bundefined\b|^(?:Dear|Hi|Hello) ?,/gm

function leftovers(text: string): Found[] {
  return [...text.matchAll(LEFTOVER)].map(found => ({
    start: found.index,
    end: found.index + found[0].length,
    says: `"${found[0]}" was left over from a template.`,
  }))
}

// Names that belong to somebody else

const ASCII = /^[ -~]*$/
const TITLES = set('dr doctor prof professor mr mrs ms')

function otherNames(draft: ReadDraft): Found[] {
  const keys = draft.words.map(key)
  const places = positions(keys)
  const own = new Set(
    [...Object.values(draft.contact), ...draft.belonging]
      .filter(value => typeof value === 'string')
      .flatMap(keysOf),
  )
  const isForeign = (words: readonly string[]) => words.some(word => !own.has(word))
  const found: Found[] = []
  const told = new Set<number>()
  const tell = (from: number, to: number, says: (words: string) => string) => {
    if (told.has(from)) return
    told.add(from)
    const [start, end] = [draft.words[from]?.start ?? 0, draft.words[to]?.end ?? 0]
    found.push({ start, end, says: says(draft.text.slice(start, end)) })
  }
  for (const other of draft.others) {
    if (!mayStandIn(other.name, places)) continue
    const name = namesOf(other)
    const family = keysOf(name.last ?? '')
    const first = keysOf(name.first ?? '')
    const whole = [...first, ...family]
    for (const at of starts(whole, keys, places)) {
      if (whole.length > 1 && isForeign(whole)) tell(at, at + whole.length - 1, sayPerson)
    }
    for (const at of starts(family, keys, places)) {
      const isTitled = TITLES.has(keys[at - 1] ?? '') && isForeign(family)
      if (isTitled) tell(at - 1, at + family.length - 1, sayPerson)
    }
    for (const at of starts(first.slice(0, 1), keys, places)) {
      if (isGreeted(draft.words, at) && isForeign(first.slice(0, 1))) tell(at, at, sayPerson)
    }
  }
  const institutions = new Set(draft.others.map(other => other.institution))
  for (const institution of institutions) {
    if (!institution || !mayStandIn(institution, places)) continue
    const words = keysOf(institution)
    if (!isForeign(words)) continue
    for (const at of starts(words, keys, places)) {
      if (/^[\p{Lu}\d]/u.test(draft.words[at]?.text ?? '')) {
        tell(at, at + words.length - 1, sayInstitution)
      }
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const sayPerson = (words: string) => `"${words}" is somebody else on file, not the addressee.`
const sayInstitution = (words: string) =>
  `"${words}" is where somebody else on file works, not the addressee.`

function isGreeted(words: readonly Word[], at: number): boolean {
  return ['dear', 'hi', 'hello'].includes(words[at - 1]?.lower ?? '')
}

/** Cheap look before the name is taken apart: ten thousand people are on file, few are in the text. */
function mayStandIn(name: string, places: ReadonlyMap<string, readonly number[]>): boolean {
  const words = ASCII.test(name) ? name.toLowerCase() : folded(name)
  return words.split(/[ ,.]+/).some(word => places.has(word) && !TITLES.has(word))
}

/** Where the words stand one after the other. */
function starts(
  words: readonly string[],
  keys: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
): number[] {
  const [first] = words
  if (first === undefined) return []
  return (places.get(first) ?? []).filter(at =>
    words.every((word, index) => keys[at + index] === word),
  )
}

function positions(keys: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [index, word] of keys.entries()) {
    const list = places.get(word)
    if (list) list.push(index)
    else places.set(word, [index])
  }
  return places
}

function keysOf(name: string): string[] {
  return wordsOf(name).map(key)
}

function key(word: Word): string {
  const lower = ASCII.test(word.lower) ? word.lower : folded(word.lower)
  return lower.endsWith("'s") ? lower.slice(0, -2) : lower
}

// Vague words

const VAGUE = phrases(
  `sometime|some time soon|some time next|at some point|whenever you are free|whenever you have time|pick your brain
  |great talk|great lecture|great panel|great session|amazing talk|amazing lecture|interesting talk
  |interesting lecture|inspiring talk|inspiring lecture|wonderful talk|wonderful lecture|loved your talk
  |loved your lecture|enjoyed your talk|enjoyed your lecture|enjoyed the panel|touch base|meet up soon
  |catch up soon|get together soon|hang out soon|your interesting work|your fascinating work
  |your fascinating research|your interesting research|any opportunities|hear your story|in the near future|near future
  |one of these days|when you get a chance|some day|anytime soon|any time soon|literally perfect|perfect at everything
  |just like you|exactly like you|visionary|luminary|needs no introduction|need no introduction|speaks for itself
  |unparalleled|most inspiring|most amazing|most brilliant|pure gold|your brilliance|in the world|incomparable|legendary|a legend|my idol|in awe of you|world-class|giant in the field|genius`,
)

function vaguePhrases({ words, text }: ReadDraft): Found[] {
  return phrasesIn(words, VAGUE)
    .filter(([, to]) => !saysWhich(words, to))
    .map(span => foundAt(words, span, text, said => `"${said}" is vague; name the one thing.`))
}

const PRAISED = set('talk lecture panel session work research')

/** `your great talk on ablation` is specific. */
function saysWhich(words: readonly Word[], at: number): boolean {
  if (!PRAISED.has(words[at]?.lower ?? '')) return false
  const next = words[at + 1]?.lower ?? ''
  return next === 'about' || (next === 'on' && !hasTime(words.slice(at + 2, at + 4)))
}

// Times

const TIME_WORDS = set(
  `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun mondays
  tuesdays wednesdays thursdays fridays saturdays sundays today tomorrow tonight noon weekend weekends`,
)
const MONTHS = set(
  `january february april june july august september october november december jan feb apr jun jul
  aug sep sept oct nov dec`,
)
const SEASONS = set('spring summer fall autumn winter break holidays year')
const SEASONAL = set(
  'this next over in the spring winter fall summer holiday thanksgiving christmas',
)
const SPANS = set('week weeks month months days block semester term')
const DATING = set('in by until before after of early mid late from this next')
const WHICH = set('this next coming few two three four six in within of')

/** A day, a time of day or a window in weeks. */
function hasTime(words: readonly Word[]): boolean {
  return words.some((word, index) => {
    if (/^\d{1,2}\/\d{1,2}$/.test(word.lower)) return true
    if (SEASONS.has(word.lower) && SEASONAL.has(words[index - 1]?.lower ?? '')) return true
    if (TIME_WORDS.has(word.lower) || MONTHS.has(word.lower)) return true
    if (/^\d{1,2}(?::\d\d|[ap]m|:\d\d[ap]m)$|^\d{4}-\d\d-\d\d$/.test(word.lower)) return true
    const before = words[index - 1]?.lower ?? ''
    if (word.text === 'May' || word.text === 'March') {
      return /^\d/.test(before) || /^\d/.test(words[index + 1]?.lower ?? '') || DATING.has(before)
    }
    if (/^[ap]\.?m$/.test(word.lower)) return /^\d/.test(before)
    return SPANS.has(word.lower) && (WHICH.has(before) || /^\d/.test(before))
  })
}

function missingTime({ isRequest, words, text }: ReadDraft): Found[] {
  if (!isRequest || hasTime(words)) return []
  const says = 'It asks for something and names no time: give two times, a day or a window.'
  return [{ start: text.length, end: text.length, says }]
}

// Asks

const ASKING = phrases(
  `could you|would you|can you|may i ask|could i|could we|may i|would it be possible|i would be grateful if
  |i would appreciate it if|i'd be grateful if|i'd appreciate it if|please send|please let me know if you can
  |i was wondering if|i was wondering whether|i was also wondering|i'm also wondering|i am also wondering
  |it would also help|it would also be|would you also|could you also|could i also|can you also|i also need
  |and would you|and could you|and can you|and do you know|and is there any chance|separately
  |i'd also love|i would also love|i'd also like|i would also like`,
)

const ASKING_TOO = phrases(
  'and would you|and could you|and can you|and do you know|and is there|and could i|and may i|and i also',
)

function severalAsks({ isRequest, sentences, subject, text }: ReadDraft): Found[] {
  if (!isRequest) return []
  // The subject may ask what the body asks.
  const asks = sentences.filter(sentence => sentence.start > subject.length && isAsk(sentence))
  const second = asks[1] ?? asks.find(({ words }) => phrasesIn(words, ASKING_TOO).length > 0)
  if (!second) return []
  const end = second.words.at(-1)?.end ?? second.start
  const words = text.slice(second.start, end)
  return [
    {
      start: second.start,
      end,
      says: `It asks for more than one thing; this could wait: "${words}"`,
    },
  ]
}

function isAsk({ words, stop }: Sentence): boolean {
  const isQuestion = stop === '?'
  if (!isQuestion && phrasesIn(words, ASKING).length === 0) return false
  const [first, second] = [words[0]?.lower ?? '', words[1]?.lower ?? '']
  // The easy no, the other way out, the how are you, and the times belong to the one ask.
  if (first === 'or' || first === 'if') return false
  if (/^(?:what|where|which)$/.test(first) && /^(?:time|should|room|door|building)$/.test(second))
    return false
  if (first === 'how' && /^(?:are|have|is|was|did|has|were)$/.test(second)) return false
  return !(hasTime(words) && words.some(word => FITTING.has(word.lower)))
}

const FITTING = set('work works suit suits fit fits better free available prefer convenient')

// Length

function tooLong({ isStranger, mostSentences, sentences, subject, text }: ReadDraft): Found[] {
  const counted = sentences.filter(({ start, stop }) => start > subject.length && stop !== '')
  if (!isStranger || counted.length <= mostSentences) return []
  const start = counted[mostSentences]?.start ?? text.length
  const says = `${counted.length} sentences are many for somebody who does not know you; ${mostSentences} are enough.`
  return [{ start, end: counted[mostSentences]?.words.at(-1)?.end ?? start, says }]
}

// What is said to be there, and what presses

const ATTACHED = phrases(
  `i have attached|i've attached|attached is|attached are|find attached|see attached|attached please|is attached
  |are attached|enclosed|photo below|picture below|see the attachment|the attachment`,
)

function attachments({ words, text }: ReadDraft): Found[] {
  return phrasesIn(words, ATTACHED).map(span =>
    foundAt(
      words,
      span,
      text,
      said => `"${said}": attach it before it goes out, or leave this out.`,
    ),
  )
}

const GUILT = phrases(
  `hear back from you|heard back from you|heard from you|not to hear back|never heard back|did not hear back|didn't hear back
  |not get a reply|did not reply|didn't reply|haven't replied|have not replied|no reply from you|did not answer
  |didn't answer|haven't answered|have not answered|never answered|never replied|still waiting|been waiting
  |checking my inbox|in my inbox every|guess my message|guess my last|ignored my|ignoring my|a priority for you|not a priority|forgot about me|forgotten about me
  |too busy for|since you never|i guess you|my third email|my second email|third time i|second time i
  |counting on you|to hear nothing|sad not to hear|got lost among|everyone else answered|others answered|wrote back the same day`,
)

function guilt({ words, text }: ReadDraft): Found[] {
  return phrasesIn(words, GUILT)
    .filter(([from]) => words[from - 1]?.lower !== 'to')
    .map(span => foundAt(words, span, text, said => `"${said}" may sound like a reproach.`))
}

/** Orders, when they begin a sentence; in the middle they are part of a question. */
const MID_SENTENCE = set('you send answer put give get make')

const DEMANDS = phrases(
  `i need you to|i need a letter|i need your|i need the letter|i need an answer|you should|you need to|you have to|you must
  |you owe me|just tell me|just send me|asap|i expect to be|i expect that you|i expect you to|i demand|i need a recommendation|i don't have time|i do not have time|get back to me
  |vouch for me|a lor|send me your|send me the|answer me|put me on|put me in|give me a|get me a|get me into
  |i want you to|you will let me|since i pay|a real teacher|a good teacher would|was a mess|it's ridiculous|it is ridiculous|pretty lame|was confusing and|do your job|make sure you`,
)

function demands({ words, text }: ReadDraft): Found[] {
  return phrasesIn(words, DEMANDS)
    .filter(([from]) => !MID_SENTENCE.has(words[from]?.lower ?? '') || begins(words, from, text))
    .map(span => foundAt(words, span, text, said => `"${said}" presses; ask instead.`))
}

/** At the start of a sentence, or of its second half. */
function begins(words: readonly Word[], at: number, text: string): boolean {
  const [before, word] = [words[at - 1], words[at]]
  if (!before || !word || before.sentence !== word.sentence) return true
  if (text.slice(before.end, word.start).includes(',')) return true
  return /^(?:and|but|so|then)$/.test(before.lower)
}

const SECRETS = phrases(
  `between us,|between you and me|don't tell|do not tell|nobody in the department knows|nobody knows yet|told me in confidence
  |off the record|don't repeat|keep this to yourself|keep it to yourself|between us`,
)

function secrets({ words, text }: ReadDraft): Found[] {
  return phrasesIn(words, SECRETS)
    .filter(([from]) => words[from]?.lower !== 'between' || begins(words, from, text))
    .map(span =>
      foundAt(words, span, text, said => `"${said}" passes on what is not yours to tell.`),
    )
}

// Favors and unkind words

const FAVORS = phrases(
  `letter|letters|recommendation|recommendations|recommend me|recommending me|reference|position|positions|opening
  |openings|job|jobs|hire|hiring|favor|favour|put in a word|put in a good word|residency spot|refer me`,
)

function favors({ template, words, text }: ReadDraft): Found[] {
  if (template !== 'info-interview') return []
  return phrasesIn(words, FAVORS).map(span =>
    foundAt(
      words,
      span,
      text,
      said => `"${said}" asks for a favor; this mail is about their path.`,
    ),
  )
}

const UNKIND = phrases(
  `waste|wasting|wasted|lazy|slow|annoying|annoyed|useless|pointless|unproductive|distracting|distracted by
  |your fault|you never|you always|you don't|you guys|because of you|complain|complains|complaining|hold me back
  |holding me back|held me back|dragging|drag|frustrating|frustrated|disappointed|disappointing|toxic|blame
  |not serious|unprepared|too much talking|stupid|fed up|sick of|negative energy`,
)

function unkindWords({ template, words, text }: ReadDraft): Found[] {
  if (template !== 'step-back') return []
  return phrasesIn(words, UNKIND).map(span =>
    foundAt(words, span, text, said => `"${said}" may hurt; say only what you need to change.`),
  )
}

// Complaints

const COMPLAINTS = phrases(
  `rude|racist|sexist|homophobic|transphobic|misogynist|misogynistic|harassed|harassment|harassing|harasses|mistreated
  |mistreatment|mistreats|bullied|bully|bullies|bullying|abusive|unprofessional|incompetent
  |toxic|humiliated|humiliates|humiliating|belittled|belittles|belittling|yelled|yells|screamed|screams
  |shouted|shouts|unfair|hostile|terrible|awful|horrible|hate|hated|worst|discriminated|discriminates
  |inappropriate|inappropriately|demeaning|retaliated|retaliation|disrespectful|disrespected|disrespects|creepy
  |groped|touched me|mocked|mocks|threw me out|made me cry|threatened|threatens|idiot|jerk|cruel|mean to
  |insulted|insults|degrading|singled me out|dismissive|gaslit|gaslighting|neglected|neglects|lied|liar|stole my`,
)
const PLACES = set('hospital university clinic school college center centre department')

/**
 * Complaints that stand within a sentence of a named person or institution, for drafts and exports; private
 * records are never given to it. `names` are those on file; titles and places name others.
 */
export function complaintWarnings(
  text: string,
  names: readonly string[],
  { off = [] }: { off?: readonly string[] } = {},
): TextWarning[] {
  if (off.includes('complaint')) return []
  const words = wordsOf(text)
  const complaints = phrasesIn(words, COMPLAINTS).filter(([from]) => !isDenied(words, from))
  if (complaints.length === 0) return []
  const sentencesWithNames = sentencesNaming(words, names)
  return complaints
    .filter(([from]) => {
      const sentence = words[from]?.sentence ?? 0
      return [sentence - 1, sentence, sentence + 1].some(each => sentencesWithNames.has(each))
    })
    .map(span => {
      const found = foundAt(
        words,
        span,
        text,
        said =>
          `"${said}" complains of somebody named. Keep it in a private note, or leave the name out.`,
      )
      return warned(text, 'complaint', found)
    })
}

function isDenied(words: readonly Word[], at: number): boolean {
  return [at - 1, at - 2].some(index => ['not', 'never', 'no'].includes(words[index]?.lower ?? ''))
}

function sentencesNaming(words: readonly Word[], names: readonly string[]): Set<number> {
  const keys = words.map(key)
  const places = positions(keys)
  const sentences = new Set<number>()
  const add = (at: number) => sentences.add(words[at]?.sentence ?? -1)
  for (const name of new Set(names)) {
    if (mayStandIn(name, places)) for (const at of starts(keysOf(name), keys, places)) add(at)
  }
  for (const [index, word] of words.entries()) {
    const isCapital = /^\p{Lu}/u.test(word.text)
    if (isCapital && TITLES.has(keys[index - 1] ?? '')) add(index)
    if (isCapital && PLACES.has(word.lower) && /^\p{Lu}/u.test(words[index - 1]?.text ?? ''))
      add(index)
  }
  return sentences
}

// Phrases

type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>
type Span = readonly [from: number, to: number]

function phrases(list: string): Phrases {
  const byFirst = new Map<string, string[][]>()
  for (const phrase of list.split('|')) {
    const words = phrase.trim().split(/\s+/)
    const first = words[0] ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), words])
  }
  return byFirst
}

/** Every place of a phrase within one sentence, in order. */
function phrasesIn(words: readonly Word[], known: Phrases): Span[] {
  const spans: Span[] = []
  for (const [at, word] of words.entries()) {
    const phrase = known
      .get(word.lower)
      ?.find(candidate => candidate.every((part, index) => words[at + index]?.lower === part))
    if (phrase) spans.push([at, at + phrase.length - 1])
  }
  return spans
}

function foundAt(
  words: readonly Word[],
  [from, to]: Span,
  text: string,
  says: (words: string) => string,
): Found {
  const [start, end] = [words[from]?.start ?? 0, words[to]?.end ?? 0]
  return { start, end, says: says(text.slice(start, end)) }
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/))
}
