import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { publicPart } from '../src/domain/data/lens.ts'
import {
  type Contact,
  created,
  type Database,
  emptyDatabase,
  type FollowUp,
  type Interaction,
  type OpenFollowUp,
} from '../src/domain/data/model.ts'
import { draftView } from '../src/domain/mail/drafts.ts'
import { lintDraft, linted } from '../src/domain/review/lint.ts'
import { checkTemplate, readTemplate, renderTemplate } from '../src/formats/template.ts'
import { templateSource } from '../src/store/templates.ts'

const TODAY = '2026-11-21'
const packageFolder = fileURLToPath(new URL('..', import.meta.url))
const source = templateSource(
  { env: {}, packageFolder, cwd: () => packageFolder },
  { config: '/nowhere' },
  readTemplate,
)

/** Jo Park, a second-year student, and one person. */
function network(person: Partial<Contact> & { name: string }): { db: Database; contact: Contact } {
  const db = emptyDatabase()
  db.profile = {
    name: 'Jo Park',
    stage: 'MS2',
    school: 'UCSF',
    interests: ['cardiology'],
    skills: ['chart review', 'statistics'],
  }
  return { db, contact: created(db, 'contacts', person) }
}

interface Asked {
  person: Partial<Contact> & { name: string }
  met?: Partial<Interaction>
  event?: string
  loop?: Partial<OpenFollowUp> & Pick<FollowUp, 'kind' | 'what'>
  given?: Record<string, string>
}

function asked({ person, met, event, loop }: Asked): {
  db: Database
  contact: Contact
  followUp: FollowUp | undefined
} {
  const { db, contact } = network(person)
  const happened = event && created(db, 'events', { name: event, kind: 'conference', on: TODAY })
  const from =
    met &&
    created(db, 'interactions', {
      kind: 'met',
      on: '2026-11-18',
      contacts: [contact.id],
      ...(happened && { event: happened.id }),
      ...met,
    })
  const followUp =
    loop &&
    created(db, 'followUps', { contact: contact.id, ...(from && { from: from.id }), ...loop })
  return { db, contact, followUp }
}

/** The whole mail: subject, blank line, body; none may trip a rule of the lint. */
async function mail(name: string, words: Asked): Promise<string> {
  const template = await source.get(name)
  const { db, contact, followUp } = asked(words)
  const given = words.given ?? {}
  const { view, missing } = draftView(publicPart(db), {
    template,
    contact,
    followUp,
    given,
    today: TODAY,
  })
  expect(missing).toEqual([])
  const { subject, body } = await renderTemplate(template, view)
  expect(lintDraft(linted(db, contact, { subject, body, template: name }))).toEqual([])
  return `${subject}\n\n${body}`
}

/** What it asks for when nothing is given, nothing was logged, and only the profile is known. */
async function missing(name: string): Promise<string[]> {
  const template = await source.get(name)
  const { db, contact } = network({ name: 'Sam Ortiz' })
  const answer = draftView(publicPart(db), { template, contact, given: {}, today: TODAY })
  return answer.missing.map(slot => slot.name)
}

const hoff: Asked['person'] = {
  name: 'Dr. Lena Hoff, MD',
  role: 'attending',
  specialty: 'cardiology',
  institution: 'UCSF',
}
const priya: Asked['person'] = { name: 'Priya Nair', role: 'peer', area: 'Oakland' }
const moss: Asked['person'] = { name: 'Pat Moss, MD', role: 'alumni', specialty: 'family medicine' }

