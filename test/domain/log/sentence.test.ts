import { describe, expect, it } from 'vitest'
import { readSentence } from '../../../src/domain/log/sentence.ts'
import { knownOf } from '../../../src/domain/log/sentence-parts.ts'
import { database } from '../../support/database.ts'

// Saturday 21 November 2026.
const today = '2026-11-21'

const DB = database({
  contacts: [
    { name: 'Priya Nair', role: 'peer' },
    { name: 'Omar Aziz', role: 'resident' },
    { name: 'Dr. Anil Rao' },
    { name: 'Dr. Lena Hoff' },
    { name: 'Ana Silva' },
    { name: 'Ana Costa' },
    { name: 'Dr. Maya Chen' },
    { name: 'Dr. Will Coffey' },
    { name: 'May Walker' },
  ],
  events: [
    {
      id: 50,
      uid: 'accmeeting202611',
      createdAt: '2026-11-01T12:00:00.000Z',
      name: 'ACC Meeting',
      kind: 'conference',
      on: '2026-11-18',
      until: '2026-11-20',
    },
  ],
})

/** What a sentence says, with numbers for the people; as a shell splits it. */
function read(line: string, { db = DB, allowNew = false } = {}) {
  const known = knownOf(db, today)
  const sentence = readSentence(known, line.split(' '), { allowNew })
  if (sentence.is === 'names') {
    const { args, detail } = sentence
    const meaning = known.people(args)
    const who = meaning.is === 'people' ? meaning.contacts.map(({ id }) => id) : meaning.is
    return { names: who, ...(detail && { detail }) }
  }
  if (sentence.is === 'asked') {
    const instead = sentence.instead.map(({ verb, words }) => [verb, ...words].join(' '))
    return { why: sentence.why, understood: sentence.understood, instead }
  }
  const { contacts, event, ...said } = sentence.said
  const fields = { ...said, event: event?.name, who: contacts.map(({ id }) => id) }
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value.length !== 0),
  )
}

describe('a sentence', () => {
  it.each([
    [
      'coffee with priya and omar yesterday about her cardiology rotation',
      { kind: 'coffee', who: [1, 2], on: '2026-11-20', detail: 'her cardiology rotation' },
    ],
    ['rao lecture', { kind: 'lecture', who: [3] }],
    [
      'priya lunch fri: the match list',
      { kind: 'lunch', who: [1], on: '2026-11-20', detail: 'the match list' },
    ],
    ['hoff', { names: [4] }],
    [
      'office hours chen thurs about how to read an echo',
      { kind: 'office-hours', who: [7], on: '2026-11-19', detail: 'how to read an echo' },
    ],
    [
      'met hoff at acc wed about the ablation registry she runs',
      {
        kind: 'conference',
        who: [4],
        on: '2026-11-18',
        event: 'ACC Meeting',
        detail: 'the ablation registry she runs',
      },
    ],
    ['zoom with rao last night', { kind: 'video', who: [3], on: '2026-11-20' }],
    ['emailed chen', { kind: 'email', who: [7], by: 'me' }],
    ['walk with ana silva and may', { kind: 'walk', who: [5, 9] }],
    ['coffee with coffey', { kind: 'coffee', who: [8] }],
    [
      'shadowed hoff tues at bayview',
      { kind: 'shadowing', who: [4], on: '2026-11-17', place: 'bayview' },
    ],
    [
      'priya, omar and rao lunch about: the strike; who covers nights',
      { kind: 'lunch', who: [1, 2, 3], detail: 'the strike; who covers nights' },
    ],
    ['coffee with 2 3/11', { kind: 'coffee', who: [2], on: '2026-03-11' }],
    // Beyond the worked ones.
    [
      'coffee w priya yday re: the match',
      { kind: 'coffee', who: [1], on: '2026-11-20', detail: 'the match' },
    ],
    ['call dr. chen 20 min at 3pm', { kind: 'call', who: [7] }],
    ['txt priya monday night', { kind: 'message', who: [1], by: 'me', on: '2026-11-16' }],
    ['hoff: the registry', { names: [4], detail: 'the registry' }],
    [
      'I had a coffee with priya & omar @ the green bean, today',
      { kind: 'coffee', who: [1, 2], place: 'green bean', on: '2026-11-21' },
    ],
    [
      "lunch with priya, she's applying to peds",
      { kind: 'lunch', who: [1], detail: "she's applying to peds" },
    ],
    [
      'lunch with priya. we talked about the strike',
      { kind: 'lunch', who: [1], detail: 'the strike' },
    ],
    ['ran into omar', { kind: 'met', who: [2] }],
    ['lunch with may the 12th', { kind: 'lunch', who: [9], on: '2026-11-12' }],
    ['rao called me', { kind: 'call', who: [3], by: 'them' }],
    ['coffee with priya about omar', { kind: 'coffee', who: [1], detail: 'omar' }],
    ['lunch with an and priya', { kind: 'lunch', who: [1] }],
  ])('%s', (line, said) => {
    expect(read(line)).toEqual(said)
  })

  it('in one pair of quotes is read like its words, unless it is a name', () => {
    const one = (text: string) => readSentence(knownOf(DB, today), [text])
    expect(one('coffee with priya')).toMatchObject({ is: 'read', said: { kind: 'coffee' } })
    expect(one('ana silva')).toMatchObject({ is: 'names', args: ['ana silva'] })
  })

  it('with --new adds each run of words that nobody is called', () => {
    expect(read('coffee with jane doe about research', { allowNew: true })).toEqual({
      kind: 'coffee',
      fresh: ['jane doe'],
      detail: 'research',
    })
    expect(read('lunch with priya, jane doe and bo li fri', { allowNew: true })).toEqual({
      kind: 'lunch',
      who: [1],
      fresh: ['jane doe', 'bo li'],
      on: '2026-11-20',
    })
  })
})

