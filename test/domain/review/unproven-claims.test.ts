import { describe, expect, it } from 'vitest'
import { OCCASIONS } from '../../../src/domain/data/choices.ts'
import {
  type Contact,
  created,
  type Database,
  emptyDatabase,
  type Interaction,
} from '../../../src/domain/data/model.ts'
import { claimWarnings } from '../../../src/domain/review/unproven-claims.ts'

const TODAY = '2026-11-21'

function network(met?: Partial<Interaction>): { db: Database; hoff: Contact } {
  const db = emptyDatabase()
  const hoff = created(db, 'contacts', { name: 'Dr. Lena Hoff' })
  if (met) {
    created(db, 'interactions', { kind: 'coffee', on: '2026-11-18', contacts: [hoff.id], ...met })
  }
  return { db, hoff }
}

function claimed(text: string, met?: Partial<Interaction>): string[] {
  const { db, hoff } = network(met)
  return claimWarnings(db, { contact: hoff, today: TODAY }, text).map(({ message }) => message)
}

const TALK = 'no talk by Dr. Lena Hoff is on file. If it happened: netmed log 1 --kind lecture'
const MAIL =
  'no email from you to Dr. Lena Hoff is on file. If it happened: netmed log 1 --kind email'
const MET = 'no meeting with Dr. Lena Hoff is on file. If it happened: netmed log 1'
const ADVICE = 'no advice from Dr. Lena Hoff is on file. If it happened: netmed log 1 --advice "…"'
const RESOURCE =
  'nothing that Dr. Lena Hoff suggested is on file. If it happened: netmed log 1 --resource "…"'

describe('what a mail claims and no record shows', () => {
  it.each([
    ['Thank you for your talk on ablation.', `"Thank you for your talk": ${TALK}`],
    ['Thank you for speaking on the panel.', `"Thank you for speaking on the panel": ${TALK}`],
    ['I heard you speak in May.', `"heard you speak": ${TALK}`],
    ['I wrote to you in May.', `"I wrote to you": ${MAIL}`],
    ['I am following up on my note.', `"following up on my note": ${MAIL}`],
    ['It was great to meet you at ACC.', `"It was great to meet you": ${MET}`],
    ['When we spoke you were busy.', `"When we spoke": ${MET}`],
    ['We talked at the picnic.', `"We talked at": ${MET}`],
    ['I took your advice.', `"took your advice": ${ADVICE}`],
    ['You told me to apply.', `"You told me to": ${ADVICE}`],
    ['I read the book you suggested.', `"you suggested": ${RESOURCE}`],
  ])('%s', (text, message) => {
    expect(claimed(text)).toEqual([message])
  })

  it.each([
    'I would love to hear you speak.',
    'I hope we can meet at ACC. It would be great to meet you.',
    'Could I ask for your advice on two programs?',
    'I look forward to your talk next week.',
    'Would Tuesday work for our meeting?',
    'I wrote to Dr. Chen, and she told me that you run the registry.',
    'Thank you for your time.',
  ])('is nothing in: %s', text => {
    expect(claimed(text)).toEqual([])
  })

  it.each([
    ['Thank you for your talk.', { kind: 'lecture' }],
    ['I wrote to you in May.', { kind: 'email' }],
    ['When we spoke you were busy.', { kind: 'coffee' }],
    ['I took your advice.', { detail: 'to choose the mentor first' }],
    ['I read the book you suggested.', { detail: 'a book on sleep' }],
  ] as const)('is nothing either when it is on file: %s', (text, met) => {
    expect(claimed(text, met)).toEqual([])
  })

  it('a talk at an event is on file with its speaker', () => {
    const { db, hoff } = network()
    created(db, 'events', {
      name: 'ACC',
      kind: 'conference',
      on: '2026-11-18',
      speakers: ['Lena Hoff'],
    })
    expect(claimWarnings(db, { contact: hoff, today: TODAY }, 'Thank you for your talk.')).toEqual(
      [],
    )
  })

  it('is named once for each kind, and not when that was turned off', () => {
    const { db, hoff } = network()
    const text = 'When we met I took notes. When we spoke again I took your advice.'
    expect(claimWarnings(db, { contact: hoff, today: TODAY }, text)).toHaveLength(2)
    expect(claimWarnings(db, { contact: hoff, today: TODAY }, text, { off: ['claim'] })).toEqual([])
  })
})

