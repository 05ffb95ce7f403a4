import { describe, expect, it } from 'vitest'
import { publicPart } from '../../../src/domain/data/lens.ts'
import {
  type Contact,
  created,
  type Database,
  emptyDatabase,
  type FollowUp,
  type Interaction,
  type OpenFollowUp,
} from '../../../src/domain/data/model.ts'
import { occasionPhrases, withThe } from '../../../src/domain/data/occasions.ts'
import type { Slot, Template } from '../../../src/domain/data/templates.ts'
import { close } from '../../../src/domain/due/opening.ts'
import { suggestedTemplate } from '../../../src/domain/due/playbook.ts'
import { whoseTurn } from '../../../src/domain/log/interactions.ts'
import { type DraftFor, draftView } from '../../../src/domain/mail/drafts.ts'
import { loopOf } from '../../../src/domain/mail/mail-loops.ts'
import { stageWords } from '../../../src/domain/people/stages.ts'
import { NOUNS } from '../../../src/domain/words/shapes.ts'

const TODAY = '2026-11-21'

function drafted(db: Database, asked: DraftFor): ReturnType<typeof draftView> {
  return draftView(publicPart(db), asked)
}

function itsLoop(
  db: Database,
  about: Pick<DraftFor, 'template' | 'contact'>,
): FollowUp | undefined {
  return loopOf(publicPart(db), { ...about, today: TODAY })
}

function template(fields: Partial<Template> & { slots: Slot[] }): Template {
  const rest = { title: 't', for: [], after: [], needs: [], subject: '', body: '', path: '' }
  return { name: 'mine', source: 'own', ...rest, ...fields }
}

function slot(name: string, more: Partial<Slot> = {}): Slot {
  return { name, meaning: `the ${name}`, required: false, ...more }
}

function people(contact: Partial<Contact> = {}): { db: Database; hoff: Contact } {
  const db = emptyDatabase()
  return { db, hoff: created(db, 'contacts', { name: 'Dr. Lena Hoff', ...contact }) }
}

function met(db: Database, contact: Contact, fields: Partial<Interaction>): Interaction {
  const usual = { kind: 'coffee' as const, on: '2026-11-18', contacts: [contact.id] }
  return created(db, 'interactions', { ...usual, ...fields })
}

function opened(
  db: Database,
  contact: Contact,
  fields: Partial<OpenFollowUp> & Pick<FollowUp, 'kind'>,
): OpenFollowUp {
  return created(db, 'followUps', { contact: contact.id, what: 'something', ...fields })
}

const pointed = template({ slots: [slot('point', { required: true, takes: NOUNS })] })

function pointOf(db: Database, contact: Contact, followUp?: FollowUp): string | undefined {
  const asked = { template: pointed, contact, followUp, given: {}, today: TODAY }
  return drafted(db, asked).values.point
}

