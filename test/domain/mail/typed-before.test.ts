import { describe, expect, it } from 'vitest'
import { type Contact, created, emptyDatabase } from '../../../src/domain/data/model.ts'
import type { Slot, Template } from '../../../src/domain/data/templates.ts'
import {
  type DraftOf,
  type TypedWords,
  typedIn,
  typedLast,
  withoutPerson,
  withTyped,
} from '../../../src/domain/mail/typed-before.ts'

const TODAY = '2026-11-21'

function person(uid: string): Contact {
  return Object.assign(created(emptyDatabase(), 'contacts', { name: 'Dr. Lena Hoff' }), { uid })
}

function slot(name: string, more: Partial<Slot> = {}): Slot {
  return { name, meaning: name, required: true, ...more }
}

function draft(more: { uid?: string; template?: string; today?: string } = {}): DraftOf {
  const { uid = 'hoff', template: name = 'panel', today = TODAY } = more
  const rest = {
    title: '',
    for: [],
    after: [],
    needs: [],
    slots: [],
    subject: '',
    body: '',
    path: '',
  }
  const template: Template = { name, source: 'own', ...rest }
  return { template, contact: person(uid), today }
}

describe('what was typed for a draft', () => {
  const words = withTyped([], draft(), { topic: ' finding\n a mentor ', point: 'your talk' })

  it('comes back for the same slot, template and person', () => {
    expect(typedLast(words, draft(), slot('topic'))?.text).toBe('finding a mentor')
    expect(typedLast(words, draft(), slot('minutes'))).toBeUndefined()
    expect(typedLast(words, draft({ template: 'thanks' }), slot('topic'))).toBeUndefined()
    expect(typedLast(words, draft({ uid: 'chen' }), slot('topic'))).toBeUndefined()
  })

  it('comes back on another day unless it was true only then', () => {
    const later = draft({ today: '2026-11-22' })
    expect(typedLast(words, later, slot('topic'))?.on).toBe(TODAY)
    expect(typedLast(words, later, slot('topic', { from: 'detail' }))).toBeUndefined()
    expect(typedLast(words, later, slot('point'))).toBeUndefined()
    expect(typedLast(words, draft(), slot('point'))?.text).toBe('your talk')
  })

  it('gives way to what is typed later, and to nothing when that is empty', () => {
    const later = withTyped(words, draft(), { topic: 'choosing a lab', point: ' ' })
    expect(later.map(each => each.text)).toEqual(['choosing a lab', 'your talk'])
  })

  it('goes with the person', () => {
    const both = withTyped(words, draft({ uid: 'chen' }), { topic: 'a mentor' })
    expect(withoutPerson(both, person('hoff')).map(each => each.person)).toEqual(['chen'])
  })
})

describe('what is kept', () => {
  it('is the newest 20 of a person', () => {
    const given = (from: number, count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`s${from + i}`, 'x']))
    const words = withTyped(withTyped([], draft(), given(0, 15)), draft(), given(15, 10))
    const slots = words.map(each => each.slot)
    expect(slots).toHaveLength(20)
    expect(slots).toContain('s24')
    expect(slots).not.toContain('s14')
  })

  it('is of the 200 people written to last', () => {
    let words: TypedWords[] = []
    for (let i = 0; i < 201; i++) words = withTyped(words, draft({ uid: `p${i}` }), { topic: 'x' })
    expect(words).toHaveLength(200)
    expect(words[0]?.person).toBe('p200')
    expect(words.at(-1)?.person).toBe('p1')
  })

  it('is no more than 2,000 letters long', () => {
    const given = { topic: 'x'.repeat(2000), point: 'x'.repeat(2001) }
    expect(withTyped([], draft(), given).map(each => each.slot)).toEqual(['topic'])
  })
})

it.each([
  ['no list', { 0: 'x' }],
  ['a list of something else', [null, 3, 'x', [], {}]],
  ['words with a control character', [{ ...entry(), text: '\u001b[2J' }]],
  ['a day that is none', [{ ...entry(), on: '2026-02-30' }]],
  ['a person that is no text', [{ ...entry(), person: 4 }]],
])('damaged content is as if it were not there: %s', (_, content) => {
  expect(typedIn(content)).toEqual([])
})

it('words that read are read', () => {
  expect(typedIn([null, entry()])).toEqual([entry()])
})

function entry(): TypedWords {
  return { person: 'hoff', template: 'panel', slot: 'topic', text: 'a mentor', on: TODAY }
}
