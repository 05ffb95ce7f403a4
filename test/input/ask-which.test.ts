import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { askWhich, type Several } from '../../src/input/ask-which.ts'

const some = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    return { id: index + 1, name: `P${index + 1}`, value: index + 1 }
  })

/** How it is asked on a terminal. */
async function asked(several: Several<number>) {
  const said: string[] = []
  const how = (kind: string) => async (question: { message: string }) => {
    said.push(`${kind}: ${question.message}`)
    return 1
  }
  const ask = { search: how('search'), select: how('select') }
  // No more of a context is asked for here.
  await askWhich({ ask } as unknown as Context, several)
  return said[0]
}

/** What is said where nobody can be asked. */
const refused = (several: Several<number>) => askWhich({ ask: null } as unknown as Context, several)

describe('which of several is asked', () => {
  it.each<[Partial<Several<number>>, number, string]>([
    [{ words: '' }, 2, 'select: Which one?'],
    [{ words: '', kind: 'people' }, 2, 'select: Which person?'],
    [{ words: '', kind: 'events' }, 10, 'select: Which event?'],
    [{ words: '', kind: 'events' }, 11, 'search: Which event?'],
    [{ words: 'x' }, 2, 'select: Which "x"?'],
    [{ words: 'x', kind: 'people' }, 2, 'select: "x" fits 2 people. Which one?'],
    [{ words: 'x', kind: 'seasons' }, 1, 'select: "x" fits 1 season. Which one?'],
  ])('of %j with %i candidates as "%s"', async (several, count, question) => {
    expect(await asked({ words: '', ...several, candidates: some(count) })).toBe(question)
  })
})

describe('where nobody can be asked', () => {
  it.each<[Partial<Several<number>>, number, string, string]>([
    [{ words: '' }, 2, 'Which? A number or a name is needed.', 'P1 and P2'],
    [{ words: '', kind: 'seasons' }, 2, 'Which season? A number or a name is needed.', 'P1 and P2'],
    [{ words: 'x' }, 2, '"x" can be P1 or P2.', 'Use the number: 1 or 2'],
    [
      { words: 'x', kind: 'people' },
      3,
      '"x" fits 3 people: P1, P2 and P3.',
      'Use the number: 1, 2 or 3',
    ],
    [{ words: 'x' }, 4, '"x" can be P1, P2, P3 or P4.', 'Use the number: 1, 2 or 3, …'],
  ])(
    '%j with %i candidates is refused with each one named',
    async (several, count, message, hint) => {
      const candidates = some(count)
      await expect(refused({ words: '', ...several, candidates })).rejects.toMatchObject({
        message,
        hint,
      })
    },
  )

  it('twelve are named, and of more how many are left', async () => {
    await expect(refused({ words: 'x', candidates: some(12) })).rejects.toThrow('P11 or P12.')
    await expect(refused({ words: 'x', candidates: some(13) })).rejects.toThrow('P12 or 1 more.')
  })
})