describe('is asked about, with the whole line to type', () => {
  it.each([
    [
      'had coffee w/ ana',
      '"ana" fits 2 people: Ana Silva (#5) and Ana Costa (#6).',
      ['log had coffee w/ ana silva', 'log had coffee w/ ana costa'],
    ],
    ['chen emailed me', 'They wrote to you.', ['heard chen']],
    [
      'lunch with will next fri',
      'Fri 27 Nov 2026 has not come yet.',
      ['meet will --kind lunch --on next fri'],
    ],
    [
      'priya coffee last week',
      `"last week" doesn't say which day. Which day?`,
      ['log priya coffee mon'],
    ],
    ['coffee with priay', 'No one on file is called "priay".', ['log coffee with priya']],
    ['coffee with jane doe about research', 'No one on file is called "jane doe".', []],
    [
      'priya lecture lunch',
      'Was it lecture or lunch? Log one at a time.',
      ['log priya lecture', 'log priya lunch'],
    ],
    ['coffee yesterday', 'Who was it with?', ['log coffee yesterday with …']],
    [
      'study group with priya for biochem',
      `"for biochem" isn't clear here.`,
      ['log study group with priya about biochem'],
    ],
    [
      "dinner at hoff's with omar",
      `Was Dr. Lena Hoff with you, or is "hoff's" the place?`,
      ['log dinner with hoff with omar', "log dinner with omar --place hoff's"],
    ],
    ['told chen about em', `"told" isn't clear here.`, ['log chen about em']],
    // Beyond the worked ones.
    [
      'coffee with 2 on 12',
      '"on 12": #12, or the 12 of the month?',
      ['log coffee with 2 on 2026-11-12'],
    ],
    [
      'lunch priya 25 nov',
      'Wed 25 Nov 2026 has not come yet.',
      ['meet priya --kind lunch --on 25 nov'],
    ],
    [
      'lunch priya last fri',
      '"last fri" can be 2026-11-20 or 2026-11-13. Which day?',
      ['log lunch priya 2026-11-20', 'log lunch priya 2026-11-13'],
    ],
    [
      'lunch priya mon and tue',
      'Two days are named. Which one? Log one at a time.',
      ['log lunch priya mon', 'log lunch priya and tue'],
    ],
    [
      'talk with rao',
      'That can be read in more than one way.',
      ['log lecture with rao', 'log met with rao'],
    ],
    [
      'will call chen',
      'That can be read in more than one way.',
      ['meet chen --kind call --on <day>', 'log call with coffey and chen'],
    ],
    [
      'met hoff at acc',
      'On which day of ACC Meeting?',
      [
        'log met hoff at acc on 2026-11-18',
        'log met hoff at acc on 2026-11-19',
        'log met hoff at acc on 2026-11-20',
      ],
    ],
    [
      'met hoff at acc mon',
      'ACC Meeting was not on Mon 16 Nov 2026.',
      [
        'log met hoff at acc 2026-11-18',
        'log met hoff at acc 2026-11-19',
        'log met hoff at acc 2026-11-20',
      ],
    ],
    [
      'email from chen re the committee',
      'They wrote to you.',
      ['heard chen --detail the committee'],
    ],
    [
      'chen emailed about the slides',
      'Did you write, or did they?',
      ['log emailed chen about the slides', 'heard chen --detail the slides'],
    ],
    ['lunch, didnt meet priya', `"didnt meet" isn't clear here.`, []],
    ['class w hoff no wait rao', `"no wait" isn't clear here.`, []],
    ['lab with priya', `"lab" isn't clear here.`, ['log with priya']],
    [
      'talked research with chen',
      `"research" isn't clear here.`,
      ['log talked with chen about research'],
    ],
    [
      'lunch with priya, cardiology',
      'No one on file is called "cardiology".',
      ['log lunch with priya about cardiology'],
    ],
    [
      'class with rao tue, ecg basics',
      `"ecg basics" isn't clear here.`,
      ['log class with rao tue about ecg basics'],
    ],
    ['lunch with priya 31 feb', '"31 feb" is not a day: February 2026 has 28 days. Which day?', []],
  ])('%s', (line, why, instead) => {
    expect(read(line)).toMatchObject({ why, instead })
  })
})