describe('what fills a draft', () => {
  it('the detail of the interaction that opened the loop comes before a later one', () => {
    const { db, hoff } = people()
    const from = met(db, hoff, { on: '2026-11-10', detail: 'the registry' })
    met(db, hoff, { on: '2026-11-18', detail: 'the weather' })
    expect(pointOf(db, hoff, opened(db, hoff, { kind: 'thank-you', from: from.id }))).toBe(
      'the registry',
    )
  })

  it('else that of the latest within sixty days', () => {
    const { db, hoff } = people()
    met(db, hoff, { on: '2026-09-22', detail: 'the talk on ablation' })
    expect(pointOf(db, hoff)).toBe('the talk on ablation')
  })

  it('what was noted of another day is named and not said', () => {
    const { db, hoff } = people()
    met(db, hoff, { on: '2026-11-01', kind: 'office-hours', detail: 'her grant advice' })
    met(db, hoff, { on: '2026-11-18' })
    const { values, missing } = drafted(db, {
      template: pointed,
      contact: hoff,
      given: {},
      today: TODAY,
    })
    expect(values).toEqual({})
    expect(missing).toMatchObject([
      { name: 'point', noted: 'her grant advice', notedOf: 'your office hours on 1 Nov' },
    ])
  })

  it('what was noted of a meeting with two people is said to neither unasked', () => {
    const { db, hoff } = people()
    const priya = created(db, 'contacts', { name: 'Priya Nair' })
    met(db, hoff, { contacts: [hoff.id, priya.id], detail: 'her cardiology rotation' })
    for (const contact of [hoff, priya]) {
      const asked = { template: pointed, contact, given: {}, today: TODAY }
      expect(drafted(db, asked).missing).toMatchObject([{ noted: 'her cardiology rotation' }])
    }
  })

  it('what may not be right in a sentence is asked for, and left out where it is not needed', () => {
    const { db, hoff } = people()
    met(db, hoff, { detail: 'her husband who quit his job' })
    const asked = { contact: hoff, given: {}, today: TODAY }
    const free = template({ slots: [slot('point', { takes: NOUNS })] })
    expect(drafted(db, { ...asked, template: pointed }).missing).toMatchObject([
      { name: 'point', noted: 'her husband who quit his job' },
    ])
    const { values, missing, warnings } = drafted(db, { ...asked, template: free })
    expect({ values, missing }).toEqual({ values: {}, missing: [] })
    expect(warnings).toEqual([
      'Left out, as it may not fit a sentence: "her husband who quit his job". To say it: --set point="…"',
    ])
  })

  it('what is typed and does not fit is asked for, needed or not', () => {
    const { db, hoff } = people()
    const free = template({ slots: [slot('point', { takes: NOUNS })] })
    const given = { point: 'I should apply early' }
    const { missing } = drafted(db, { template: free, contact: hoff, given, today: TODAY })
    expect(missing).toMatchObject([{ name: 'point', typed: 'I should apply early' }])
  })

  it('tells the template the shape, and what one can thank for', () => {
    const { db, hoff } = people()
    met(db, hoff, { detail: 'showed me how to place an IV' })
    const thanking = template({ slots: [slot('point', { takes: [...NOUNS, 'did'] })] })
    const { view } = drafted(db, { template: thanking, contact: hoff, given: {}, today: TODAY })
    expect(view).toMatchObject({
      point: 'you showed me how to place an IV',
      point_shape: 'did',
      point_doing: 'showing me how to place an IV',
    })
  })

  it('a message is no occasion to come back to, unless the template speaks of one', () => {
    const { db, hoff } = people()
    met(db, hoff, { on: '2026-11-19', kind: 'message', detail: 'the registry' })
    expect(pointOf(db, hoff)).toBeUndefined()
    const after = template({ slots: pointed.slots, after: ['message'] })
    const asked = { template: after, contact: hoff, given: {}, today: TODAY }
    expect(drafted(db, asked).values.point).toBe('the registry')
  })

  it('a slot that is given the detail has it under any name, and a point under any source', () => {
    const { db, hoff } = people()
    met(db, hoff, { detail: 'the registry' })
    const named = template({
      slots: [slot('topic', { from: 'detail' }), slot('point', { from: 'loop' }), slot('topics')],
    })
    const asked = { template: named, contact: hoff, given: {}, today: TODAY }
    expect(drafted(db, asked).values).toEqual({ topic: 'the registry' })
  })

  it('an older one is not brought up', () => {
    const { db, hoff } = people()
    met(db, hoff, { on: '2026-09-21', detail: 'sixty-one days ago' })
    expect(pointOf(db, hoff)).toBeUndefined()
  })

  it('a private interaction never fills it', () => {
    const { db, hoff } = people()
    met(db, hoff, { on: '2026-11-01', detail: 'the registry' })
    met(db, hoff, { on: '2026-11-18', detail: 'her divorce', private: true })
    expect(pointOf(db, hoff)).toBe('the registry')
  })

  it('a private loop, or one from a private interaction, never fills it', () => {
    const { db, hoff } = people()
    const from = met(db, hoff, { private: true })
    const telling = template({ name: 'advice-update', slots: [slot('outcome')] })
    const asked = { template: telling, contact: hoff, given: {}, today: TODAY }
    const told = { kind: 'advice', stage: 'tried', outcome: 'secret' } as const
    opened(db, hoff, { ...told, private: true })
    opened(db, hoff, { ...told, from: from.id })
    expect(drafted(db, asked).values).toEqual({})
    opened(db, hoff, { ...told, outcome: 'it worked' })
    expect(drafted(db, asked).values).toEqual({ outcome: 'it worked' })
  })

  it('background, worries and private notes are in none of the words', () => {
    const secret = { background: ['hush'], worries: ['hush'], privateNote: 'hush', note: 'hush' }
    const { db, hoff } = people({ ...secret, circles: ['support'] })
    const all = template({ slots: [slot('point'), slot('topic'), slot('news')] })
    const { view } = drafted(db, { template: all, contact: hoff, given: {}, today: TODAY })
    expect(JSON.stringify(view)).not.toMatch(/hush|support/)
  })

  it('what is given wins, and an empty one leaves the slot out', () => {
    const { db, hoff } = people()
    met(db, hoff, { detail: 'the registry' })
    const asked = { template: pointed, contact: hoff, today: TODAY }
    const typed = drafted(db, { ...asked, given: { point: 'the echo' } })
    const emptied = drafted(db, { ...asked, given: { point: '' } })
    expect(typed.values).toEqual({ point: 'the echo' })
    expect(emptied.missing.map(each => each.name)).toEqual(['point'])
  })

  it('an unknown slot is refused with the nearest one', () => {
    const { db, hoff } = people()
    const asked = { template: pointed, contact: hoff, today: TODAY }
    expect(() => drafted(db, { ...asked, given: { pint: 'x' } })).toThrow(
      expect.objectContaining({
        kind: 'usage',
        message: 'The template mine has no slot "pint".',
        hint: 'Did you mean point? It has point.',
      }),
    )
  })

  it('a slot of the name of a prototype is not there', () => {
    const { db, hoff } = people()
    const odd = template({ slots: [slot('constructor', { required: true })] })
    const answer = drafted(db, { template: odd, contact: hoff, given: {}, today: TODAY })
    expect(answer.missing.map(each => each.name)).toEqual(['constructor'])
  })

  it('the topic has no default unless the template takes it from the detail', () => {
    const { db, hoff } = people()
    met(db, hoff, { detail: 'the registry' })
    const asked = { contact: hoff, given: {}, today: TODAY }
    const bare = template({ slots: [slot('topic')] })
    const filled = template({ slots: [slot('topic', { from: 'detail' })] })
    expect(drafted(db, { ...asked, template: bare }).values).toEqual({})
    expect(drafted(db, { ...asked, template: filled }).values).toEqual({ topic: 'the registry' })
  })

  it('a resource was read only once the user said what it made clear', () => {
    const { db, hoff } = people()
    const asked = {
      template: template({ slots: [slot('resource'), slot('takeaway')] }),
      contact: hoff,
      given: {},
      today: TODAY,
    }
    const open = opened(db, hoff, { kind: 'resource', what: 'the ECG book' })
    const read = { ...open, outcome: 'the axis' }
    expect(drafted(db, { ...asked, followUp: open }).values).toEqual({})
    expect(drafted(db, { ...asked, followUp: read }).values).toEqual({
      resource: 'the ECG book',
      takeaway: 'the axis',
    })
  })

  it('a detail about them is said to them, and the user hears how', () => {
    const { db, hoff } = people()
    met(db, hoff, { detail: 'the registry she runs' })
    const asked = { template: pointed, contact: hoff, given: {}, today: TODAY }
    const { values, warnings } = drafted(db, asked)
    expect(values).toEqual({ point: 'the registry you run' })
    expect(warnings).toEqual([
      'The email says "the registry you run" for "the registry she runs". To change it: --set point="…"',
    ])
  })

  it('what the user gave is said to them too, and they know what they typed', () => {
    const { db, hoff } = people()
    const asked = { template: pointed, contact: hoff, today: TODAY }
    const { values, warnings } = drafted(db, { ...asked, given: { point: 'what she said' } })
    expect(values).toEqual({ point: 'what you said' })
    expect(warnings).toEqual([])
  })

  it('a value is one line, and its closing stop is left to the template', () => {
    const { db, hoff } = people()
    const asked = { template: pointed, contact: hoff, today: TODAY }
    const { values } = drafted(db, { ...asked, given: { point: ' one\n talk. ' } })
    expect(values).toEqual({ point: 'one talk' })
  })
})

