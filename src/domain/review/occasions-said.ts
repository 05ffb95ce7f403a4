import type { Occasion } from '../data/model.ts'
import { sayings } from './phrases.ts'

export interface OccasionSaid {
  kind: Occasion
  /** As a finding names it: `no lunch with …`. */
  noun: string
  said: () => RegExp
  /** The occasions that may have been called so. */
  kinds: readonly Occasion[]
}

/** "met" is what `log` takes where no occasion was typed, and a meeting may have been anything. */
const UNSAID: readonly Occasion[] = ['met', 'meeting']
const TALKED: readonly Occasion[] = ['info-interview', 'online', ...UNSAID]

/** How mails speak of having been together, and the occasions as which that may be logged. */
export const OCCASIONS_SAID: readonly OccasionSaid[] = [
  {
    kind: 'coffee',
    noun: 'coffee',
    said: spokenOf('(?:coffee|tea|espresso|boba)'),
    kinds: ['coffee', 'walk', 'lunch', ...TALKED],
  },
  {
    kind: 'lunch',
    noun: 'lunch',
    said: spokenOf('(?:lunch|dinner|breakfast|brunch|supper)'),
    kinds: ['lunch', 'social', 'club', 'conference', 'event', ...TALKED],
  },
  {
    kind: 'walk',
    noun: 'walk',
    said: spokenOf('(?:walk|stroll|hike)'),
    kinds: ['walk', 'coffee', 'social', 'wellness', ...TALKED],
  },
  {
    kind: 'call',
    noun: 'call',
    said: spokenOf(
      '(?:(?:phone |video |zoom |quick |short |long )*call|phone|zoom|facetime)',
      'for (?:calling me|hopping on the phone|getting on the phone|jumping on a call|(?:talking|speaking|chatting) (?:to|with) me (?:on the phone|by phone|by video|over zoom|on zoom))',
    ),
    kinds: ['call', 'video', 'office-hours', ...TALKED],
  },
  {
    kind: 'office-hours',
    noun: 'office hours',
    said: spokenOf('office hours'),
    kinds: ['office-hours', 'class', ...TALKED],
  },
  {
    kind: 'shadowing',
    noun: 'shadowing',
    said: sayings(`
      (?:letting|allowing|having) me (?:to )?(?:shadow|shadowing|tag along|follow you|scrub in)
      (?:i|when i|while i was|while) shadow(?:ed|ing) you
      my (?:half )?(?:day|half-day|morning|afternoon|shift|week) (?:with you (?:in|at|on)|shadowing you|in your (?:clinic|or|lab|ed|icu|office|practice))
      (?:thank you|thanks) (?:again |so much |very much )?for (?:the|a) (?:\\S+ )?(?:shadowing|day of shadowing|morning of shadowing)
    `),
    kinds: ['shadowing', 'rotation'],
  },
  {
    kind: 'rotation',
    noun: 'rotation',
    said: sayings(`
      having me on (?:your|the) (?:\\S+ )?(?:team|service|ward)
      (?:on|during|after|since) (?:our|your|my) rotation (?:with you|together)
    `),
    kinds: ['rotation', 'shadowing', 'research', 'volunteer'],
  },
  {
    kind: 'study-session',
    noun: 'study session',
    said: spokenOf('study session', 'for (?:studying with me|going over \\S+ with me)'),
    kinds: ['study-session', 'class', 'club', ...TALKED],
  },
  {
    kind: 'group-interview',
    noun: 'group interview',
    said: spokenOf('group interview'),
    kinds: ['group-interview', ...TALKED],
  },
]

/** The wordings for one noun, and any of its own. */
function spokenOf(noun: string, ...own: readonly string[]): () => RegExp {
  const none =
    '(?! (?:invitation|invite|offer|talk|lecture|series|order|place|spot|shop|conference|table|gift|card|next|tomorrow|later|through|hour|line|number|for (?:abstracts|papers|applications)))'
  // The offer of a coffee is no coffee.
  const word =
    '(?!offer|invit|idea|suggest|plan|gift|next|recommend|tip|link|schedul|set|tr[yi])\\S+ '
  return sayings(
    [
      `(?:thank you|thanks|grateful|thankful) (?:again |so much |very much |a lot |also )*for (?:(?:meeting|joining|taking|treating|having) me (?:up |out )?(?:with |to |for |over )?|(?:buying|getting) me |grabbing |sharing |having |our |the |your |a |an |such a |that |my )*(?:${word}){0,2}?${noun}${none}`,
      `we (?:had|got|grabbed|shared|met for|met over|talked over|spoke over|talked on|spoke on|chatted over|sat down over|sat down for|caught up over) (?:a |an |that |our |the )?(?:${word})?${noun}${none}`,
      `(?:after|since|during|following|from|enjoyed|loved|over|on) our (?:${word}){0,2}?${noun}${none}`,
      `(?:said|told me|told us|mentioned|shared|discussed|explained|talked about|spoke about|taught me|showed me)(?: \\S+){0,4}? (?:over|at|on|during|in) (?:our |the |your )?${noun}${none}`,
      `for (?!agreeing|offering|inviting|being|considering|suggesting)\\S+ing (?:\\S+ ){0,6}?(?:in|at|during|over|on) (?:our |the |your )?${noun}${none}`,
      `(?:taking|making|finding) (?:the |some )?time (?:to|for) (?:\\S+ ){0,3}?${noun}${none}`,
      `${noun} (?:with you )?(?:on \\S+ |yesterday |last \\S+ )?was (?:so |such |really |very |a |the |much )*(?:fun|great|good|lovely|nice|wonderful|delicious|helpful|highlight|pleasure|treat)`,
      `the (?:${word})?${noun} we (?:had|shared)`,
      `our (?:${word})?${noun} (?:yesterday|last \\S+|the other day|was|meant|helped|left me|made me)`,
      ...own,
    ].join('\n'),
  )
}