/** `coffee 2026-11-18 detail=…`, `advice:…`, `mymail …`, `theirmail …`, `introduced`, `letter`: one record. */
function withRecord(said: string): { db: Database; hoff: Contact } {
  const db = emptyDatabase()
  const hoff = created(db, 'contacts', { name: 'Dr. Lena Hoff' })
  const [head = '', detail] = said.split(' detail=')
  const [first = '', on = ''] = head.split(' ')
  const [kind, what] = head.split(':')
  const by = { contacts: [hoff.id], on, ...(detail && { detail }) }
  if (kind === 'advice' || kind === 'resource') {
    created(db, 'followUps', { kind, contact: hoff.id, what: what ?? '' })
  } else if (head === 'introduced') {
    created(db, 'contacts', { name: 'Marcus Lee', introducedBy: hoff.id })
  } else if (head === 'letter') {
    created(db, 'followUps', { kind: 'ask', contact: hoff.id, what: 'a letter', stage: 'agreed' })
  } else if (first === 'mymail') created(db, 'interactions', { ...by, kind: 'email' })
  else if (first === 'theirmail') created(db, 'interactions', { ...by, kind: 'email', by: 'them' })
  else if (head) {
    const occasion = OCCASIONS.find(each => each === first) ?? 'met'
    created(db, 'interactions', { ...by, kind: occasion })
  }
  return { db, hoff }
}

function findings(record: string, sentence: string): string[] {
  const { db, hoff } = withRecord(record)
  const text = `A note\n\nDear Dr. Hoff,\n\n${sentence}\n\nBest,\nJo`
  return claimWarnings(db, { contact: hoff, today: TODAY }, text).map(({ message }) => message)
}