describe('what a mail may claim', () => {
  const claiming = (needs: Template['needs'], slots: Slot[] = []) => template({ needs, slots })
  const unproven = (db: Database, contact: Contact, template: Template, given = {}) =>
    drafted(db, { template, contact, given, today: TODAY }).unproven

  it('that they spoke: of a speaker of the event, or when it is typed', () => {
    const { db, hoff } = people()
    const rao = created(db, 'contacts', { name: 'Dr. Anil Rao' })
    const event = created(db, 'events', {
      name: 'Careers Night',
      kind: 'panel',
      on: '2026-11-18',
      speakers: ['Lena Hoff', 'Zoe Kim'],
    })
    for (const { id } of [hoff, rao]) {
      created(db, 'interactions', {
        kind: 'panel',
        on: '2026-11-18',
        contacts: [id],
        event: event.id,
      })
    }
    const asked = { template: claiming(['talk'], [slot('talk')]), given: {}, today: TODAY }
    const hers = drafted(db, { ...asked, contact: hoff })
    expect(hers).toMatchObject({
      unproven: [],
      view: { spoke: 'yes', occasion: 'at the Careers Night' },
    })
    expect(hers.view.thanks_for).toBe('speaking at the Careers Night')
    const his = drafted(db, { ...asked, contact: rao })
    expect(his.unproven).toEqual(['talk'])
    expect(his.view).toMatchObject({ thanks_for: 'talking with me at the Careers Night' })
    expect(his.view.spoke).toBeUndefined()
    expect(unproven(db, rao, asked.template, { talk: 'yes' })).toEqual([])
    expect(unproven(db, hoff, asked.template, { talk: 'no' })).toEqual(['talk'])
  })

  it('that I wrote: with a mail of mine to them, and with its subject while it waits', () => {
    const { db, hoff } = people()
    const nudge = claiming(['mail'])
    met(db, hoff, { kind: 'email', by: 'them' })
    expect(unproven(db, hoff, nudge)).toEqual(['mail'])
    const mail = met(db, hoff, { kind: 'email', on: '2026-11-17' })
    opened(db, hoff, { kind: 'reply', what: 'an older mail', from: 999 })
    opened(db, hoff, { kind: 'promise', what: 'the slides', from: mail.id })
    opened(db, hoff, { kind: 'reply', what: 'a short talk', from: mail.id })
    const { view, unproven: left } = drafted(db, {
      template: nudge,
      contact: hoff,
      given: {},
      today: TODAY,
    })
    expect(left).toEqual([])
    expect(view).toMatchObject({ wrote_day: 'on Tuesday', wrote_subject: 'a short talk' })
  })

  it('that we met: not by a mail', () => {
    const { db, hoff } = people()
    met(db, hoff, { kind: 'email' })
    expect(unproven(db, hoff, claiming(['met']))).toEqual(['met'])
    met(db, hoff, { kind: 'office-hours', on: '2026-11-20' })
    const { view } = drafted(db, {
      template: claiming(['met']),
      contact: hoff,
      given: {},
      today: TODAY,
    })
    expect(view).toMatchObject({
      met: 'yes',
      met_at: 'in your office hours',
      met_day: 'yesterday',
      we_met: 'Thank you for your time in office hours',
    })
  })

  it('my line is short for people in medicine, and in words for others', () => {
    const lineFor = (role: 'attending' | 'faculty') => {
      const { db, hoff } = people({ role })
      db.profile = { name: 'Jo Park', stage: 'MS2', school: 'UCSF' }
      const slots = ['stage', 'school'].map(name => slot(name, { profile: 'stage' as const }))
      const asked = { template: template({ slots }), contact: hoff, given: {}, today: TODAY }
      return drafted(db, asked).view.my_line
    }
    expect(lineFor('attending')).toBe('MS2, UCSF')
    expect(lineFor('faculty')).toBe('Second-year medical student, UCSF')
  })

  it.each([
    ['resident', 'MS2, UCSF'],
    ['senior-student', 'MS2'],
    ['peer', undefined],
  ] as const)('my line to a %s is %s', (role, line) => {
    const { db, hoff } = people({ role })
    db.profile = { name: 'Jo Park', stage: 'MS2', school: 'UCSF' }
    const slots = ['stage', 'school'].map(name => slot(name, { profile: 'stage' as const }))
    const asked = { template: template({ slots }), contact: hoff, given: {}, today: TODAY }
    expect(drafted(db, asked).view.my_line).toBe(line)
  })

  it('that we met: not by hearing them speak', () => {
    const { db, hoff } = people()
    met(db, hoff, { kind: 'lecture' })
    met(db, hoff, { kind: 'grand-rounds' })
    expect(unproven(db, hoff, claiming(['met']))).toEqual(['met'])
  })

  it.each([
    ['coffee', TODAY, 'Thank you for meeting me for coffee'],
    ['coffee', '2026-09-22', 'Thank you for meeting me for coffee'],
    ['coffee', '2026-09-21', 'We talked over coffee'],
    ['conference', TODAY, 'We met at the conference'],
    ['shadowing', TODAY, 'Thank you for letting me shadow you'],
    ['shadowing', '2026-03-02', 'I shadowed you'],
    ['met', TODAY, 'We met'],
    ['rotation', TODAY, 'We worked together on the rotation'],
  ] as const)('a mail to someone met by %s on %s begins with %j', (kind, on, began) => {
    const { db, hoff } = people()
    met(db, hoff, { kind, on })
    const asked = { template: claiming([]), contact: hoff, given: {}, today: TODAY }
    expect(drafted(db, asked).view.we_met).toBe(began)
  })

  it('what they advised: on file, even when it is done, or typed; and it says which', () => {
    const { db, hoff } = people()
    const telling = claiming(['advice'], [slot('topic', { from: 'loop', takes: ['advice'] })])
    expect(unproven(db, hoff, telling)).toEqual(['advice'])
    expect(unproven(db, hoff, telling, { topic: 'write the aims first' })).toEqual([])
    const advice = opened(db, hoff, { kind: 'advice', what: 'write the aims page first' })
    Object.assign(advice, { closed: 'done', closedOn: '2026-11-19' })
    const {
      values,
      unproven: left,
      warnings,
    } = drafted(db, {
      template: telling,
      contact: hoff,
      given: {},
      today: TODAY,
    })
    expect({ values, left }).toEqual({
      values: { topic: 'to write the aims page first' },
      left: [],
    })
    expect(warnings).toContain(
      'The email is about what they gave you: "write the aims page first".',
    )
  })
})