it('a beginning of a name stands only where a name does', () => {
  const db = database({ contacts: [{ name: 'Labib Sen' }, { name: 'James Park' }] })
  expect(read('lab with james', { db })).toMatchObject({ why: `"lab" isn't clear here.` })
  expect(read('lunch with lab', { db })).toEqual({ kind: 'lunch', who: [1] })
  expect(read('lunch with j', { db })).toMatchObject({ why: 'No one on file is called "j".' })
})

it('a name is whole where a shorter one, or another reading, is on file too', () => {
  const db = database({
    contacts: [
      ...[
        { name: 'J' },
        { name: 'J. R. Park' },
        { name: 'Will Call' },
        { name: "Dr. James O'Neill" },
      ],
      { name: 'Anil Rao', archived: true },
    ],
  })
  expect(read('coffee with j. r. park', { db })).toMatchObject({
    instead: ['log coffee with 2', 'log coffee with j and j park'],
  })
  expect(read('conference call with j', { db })).toMatchObject({
    why: 'That can be read in more than one way.',
  })
  expect(read('lunch with o neill', { db })).toEqual({ kind: 'lunch', who: [4] })
  expect(read('lunch with dr james o neill', { db })).toEqual({ kind: 'lunch', who: [4] })
  expect(read('lunch with anil rao', { db })).toEqual({ kind: 'lunch', who: [5] })
  expect(read('lunch with rao', { db })).toMatchObject({ why: 'No one on file is called "rao".' })
})

it('figures are read in the order of the style of mails', () => {
  const db = database({
    contacts: [{ name: 'Omar Aziz' }],
    settings: { 'mail.style': 'intl' },
  })
  expect(read('coffee with omar 3/11', { db })).toMatchObject({ on: '2026-11-03' })
})