describe('the packaged templates read like this', () => {
  it('panel', async () => {
    const text = await mail('panel', {
      person: hoff,
      met: { kind: 'panel', detail: 'how you tell a family that you do not know yet' },
      loop: { kind: 'event', what: 'the panel' },
      given: { topic: 'finding a first research project' },
    })
    expect(text).toMatchInlineSnapshot(`
      "After the panel: a question about finding a first research project

      Dear Dr. Hoff,

      Thank you for speaking at the panel on Wednesday. What stayed with me was how you tell a family that you do not know yet.

      I am Jo Park, a second-year medical student at UCSF, with a growing interest in cardiology. Would you have 20–30 minutes in the next few weeks for a few questions on how you approached finding a first research project? Phone, video or your office all work for me, and I will fit around your schedule. If now is not a good time, a short no is completely fine.

      With thanks,
      Jo Park"
    `)
  })

  it('research', async () => {
    const text = await mail('research', {
      person: hoff,
      given: { paper: 'your 2025 paper on ablation in older adults' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Research in cardiology: room for a student?

      Dear Dr. Hoff,

      I am Jo Park, a second-year medical student at UCSF, and I have a strong interest in cardiology. I read your 2025 paper on ablation in older adults, and it is the reason that I am writing to you.

      Would you or your team have room in the coming months for a motivated student, even in a small role such as data collection or a literature review? I hope to gain skills in chart review and statistics, and I am glad to begin with whatever is useful.

      If there is no room just now, that is quite all right; perhaps you know of a colleague who has some.

      Kind regards,
      Jo Park"
    `)
  })

  it('thanks', async () => {
    const text = await mail('thanks', {
      person: hoff,
      met: { kind: 'office-hours', on: '2026-11-20', detail: 'your advice on the grant' },
      loop: { kind: 'thank-you', what: 'office hours' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Thank you for your time in office hours

      Dear Dr. Hoff,

      Thank you for your time in office hours yesterday. What I am taking with me is your advice on the grant.

      I know how full your days are, and I am grateful that you made the time.

      With thanks,
      Jo Park"
    `)
  })

  it('event-followup', async () => {
    const text = await mail('event-followup', {
      person: hoff,
      met: { kind: 'conference', detail: 'your ablation registry' },
      event: 'ACC Meeting',
      loop: { kind: 'event', what: 'your ablation registry' },
      given: { resource: 'the 2024 registry report' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Your ablation registry, after the ACC Meeting

      Dear Dr. Hoff,

      It was good to talk with you at the ACC Meeting on Wednesday about your ablation registry. Since then I have looked into the 2024 registry report.

      To place me again: I am Jo Park, a second-year medical student at UCSF, interested in cardiology. I would be glad to stay in touch and to hear how it goes.

      Best wishes,
      Jo Park"
    `)
  })

  it('alumni', async () => {
    const text = await mail('alumni', {
      person: moss,
      given: { topic: 'choosing between a county and a university program' },
    })
    expect(text).toMatchInlineSnapshot(`
      "A question about choosing between a county and a university program, from UCSF

      Dear Dr. Moss,

      I am Jo Park, a second-year medical student at UCSF. As an alum in family medicine you have stood where I stand now, and I would value your view on choosing between a county and a university program.

      Could we talk by phone or video for 20 minutes in the next few weeks? I will bring two or three questions and keep to the time. If your weeks are too full, that is quite all right, and thank you for reading this far.

      Kind regards,
      Jo Park"
    `)
  })

  it('check-in to a friend', async () => {
    const text = await mail('check-in', { person: priya })
    expect(text).toMatchInlineSnapshot(`
      "A short hello

      Hi Priya,

      You came to my mind today, so here is a hello.

      No need to write back. If you feel like talking, I am here and glad to listen.

      Warmly,
      Jo"
    `)
  })

  it('check-in to a mentor', async () => {
    const text = await mail('check-in', {
      person: hoff,
      met: { kind: 'coffee', on: '2026-10-03', detail: 'your advice to write the aims first' },
      given: { news: 'the aims are written' },
    })
    expect(text).toMatchInlineSnapshot(`
      "A short hello

      Dear Dr. Hoff,

      I wanted to send you a short hello; we were last in touch in October. I still think of your advice to write the aims first. On my side: the aims are written.

      There is nothing in this note that needs an answer. I wish you a good week.

      Best wishes,
      Jo Park"
    `)
  })

  it('reconnect', async () => {
    const text = await mail('reconnect', {
      person: hoff,
      met: { kind: 'coffee', on: '2026-03-03', detail: 'too long ago to bring up' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Hello again from UCSF

      Dear Dr. Hoff,

      It has been a while; we were last in touch in March.

      I am now a second-year medical student at UCSF. I would like to hear how you are and what you are working on, whenever it suits you; there is no hurry.

      Best wishes,
      Jo Park"
    `)
  })

  it('nudge', async () => {
    const text = await mail('nudge', {
      person: hoff,
      met: { kind: 'email', on: '2026-11-05' },
      loop: { kind: 'reply', what: 'Your path into cardiology: a short conversation?' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Re: Your path into cardiology: a short conversation?

      Dear Dr. Hoff,

      I wrote to you on 5 November, and I am bringing it up once more in case it came on a full day. If it does not fit just now, that is perfectly all right: no answer is needed, and I will leave it there.

      With best wishes,
      Jo Park"
    `)
  })

  it('invite', async () => {
    const text = await mail('invite', {
      person: priya,
      given: {
        activity: 'coffee',
        place: 'the Green Bean on 9th Avenue',
        times: 'Tuesday at 17:00 or Thursday at noon',
      },
    })
    expect(text).toMatchInlineSnapshot(`
      "Coffee: Tuesday at 17:00 or Thursday at noon?

      Hi Priya,

      How about coffee at the Green Bean on 9th Avenue? I could do Tuesday at 17:00 or Thursday at noon. I am glad to come to your side of town.

      If another place or hour suits you better, name it and I will fit in. And if this is not the month for it, just say so.

      See you soon, I hope,
      Jo"
    `)
  })

  it('letter-request', async () => {
    const text = await mail('letter-request', {
      person: { name: 'Prof. Eva Stein', role: 'faculty' },
      given: { for: 'residency in internal medicine', due: '15 September' },
    })
    expect(text).toMatchInlineSnapshot(`
      "A letter for residency in internal medicine, due 15 September

      Dear Professor Stein,

      I am applying for residency in internal medicine, and the letters are due by 15 September. Do you feel that you know me well enough to write a strong letter?

      If so, I will send my CV and a one-page summary of our work together and of my plans, and anything else that saves you time. If you would rather not, or the date does not suit you, please say so freely. I would understand, and I am grateful either way for what I have learned from you.

      With thanks,
      Jo Park"
    `)
  })

  it('resource-followup', async () => {
    const text = await mail('resource-followup', {
      person: hoff,
      met: { kind: 'coffee', on: '2026-11-06' },
      loop: {
        kind: 'resource',
        what: 'the chapter on bundle branch blocks',
        outcome: 'Why the axis turns when a fascicle is blocked.',
      },
    })
    expect(text).toMatchInlineSnapshot(`
      "The chapter on bundle branch blocks, and what it made clear

      Dear Dr. Hoff,

      I read the chapter on bundle branch blocks, which you suggested over coffee on 6 November. It made one thing clear to me: Why the axis turns when a fascicle is blocked.

      Thank you for pointing me to it.

      With best wishes,
      Jo Park"
    `)
  })

  it('speaker-followup', async () => {
    const text = await mail('speaker-followup', {
      person: { ...hoff, specialty: 'hospital medicine' },
      met: { kind: 'grand-rounds', detail: 'that half of the readmissions began with one call' },
      loop: { kind: 'event', what: 'grand rounds' },
    })
    expect(text).toMatchInlineSnapshot(`
      "After your talk at grand rounds: where to read on

      Dear Dr. Hoff,

      Your talk at grand rounds on Wednesday has given me something to think about: that half of the readmissions began with one call.

      I am Jo Park, a second-year medical student at UCSF. Is there one reading, elective or project that you would point a student to who wants to go further in hospital medicine? A single line in the next two weeks would be plenty. If nothing comes to mind, that is fine, and thank you for the talk.

      Kind regards,
      Jo Park"
    `)
  })

  it('meet-at-event', async () => {
    const text = await mail('meet-at-event', {
      person: hoff,
      event: 'ACC Meeting',
      given: { topic: 'your ablation registry' },
    })
    expect(text).toMatchInlineSnapshot(`
      "The ACC Meeting on 21 November: a few minutes about your ablation registry?

      Dear Dr. Hoff,

      I will be at the ACC Meeting on 21 November, and if you are coming too, I would like to say hello. I am Jo Park, a second-year medical student at UCSF.

      Would you have 10 minutes there, perhaps in one of the breaks, for a question or two about your ablation registry? I know how quickly such days fill up, so please do not think twice about a no.

      Best regards,
      Jo Park"
    `)
  })

  it('office-hours', async () => {
    const text = await mail('office-hours', {
      person: { name: 'Prof. Eva Stein', role: 'faculty' },
      given: { topic: 'the renal block, and how to read for it', times: 'on Thursday' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Office hours: two questions about the renal block, and how to read for it

      Dear Professor Stein,

      I would like to come to your office hours on Thursday with two questions about the renal block, and how to read for it. Would that suit you? I am Jo Park, a second-year medical student at UCSF, and 15 minutes will be enough.

      If another time is better, I can arrange myself around it. And if these weeks are too full, that is no trouble at all.

      Thank you,
      Jo Park"
    `)
  })

  it('shadow-request', async () => {
    const text = await mail('shadow-request', {
      person: hoff,
      given: { times: 'on Friday mornings' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Could I shadow you for half a day?

      Dear Dr. Hoff,

      I am Jo Park, a second-year medical student at UCSF, and I would like to see what a working day in cardiology is really like. Could I shadow you for half a day in the coming month? I am free on Friday mornings.

      If so, it would help me to know when to arrive, what to wear, and how active you would like me to be. If it does not fit with your patients or your team, that is quite all right.

      With thanks,
      Jo Park"
    `)
  })

  it('info-interview', async () => {
    const text = await mail('info-interview', {
      person: moss,
      given: { topic: 'how you chose between the clinic and the laboratory' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Your path into family medicine: a short conversation?

      Dear Dr. Moss,

      I am Jo Park, a second-year medical student at UCSF, and I am trying to learn how people found their way into family medicine. What I would most like to hear from you is how you chose between the clinic and the laboratory.

      Would you have 20 minutes in the next few weeks, by phone or video? I will bring my questions written down, and I am asking for nothing beyond the conversation. If it does not fit, a one-word answer is enough.

      Kind regards,
      Jo Park"
    `)
  })

  it('group-interview-invite', async () => {
    const text = await mail('group-interview-invite', {
      person: moss,
      given: {
        topic: 'the first year of residency',
        times: 'Tuesday 8 December at 18:00 or Thursday 10 December at 18:00',
      },
    })
    expect(text).toMatchInlineSnapshot(`
      "Would you talk with a few students about the first year of residency?

      Dear Dr. Moss,

      A few of us at UCSF would like to learn about the first year of residency, and we would like to hear it from you. Would you join us for 45 minutes, by video? We could do Tuesday 8 December at 18:00 or Thursday 10 December at 18:00.

      You would have our questions a few days before, and there is nothing to prepare. If neither suits you, or this is not your kind of thing, please say so with an easy mind.

      With thanks from all of us,
      Jo Park"
    `)
  })

  it('advice-update', async () => {
    const text = await mail('advice-update', {
      person: hoff,
      met: { kind: 'office-hours', on: '2026-10-30' },
      loop: {
        kind: 'advice',
        what: 'ask the registrar for the data first',
        stage: 'tried',
        outcome: 'She sent it within a day.',
      },
    })
    expect(text).toMatchInlineSnapshot(`
      "What came of your advice

      Dear Dr. Hoff,

      You told me to ask the registrar for the data first. She sent it within a day. Thank you for thinking it through with me.

      With best wishes,
      Jo Park"
    `)
  })

  it('timeline-change', async () => {
    const text = await mail('timeline-change', {
      person: hoff,
      loop: { kind: 'meeting', what: 'coffee', occasion: 'coffee', due: '2026-12-02', at: '15:00' },
      given: { news: 'my call schedule changed this morning' },
    })
    expect(text).toMatchInlineSnapshot(`
      "A new time for our coffee

      Dear Dr. Hoff,

      I am writing early so that you can plan: I have to move our coffee. The reason is this: my call schedule changed this morning.

      Would Wednesday 2 December at 15:00 work for you instead? If not, name what does and I will fit in; and if it is easier to leave it out this time, that is fine too. I am sorry for the change.

      Kind regards,
      Jo Park"
    `)
  })

  it('ask-feedback', async () => {
    const text = await mail('ask-feedback', {
      person: hoff,
      given: { topic: 'the draft of my abstract', due: 'Friday 4 December' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Your eye on the draft of my abstract

      Dear Dr. Hoff,

      Could you look at the draft of my abstract, and tell me one thing to keep and one thing to change? It would help me most by Friday 4 December, and two lines are plenty.

      Please be as plain as you like; I would rather hear it from you now. If you have no time for it, tell me, and I will ask somebody else.

      With thanks,
      Jo Park"
    `)
  })

  it('letter-thanks', async () => {
    const text = await mail('letter-thanks', {
      person: { name: 'Prof. Eva Stein', role: 'faculty' },
      given: { for: 'residency in medicine' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Thank you for your letter

      Dear Professor Stein,

      Thank you for the letter that you wrote for me, for residency in medicine. I know that it cost you an evening or more, and I do not take that for granted.

      I do not know yet how it will turn out; when I do, I will tell you.

      Gratefully,
      Jo Park"
    `)
  })

  it('intro-request', async () => {
    const text = await mail('intro-request', {
      person: hoff,
      given: { person: 'Dr. Eva Stein', topic: 'her project on sleep in night shifts' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Would you introduce me to Dr. Eva Stein?

      Dear Dr. Hoff,

      Would you be willing to introduce me to Dr. Eva Stein? I would like to ask about her project on sleep in night shifts, and it would mean more coming through you.

      I can send you a short paragraph about me to pass on, so that Dr. Eva Stein can say no without any awkwardness. A line in the next two weeks is early enough. If you would rather not, or do not know each other well enough, that is quite all right.

      With thanks,
      Jo Park"
    `)
  })

  it('intro', async () => {
    const text = await mail('intro', {
      person: hoff,
      given: { person: 'Priya Nair', topic: 'you both work on sleep in night shifts' },
    })
    expect(text).toMatchInlineSnapshot(`
      "May I introduce you to Priya Nair?

      Dear Dr. Hoff,

      May I introduce you to Priya Nair? This is why I thought of it: you both work on sleep in night shifts.

      I am asking Priya Nair as well, and will connect you by email only when both of you say yes. If you let me know in the next two weeks, that is soon enough. A no needs no reason.

      Kind regards,
      Jo Park"
    `)
  })

  it('accept-intro', async () => {
    const text = await mail('accept-intro', {
      person: hoff,
      given: { person: 'Dr. Maya Chen', topic: 'how your group trains its students' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Dr. Maya Chen put us in touch

      Dear Dr. Hoff,

      Dr. Maya Chen put us in touch, and I am grateful to you both. I am Jo Park, a second-year medical student at UCSF, and what I would like to ask you about is how your group trains its students.

      Would you have 20 minutes in the next few weeks, by phone or video? I will send my questions ahead. If it turns out not to fit after all, please do not worry about saying so.

      Kind regards,
      Jo Park"
    `)
  })

  it('step-back', async () => {
    const text = await mail('step-back', {
      person: priya,
      given: { topic: 'our Tuesday group', window: 'until the end of the renal block' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Stepping back for a while

      Hi Priya,

      I need to change how I study until the end of the renal block, so I may step back from our Tuesday group for a while. It has to do with what works for me at the moment, and with nothing that anyone said or did.

      Please go on without me. If you still need something that I was going to prepare, tell me this week and I will hand it over.

      Take care,
      Jo"
    `)
  })

  it('scale-back', async () => {
    const text = await mail('scale-back', {
      person: hoff,
      given: { until: '15 December', topic: 'our call on the first Monday' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Slower answers until 15 December

      Dear Dr. Hoff,

      A word ahead: until 15 December I have less time than usual, so I will answer more slowly and take on nothing new. What stays as it is: our call on the first Monday.

      You need not do anything. I will be back after that, and glad to pick up where we are.

      With best wishes,
      Jo Park"
    `)
  })

  it('explain-schedule', async () => {
    const text = await mail('explain-schedule', {
      person: { name: 'Rosa Park', role: 'family', nickname: 'Mum' },
      given: { until: '15 December', times: 'Sunday evenings' },
    })
    expect(text).toMatchInlineSnapshot(`
      "My weeks until 15 December

      Hi Mum,

      My days are long until 15 December, and some evenings I will be asleep before I have answered. It does not mean that you are far from my mind.

      The best time to catch me: Sunday evenings. If something cannot wait, call, and I will ring back as soon as I am free.

      Thinking of you,
      Jo"
    `)
  })

  it('ask-help', async () => {
    const text = await mail('ask-help', { person: priya, given: { activity: 'go for a walk' } })
    expect(text).toMatchInlineSnapshot(`
      "Could I have half an hour of you?

      Hi Priya,

      I am having a hard stretch, and I would be glad of your company. Could we go for a walk in the next few days? Half an hour would do me good, and you would not have to solve anything.

      If you cannot just now, say so and I will ask somebody else. It changes nothing between us.

      Thank you,
      Jo"
    `)
  })

  it('seek-advice', async () => {
    const text = await mail('seek-advice', { person: { name: 'Dr. Ada Boyd', role: 'advisor' } })
    expect(text).toMatchInlineSnapshot(`
      "May I ask your advice in confidence?

      Dear Dr. Boyd,

      I would value your advice about a working relationship in my training. I do not want to accuse anybody; I would like to understand what I am seeing, and what choices I have.

      Could we talk for 30 minutes in the next week, in confidence? Before I begin, please tell me what you would have to pass on. If you are not the right person for this, or would rather not be, I will understand.

      With thanks,
      Jo Park"
    `)
  })

  it('premed-update', async () => {
    const text = await mail('premed-update', {
      person: { name: 'Ms. Dana Reyes', role: 'teacher', circles: ['pre-med'] },
      given: { news: 'I passed my first block and found a lab for the summer' },
    })
    expect(text).toMatchInlineSnapshot(`
      "News from UCSF

      Dear Ms. Reyes,

      You knew me when medical school was still a plan, so I thought that you should hear how it is going. I am now a second-year medical student at UCSF. I passed my first block and found a lab for the summer.

      Thank you for your part in getting me here. I would be glad to hear how you are, whenever you have a moment.

      With best wishes,
      Jo Park"
    `)
  })
})

describe('without what it needs, a template asks', () => {
  it.each([
    ['panel', ['point', 'topic']],
    ['research', ['paper']],
    ['thanks', ['point']],
    ['event-followup', ['topic']],
    ['alumni', ['topic']],
    ['check-in', []],
    ['reconnect', []],
    ['nudge', []],
    ['invite', ['activity', 'place', 'times']],
    ['letter-request', ['for', 'due']],
    ['resource-followup', ['resource', 'takeaway']],
    ['speaker-followup', ['point']],
    ['meet-at-event', ['event', 'topic']],
    ['office-hours', ['topic']],
    ['shadow-request', []],
    ['info-interview', ['topic']],
    ['group-interview-invite', ['topic', 'times']],
    ['advice-update', ['topic', 'outcome']],
    ['timeline-change', ['topic', 'times']],
    ['ask-feedback', ['topic']],
    ['letter-thanks', ['for']],
    ['intro-request', ['person', 'topic']],
    ['intro', ['person', 'topic']],
    ['accept-intro', ['person', 'topic']],
    ['step-back', []],
    ['scale-back', ['until']],
    ['explain-schedule', ['until']],
    ['ask-help', []],
    ['seek-advice', []],
    ['premed-update', ['news']],
  ])('%s asks for %j', async (name, slots) => {
    expect(await missing(name)).toEqual(slots)
  })

  it.each(source.names())('%s is never signed by nobody', async name => {
    const template = await source.get(name)
    const db = emptyDatabase()
    const contact = created(db, 'contacts', { name: 'Sam Ortiz' })
    const answer = draftView(publicPart(db), { template, contact, given: {}, today: TODAY })
    expect(answer.missing.map(slot => slot.name)).toContain('name')
  })
})

describe('every packaged template', () => {
  it.each(source.names())('%s has no mistake and leaves no hole', async name => {
    const { text, ...file } = source.text(name)
    expect(await checkTemplate(text, file)).toEqual([])
  })

  it.each(source.names())('%s is signed, with an example for every slot', async name => {
    const { slots, body } = await source.get(name)
    expect(slots.filter(slot => !slot.example)).toEqual([])
    expect(body.startsWith('{{ salutation }}\n\n')).toBe(true)
    expect(body.trimEnd().endsWith('\n{{ signed }}')).toBe(true)
  })

  it.each(source.names())('%s neither exclaims nor says a hollow phrase', async name => {
    const { body, subject } = await source.get(name)
    expect(`${subject}\n${body}`).not.toMatch(HOLLOW)
  })
})

const HOLLOW =
  /[!]|pick your brain|great talk|sometime|some time soon|hope this (mail|email|note|message) finds|touch base|circle back|reach(ing)? out|just (wanted|checking)|overdue|guilt|gift/i
