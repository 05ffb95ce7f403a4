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
])('of %s the file %s is the one that was sealed before the rules', (room, name, ending) => {
  const hash = createHash('sha256')
    .update(read(`${room}/${name}.${ending}`))
    .digest('hex')
  expect(read(`${room}/${name}.sha256`)).toBe(`${hash}  ${name}.${ending}\n`)
})

// This set is open and has been read since: what the check makes of it later speaks no longer for new sentences.
it('the README says how many of 150 and 150 sealed sentences were warned of', () => {
  const sentences = read('patients/second-shut.tsv')
    .trim()
    .split('\n')
    .map(line => line.split('\t'))
  const warned = (label: string) =>
    sentences.filter(
      ([kind, text = '']) => kind === label && patientWarnings(text, { as: 'note' }).length > 0,
    ).length
  expect([warned('P'), warned('H')]).toEqual([88, 10])
  const readme = fs.readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  expect(readme).toContain('of 150 that could identify a patient it noticed 88')
  expect(readme).toContain('it warned about 10 of 150 harmless ones')
})