/** Sentences of real thank-you mails, and the one record that bears each out. */
const HARMLESS = [
  ['coffee 2026-11-18', 'Thank you so much for meeting me for coffee on Wednesday.'],
  ['coffee 2026-11-18', 'Thanks again for the coffee, and for the pastry.'],
  [
    'coffee 2026-11-18',
    'I really enjoyed our coffee chat on Wednesday and left with a lot to think about.',
  ],
  ['coffee 2026-11-20', 'Thank you for taking the time to grab coffee with me yesterday.'],
  ['lunch 2026-11-20', 'Thank you for treating me to lunch yesterday; I owe you one.'],
  ['lunch 2026-11-17', 'Lunch on Tuesday was so much fun.'],
  [
    'lunch 2026-11-17',
    'What you told me over lunch on Tuesday about choosing a lab has stayed with me.',
  ],
  ['walk 2026-11-15', 'Our walk last Sunday was exactly what I needed.'],
  ['call 2026-11-19', 'Thank you for hopping on the phone with me on Thursday.'],
  ['call 2026-11-19', 'Thanks so much for the call on Thursday afternoon.'],
  ['video 2026-11-19', 'Thank you for the Zoom call on November 19.'],
  ['video 2026-11-19', 'I appreciated you making time to talk over Zoom on Thursday.'],
  [
    'office-hours 2026-11-19',
    'Thank you for walking me through the EKG in office hours on Thursday.',
  ],
  ['office-hours 2026-11-19', 'Thank you for staying after office hours on Thursday.'],
  ['shadowing 2026-11-20', 'Thank you for letting me shadow you yesterday in clinic.'],
  [
    'shadowing 2026-11-20',
    'My morning with you in the OR on Friday reminded me why I came to medical school.',
  ],
  [
    'rotation 2026-10-30',
    'Thank you for having me on your team this month, and for letting me scrub in.',
  ],
  ['rotation 2026-10-30', 'It was a pleasure to meet you and work with you on the wards.'],
  [
    'lecture 2026-11-16',
    'Thank you for your talk on Monday; the part about readmissions really landed.',
  ],
  ['panel 2026-11-16', 'It was great to hear you speak on the panel on Monday.'],
  ['panel 2026-11-16', 'It was so nice meeting you at the panel on Monday night.'],
  ['conference 2026-11-14', 'It was great to meet you at ACC last Saturday.'],
  ['conference 2026-11-14', 'When we talked at the poster session you mentioned your registry.'],
  ['met 2026-11-18', 'Thank you for meeting with me on Wednesday.'],
  [
    'met 2026-11-18',
    'Thank you for dinner on Wednesday, and please thank your husband for the lasagna.',
  ],
  ['meeting 2026-11-18', 'After our meeting on Wednesday I rewrote the aims page.'],
  ['advice:write the aims page first', 'I took your advice and wrote the aims page first.'],
  ['advice:start with a case report', 'As you suggested, I started with a case report.'],
  [
    'coffee 2026-11-18 detail=start with a case report',
    'Your advice to start with a case report was spot on.',
  ],
  [
    'coffee 2026-11-18 detail=her rule about never ordering a troponin twice',
    'I keep coming back to your advice about troponins.',
  ],
  ['resource:the Dubin EKG book', 'I read the Dubin book you recommended, and it finally clicked.'],
  ['resource:the Dubin EKG book', 'Thank you for lending me the book on EKGs.'],
  ['theirmail 2026-11-19', 'Thank you for sending me the article on night float.'],
  [
    'theirmail 2026-11-19 detail=the slides from her grand rounds',
    'Thank you for the slides you sent on Thursday.',
  ],
  ['introduced', 'Thank you for introducing me to Marcus; he and I talked for an hour.'],
  ['introduced', 'Thanks for putting me in touch with Marcus Lee.'],
  ['letter', 'Thank you so much for your letter of recommendation.'],
  ['letter', 'Thank you for writing me such a strong letter; I know how busy you are.'],
  ['mymail 2026-11-05', "I'm following up on my note from November 5 about the registry."],
  ['coffee 2026-06-03', "It's been a while since our coffee in June, so I wanted to say hello."],
] as const

describe('a true sentence', () => {
  it.each(HARMLESS)('with %j on file is not named: %s', (record, sentence) => {
    expect(findings(record, sentence)).toEqual([])
  })

  it.each(HARMLESS)('without the record (%s) is: %s', (_, sentence) => {
    expect(findings('', sentence)).not.toEqual([])
  })
})

describe('what was only asked, offered or refused proves nothing', () => {
  it.each([
    [{ kind: 'ask', what: 'introduce me to Marcus' }],
    [{ kind: 'offer', what: 'introduce me to Marcus' }],
    [{ kind: 'offer', what: 'introduce me to Marcus', closed: 'done', outcome: 'declined' }],
    [{ kind: 'reply', what: 'Would you introduce me to Marcus?' }],
  ] as const)('of an introduction: %j', loop => {
    const { db, hoff } = withRecord('')
    Object.assign(created(db, 'followUps', { ...loop, contact: hoff.id } as never), loop)
    const text = 'Thank you for introducing me to Marcus.'
    expect(claimWarnings(db, { contact: hoff, today: TODAY }, text)).toHaveLength(1)
  })

  it.each(['could introduce me to Marcus', "she'll introduce me to Marcus"])('nor "%s"', detail => {
    expect(
      findings(`coffee 2026-11-18 detail=${detail}`, 'Thank you for introducing me to Marcus.'),
    ).toHaveLength(1)
  })

  it.each([
    [{ kind: 'ask', what: 'introduce me to Marcus', closed: 'done' }],
    [{ kind: 'offer', what: 'an introduction to Marcus', closed: 'done', outcome: 'taken' }],
  ] as const)('done, it does: %j', loop => {
    const { db, hoff } = withRecord('')
    Object.assign(created(db, 'followUps', { ...loop, contact: hoff.id } as never), loop)
    const text = 'Thank you for introducing me to Marcus.'
    expect(claimWarnings(db, { contact: hoff, today: TODAY }, text)).toEqual([])
  })
})

