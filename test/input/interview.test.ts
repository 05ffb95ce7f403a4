import { describe, expect, it } from 'vitest'
import type { Ask } from '../../src/context.ts'
import { Failure } from '../../src/failure.ts'
import { complaint, howToAnswer, interview, keptOnStop } from '../../src/input/interview.ts'

const read = (text: string) => {
  if (text === 'wrong') throw new Failure('usage', 'That is no year.', 'Try 2027.')
  return text.toUpperCase()
}

/** What is kept of these answers to questions of which some are answered already. */
async function kept(known: (string | undefined)[], answers: string[]) {
  const given: Record<string, unknown> = {}
  const asked: object[] = []
  const ask = {
    text: async (question: { message: string; check?: (text: string) => unknown }) => {
      const answer = answers.shift() ?? ''
      asked.push({ ...question, check: question.check?.(answer) })
      return answer
    },
  } as unknown as Ask
  const questions = known.map((each, index) => {
    return { key: `q${index}`, message: `Q${index}?`, known: each, read }
  })
  await interview(ask, questions, given)
  return { given, asked }
}

describe('an interview', () => {
  it('keeps each answer as it reads, and nothing of what is skipped', async () => {
    const { given } = await kept([undefined, undefined, undefined], ['a', '  ', 'b'])
    expect(given).toEqual({ q0: 'A', q2: 'B' })
  })

  it('offers what stands there, keeps it on Enter, and takes it away at a dash', async () => {
    const { given, asked } = await kept(['x', 'y', 'z'], ['x', ' - ', 'w'])
    expect(given).toEqual({ q1: null, q2: 'W' })
    expect(asked[0]).toEqual({ message: 'Q0?', fallback: 'x', check: undefined })
  })

  it('has no default where nothing stands', async () => {
    const { asked } = await kept([undefined], ['a'])
    expect(asked).toEqual([{ message: 'Q0?', check: undefined }])
  })

  it('says at once what does not read', async () => {
    const asked: unknown[] = []
    const ask = {
      text: async ({ check }: { check: (text: string) => unknown }) => {
        asked.push(check('wrong'), check('-'), check(''))
        return ''
      },
    } as unknown as Ask
    await interview(ask, [{ key: 'q', message: 'Q?', read }], {})
    expect(asked).toEqual(['That is no year. Try 2027.', undefined, undefined])
  })

  it('says before the first question how to answer', () => {
    const question = { key: 'q', message: 'Q?', read }
    expect(howToAnswer([question, question])).toBe(
      'Enter skips a question. Ctrl-C stops; your answers are kept.',
    )
    expect(howToAnswer([question, { ...question, known: 'x' }])).toBe(
      'Enter keeps it, - clears it. Ctrl-C stops; your answers are kept.',
    )
  })
})

describe('what was answered', () => {
  const stopping = (error: unknown) => {
    let isKept = false
    const asking = keptOnStop(
      async () => {
        if (error) throw error
      },
      async () => {
        isKept = true
      },
    )
    return asking.then(
      () => ['done', isKept],
      thrown => [thrown === error, isKept],
    )
  }

  it('is kept when the user stops, and the stop goes on', async () => {
    expect(await stopping(new Failure('interrupted', 'Stopped.'))).toEqual([true, true])
  })

  it('is not kept by itself at the end, nor after another failure or a bug', async () => {
    expect(await stopping(undefined)).toEqual(['done', false])
    expect(await stopping(new Failure('usage', 'No.'))).toEqual([true, false])
    expect(await stopping(new Error('bug'))).toEqual([true, false])
  })
})

it('a complaint is what a failure says, and a bug stays one', () => {
  const bug = () => {
    throw new Error('bug')
  }
  expect(complaint(() => read('fine'))).toBe(undefined)
  expect(complaint(() => read('wrong'))).toBe('That is no year. Try 2027.')
  expect(
    complaint(() => {
      throw new Failure('usage', 'No.')
    }),
  ).toBe('No.')
  expect(() => complaint(bug)).toThrow('bug')
})
