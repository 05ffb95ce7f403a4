import { describe, expect, it } from 'vitest'
import { publicPart } from '../../../src/domain/data/lens.ts'
import {
  type Contact,
  created,
  type Database,
  emptyDatabase,
  type Occasion,
} from '../../../src/domain/data/model.ts'
import type { Template } from '../../../src/domain/data/templates.ts'
import { byFit, firstTemplate } from '../../../src/domain/mail/fitting.ts'

const DAY = '2026-11-21'

function someone(fields: Partial<Contact> = {}): { db: Database; hoff: Contact } {
  const db = emptyDatabase()
  return { db, hoff: created(db, 'contacts', { name: 'Lena Hoff', ...fields }) }
}

describe('the first mail to someone new', () => {
  it.each([
    [{ prospect: true }, 'info-interview'],
    [{ prospect: true, why: 'runs the ablation registry' }, 'research'],
    [{ prospect: true, found: 'her 2025 paper' }, 'research'],
    [{ prospect: true, why: 'she laboriously built a rural clinic' }, 'info-interview'],
    [{ introducedBy: 7 }, 'info-interview'],
    [{ introducedBy: 7, why: 'has a project for students' }, 'research'],
    [{ role: 'alumni' as const }, 'alumni'],
    [{ role: 'attending' as const }, undefined],
    [{}, undefined],
  ])('to %o is %s', (fields, name) => {
    const { db, hoff } = someone(fields)
    expect(firstTemplate(publicPart(db), hoff)).toBe(name)
  })

  it('is none once you have been in touch', () => {
    const { db, hoff } = someone({ prospect: true })
    created(db, 'interactions', { kind: 'email', on: DAY, contacts: [hoff.id] })
    expect(firstTemplate(publicPart(db), hoff)).toBeUndefined()
  })
})

describe('templates in the order in which they fit', () => {
  const template = (name: string, fields: Partial<Template> = {}): Template => ({
    name,
    title: name,
    for: [],
    slots: [],
    after: [],
    needs: [],
    subject: '',
    body: '',
    source: 'packaged',
    path: name,
    ...fields,
  })
  const all = [
    template('advice-update', { needs: ['advice'] }),
    template('ask-help', { for: ['peer'] }),
    template('check-in'),
    template('event-followup', { after: ['conference'] }),
    template('info-interview'),
    template('nudge', { needs: ['mail'] }),
    template('office-hours', { for: ['attending'] }),
    template('speaker-followup', { after: ['conference'], needs: ['talk'] }),
    template('thanks'),
  ]
  const names = (db: Database, contact: Contact) =>
    byFit(all, publicPart(db), { contact, today: DAY }).map(each => each.name)

  it('after a conference begin with those that speak of one', () => {
    const { db, hoff } = someone({ role: 'attending' })
    created(db, 'interactions', { kind: 'conference', on: DAY, contacts: [hoff.id] })
    expect(names(db, hoff)).toEqual([
      'event-followup',
      'speaker-followup',
      'thanks',
      'office-hours',
      'check-in',
      'info-interview',
      'advice-update',
      'nudge',
    ])
  })

  it('for someone new begin with the first mail, and end with what nothing on file bears out', () => {
    const { db, hoff } = someone({ prospect: true })
    expect(names(db, hoff)[0]).toBe('info-interview')
    expect(names(db, hoff).slice(-3)).toEqual(['advice-update', 'nudge', 'speaker-followup'])
  })

  it.each<[Occasion | undefined, string]>([
    ['coffee', 'thanks'],
    ['email', 'check-in'],
    ['message', 'check-in'],
    [undefined, 'check-in'],
  ])('after %s begin with %s', (kind, name) => {
    const { db, hoff } = someone({ role: 'attending' })
    if (kind) created(db, 'interactions', { kind, on: DAY, contacts: [hoff.id] })
    const plain = [template('thanks'), template('check-in')]
    expect(byFit(plain, publicPart(db), { contact: hoff, today: DAY })[0]?.name).toBe(name)
  })

  it('end with what claims something not on file, also behind those for anybody', () => {
    const { db, hoff } = someone()
    const some = [template('a', { needs: ['advice'] }), template('b')]
    expect(
      byFit(some, publicPart(db), { contact: hoff, today: DAY }).map(each => each.name),
    ).toEqual(['b', 'a'])
  })

  it('a mail on file lets a nudge stand among the others', () => {
    const { db, hoff } = someone()
    created(db, 'interactions', { kind: 'email', on: DAY, contacts: [hoff.id] })
    const fitting = names(db, hoff)
    expect(fitting.indexOf('nudge')).toBeLessThan(fitting.indexOf('advice-update'))
  })

  it('leave out those that are for other roles', () => {
    const { db, hoff } = someone({ role: 'attending' })
    expect(names(db, hoff)).not.toContain('ask-help')
  })
})
