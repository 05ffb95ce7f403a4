import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { expect, it } from 'vitest'
import { patientWarnings } from '../src/domain/review/patient.ts'

const folder = new URL('fixtures/', import.meta.url)
const read = (name: string) => fs.readFileSync(new URL(name, folder), 'utf8')

it.each([
  ['details', 'second-shut', 'txt'],
  ['details', 'third-shut', 'txt'],
  ['mails', 'shut', 'tsv'],
  ['mails', 'third-shut', 'tsv'],
  ['patients', 'second-shut', 'tsv'],
  ['patients', 'third-shut', 'tsv'],
])('of %s the file %s is the one that was sealed before the rules', (room, name, ending) => {
  const hash = createHash('sha256')
    .update(read(`${room}/${name}.${ending}`))
    .digest('hex')
  expect(read(`${room}/${name}.sha256`)).toBe(`${hash}  ${name}.${ending}\n`)
})

// These sets are open and have been read since: what the check makes of them later speaks for no new sentence.
it.each([
  [['second-shut'], [88, 10], 'of 150 that could identify a patient it noticed 88'],
  [['second-shut'], [88, 10], 'it warned about 10 of 150 harmless ones'],
  [
    ['third-open', 'third-shut'],
    [130, 18],
    'it noticed 130 of 280 and warned about 18 of 280 harmless ones',
  ],
])('the README says of the sentences of %j that %j were warned of', (files, figures, said) => {
  const sentences = files.flatMap(file =>
    read(`patients/${file}.tsv`)
      .trim()
      .split('\n')
      .map(line => line.split('\t')),
  )
  const warned = (label: string) =>
    sentences.filter(
      ([kind, text = '']) => kind === label && patientWarnings(text, { as: 'note' }).length > 0,
    ).length
  expect([warned('P'), warned('H')]).toEqual(figures)
  const readme = fs.readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  expect(readme).toContain(said)
})
