import { expect, it } from 'vitest'
import type { Ask } from '../src/context.ts'
import { shownSafely } from '../src/shown-safely.ts'

const HOSTILE = 'Eve\u001b]0;x\u0007'
const SHOWN = 'Eve\\u{1b}]0;x\\u{7}'

/** Answers with what it was asked, as it would be shown. */
const echoing: Ask = {
  text: async ({ message, check }) => `${message}${check?.('') ?? ''}`,
  // Each gives a text back, whatever type the caller's choices have.
  select: async ({ message, choices }) => `${message}${choices[0]?.name}` as never,
  search: async ({ message, choices }) => `${message}${choices[0]?.name}` as never,
  many: async ({ message, choices }) => [`${message}${choices[0]?.name}`] as never,
  confirm: async ({ message }) => message === SHOWN,
}

it('every question shows what a foreign text could do to the terminal', async () => {
  const ask = shownSafely(echoing, () => 20)
  const choices = [{ name: HOSTILE, value: 'x' }]
  expect(await ask.text({ message: HOSTILE, check: () => HOSTILE })).toBe(SHOWN + SHOWN)
  expect(await ask.select({ message: HOSTILE, choices })).toBe(SHOWN + SHOWN)
  expect(await ask.search({ message: HOSTILE, choices })).toBe(SHOWN + SHOWN)
  expect(await ask.many({ message: HOSTILE, choices })).toEqual([SHOWN + SHOWN])
  expect(await ask.confirm({ message: HOSTILE, fallback: true })).toBe(true)
})

it('what is wrong with an answer is folded at blanks', async () => {
  const ask = shownSafely(echoing, () => 20)
  const check = () => 'Say it as it would stand in the email.'
  expect(await ask.text({ message: '', check })).toBe('Say it as it would\nstand in the\nemail.')
})

it('a question is folded at blanks, and what Enter stands for is above the line that is typed in', async () => {
  const asked: unknown[] = []
  const typed = ['', 'two cats']
  const asking: Ask = {
    ...echoing,
    text: async ({ message, fallback, check }) => {
      asked.push({ message, fallback, isWrong: check?.('') })
      return typed.shift() ?? ''
    },
  }
  const ask = shownSafely(asking, () => 22)
  const question = {
    message: 'What helped, as you would say it?',
    fallback: 'the hour on reading an echo',
    check: (text: string) => (text ? undefined : 'empty'),
  }
  expect(await ask.text(question)).toBe('the hour on reading an echo')
  expect(await ask.text(question)).toBe('two cats')
  const message = 'What helped, as you\nwould say it?\n(Enter: the hour on\nreading an echo)\n'
  expect(asked[0]).toEqual({ message, fallback: undefined, isWrong: undefined })
  expect(await ask.text({ message: 'Who?', fallback: 'Ana' })).toBe('')
  expect(asked[2]).toEqual({ message: 'Who?', fallback: 'Ana', isWrong: undefined })
})
