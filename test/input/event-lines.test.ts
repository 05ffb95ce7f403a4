import { describe, expect, it } from 'vitest'
import { personLines } from '../../src/input/event-lines.ts'

const one = (line: string) => personLines([line]).people[0]

describe('the lines of an event', () => {
  it('begin at the first that is not empty and end before the next empty one', () => {
    const { people, behind } = personLines(['', '  ', 'Ana Silva', 'Bo Ek', ' ', 'Kai', '', 'Lee'])
    expect(people.map(({ number, name }) => [number, name])).toEqual([
      [3, 'Ana Silva'],
      [4, 'Bo Ek'],
    ])
    expect(behind).toBe(2)
  })

  it('may be none at all', () => {
    expect(personLines([])).toEqual({ people: [], skipped: [], behind: 0 })
    expect(personLines(['', ' '])).toEqual({ people: [], skipped: [], behind: 0 })
  })

  it('are five hundred at most', () => {
    const lines = Array.from({ length: 500 }, (_, index) => `Person ${index}`)
    expect(personLines(['', ...lines]).people).toHaveLength(500)
    expect(() => personLines([...lines, 'One more'])).toThrow('501 lines are too many at once.')
  })

  it('that name nobody are skipped with their number', () => {
    expect(personLines(['Ana', '...', 'Bo'])).toMatchObject({
      people: [{ name: 'Ana' }, { name: 'Bo' }],
      skipped: [{ number: 2, why: 'There is no name in it.' }],
    })
  })
})

describe('of a line', () => {
  it.each([
    ['Ana Silva', { name: 'Ana Silva' }],
    ['- Ana Silva', { name: 'Ana Silva' }],
    ['#12; the registry', { name: '#12', detail: 'the registry' }],
    ['Ana; cardiology; the registry', { specialty: 'cardiology', detail: 'the registry' }],
    ['Ana; the registry; ', { specialty: 'the registry' }],
    ['Ana; one; two; three; four', { note: 'one; two', specialty: 'three', detail: 'four' }],
    ['Ana; one; two; three; ', { note: 'one', specialty: 'two', detail: 'three' }],
    ['Ana; ; cardiology; the registry', { specialty: 'cardiology', detail: 'the registry' }],
    ['Ana; at:UCSF; every:90d', { institution: 'UCSF', every: 90 }],
    ['Ana; AT: UCSF; at:', { institution: 'UCSF' }],
    ['Ana; <ana@x.org>; b@x.org', { emails: ['ana@x.org', 'b@x.org'] }],
    ['Ana; letter writer; mentor; mentor', { circles: ['letter-writer', 'mentor'] }],
    ['Ana; attending; fellow', { role: 'attending', detail: 'fellow' }],
    ['Ana; intern', { role: 'resident' }],
    ['Ana; attend', { detail: 'attend' }],
    ['Ana; senior student', { role: 'senior-student' }],
    ['Ana Silva <ana@x.org>; resident', { name: 'Ana Silva', emails: ['ana@x.org'] }],
    [
      'Ana Silva, resident, the registry',
      { name: 'Ana Silva', role: 'resident', detail: 'the registry' },
    ],
    ['Ana Silva, MD, attending', { name: 'Ana Silva, MD', role: 'attending' }],
    [
      'Ana Silva, cardiology, at:UCSF, the registry, its ethics',
      { specialty: 'cardiology', institution: 'UCSF', detail: 'the registry, its ethics' },
    ],
    [
      'Ana Silva, resident; the registry, its ethics',
      { role: 'resident', detail: 'the registry, its ethics' },
    ],
    ['Silva, Ana', { name: 'Silva, Ana' }],
    ['van der Berg, Ana', { name: 'van der Berg, Ana' }],
  ])('%s is read as %o', (line, person) => {
    expect(one(line)).toMatchObject(person)
  })

  it.each([
    ['Ana Silva, Bo Ek, Kai Lee', '"Bo Ek" looks like another person. One person per line.'],
    [
      'Ana Silva, resident, loves hiking, from Ohio',
      "I can't tell what the commas part. With semicolons: Ana Silva; resident; loves hiking; from Ohio",
    ],
  ])('%s is asked about', (line, why) => {
    expect(personLines([line])).toMatchObject({ people: [], skipped: [{ why }] })
  })
})
