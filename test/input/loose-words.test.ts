import { expect, it } from 'vitest'
import { HEADINGS } from '../../src/commands/index.ts'
import { pathOf, verbsOf } from '../../src/input/command.ts'
import { readCommandLine } from '../../src/input/command-line.ts'
import type { Form } from '../../src/input/form.ts'
import { world } from '../support/netmed.ts'
import { randomNumbers } from '../support/random-lines.ts'

const read = (...argv: string[]) => readCommandLine(argv, HEADINGS)

it('words behind a flag belong to it where somebody was named before', async () => {
  const me = world()
  await me.run('add "Mrs. Alvarez"')

  const { code, err } = await me.run('edit alvarez --name Mrs. Rosa Alvarez')

  expect(code).toBe(0)
  expect(err).toBe('Read as: netmed edit alvarez --name "Mrs. Rosa Alvarez"\n')
  expect(me.data().contacts.map(each => each.name)).toEqual(['Mrs. Rosa Alvarez'])
})

it('a flag of a day takes the words that are its day, and no more', () => {
  expect(read('meet', 'chen', '--on', 'tues', '3pm', 'lee')).toMatchObject({
    line: { args: ['chen', 'lee'], typed: { on: 'tues 3pm' } },
    readAs: 'netmed meet chen --on "tues 3pm" lee',
  })
  expect(read('edit', 'lee', '--birthday', 'sept', '17')).toMatchObject({
    line: { args: ['lee'], typed: { birthday: 'sept 17' } },
  })
})

it('a word of a list takes what belongs to it, a rhythm its unit', () => {
  expect(read('edit', 'lee', '--role', 'senior', 'student', '--every', '6', 'weeks')).toMatchObject(
    {
      line: { args: ['lee'], typed: { role: 'senior student', every: '6 weeks' } },
    },
  )
})

it('before anybody is named only one word is the flag’s', () => {
  expect(read('log', '--detail', 'grants', 'chen')).toMatchObject({
    line: { args: ['chen'], typed: { detail: 'grants' } },
  })
  expect(read('log', '--detail', 'grants', 'chen')).not.toHaveProperty('readAs')
})

it('what stands in quotes takes nothing more', () => {
  expect(read('log', 'chen', '--detail', 'her grants', 'lee')).toMatchObject({
    line: { args: ['chen', 'lee'], typed: { detail: 'her grants' } },
  })
})

it('numbers behind an outcome stay numbers', () => {
  expect(read('done', '35', '--outcome', 'worked', '36', '37')).toMatchObject({
    line: { args: ['35', '36', '37'], typed: { outcome: 'worked' } },
  })
  expect(read('done', '35', '--outcome', 'passed', 'renal,', '40', 'a', 'day')).toMatchObject({
    line: { args: ['35'], typed: { outcome: 'passed renal, 40 a day' } },
  })
})

it('the value may stand behind an equals sign, and a flag without one takes none', () => {
  expect(read('edit', 'lee', '--name=Kim', 'Lee', '--no-note')).toMatchObject({
    line: { args: ['lee'], typed: { name: 'Kim Lee', note: false } },
    readAs: 'netmed edit lee "--name=Kim Lee" --no-note',
  })
  expect(read('add', '--prospect', 'Kim', 'Lee')).toMatchObject({
    line: { args: ['Kim', 'Lee'], typed: { prospect: true } },
  })
})

it('of me every word is a flag’s', () => {
  expect(read('me', '--name', 'Sam', 'Okafor')).toMatchObject({
    line: { args: [], typed: { name: 'Sam Okafor' } },
  })
})

it('a day that could be that of the log is asked back with both lines', async () => {
  const me = world()
  await me.run('add "Maya Chen"')

  const { code, err } = await me.run('log chen --detail her grants yesterday --kind call')

  expect(code).toBe(1)
  expect(err).toBe(
    'Is "yesterday" the day, or part of --detail?\n' +
      '  netmed log chen --detail "her grants" --on yesterday --kind call\n' +
      '  netmed log chen --detail "her grants yesterday" --kind call\n',
  )
  expect((await me.run('log chen --promise notes by friday')).code).toBe(0)
})

it('a value in quotes means what it says, whatever stands around it', () => {
  const verbs = HEADINGS.flatMap(({ commands }) => Object.values(commands).flatMap(verbsOf))
  const takesValues = (form: Form) => Object.values(form).some(each => each.placeholder)
  const flagged = verbs.filter(
    ({ form = {}, words }) => takesValues(form) && words.includes('...]'),
  )
  const random = randomNumbers(14)
  const among = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)] as T
  for (let round = 0; round < 2000; round++) {
    const verb = among(flagged)
    const [key, { flag }] = among(
      Object.entries(verb.form ?? {}).filter(([, { placeholder }]) => placeholder),
    )
    const value = among(['her grant advice', 'by 1 dec', 'wed 15:00', 'senior student', 'a - b'])
    const before = among([[], ['chen'], ['chen', 'lee'], ['8', '9']])
    const behind = among([[], ['kim'], ['kim', '10'], ['fri'], ['Ana Silva']])

    const asked = read(...pathOf(verb).split(' '), ...before, `--${flag}`, value, ...behind)

    expect(asked).not.toHaveProperty('readAs')
    expect(asked).toMatchObject({ line: { args: [...before, ...behind] } })
    expect(asked.for === 'verb' && [asked.line.typed[key]].flat()).toEqual([value])
  }
})
