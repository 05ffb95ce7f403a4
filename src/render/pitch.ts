import type { PitchView } from '../domain/people/pitch.ts'
import { counted } from '../domain/words/text.ts'
import { indented, nextCommand } from './sentences.ts'
import { visible, wrap } from './text.ts'
import type { Screen } from './theme.ts'

interface PitchAnswer {
  pitch: PitchView | null
  /** A first half sentence from the profile, where nothing is written yet. */
  beginning: string | null
}

const SET = 'netmed pitch "…"'

/** The pitch, its length said aloud, and what is missing. */
export function renderPitch({ pitch, beginning }: PitchAnswer, screen: Screen): string {
  if (pitch) {
    const again = pitch.says.length ? [nextCommand(SET, screen)] : []
    return [indented(pitch.text, screen), '', ...measured(pitch, screen), ...again].join('\n')
  }
  const parts = 'Say three things: who you are, your stage, and what interests you.'
  return [
    wrap(`You have no pitch yet. ${parts}`, screen.columns),
    ...(beginning ? ['You could start like this:', indented(beginning, screen)] : []),
    nextCommand(SET, screen),
  ].join('\n')
}

export function renderPitchSet({ pitch }: { pitch: PitchView }, screen: Screen): string {
  const then = pitch.says.length ? SET : 'netmed pitch'
  return ['Your pitch is saved.', ...measured(pitch, screen), nextCommand(then, screen)].join('\n')
}

function measured({ words, seconds, says }: PitchView, screen: Screen): string[] {
  const { least, most } = seconds
  const time = least === most ? counted(most, 'second') : `${least} to ${counted(most, 'second')}`
  const length = `${counted(words, 'word')}, ${time} aloud.`
  return [length, ...says].map(line => wrap(visible(line), screen.columns))
}
