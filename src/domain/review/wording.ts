import type { Word } from '../words/sentences.ts'
import type { ReadDraft } from './linted.ts'
import { type Found, foundAt, phrases, phrasesIn, set } from './phrases.ts'
import { hasTime } from './requests.ts'

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

export function vaguePhrases({ words, text }: ReadDraft): Found[] {
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

// What is said to be there

const ATTACHED = phrases(
  `i have attached|i've attached|attached is|attached are|find attached|see attached|attached please|is attached
  |are attached|enclosed|photo below|picture below|see the attachment|the attachment`,
)

export function attachments({ words, text }: ReadDraft): Found[] {
  return phrasesIn(words, ATTACHED).map(span =>
    foundAt(
      words,
      span,
      text,
      said => `"${said}": attach it before it goes out, or leave this out.`,
    ),
  )
}

// Unkind words

const UNKIND = phrases(
  `waste|wasting|wasted|lazy|slow|annoying|annoyed|useless|pointless|unproductive|distracting|distracted by
  |your fault|you never|you always|you don't|you guys|because of you|complain|complains|complaining|hold me back
  |holding me back|held me back|dragging|drag|frustrating|frustrated|disappointed|disappointing|toxic|blame
  |not serious|unprepared|too much talking|stupid|fed up|sick of|negative energy`,
)

export function unkindWords({ template, words, text }: ReadDraft): Found[] {
  if (template !== 'step-back') return []
  return phrasesIn(words, UNKIND).map(span =>
    foundAt(words, span, text, said => `"${said}" may hurt; say only what you need to change.`),
  )
}