describe('the words that netmed works out', () => {
  function viewOf(fields: Partial<Interaction>, after: Template['after'] = []) {
    const { db, hoff } = people({ role: 'attending' })
    const event = created(db, 'events', { name: 'ACC Meeting', kind: 'conference', on: TODAY })
    met(db, hoff, { event: event.id, ...fields })
    const asked = template({ slots: [], after })
    return drafted(db, { template: asked, contact: hoff, given: {}, today: TODAY }).view
  }

  it('an event is named, a coffee is not', () => {
    expect(viewOf({ kind: 'conference' })).toMatchObject({
      occasion: 'at the ACC Meeting',
      occasion_name: 'the ACC Meeting',
      occasion_day: 'on Wednesday',
      thanks_for: 'talking with me at the ACC Meeting',
    })
    expect(viewOf({ kind: 'coffee' }).occasion).toBe('over coffee')
  })

  it.each([
    ['2026-11-21', 'today'],
    ['2026-11-20', 'yesterday'],
    ['2026-11-15', 'on Sunday'],
    ['2026-11-14', 'on November 14'],
  ])('the day %s is said as %s', (on, words) => {
    expect(viewOf({ on }).occasion_day).toBe(words)
  })

  it.each([
    ['2026-11-01', 'on November 1'],
    ['2026-10-03', 'in October'],
    ['2025-03-03', 'in March 2025'],
  ])('the last time %s is said as %s', (on, words) => {
    expect(viewOf({ on }).last_time).toBe(words)
  })

  it('an occasion that the template does not speak of is not named', () => {
    expect(viewOf({ kind: 'coffee' }, ['panel'])).not.toHaveProperty('occasion')
  })

  it('their own mail is not taken for mine', () => {
    expect(viewOf({ kind: 'email', by: 'them' }, ['email'])).not.toHaveProperty('occasion_day')
    expect(viewOf({ kind: 'email' }, ['email']).occasion_day).toBe('on Wednesday')
  })

  it('without a log the day you met stands in', () => {
    const { db, hoff } = people({ met: 'panel', metOn: '2026-11-18', metAt: 'Careers Night' })
    const asked = { template: template({ slots: [] }), contact: hoff, given: {}, today: TODAY }
    expect(drafted(db, asked).view).toMatchObject({
      occasion: 'at the Careers Night',
      occasion_day: 'on Wednesday',
    })
  })

  const signing = template({ slots: [slot('name'), slot('stage'), slot('school')] })

  it.each([
    [
      { name: 'Jo Park', stage: 'MS2', school: 'UCSF' },
      'Jo Park, a second-year medical student at UCSF',
    ],
    [{ name: 'Jo Park', stage: 'MS2' }, 'Jo Park, a second-year medical student'],
    [{ name: 'Jo Park', school: 'University of Iowa' }, 'Jo Park from the University of Iowa'],
    [{ name: 'Jo Park', stage: 'MD/PhD student' }, 'Jo Park, an MD/PhD student'],
    [{ name: 'Jo Park' }, 'Jo Park'],
  ])('the profile %o says who I am: %s', (profile, words) => {
    const { db, hoff } = people()
    db.profile = profile
    const { view } = drafted(db, { template: signing, contact: hoff, given: {}, today: TODAY })
    expect(view.who_i_am).toBe(words)
  })

  it.each([
    ['attending', undefined, 'a second-year medical student at UCSF'],
    ['attending', 'UCSF', 'a second-year medical student here at UCSF'],
    ['attending', 'UCSF Medical Center', 'a second-year medical student here at UCSF'],
    ['attending', 'UC Davis', 'a second-year medical student at UCSF'],
    ['senior-student', 'UCSF', 'an MS2 here'],
    ['senior-student', undefined, 'an MS2'],
    ['peer', undefined, 'an MS2'],
    ['resident', undefined, 'an MS2 at UCSF'],
  ] as const)('to %s at %s I am %s', (role, institution, words) => {
    const { db, hoff } = people({ name: 'Lena Hoff', role, ...(institution && { institution }) })
    db.profile = { name: 'Jo Park', stage: 'MS2', school: 'UCSF' }
    const asked = { template: signing, contact: hoff, given: {}, today: TODAY }
    const { view } = drafted(db, asked)
    expect(view.i_am).toBe(words)
    expect(view.who_i_am).toBe(`Jo Park, ${words}`)
    expect(view.who_i_am_in_full).toBe('Jo Park, a second-year medical student at UCSF')
  })

  it('friends get the first name alone under the mail', () => {
    const { db, hoff } = people({ name: 'Priya Nair', role: 'peer' })
    db.profile = { name: 'Jo Park' }
    const { view } = drafted(db, { template: signing, contact: hoff, given: {}, today: TODAY })
    expect(view).toMatchObject({ salutation: 'Hi Priya,', signed: 'Jo' })
  })

  it.each([
    ['MS2', 'second-year medical student'],
    ['M4', 'fourth-year medical student'],
    ['OMS-1', 'first-year medical student'],
    ['PGY1', 'first-year resident'],
    ['PGY-3', 'third-year resident'],
    ['PGY9', 'ninth-year resident'],
    ['MS9', 'MS9'],
    ['pre-med', 'pre-medical student'],
    ['MD/PhD student', 'MD/PhD student'],
  ])('the stage %s is said as %s', (stage, words) => {
    expect(stageWords(stage)).toBe(words)
  })

  it('a single word, a year and an article go without another article', () => {
    expect(['ACC', 'ACC 2026', 'The Forum', 'Spring Symposium'].map(withThe)).toEqual([
      'ACC',
      'ACC 2026',
      'The Forum',
      'the Spring Symposium',
    ])
  })

  it('a panel is thanked for speaking, a shadowing day for being let in', () => {
    expect(occasionPhrases('panel', 'Careers Night').thanks).toBe(
      'talking with me at the Careers Night',
    )
    expect(occasionPhrases('panel', 'Careers Night', true).thanks).toBe(
      'speaking at the Careers Night',
    )
    expect(occasionPhrases('shadowing', 'ignored').thanks).toBe('letting me shadow you')
  })
})

