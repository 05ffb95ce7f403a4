import { haveWordInCommon } from './matching.ts'
import { folded } from './text.ts'

/** It was not done, not yet, or something else was. */
const NOT_TAKEN =
  /\b(?:not|never|no|none|nothing|instead|yet|kept|keep|keeping|stayed|staying|stuck|still|skipped|ignored|against|forgot|refused|quit|stopped|gave up|could|would|will|might|may|plan|planning|hope|hoping|going to|if|when|until|soon|later|rather|other|different|opposite|only half)\b|n't\b|\b(?:did|do|does|have|has|had|was|were|is|are|ca|wo|could|would|should)nt\b|\b(?:cant|wont)\b|\?/
/** It was done. */
const TAKEN =
  /^(?:done|did it|it (?:works|worked|helped|helps|paid off))\b|\bi (?:did(?: it| that| so| exactly that)?(?=$|[,.;:]| and )|tried|took|followed|listened|started)\b|\bit (?:really |finally )?(?:works|worked|helped|helps|paid off)\b|\b(?:your|you were) (?:advice|right)\b/

/**
 * Whether what came of some advice says that it was taken: in so many words, by a word of the advice, or,
 * of what was noted as tried, by saying nothing against it.
 */
export function wasTaken(
  outcome: string | undefined,
  advice: string,
  { isTried }: { isTried: boolean },
): boolean {
  if (outcome === undefined) return false
  const words = folded(outcome).replaceAll('’', "'")
  if (NOT_TAKEN.test(words)) return false
  return isTried || TAKEN.test(words) || haveWordInCommon(outcome, advice)
}
