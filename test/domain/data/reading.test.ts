import { describe, expect, it } from 'vitest'
import { FIELDS } from '../../../src/domain/data/fields.ts'
import type { ListName } from '../../../src/domain/data/model.ts'
import { readValue } from '../../../src/domain/data/reading.ts'
import { figure } from '../../../src/domain/words/text.ts'

const TODAY = '2026-11-21'

/** What is kept of a text that was typed for this field. */
function kept(list: ListName, name: string, typed: string): unknown {
  const row = FIELDS[list].find(each => each.name === name)
  if (!row) throw new Error(`${list} has no field ${name}`)
  return readValue(row, typed, TODAY)
}

describe('a field keeps what was typed as its type writes it', () => {
  it.each<[ListName, string, string, unknown]>([
    ['contacts', 'name', '  Ana   Silva ', 'Ana Silva'],
    ['contacts', 'note', 'two\nlines', 'two\nlines'],
    ['contacts', 'emails', ' Ana@x.org ', 'Ana@x.org'],
    ['contacts', 'links', 'example.org/ana', 'https://example.org/ana'],
    ['contacts', 'birthday', '9 mar 1990', '1990-03-09'],
    ['contacts', 'metOn', 'yesterday', '2026-11-20'],
    ['contacts', 'every', '6w', 42],
    ['contacts', 'snoozes', '3', 3],
    ['contacts', 'prospect', 'whatever', true],
    ['contacts', 'role', 'Attending', 'attending'],
    ['contacts', 'stage', ' MS3 ', 'MS3'],
    ['followUps', 'minutes', '45', 45],
    ['followUps', 'closedOn', 'fri', '2026-11-20'],
  ])('%s.%s: %j', (list, name, typed, value) => {
    expect(kept(list, name, typed)).toEqual(value)
  })
})

describe('a text', () => {
  it.each<[ListName, string, string, number]>([
    ['contacts', 'name', '--name', 300],
    ['contacts', 'pronouns', '--pronouns', 100],
    ['contacts', 'phones', '--phone', 200],
    ['contacts', 'stage', '--stage', 1_000],
    ['contacts', 'note', '--note', 1_048_576],
    ['interactions', 'template', 'template', 1_000],
  ])('for %s.%s may be as long as that, and no longer', (list, name, called, longest) => {
    expect(kept(list, name, 'x'.repeat(longest))).toHaveLength(longest)
    expect(() => kept(list, name, 'x'.repeat(longest + 1))).toThrow(
      `The ${called} can have up to ${figure(longest)} letters, not ${figure(longest + 1)}.`,
    )
  })
})

it('a word that is no choice is refused with the noun of the field', () => {
  expect(() => kept('contacts', 'role', 'wizard')).toThrow(
    'netmed doesn\'t know the role "wizard".',
  )
  expect(() => kept('interactions', 'near', 'wizard')).toThrow(
    'netmed doesn\'t know the value for --near "wizard".',
  )
})