describe('the event that is coming up', () => {
  const asking = template({ slots: [slot('event')] })
  const eventFor = (db: Database, contact: Contact) =>
    drafted(db, { template: asking, contact, given: {}, today: TODAY }).values.event

  function coming(db: Database, name: string, on: string, speakers: string[] = []) {
    return created(db, 'events', { name, kind: 'seminar', on, speakers })
  }

  it('is the one at which they speak, among others', () => {
    const { db, hoff } = people()
    coming(db, 'Grand Rounds', '2026-11-24', ['Eva Stein'])
    coming(db, 'Spring Symposium', '2026-11-30', ['Eva Stein', 'Lena Hoff', 'Omar Aziz'])
    expect(eventFor(db, hoff)).toBe('the Spring Symposium on November 30')
  })

  it('is the only one where they speak at none, and none of several', () => {
    const { db, hoff } = people()
    coming(db, 'Old Rounds', '2026-11-20', ['Lena Hoff'])
    coming(db, 'Grand Rounds', '2026-11-24', ['Eva Stein'])
    expect(eventFor(db, hoff)).toBe('the Grand Rounds on November 24')
    coming(db, 'Spring Symposium', '2026-11-30')
    expect(eventFor(db, hoff)).toBeUndefined()
  })
})

describe('until when I am busy', () => {
  it('is the last day of the seasons that are on, whichever stands first', () => {
    const { db, hoff } = people()
    const season = { kind: 'boards', pace: 'pause', from: '2026-11-01' } as const
    created(db, 'seasons', { ...season, name: 'Late', until: '2026-12-18' })
    created(db, 'seasons', { ...season, name: 'Early', until: '2026-11-30' })
    created(db, 'seasons', { ...season, name: 'Over', until: '2026-11-20' })
    created(db, 'seasons', { ...season, name: 'Next', from: '2026-11-22', until: '2027-01-30' })
    const asking = template({ slots: [slot('until')] })
    const asked = { template: asking, contact: hoff, given: {}, today: TODAY }
    expect(drafted(db, asked).values).toEqual({ until: 'December 18' })
  })
})

