import { type Part, wordSet } from './tidy.ts'

export const THIRD = wordSet('she he they')
export const CONTRACTED = wordSet(
  "she's he's they're they've she'll he'll they'll she'd he'd they'd",
)
export const MINE = wordSet("i we us i'm i've i'd i'll we're we've we'd we'll")

/** Pronouns by what they say of the one they mean. */
export const KINDS: Readonly<Record<string, 'f' | 'm' | 'pl'>> = {
  ...{ she: 'f', her: 'f', hers: 'f', herself: 'f', "she's": 'f', "she'll": 'f', "she'd": 'f' },
  ...{ he: 'm', him: 'm', his: 'm', himself: 'm', "he's": 'm', "he'll": 'm', "he'd": 'm' },
  ...{
    they: 'pl',
    them: 'pl',
    their: 'pl',
    theirs: 'pl',
    "they're": 'pl',
    "they've": 'pl',
    "they'd": 'pl',
  },
}

/** Relations and roles: whoever stands beside "her" may be another. */
export const OTHERS = wordSet(
  `husband wife partner boyfriend girlfriend fiance fiancée spouse dad father mom mum mother parents brother sister
  son daughter kid kids child children baby twins cousin uncle aunt grandmother grandfather grandma grandpa friend
  roommate mentor mentee boss chief chair dean attending resident intern fellow student students nurse nurses pi
  colleague partner coordinator secretary reg registrar consultant professor prof dr mr mrs ms sister family team`,
)
export const TITLES = wordSet("dr drs prof professor mr mrs ms sister sir ma'am maam mister")

export function isOfThem(word = ''): boolean {
  return THIRD.has(word) || CONTRACTED.has(word)
}

const MANY = wordSet(
  'people families family everyone everybody nobody someone somebody anyone anybody team children parents',
)

/** Whether these words have several, or anyone, for a later "they" to mean. */
export function hasMany(words: readonly Part[]): boolean {
  return words.some(({ lower }) => MANY.has(lower) || /[^su']s$/.test(lower))
}

/** Whether "they" is the one who is meant: it comes first, and there is no she or he. */
export function isTheyOne(words: readonly Part[]): boolean {
  if (words.some(({ lower }) => KINDS[lower] !== undefined && KINDS[lower] !== 'pl')) return false
  return words.slice(0, 2).some(({ lower }) => KINDS[lower] === 'pl')
}

/** Whether the word, in small letters, is a relation, a role or a title of somebody. */
export function isPersonWord(word: string): boolean {
  return OTHERS.has(word) || TITLES.has(word)
}
