import { expect, it } from 'vitest'
import { nounKind } from '../../../src/domain/words/noun-kinds.ts'

it.each([
  ['your 2025 paper on the ablation registry', 'text'],
  ['the draft of my abstract', 'text'],
  ['the chapter on bundle branch blocks', 'text'],
  ['chapter 3', 'text'],
  ['the ablation registry you run', 'study'],
  ['your project on sleep in night-shift workers', 'study'],
  ['your grant advice', 'help'],
  ['your advice to write the aims first', 'help'],
  ['your multiple sclerosis registry', 'study'],
  ['your cardiology rotation', 'life'],
  ['the new apartment', 'life'],
  ['your new paper', 'text'],
  ['the education fund', undefined],
  ['what you said about sitting down', 'words'],
  ['your story about the move', 'words'],
  ['your classic drawing', undefined],
  ['the brachial plexus drawing', undefined],
  ['our weekly call', undefined],
  ['', undefined],
])('%j is %s', (phrase, kind) => {
  expect(nounKind(phrase)).toBe(kind)
})
