import { describe, expect, it } from 'vitest'
import { loopsSaid } from '../../../src/domain/log/said-loops.ts'

function said(detail: string, several = false): string[] {
  const loops = loopsSaid(detail, { several })
  return loops.map(({ kind, what, isSure }) => `${isSure ? '' : 'maybe '}${kind}: ${what}`)
}

describe('what a detail says must come back', () => {
  it.each([
    [
      'data cleaning, she will send me the protocol, i promised to do the citi training by next friday',
      ['offer: send me the protocol', 'promise: do the citi training by next friday'],
    ],
    ['step 1, he said do 40 questions a day', ['advice: do 40 questions a day']],
    [
      "the plan, i'll send her my deck, notes and slides by mon",
      ['promise: send her my deck, notes and slides by mon'],
    ],
    [
      'apps, told me to apply broadly and get a letter early',
      ['advice: apply broadly and get a letter early'],
    ],
    ["surg sub-i. he'll intro me to the director", ['offer: intro me to the director']],
    ['psych, shes gonna put me in touch w her old PD', ['offer: put me in touch w her old PD']],
    ["she'll nominate me for AOA, needs my list by dec 1", ['offer: nominate me for AOA']],
    ['clubs - said quit 2 clubs', ['maybe advice: quit 2 clubs']],
    [
      'I promised her that I would read it and she said to call the office',
      ['promise: read it', 'advice: call the office'],
    ],
    ['she offered to read my statement', ['offer: read my statement']],
  ])('%s', (detail, loops) => {
    expect(said(detail)).toEqual(loops)
  })

  it.each([
    'her cardiology rotation',
    "i'll think about it",
    'she will graduate in may',
    'she said fine, he said practice is hard',
    "she won't write me a letter",
    'should i promise to call her?',
    'what she promised to her students',
    'they told me about the match',
    'i promised not to tell',
    'she said i was early',
  ])('%s says nothing of the kind', detail => {
    expect(said(detail)).toEqual([])
  })

  it('with several people only what is surely of all of them', () => {
    expect(said('i promised to send the slides, she will send me hers', true)).toEqual([
      'promise: send the slides',
    ])
    expect(said('i promised to send her the slides', true)).toEqual([])
  })
})