describe('with what I am busy', () => {
  it('is the season that began first of those that are not over', () => {
    const { db, hoff } = people()
    const season = { name: 'x', pace: 'half' } as const
    const on = (from: string, until: string) => ({ ...season, from, until })
    created(db, 'seasons', { ...on('2026-10-01', '2026-11-20'), kind: 'application' })
    created(db, 'seasons', { ...on('2026-12-01', '2026-12-18'), kind: 'exams' })
    created(db, 'seasons', { ...on('2026-11-01', TODAY), kind: 'boards' })
    const asking = template({ slots: [slot('until'), slot('reason', { from: 'season' })] })
    const asked = { template: asking, contact: hoff, given: {}, today: TODAY }
    expect(drafted(db, asked).values).toEqual({
      until: 'November 21',
      reason: "I'm studying for my boards",
    })
  })
})

describe('whose turn it is', () => {
  it('the first time it is theirs', () => {
    const { db, hoff } = people()
    expect(whoseTurn(db, hoff)).toBe('them')
  })

  it('then sides alternate, and neither changes nothing', () => {
    const { db, hoff } = people()
    met(db, hoff, { on: '2026-10-01', near: 'them' })
    met(db, hoff, { on: '2026-11-01', near: 'neither' })
    expect(whoseTurn(db, hoff)).toBe('me')
  })

  it('the place is where you last met on that side', () => {
    const { db, hoff } = people()
    met(db, hoff, { on: '2026-08-01', near: 'me', place: 'the Green Bean' })
    met(db, hoff, { on: '2026-10-01', near: 'them', place: 'her office' })
    const invite = template({ slots: [slot('place', { required: true })] })
    const asked = { template: invite, contact: hoff, given: {}, today: TODAY }
    expect(drafted(db, asked).values).toEqual({ place: 'the Green Bean' })
  })

  it('a missing place says on whose side it should be', () => {
    const { db, hoff } = people({ area: 'Oakland' })
    const invite = template({ slots: [slot('place', { required: true })] })
    const asked = { template: invite, contact: hoff, given: {}, today: TODAY }
    expect(drafted(db, asked).missing).toMatchObject([
      { meaning: 'the place, near them if you can (Oakland)' },
    ])
  })
})

