import { expect, it } from 'vitest'
import {
  type FormText,
  isEmptyForm,
  readRecordForm,
  withProblem,
  writeRecordForm,
} from '../../src/formats/record-form.ts'

const ROWS = [
  { word: 'name', help: 'the whole name', many: false },
  { word: 'tag', help: 'a tag of your own', many: true },
  { word: 'note', help: 'a note', many: false },
]

function texts(given: Record<string, FormText>): Map<string, FormText> {
  return new Map(Object.entries({ name: null, tag: [], note: null, ...given }))
}

it('an empty field stands there with what it is for', async () => {
  expect(await writeRecordForm(ROWS, texts({ name: 'Ana' }), ['Ana (#1)', ''])).toBe(
    [
      '# Ana (#1)',
      '#',
      '',
      'name: Ana',
      'tag:               # a tag of your own',
      'note:              # a note',
      '',
    ].join('\n'),
  )
})

it.each([
  ['plain words', 'Priya Nair'],
  ['a colon, a hash and quotes', `why: the #1 "paper" isn't: here`],
  ['what looks like a number, a date or a word of YAML', '0123'],
  ['a word of YAML', 'yes'],
  ['a null', 'null'],
  ['a dash in front', '- not a list'],
  ['brackets and marks', '[a] {b} *c &d !e %f @g `h`'],
  ['line breaks and blank lines', 'one\n\n  two\nthree: #4'],
  ['a very long line', 'word '.repeat(200).trim()],
  ['accents, emoji and other scripts', 'José 🩺 李雷 مريم'],
])('%s come back as they were', async (_, text) => {
  const form = await writeRecordForm(ROWS, texts({ name: text, tag: [text, 'b'] }), ['x'])
  expect(await readRecordForm(form, ROWS)).toEqual(texts({ name: text, tag: [text, 'b'] }))
})

it('a field left empty, and one whose line is gone, are empty', async () => {
  expect(await readRecordForm('name:\ntag: []\n', ROWS)).toEqual(texts({}))
})

it('a list may be typed as one value, and empty entries are nothing', async () => {
  expect((await readRecordForm('tag: chess', ROWS)).get('tag')).toEqual(['chess'])
  expect((await readRecordForm('tag:\n  - chess\n  -\n', ROWS)).get('tag')).toEqual(['chess'])
})

it('a colon in a list entry is text', async () => {
  expect((await readRecordForm('tag:\n  - AMWA: treasurer', ROWS)).get('tag')).toEqual([
    'AMWA: treasurer',
  ])
})

it.each([
  ['name: a: b', "netmed can't read this line: name: a: b"],
  ['name: a\nname: b', 'This field is there twice: name: b'],
  ['just words', "netmed can't read this line: just words"],
  ['nmae: Ana', 'There is no field "nmae".'],
  ['name: the #1 friend', 'What comes after # in name would be lost.'],
  ['name: friend #1', 'What comes after # in name would be lost.'],
  ['name:\n  - Ana', 'name holds one value, not a list.'],
  ['note:\n  a: b\n  c: d', "netmed can't read note."],
  ['tag:\n  - [a, b]', "netmed can't read tag."],
  ['name: "Ana', 'netmed can\'t read this line: name: "Ana'],
])('%j is refused, not half understood', async (text, message) => {
  await expect(readRecordForm(text, ROWS)).rejects.toThrow(message)
})

it.each([
  ['the last line without an end', 'name: Ana\njust words', 'just words'],
  ['one with lines after it', 'name: Ana\nnote: a: b\ntag: x\n', 'note: a: b'],
  ['the last before empty ones', 'just words\n\n\n', 'just words'],
])('what does not read is named by its line: %s', async (_, text, line) => {
  await expect(readRecordForm(text, ROWS)).rejects.toThrow(`netmed can't read this line: ${line}`)
})

it('an alias or a merge key reads nothing else', async () => {
  await expect(readRecordForm('name: &a Ana\nnote: *a', ROWS)).rejects.toThrow(
    "netmed can't read note",
  )
  await expect(readRecordForm('<<: {name: x}', ROWS)).rejects.toThrow('There is no field "<<".')
  await expect(readRecordForm('__proto__: x', ROWS)).rejects.toThrow('There is no field')
})

it('a problem stands on top, in the place of the last one', () => {
  const once = withProblem('name: Ana', ['no role', 'one\nof: a, b'])
  expect(once).toBe('#! no role\n#! one\n#! of: a, b\nname: Ana')
  expect(withProblem(once, ['no name'])).toBe('#! no name\nname: Ana')
})

it('comments and blanks alone are an empty form', () => {
  expect(isEmptyForm('# Ana (#1)\n\n  # more\n')).toBe(true)
  expect(isEmptyForm('# Ana (#1)\nname:')).toBe(false)
})
