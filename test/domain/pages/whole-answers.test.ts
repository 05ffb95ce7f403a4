import { describe, expect, it } from 'vitest'
import type { Database } from '../../../src/domain/data/model.ts'
import { recordByNumber } from '../../../src/domain/data/records.ts'
import { agenda, agendaItems } from '../../../src/domain/due/agenda.ts'
import { support } from '../../../src/domain/due/support.ts'
import { search } from '../../../src/domain/find/search.ts'
import { readTerms } from '../../../src/domain/find/terms.ts'
import { debriefView, specialties } from '../../../src/domain/meet/debrief.ts'
import { batchView, enterPeople, peopleEntered } from '../../../src/domain/meet/event-batch.ts'
import { eventDebrief, eventPrep } from '../../../src/domain/meet/event-prep.ts'
import { eventViews } from '../../../src/domain/meet/events.ts'
import { meetingAnswer, meetingView } from '../../../src/domain/meet/meetings.ts'
import { prepSheet } from '../../../src/domain/meet/prep.ts'
import { questionBank, questionList, questionViews } from '../../../src/domain/meet/questions.ts'
import { contactPage, contactRows } from '../../../src/domain/pages/contact-page.ts'
import { recordPage } from '../../../src/domain/pages/record-page.ts'
import { week } from '../../../src/domain/pages/week.ts'
import { profileAnswer } from '../../../src/domain/people/profile.ts'
import { database } from '../../support/database.ts'

const TODAY = '2026-11-21'
const STAMP = { uid: 'e'.repeat(16), createdAt: '2026-11-01T12:00:00.000Z' }

/** Of each kind of record the barest one that a file can hold. */
function bare(): Database {
  return database({
    contacts: [
      { id: 1, name: 'Ana Silva' },
      { id: 2, name: 'Bo', circles: ['support', 'pre-med'], prospect: true },
    ],
    interactions: [
      { id: 3, kind: 'conference', on: '2026-11-20', contacts: [1], event: 6 },
      { id: 4, kind: 'shadowing', on: '2026-11-19', contacts: [1], debrief: { likes: 'it' } },
    ],
    followUps: [
      { id: 5, kind: 'event', contact: 1, what: 'x', from: 3 },
      { id: 8, kind: 'meeting', contact: 1, what: 'meeting' },
      { id: 9, kind: 'reminder', what: 'x' },
      { id: 10, kind: 'promise', contact: 1, what: 'x', closed: 'done' },
    ],
    events: [{ ...STAMP, id: 6, name: 'ACC Meeting', kind: 'conference', on: '2026-11-20' }],
    questions: [
      { ...STAMP, id: 7, text: 'Why?' },
      { ...STAMP, id: 11, text: 'How?', contact: 1 },
    ],
  })
}

/** Where an answer has a hole: JSON would leave the key out. */
function holes(value: unknown, path = ''): string[] {
  if (value === undefined) return [path]
  if (value instanceof Map) return [...value.values()].flatMap(each => holes(each, `${path}[]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => holes(each, `${path}.${key}`))
}

function parts(db: Database) {
  const [ana] = db.contacts
  const [event] = db.events
  const [met, shadowing] = db.interactions
  const meeting = db.followUps.find(each => each.kind === 'meeting')
  if (!ana || !event || !met || !shadowing || !meeting) throw new Error('all of them were expected')
  return { ana, event, met, shadowing, meeting }
}

describe('an answer holds null or an empty list, and no hole, where nothing is known', () => {
  it.each<[string, (db: Database) => unknown]>([
    ['due', db => [agenda(db, TODAY), agendaItems(db, TODAY)]],
    ['the page of a person', db => contactPage(db, parts(db).ana, TODAY)],
    ['the list', db => contactRows(db, TODAY, {})],
    ...[3, 5, 6, 7, 8, 9, 10, 11].map((id): [string, (db: Database) => unknown] => [
      `the page of #${id}`,
      db => recordPage(db, recordByNumber(db, id), TODAY),
    ]),
    ['the week', db => week(db, TODAY)],
    ['support', db => support(db, TODAY)],
    ['search', db => search(db, readTerms(['x']), { today: TODAY })],
    ['the events', db => eventViews(db, TODAY)],
    ['the prep of an event', db => eventPrep(db, parts(db).event, TODAY)],
    [
      'the prep of an event with somebody there',
      db => eventPrep(db, { ...parts(db).event, speakers: ['Ana Silva', 'Kai Berg'] }, TODAY),
    ],
    ['the debrief of an event', db => eventDebrief(db, parts(db).event, [], TODAY)],
    ['those of an event', db => peopleEntered(db, parts(db).event)],
    [
      'a batch',
      db => {
        const { event } = parts(db)
        const lines = [{ number: 1, name: 'Kai Berg' }]
        return batchView(db, enterPeople(db, event, lines, { today: TODAY }), TODAY)
      },
    ],
    ['a prep sheet', db => prepSheet(db, 1, TODAY)],
    ['a debrief', db => debriefView(db, parts(db).shadowing, parts(db).ana)],
    ['the specialties', db => specialties(db)],
    [
      'a meeting',
      db => [meetingAnswer(db, parts(db).meeting, TODAY), meetingView(db, parts(db).meeting)],
    ],
    ['the questions', db => [questionViews(db, db.questions), questionList(db, { all: true })]],
    ['the bank of questions', db => questionBank(db, 'peer')],
    ['the profile', db => profileAnswer(db.profile)],
  ])('%s', (_, answer) => {
    expect(holes(answer(bare()))).toEqual([])
  })
})