describe('the template that a loop suggests', () => {
  const calm = { isPastDue: false, isLong: false }

  it.each<[Parameters<typeof suggestedTemplate>[0], string | null]>([
    [{ ...calm, kind: 'event', occasion: 'panel' }, 'panel'],
    [{ ...calm, kind: 'event', occasion: 'conference' }, 'event-followup'],
    [{ ...calm, kind: 'event', occasion: 'social' }, 'event-followup'],
    [{ ...calm, kind: 'event', occasion: 'volunteer' }, 'event-followup'],
    [{ ...calm, kind: 'event', occasion: 'seminar' }, 'speaker-followup'],
    [{ ...calm, kind: 'event', occasion: 'grand-rounds' }, 'speaker-followup'],
    [{ ...calm, kind: 'event' }, 'event-followup'],
    [{ ...calm, kind: 'thank-you', occasion: 'coffee' }, 'thanks'],
    [{ ...calm, kind: 'advice' }, null],
    [{ ...calm, kind: 'advice', stage: 'tried', outcome: 'it worked' }, 'advice-update'],
    [{ ...calm, kind: 'resource' }, null],
    [{ ...calm, kind: 'resource', outcome: 'the axis' }, 'resource-followup'],
    [{ ...calm, kind: 'reply' }, null],
    [{ ...calm, kind: 'reply', isPastDue: true }, 'nudge'],
    [{ ...calm, kind: 'reply', isPastDue: true, stage: 'nudged' }, null],
    [{ ...calm, kind: 'promise' }, null],
    [{ ...calm, kind: 'keep-in-touch', role: 'peer', isLong: true }, 'check-in'],
    [{ ...calm, kind: 'keep-in-touch', role: 'family' }, 'check-in'],
    [{ ...calm, kind: 'keep-in-touch', circles: ['pre-med'], isLong: true }, 'premed-update'],
    [{ ...calm, kind: 'keep-in-touch', role: 'attending', isLong: true }, 'reconnect'],
    [{ ...calm, kind: 'keep-in-touch', role: 'attending' }, 'check-in'],
  ])('%o suggests %s', (loop, name) => {
    expect(suggestedTemplate(loop)).toBe(name)
  })

  it('a template finds the open loop that suggests it, the one due first', () => {
    const { db, hoff } = people()
    const panel = met(db, hoff, { kind: 'panel' })
    opened(db, hoff, { kind: 'event', from: panel.id, due: '2026-11-30' })
    const first = opened(db, hoff, { kind: 'event', from: panel.id, due: '2026-11-25' })
    close(db, opened(db, hoff, { kind: 'event', from: panel.id, due: '2026-11-20' }), TODAY)
    opened(db, hoff, { kind: 'thank-you', from: panel.id, due: '2026-11-19' })
    const asked = { template: template({ name: 'panel', slots: [] }), contact: hoff }
    expect(itsLoop(db, asked)).toBe(first)
  })
})