describe('what happened is named by its kind and day', () => {
  it.each([
    'Thank you for lunch on Tuesday.',
    'Thank you for meeting me for coffee on Wednesday.',
    'Thank you for introducing me to Marcus.',
    'Thank you for letting me shadow you on Friday.',
    'Thank you for the article you sent me.',
    'Thank you for your letter of recommendation.',
    'As you advised, I emailed Dr. Stein.',
    'Thank you for walking me through EKGs in office hours.',
    "It's been a while!",
    'Thanks for the call on Thursday.',
    'I loved our walk.',
    'Thank you for connecting me with Dr. Stein.',
    'The book you lent me was great.',
    'Thank you for writing me a letter.',
    'We had lunch last week and I keep thinking about it.',
    'Thank you for joining me for coffee.',
    'What you said over dinner stayed with me.',
    'Thank you for studying with me on Sunday.',
    'Thanks for sharing your slides.',
    'I read the chapter you mentioned.',
  ])('with nothing on file: %s', sentence => {
    expect(findings('', sentence)).toHaveLength(1)
  })

  it.each([
    ['coffee 2026-11-18', 'Thank you for lunch on Tuesday.'],
    ['coffee 2026-11-18', 'Thank you for coffee on Tuesday.'],
    ['coffee 2026-11-18 detail=how she picks fellows', 'As you advised, I emailed Dr. Stein.'],
    ['lecture 2026-11-16', 'Thank you for your talk on Tuesday.'],
    ['coffee 2026-11-18', 'It was great to meet you on Friday.'],
    ['mymail 2026-11-05', 'I wrote to you on Tuesday.'],
    ['coffee 2026-11-18', 'Thank you for letting me shadow you on Wednesday.'],
    ['coffee 2026-11-18', "It's been a while."],
    ['mymail 2026-11-18', 'It was great to meet you at ACC.'],
  ])('with only %j on file: %s', (record, sentence) => {
    expect(findings(record, sentence)).toHaveLength(1)
  })

  it('says what is on file instead, and what to log', () => {
    const coffee = 'coffee 2026-11-18'
    expect(findings(coffee, 'Thank you for lunch on Tuesday.')).toEqual([
      '"Thank you for lunch": no lunch with Dr. Lena Hoff is on file, but coffee on Wed 18 Nov. If it happened: netmed log 1 --kind lunch',
    ])
    expect(findings(coffee, 'Thank you for coffee on Tuesday.')).toEqual([
      '"Thank you for coffee on Tuesday": nothing on that day is on file; the last was Wed 18 Nov. If it happened: netmed log 1 --kind coffee --on tuesday',
    ])
    expect(findings(coffee, "It's been a while.")).toEqual([
      '"It\'s been a while": you were in touch with Dr. Lena Hoff on Wed. For a short hello: netmed draft check-in 1',
    ])
  })

  it.each([
    'Could we get coffee on Tuesday?',
    "I'm still planning on our call on Tuesday.",
    'I look forward to our lunch on Tuesday.',
    'Thank you for the offer of coffee.',
    'Thank you for the lunch invitation.',
    'Thank you for agreeing to talk over coffee.',
    'Would you be willing to write me a letter of recommendation?',
    'Would you introduce me to Dr. Stein?',
    'Could I shadow you for half a day?',
    "It's been a while since I took biochemistry.",
    'I read your paper on ablation.',
    'Could you send me the article?',
  ])('a wish or a plan is none: %s', sentence => {
    expect(findings('', sentence)).toEqual([])
  })

  it('an event of several days is of each of them', () => {
    const { db, hoff } = network()
    const acc = { name: 'ACC', kind: 'conference', on: '2026-11-16', until: '2026-11-18' } as const
    created(db, 'events', { ...acc, speakers: ['Lena Hoff'] })
    const of = { contact: hoff, today: TODAY }
    expect(claimWarnings(db, of, 'Thank you for your talk on Tuesday.')).toEqual([])
    expect(claimWarnings(db, of, 'Thank you for your talk on Thursday.')).toHaveLength(1)
  })
})