it('a nudge says what the first mail asked for', () => {
  const { db, hoff } = people()
  const nudge = template({ name: 'nudge', slots: [slot('topic')] })
  const asked = { template: nudge, contact: hoff, given: {}, today: TODAY }
  expect(drafted(db, asked).view.topic).toBeUndefined()
  met(db, hoff, { kind: 'email', template: 'shadow-request' })
  expect(drafted(db, asked).view.topic).toBe('shadowing you')
})

describe('a slot that only some mails need', () => {
  const slots = [
    slot('point', { requiredOf: 'formal', or: 'news' }),
    slot('news'),
    slot('times', { requiredOf: 'formal' }),
  ]
  const missingOf = (role: 'attending' | 'peer', given: Record<string, string> = {}) => {
    const { db, hoff } = people({ role })
    const asked = { template: template({ slots }), contact: hoff, given, today: TODAY }
    return drafted(db, asked).missing.map(each => each.name)
  }

  it('is asked for in one to someone addressed by title alone', () => {
    expect(missingOf('attending')).toEqual(['point', 'times'])
    expect(missingOf('peer')).toEqual([])
  })

  it('is not asked for where the one in its place says something', () => {
    expect(missingOf('attending', { news: 'I passed' })).toEqual(['times'])
    expect(missingOf('attending', { news: '' })).toEqual(['point', 'times'])
  })
})

describe('a slot about a third person', () => {
  const third = template({ slots: [slot('person'), slot('topic', { of: 'person' })] })
  const viewFor = (topic: string) => {
    const { db, hoff } = people()
    return drafted(db, { template: third, contact: hoff, given: { topic }, today: TODAY }).view
  }

  it('stays as typed, and has the words as said to that person', () => {
    const view = viewFor('her project on sleep')
    expect(view.topic).toBe('her project on sleep')
    expect(view.topic_to_them).toBe('your project on sleep')
  })

  it('has none where that is not sure', () => {
    expect(viewFor('what she told her husband').topic_to_them).toBeUndefined()
  })
})

it.each([
  ['exams', '2026-11-16', '2026-12-04', 'I have exams'],
  ['boards', '2026-12-01', '2026-12-20', "I'm studying for my boards"],
  ['leave', '2026-11-16', '2026-12-04', undefined],
  ['exams', '2026-11-01', '2026-11-10', undefined],
] as const)('a season of %s from %s until %s says: %s', (kind, from, until, words) => {
  const { db, hoff } = people()
  created(db, 'seasons', { name: 'busy', kind, from, until, pace: 'half' })
  const busy = template({ slots: [slot('news', { from: 'season' })] })
  expect(drafted(db, { template: busy, contact: hoff, given: {}, today: TODAY }).view.news).toBe(
    words,
  )
})
