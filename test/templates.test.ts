import fs from 'node:fs'
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
import { TALK_EMAILS } from '../src/domain/due/playbook.ts'
import { draftView } from '../src/domain/mail/drafts.ts'
import { lintDraft } from '../src/domain/review/lint.ts'
import { linted } from '../src/domain/review/linted.ts'
import { claimWarnings } from '../src/domain/review/unproven-claims.ts'
import { readOfThem } from '../src/domain/words/of-them.ts'
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
  /** An earlier contact than the one that the mail speaks of. */
  before?: Partial<Interaction>
  met?: Partial<Interaction>
  event?: string
  loop?: Partial<OpenFollowUp> & Pick<FollowUp, 'kind' | 'what'>
  given?: Record<string, string>
}

function asked({ person, before, met, event, loop }: Asked): {
  db: Database
  contact: Contact
  followUp: FollowUp | undefined
} {
  const { db, contact } = network(person)
  const happened = event && created(db, 'events', { name: event, kind: 'conference', on: TODAY })
  const usual = { kind: 'met' as const, on: '2026-11-18', contacts: [contact.id] }
  if (before) created(db, 'interactions', { ...usual, ...before })
  const from =
    met &&
    created(db, 'interactions', {
      ...usual,
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
  const { view, missing, unproven } = draftView(publicPart(db), {
    template,
    contact,
    followUp,
    given,
    today: TODAY,
  })
  expect({ missing, unproven }).toEqual({ missing: [], unproven: [] })
  const { subject, body } = await renderTemplate(template, view)
  const warnings = lintDraft(linted(db, contact, { subject, body, template: name }))
  // Whoever said that something is attached is reminded to attach it.
  expect(warnings.filter(({ rule }) => rule !== 'attached')).toEqual([])
  // A talk that was only typed is on no record.
  const off = given.talk === undefined ? [] : ['claim']
  expect(claimWarnings(db, { contact, today: TODAY }, `${subject}\n\n${body}`, { off })).toEqual([])
  expect(subject.length).toBeLessThanOrEqual(60)
  return `${subject}\n\n${body}`
}

/** What it asks for when nothing is given, nothing was logged, and only the profile is known. */
async function missing(name: string): Promise<string[]> {
  const template = await source.get(name)
  const { db, contact } = network({ name: 'Sam Ortiz' })
  const answer = draftView(publicPart(db), { template, contact, given: {}, today: TODAY })
  return answer.missing.map(slot => slot.name)
}

const chen: Asked['person'] = { name: 'Dr. Maya Chen', role: 'attending', specialty: 'cardiology' }
const stein: Asked['person'] = { name: 'Prof. Eva Stein', role: 'faculty' }
const moss: Asked['person'] = { name: 'Pat Moss, MD', role: 'alumni', specialty: 'family medicine' }
const ruiz: Asked['person'] = { name: 'Sam Ruiz', role: 'resident' }
const priya: Asked['person'] = { name: 'Priya Nair', role: 'peer' }
const lee: Asked['person'] = { name: 'Lee Park', role: 'senior-student' }

describe('the packaged templates read like this', () => {
  it('thanks, to a senior, for advice', async () => {
    const text = await mail('thanks', {
      person: chen,
      met: { kind: 'office-hours', on: '2026-11-19', detail: 'write the aims page first' },
      given: { news: "I'm starting there this weekend" },
    })
    expect(text).toMatchInlineSnapshot(`
      "Thank you for your time on Thursday

      Dear Dr. Chen,

      Thank you for your time in office hours on Thursday. I really appreciated your advice to write the aims page first. I'm starting there this weekend.

      Best,
      Jo Park"
    `)
  })

  it('thanks, to a senior, for what they did', async () => {
    const text = await mail('thanks', {
      person: chen,
      met: { kind: 'shadowing', on: '2026-11-20', detail: 'showed me how to place an IV' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Thank you for your time yesterday

      Dear Dr. Chen,

      Thank you for letting me shadow you yesterday, and especially for showing me how to place an IV. I know you're busy, so it meant a lot that you made the time.

      Best,
      Jo Park"
    `)
  })

  it('thanks, to a nurse of the rotation', async () => {
    const text = await mail('thanks', {
      person: { name: 'Joy Okafor', role: 'nurse' },
      met: { kind: 'rotation' },
      given: { point: 'your calm on the hard nights' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Thank you for having me on the team

      Hi Joy,

      Thanks for having me on the team. Your calm on the hard nights really stuck with me.

      Jo"
    `)
  })

  it('thanks, to a peer', async () => {
    const text = await mail('thanks', {
      person: priya,
      met: { kind: 'study-session', on: '2026-11-20', detail: 'the brachial plexus drawing' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Thanks for studying with me

      Hi Priya,

      Thanks for studying with me yesterday. The brachial plexus drawing really stuck with me.

      Jo"
    `)
  })

  it('event-followup, to a senior', async () => {
    const text = await mail('event-followup', {
      person: chen,
      met: { kind: 'conference', detail: 'the ablation registry she runs' },
      event: 'ACC Meeting',
      given: { resource: 'the 2024 registry report' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Good to talk with you at the ACC Meeting

      Dear Dr. Chen,

      It was good to talk with you at the ACC Meeting on Wednesday. I really enjoyed hearing about the ablation registry you run. Since then I've read the 2024 registry report. I'd love to stay in touch.

      Best,
      Jo Park
      MS2, UCSF"
    `)
  })

  it('event-followup, to a senior, with a fact', async () => {
    const text = await mail('event-followup', {
      person: chen,
      met: { kind: 'conference', detail: 'she grew up in Ohio' },
      event: 'ACC Meeting',
    })
    expect(text).toMatchInlineSnapshot(`
      "Good to talk with you at the ACC Meeting

      Dear Dr. Chen,

      It was good to talk with you at the ACC Meeting on Wednesday. I really appreciated hearing that you grew up in Ohio. I'd love to stay in touch.

      Best,
      Jo Park
      MS2, UCSF"
    `)
  })

  it('event-followup, to a peer', async () => {
    const text = await mail('event-followup', {
      person: priya,
      met: { kind: 'social', detail: 'choosing a lab' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Good to talk with you at the get-together

      Hi Priya,

      It was good to talk with you at the get-together on Wednesday. What you said about choosing a lab really stuck with me. Hope to see you again soon.

      Jo"
    `)
  })

  it('panel, to a stranger', async () => {
    const text = await mail('panel', {
      person: chen,
      met: { kind: 'panel', detail: 'why she left ortho' },
      given: { talk: 'yes', topic: 'finding a first research project' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Following up on the panel on Wednesday

      Dear Dr. Chen,

      Thank you for speaking on the panel on Wednesday. I really liked hearing why you left ortho. I'm a second-year medical student at UCSF interested in cardiology, and I'd love to ask you two or three questions about finding a first research project. Would you have 20–30 minutes in the next few weeks? If you're too busy right now, I understand.

      Best,
      Jo Park"
    `)
  })

  it('panel, to a resident met before', async () => {
    const text = await mail('panel', {
      person: ruiz,
      before: { kind: 'coffee', on: '2026-10-03' },
      met: { kind: 'panel' },
      given: {
        talk: 'yes',
        point: "that rural practice doesn't have to be general",
        topic: 'how he picked his program',
        zone: 'Pacific time',
      },
    })
    expect(text).toMatchInlineSnapshot(`
      "Following up on the panel on Wednesday

      Hi Sam,

      Thanks for speaking on the panel on Wednesday. You said that rural practice doesn't have to be general, and I keep thinking about it. I'd love to ask you two or three questions about how you picked your program. Would you have 20–30 minutes in the next few weeks? I'm on Pacific time. If you're too busy right now, I understand.

      Jo
      MS2, UCSF"
    `)
  })

  it('speaker-followup, to a stranger', async () => {
    const text = await mail('speaker-followup', {
      person: chen,
      met: { kind: 'grand-rounds', detail: 'that half of the readmissions began with one call' },
      given: { talk: 'yes' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Thank you for your talk on Wednesday, and a question

      Dear Dr. Chen,

      Thank you for your talk at grand rounds on Wednesday. You said that half of the readmissions began with one call, and I keep thinking about it. Is there a paper, an elective, or a project you'd point me to next? If nothing comes to mind, no problem at all.

      Best,
      Jo Park
      MS2, UCSF"
    `)
  })

  it('speaker-followup, to a speaker at an event', async () => {
    const text = await mail('speaker-followup', {
      person: chen,
      met: { kind: 'conference', detail: 'silent ischemia' },
      event: 'ACC Meeting',
      given: { talk: 'yes' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Thank you for your talk on Wednesday, and a question

      Dear Dr. Chen,

      Thank you for speaking at the ACC Meeting on Wednesday. I really liked the part about silent ischemia. Is there a paper, an elective, or a project you'd point me to next? If nothing comes to mind, no problem at all.

      Best,
      Jo Park
      MS2, UCSF"
    `)
  })

  it('research, to a stranger', async () => {
    const text = await mail('research', {
      person: chen,
      given: { paper: 'your 2025 paper on ablation in older adults' },
    })
    expect(text).toMatchInlineSnapshot(`
      "MS2 interested in your cardiology research

      Dear Dr. Chen,

      I'm Jo Park, a second-year medical student at UCSF, and I'm interested in cardiology. I've read your 2025 paper on ablation in older adults, and I'd like to learn how research like that is done. Would you or your team have room for a student to help, even in a small role like data collection or a literature review? I'm hoping to learn chart review and statistics, but I'm happy to start with whatever is useful. I could help over the next few months. If you don't have room right now, I completely understand.

      Best,
      Jo Park"
    `)
  })

  it('research and info-interview, to someone a mentor pointed to, say who did', async () => {
    for (const [name, slot] of [
      ['research', 'paper'],
      ['info-interview', 'topic'],
    ] as const) {
      const text = await mail(name, {
        person: moss,
        given: { [slot]: 'your rural health project', person: 'Dr. Maya Chen' },
      })
      expect(text).toContain("Dr. Maya Chen suggested that I write to you. I'm Jo Park, a second-")
    }
  })

  it('research, to someone met', async () => {
    const text = await mail('research', {
      person: chen,
      met: { kind: 'conference' },
      event: 'ACC Meeting',
      given: { paper: 'her ablation registry', window: 'from June to August' },
    })
    expect(text).toMatchInlineSnapshot(`
      "MS2 interested in your cardiology research

      Dear Dr. Chen,

      We met at the ACC Meeting on Wednesday. I've read about your ablation registry, and I'd like to learn how research like that is done. Would you or your team have room for a student to help, even in a small role like data collection or a literature review? I'm hoping to learn chart review and statistics, but I'm happy to start with whatever is useful. I could help from June to August. If you don't have room right now, I completely understand.

      Best,
      Jo Park
      MS2, UCSF"
    `)
  })

  it('meet-at-event, to a stranger', async () => {
    const text = await mail('meet-at-event', {
      person: chen,
      given: { event: 'the ACC Meeting on March 12', topic: 'her ablation registry' },
    })
    expect(text).toMatchInlineSnapshot(`
      "10 minutes at the ACC Meeting on March 12?

      Dear Dr. Chen,

      I'm Jo Park, a second-year medical student at UCSF. I'll be at the ACC Meeting on March 12. If you'll be there too, would you have 10 minutes during a break for a question or two about your ablation registry? If there's no time, no problem at all.

      Best,
      Jo Park"
    `)
  })

  it('meet-at-event, to someone met', async () => {
    const text = await mail('meet-at-event', {
      person: chen,
      met: { kind: 'coffee', on: '2026-10-03' },
      given: {
        event: 'the ACC Meeting on March 12',
        topic: 'choosing a specialty',
        times: 'after the Thursday session',
      },
    })
    expect(text).toMatchInlineSnapshot(`
      "10 minutes at the ACC Meeting on March 12?

      Dear Dr. Chen,

      Thank you for meeting me for coffee in October. I'll be at the ACC Meeting on March 12. If you'll be there too, would you have 10 minutes after the Thursday session for a question or two about choosing a specialty? If there's no time, no problem at all.

      Best,
      Jo Park
      MS2, UCSF"
    `)
  })

  it('office-hours, to a stranger', async () => {
    const text = await mail('office-hours', {
      person: stein,
      given: { topic: 'the renal block', times: 'on Thursday' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Could I come to your office hours on Thursday?

      Dear Professor Stein,

      I'm Jo Park, a second-year medical student at UCSF. Could I come to your office hours on Thursday with a couple of questions about the renal block? Fifteen minutes should be plenty. If another time is better, I'm happy to come then.

      Best,
      Jo Park"
    `)
  })

  it('office-hours, to someone met', async () => {
    const text = await mail('office-hours', {
      person: stein,
      met: { kind: 'class', on: '2026-11-19' },
      given: { topic: 'how to study for the renal block' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Could I come to your office hours?

      Dear Professor Stein,

      We met in class on Thursday. Could I come to your office hours this week or next with a couple of questions about how to study for the renal block? Fifteen minutes should be plenty. If another time is better, I'm happy to come then.

      Best,
      Jo Park
      Second-year medical student, UCSF"
    `)
  })

  it('shadow-request, to a stranger', async () => {
    const text = await mail('shadow-request', {
      person: chen,
      given: { times: 'on Friday mornings' },
    })
    expect(text).toMatchInlineSnapshot(`
      "MS2 hoping to shadow you

      Dear Dr. Chen,

      I'm Jo Park, a second-year medical student at UCSF. I'd love to see what a day in cardiology is really like. Could I shadow you for half a day in the next month? I'm free on Friday mornings. If that works, I'd only need to know when to arrive and what to wear. If it doesn't fit with your patients or your team, no problem at all.

      Best,
      Jo Park"
    `)
  })

  it('shadow-request, to someone met', async () => {
    const text = await mail('shadow-request', { person: ruiz, met: { kind: 'social' } })
    expect(text).toMatchInlineSnapshot(`
      "Could I shadow you for half a day?

      Hi Sam,

      We met at the get-together on Wednesday. I'd love to see what your day is really like. Could I shadow you for half a day in the next month? If that works, I'd only need to know when to arrive and what to wear. If it doesn't fit with your patients or your team, no problem at all.

      Jo
      MS2, UCSF"
    `)
  })

  it('info-interview, to a stranger', async () => {
    const text = await mail('info-interview', {
      person: moss,
      given: { topic: 'how you chose between the clinic and the lab' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Could we talk for 20 minutes about your path?

      Dear Dr. Moss,

      I'm Jo Park, a second-year medical student at UCSF. I'm trying to learn about different paths in medicine, and I'd love to hear how you chose between the clinic and the lab. Would you have 20 minutes in the next few weeks, by phone or video? If it's not a good time, no problem at all.

      Best,
      Jo Park"
    `)
  })

  it('info-interview, to someone met', async () => {
    const text = await mail('info-interview', {
      person: moss,
      met: { kind: 'social' },
      given: { topic: 'her research year', zone: 'Pacific time' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Could we talk for 20 minutes about your path?

      Dear Dr. Moss,

      We met at the get-together on Wednesday. I'm trying to learn about different paths in medicine, and I'd love to hear about your research year. Would you have 20 minutes in the next few weeks, by phone or video? I'm on Pacific time. If it's not a good time, no problem at all.

      Best,
      Jo Park
      MS2, UCSF"
    `)
  })

  it('alumni, to someone whose role is not on file, calls no one an alum', async () => {
    const person = { name: stein.name }
    const text = await mail('alumni', { person, given: { topic: 'sleep research' } })
    expect(text).not.toContain('alum')
    expect(text).toContain("UCSF. I'd love to hear your thoughts on sleep research.")
  })

  it('alumni, to a stranger', async () => {
    const text = await mail('alumni', {
      person: moss,
      given: { topic: 'choosing between a county and a university program' },
    })
    expect(text).toMatchInlineSnapshot(`
      "MS2 with a question for you

      Dear Dr. Moss,

      I'm Jo Park, a second-year medical student at UCSF. I'm writing because you're an alum in family medicine, and I'd love to hear your thoughts on choosing between a county and a university program. Would you have 20 minutes in the next few weeks, by phone or video? If it's not a good time, no problem at all.

      Best,
      Jo Park"
    `)
  })

  it('alumni, to someone met', async () => {
    const text = await mail('alumni', {
      person: moss,
      met: { kind: 'social' },
      given: { topic: 'how you picked a program' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Could we talk for 20 minutes?

      Dear Dr. Moss,

      We met at the get-together on Wednesday. I'd love to hear how you picked a program. Would you have 20 minutes in the next few weeks, by phone or video? If it's not a good time, no problem at all.

      Best,
      Jo Park
      MS2, UCSF"
    `)
  })

  it('group-interview-invite, to a stranger', async () => {
    const text = await mail('group-interview-invite', {
      person: moss,
      given: {
        topic: 'your intern year',
        times: 'Tuesday, December 8 at 6 pm or Thursday, December 10 at 6 pm',
      },
    })
    expect(text).toMatchInlineSnapshot(`
      "Would you talk with a few students?

      Dear Dr. Moss,

      I'm Jo Park, a second-year medical student at UCSF. A few classmates and I would love to hear from you about your intern year. Would you join us for 45 minutes by video? We could do Tuesday, December 8 at 6 pm or Thursday, December 10 at 6 pm, and there's nothing to prepare. If that doesn't work for you, no problem at all.

      Best,
      Jo Park"
    `)
  })

  it('group-interview-invite, to someone met', async () => {
    const text = await mail('group-interview-invite', {
      person: moss,
      met: { kind: 'social' },
      given: {
        topic: 'how you picked a program',
        times: 'Tuesday at 6 pm',
        place: 'over Zoom',
        zone: 'Pacific time',
      },
    })
    expect(text).toMatchInlineSnapshot(`
      "Would you talk with a few students?

      Dear Dr. Moss,

      We met at the get-together on Wednesday. A few classmates and I would love to hear how you picked a program. Would you join us for 45 minutes over Zoom? We could do Tuesday at 6 pm (Pacific time), and there's nothing to prepare. If that doesn't work for you, no problem at all.

      Best,
      Jo Park
      MS2, UCSF"
    `)
  })

  it('accept-intro, to a stranger', async () => {
    const text = await mail('accept-intro', {
      person: chen,
      given: { person: 'Dr. Anil Rao', topic: 'how your group trains its students' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Dr. Anil Rao put us in touch

      Dear Dr. Chen,

      Dr. Anil Rao put us in touch. I'm Jo Park, a second-year medical student at UCSF, and I'd love to hear how your group trains its students. Would you have 20 minutes in the next few weeks, by phone or video? If now isn't a good time, I understand.

      Best,
      Jo Park"
    `)
  })

  it('intro-request, to a mentor', async () => {
    const text = await mail('intro-request', {
      person: chen,
      given: { person: 'Dr. Eva Stein', topic: 'her project on sleep in night-shift workers' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Would you introduce me to Dr. Eva Stein?

      Dear Dr. Chen,

      Would you be willing to introduce me to Dr. Eva Stein? I'd like to ask about her project on sleep in night-shift workers. Here's a short paragraph you could forward:

      I'm Jo Park, a second-year medical student at UCSF, and I'd love to ask you about your project on sleep in night-shift workers. Twenty minutes in the next few weeks, by phone or video, would be plenty.

      If you'd rather not, no problem at all.

      Best,
      Jo Park"
    `)
  })

  it('intro-request, to a peer', async () => {
    const text = await mail('intro-request', {
      person: lee,
      given: { person: 'Sam Ruiz', topic: 'how he picked his program' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Would you introduce me to Sam Ruiz?

      Hi Lee,

      Would you be willing to introduce me to Sam Ruiz? I'd like to ask how he picked his program. Here's a short paragraph you could forward:

      I'm Jo Park, a second-year medical student at UCSF, and I'd love to ask you how you picked your program. Twenty minutes in the next few weeks, by phone or video, would be plenty.

      If you'd rather not, no problem at all.

      Jo"
    `)
  })

  it('intro, to a senior', async () => {
    const text = await mail('intro', {
      person: chen,
      given: {
        person: 'Priya Nair',
        who: 'a fourth-year student here',
        topic: 'you both work on sleep in night-shift workers',
      },
    })
    expect(text).toMatchInlineSnapshot(`
      "Could I introduce you to Priya Nair?

      Dear Dr. Chen,

      Could I introduce you to Priya Nair, a fourth-year student here? I thought of you because you both work on sleep in night-shift workers. I'm asking Priya too, and I'll only connect you if you both say yes. If you'd rather not, no problem at all.

      Best,
      Jo Park"
    `)
  })

  it('intro, to a peer', async () => {
    const text = await mail('intro', {
      person: priya,
      given: { person: 'Lee Park', who: 'an MS4 here', topic: 'you both want to go rural' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Could I introduce you to Lee Park?

      Hi Priya,

      Could I introduce you to Lee Park, an MS4 here? I thought of you because you both want to go rural. I'm asking Lee too, and I'll only connect you if you both say yes. If you'd rather not, no problem at all.

      Jo"
    `)
  })

  it('letter-request, to a professor', async () => {
    const text = await mail('letter-request', {
      person: stein,
      met: { kind: 'research' },
      given: {
        for: 'the Lakeshore summer research fellowship',
        due: 'February 1',
        topic: 'the chart review for your registry',
      },
    })
    expect(text).toMatchInlineSnapshot(`
      "A letter for the Lakeshore summer research fellowship?

      Dear Professor Stein,

      I'm applying for the Lakeshore summer research fellowship, and I'd be honored to have your support. I'm asking you because you know my work from the chart review for your registry. Would you feel comfortable writing me a strong letter by February 1? I can send my CV, a draft of my statement, and a short summary of what we worked on. If the timing is tight or someone else would be a better fit, please tell me. I'd understand completely.

      Thank you,
      Jo Park"
    `)
  })

  it('letter-request, to an attending who saw my work', async () => {
    const text = await mail('letter-request', {
      person: chen,
      met: { kind: 'rotation' },
      given: {
        for: 'residency in internal medicine',
        due: 'September 15',
        topic: 'the four weeks on your ward team',
        attached: 'my CV and a draft of my statement',
      },
    })
    expect(text).toMatchInlineSnapshot(`
      "A letter for residency in internal medicine?

      Dear Dr. Chen,

      I'm applying for residency in internal medicine, and I'd be honored to have your support. I'm asking you because you know my work from the four weeks on your ward team. Would you feel comfortable writing me a strong letter by September 15? I've attached my CV and a draft of my statement. If the timing is tight or someone else would be a better fit, please tell me. I'd understand completely.

      Thank you,
      Jo Park"
    `)
  })

  it('letter-thanks, before it is decided', async () => {
    const text = await mail('letter-thanks', {
      person: stein,
      met: { kind: 'email', by: 'them', detail: 'she sent my letter in' },
      given: { for: 'my residency application' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Thank you for your letter

      Dear Professor Stein,

      Thank you for writing me a letter for my residency application. I know how much time that takes, and I'm very grateful. I'll let you know how it turns out.

      Best,
      Jo Park"
    `)
  })

  it.each([
    [{ kind: 'ask', what: 'a letter', stage: 'agreed' } as const, 'agreeing to write'],
    [{ kind: 'offer', what: 'a letter' } as const, 'offering to write'],
  ])('letter-thanks, before it is written: %j', async (loop, said) => {
    const words = { person: stein, loop, given: { for: 'my residency application' } }
    expect(await mail('letter-thanks', words)).toMatch(
      new RegExp(
        `^Thank you for ${said} for me\\n[^]*Thank you for ${said} me a letter for my res`,
      ),
    )
  })

  it('letter-thanks, with the news', async () => {
    const text = await mail('letter-thanks', {
      person: stein,
      met: { kind: 'email', by: 'them', detail: 'she sent my letter in' },
      given: { for: 'the summer fellowship', news: 'I got it' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Thank you for your letter

      Dear Professor Stein,

      Thank you for writing me a letter for the summer fellowship. I know how much time that takes, and I'm very grateful. I wanted you to be one of the first to know: I got it.

      Best,
      Jo Park"
    `)
  })

  it('advice-update, to a senior', async () => {
    const text = await mail('advice-update', {
      person: chen,
      loop: {
        kind: 'advice',
        what: 'write the aims page first',
        stage: 'tried',
        outcome: 'I did, and my roommate found two holes in ten minutes',
      },
    })
    expect(text).toMatchInlineSnapshot(`
      "I took your advice

      Dear Dr. Chen,

      You told me to write the aims page first. I did, and my roommate found two holes in ten minutes. Thank you again for the advice.

      Best,
      Jo Park"
    `)
  })

  it('advice-update, to a peer', async () => {
    const text = await mail('advice-update', {
      person: priya,
      loop: {
        kind: 'advice',
        what: 'her Anki tip',
        stage: 'tried',
        outcome: "I'm finally caught up on cards",
      },
    })
    expect(text).toMatchInlineSnapshot(`
      "I took your advice

      Hi Priya,

      I tried your Anki tip. I'm finally caught up on cards. Thanks again.

      Jo"
    `)
  })

  it.each([
    ['didnt do it', 'An update on your advice', 'You told me to write the aims page first. '],
    [
      'I kept it and it is going fine',
      'An update on your advice',
      'You told me to write the aims page first. ',
    ],
    [
      'I did, and I sleep again',
      'I took your advice',
      'You told me to write the aims page first. ',
    ],
    ['it helped a lot', 'I took your advice', 'You told me to write the aims page first. '],
  ])('advice-update, where what came of it is "%s"', async (outcome, subject, body) => {
    const text = await mail('advice-update', {
      person: chen,
      loop: { kind: 'advice', what: 'write the aims page first' },
      given: { outcome },
    })
    expect(text.split('\n')[0]).toBe(subject)
    expect(text).toContain(body)
  })

  it('resource-followup, to a senior', async () => {
    const text = await mail('resource-followup', {
      person: chen,
      loop: {
        kind: 'resource',
        what: 'the chapter on bundle branch blocks',
        outcome: 'why the axis shifts when a fascicle is blocked',
      },
    })
    expect(text).toMatchInlineSnapshot(`
      "Thank you for suggesting the chapter on bundle branch blocks

      Dear Dr. Chen,

      I took your advice and read the chapter on bundle branch blocks. I finally understand why the axis shifts when a fascicle is blocked. Thank you for the suggestion.

      Best,
      Jo Park"
    `)
  })

  it('resource-followup, to a peer', async () => {
    const text = await mail('resource-followup', {
      person: priya,
      loop: {
        kind: 'resource',
        what: 'the pharm videos',
        outcome: 'beta blockers finally make sense',
      },
    })
    expect(text).toMatchInlineSnapshot(`
      "Thanks for suggesting the pharm videos

      Hi Priya,

      I took your advice and went through the pharm videos. Beta blockers finally make sense. Thanks for the suggestion.

      Jo"
    `)
  })

  it('ask-feedback, to a senior', async () => {
    const text = await mail('ask-feedback', {
      person: chen,
      given: { topic: 'my abstract', due: 'December 4' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Feedback on my abstract by December 4?

      Dear Dr. Chen,

      Would you have time to look at my abstract by December 4? If so, I'll send you a copy. Even one thing to keep and one thing to change would help a lot. If you don't have time, no problem at all.

      Best,
      Jo Park"
    `)
  })

  it('ask-feedback, to a fourth-year', async () => {
    const text = await mail('ask-feedback', {
      person: lee,
      given: { topic: 'the draft of my personal statement', attached: 'yes' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Feedback on the draft of my personal statement?

      Hi Lee,

      Would you have time to look at the draft of my personal statement in the next two weeks? It's attached. Even one thing to keep and one thing to change would help a lot. Please be as blunt as you like. If you don't have time, no problem at all.

      Jo"
    `)
  })

  it('timeline-change, of a meeting', async () => {
    const text = await mail('timeline-change', {
      person: chen,
      loop: { kind: 'meeting', what: 'coffee', occasion: 'coffee', due: '2026-12-02', at: '15:00' },
      given: {
        times: 'Thursday at 5 pm',
        news: 'My call schedule changed this morning',
      },
    })
    expect(text).toMatchInlineSnapshot(`
      "A new time for our coffee?

      Dear Dr. Chen,

      I'm sorry, but I can no longer make our coffee on Wednesday, December 2 at 3 pm. My call schedule changed this morning. Would Thursday at 5 pm work instead? If not, I'm happy to work around your schedule.

      Best,
      Jo Park"
    `)
  })

  it('timeline-change, of a deadline', async () => {
    const text = await mail('timeline-change', {
      person: lee,
      given: { topic: 'the abstract draft', was: 'December 1', times: 'December 5' },
    })
    expect(text).toMatchInlineSnapshot(`
      "More time for the abstract draft?

      Hi Lee,

      I'm sorry, but I won't have the abstract draft ready by December 1. Could I get it to you by December 5 instead? If that's too late, please let me know.

      Jo"
    `)
  })

  it('nudge, to a senior', async () => {
    const text = await mail('nudge', {
      person: chen,
      met: { kind: 'email', on: '2026-11-05' },
      loop: { kind: 'reply', what: 'MS2 interested in your ablation registry' },
      given: { topic: 'helping with your registry' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Re: MS2 interested in your ablation registry

      Dear Dr. Chen,

      I know you're busy, so just one short follow-up on the note I sent you on November 5 about helping with your registry. If now isn't a good time, I completely understand.

      Best,
      Jo Park"
    `)
  })

  it('nudge, to a peer', async () => {
    const text = await mail('nudge', {
      person: priya,
      met: { kind: 'email', on: '2026-11-10', template: 'invite' },
      loop: { kind: 'reply', what: 'Coffee Friday at 4 pm?' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Re: Coffee Friday at 4 pm?

      Hi Priya,

      I know you're busy, so just a quick nudge about getting together. If now isn't a good time, no worries.

      Jo"
    `)
  })

  it('nudge, of what they agreed to', async () => {
    const text = await mail('nudge', {
      person: stein,
      loop: {
        ...{ kind: 'ask', what: 'the letter for residency', stage: 'agreed' },
        ...{ due: '2027-02-15', dated: true },
      },
    })
    expect(text).toMatchInlineSnapshot(`
      "A quick reminder: the letter for residency

      Dear Professor Stein,

      Just a quick reminder about the letter for residency, due February 15. Thank you again for doing this. If you need anything from me, I'll send it right away. If the timing no longer works for you, please tell me. I'd understand completely.

      Best,
      Jo Park"
    `)
  })

  it('nudge, of what was asked by phone and has no answer', async () => {
    const text = await mail('nudge', {
      person: stein,
      met: { kind: 'call', on: '2026-11-03' },
      loop: { kind: 'ask', what: 'a place in your echo project', due: '2026-11-21' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Following up about a place in your echo project

      Dear Professor Stein,

      I know you're busy, so just one short follow-up about a place in your echo project, which I asked you about on the phone on November 3. Would it still be possible? If not, I completely understand.

      Best,
      Jo Park"
    `)
  })

  it('nudge, of what was asked by mail and has no answer', async () => {
    const text = await mail('nudge', {
      person: stein,
      before: { kind: 'email', on: '2026-11-03' },
      met: { kind: 'email', on: '2026-11-05' },
      loop: { kind: 'ask', what: 'shadowing you', due: '2026-12-01', dated: true },
    })
    expect(text).toMatchInlineSnapshot(`
      "Following up on my note about shadowing you

      Dear Professor Stein,

      I know you're busy, so just one short follow-up on the note I sent you on November 5 about shadowing you. If now isn't a good time, I completely understand.

      Best,
      Jo Park"
    `)
  })

  it('invite, to a peer', async () => {
    const text = await mail('invite', {
      person: priya,
      given: {
        activity: 'coffee',
        place: 'the Green Bean',
        times: 'Friday at 4 pm or Sunday at noon',
      },
    })
    expect(text).toMatchInlineSnapshot(`
      "Coffee Friday at 4 pm or Sunday at noon?

      Hi Priya,

      How about coffee at the Green Bean? I'm free Friday at 4 pm or Sunday at noon, and if those don't work, we can find another time. If it's a busy week, no worries.

      Jo"
    `)
  })

  it('invite, to a peer, with a verb', async () => {
    const text = await mail('invite', {
      person: priya,
      given: { activity: 'go for a walk', place: 'near the lake', times: 'Saturday at 10 am' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Want to go for a walk Saturday at 10 am?

      Hi Priya,

      Want to go for a walk near the lake? I'm free Saturday at 10 am, and if that doesn't work, we can find another time. If it's a busy week, no worries.

      Jo"
    `)
  })

  it('invite, to a senior', async () => {
    const text = await mail('invite', {
      person: chen,
      given: {
        activity: 'coffee',
        place: 'the hospital café',
        times: 'Tuesday at 5 pm or Thursday at noon',
        topic: 'how she chose cardiology',
      },
    })
    expect(text).toMatchInlineSnapshot(`
      "Could we talk about how you chose cardiology?

      Dear Dr. Chen,

      Would you have time for coffee at the hospital café? I'd love to hear how you chose cardiology. I'm free Tuesday at 5 pm or Thursday at noon, and if those don't work, we can find another time. If it's a busy week, no problem at all.

      Best,
      Jo Park"
    `)
  })

  it('check-in, to a peer', async () => {
    const text = await mail('check-in', { person: priya })
    expect(text).toMatchInlineSnapshot(`
      "Hi from Jo

      Hi Priya,

      I thought I'd say hi and see how you're doing. No need to write back if you're swamped.

      Jo"
    `)
  })

  it('check-in, to a peer, with what I thought of', async () => {
    const text = await mail('check-in', {
      person: priya,
      met: { kind: 'walk', detail: 'her cardiology rotation' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Hi from Jo

      Hi Priya,

      I thought I'd say hi. How's your cardiology rotation? No need to write back if you're swamped.

      Jo"
    `)
  })

  it('check-in, to a senior', async () => {
    const text = await mail('check-in', {
      person: chen,
      met: { kind: 'coffee', on: '2026-10-03', detail: 'her advice to write the aims first' },
      given: { news: 'I finished the aims last week' },
    })
    expect(text).toMatchInlineSnapshot(`
      "A quick update from Jo Park

      Dear Dr. Chen,

      Thank you again for your advice to write the aims first. I finished the aims last week. I hope you're doing well. No need to write back.

      Best,
      Jo Park"
    `)
  })

  it('reconnect, to a senior', async () => {
    const text = await mail('reconnect', {
      person: chen,
      met: { kind: 'coffee', on: '2026-03-03' },
      given: { point: 'how she picked EM' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Hello again from Jo Park

      Dear Dr. Chen,

      It's been a while; we were last in touch in March. I still think about what you said about how you picked EM. I hope you're doing well. When you have a minute, I'd love to hear how things are going.

      Best,
      Jo Park
      MS2, UCSF"
    `)
  })

  it('reconnect, to a peer', async () => {
    const text = await mail('reconnect', {
      person: priya,
      met: { kind: 'coffee', on: '2026-03-03' },
      given: { news: 'I start on the wards in May' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Hi from Jo

      Hi Priya,

      It's been a while. How are you? I start on the wards in May. I'd love to catch up.

      Jo"
    `)
  })

  it('premed-update, to a teacher', async () => {
    const text = await mail('premed-update', {
      person: { name: 'Ms. Dana Reyes', role: 'teacher', circles: ['pre-med'] },
      given: {
        news: 'I passed my first block and found a lab for the summer',
        point: 'your rule about explaining things to a ten-year-old',
      },
    })
    expect(text).toMatchInlineSnapshot(`
      "An update from Jo Park

      Dear Ms. Reyes,

      I wanted to tell you how medical school is going. I'm a second-year medical student at UCSF now. I passed my first block and found a lab for the summer. I still think about your rule about explaining things to a ten-year-old. Thank you for your part in getting me here.

      Best,
      Jo Park"
    `)
  })

  it('ask-help, to a friend', async () => {
    const text = await mail('ask-help', {
      person: priya,
      given: { activity: 'take a walk', times: 'tonight' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Having a rough week

      Hi Priya,

      I'm having a rough week. Could we take a walk tonight? You wouldn't have to fix anything. If you can't, no worries.

      Jo"
    `)
  })

  it('ask-help, to a friend, with what it is about', async () => {
    const text = await mail('ask-help', { person: priya, given: { topic: 'my shelf exam' } })
    expect(text).toMatchInlineSnapshot(`
      "Having a rough week

      Hi Priya,

      I'm having a rough week, mostly because of my shelf exam. Could we talk in the next few days? You wouldn't have to fix anything. If you can't, no worries.

      Jo"
    `)
  })

  it('seek-advice, to an advisor', async () => {
    const text = await mail('seek-advice', { person: { name: 'Dr. Ada Boyd', role: 'advisor' } })
    expect(text).toMatchInlineSnapshot(`
      "May I ask your advice in confidence?

      Dear Dr. Boyd,

      I'd value your advice about a difficult situation with someone I work with. I'd like to understand what I'm seeing and what my options are. Could we talk for 30 minutes in the next week, in confidence? Before I say more, I'd like to know what you'd be required to report. If you're not the right person for this, I'll understand.

      Thank you,
      Jo Park"
    `)
  })

  it('step-back, to a peer', async () => {
    const text = await mail('step-back', {
      person: priya,
      given: { topic: 'our Tuesday group', window: 'until the end of the renal block' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Stepping back from our Tuesday group

      Hi Priya,

      I need to change how I study, so I'm going to step back from our Tuesday group until the end of the renal block. It's about what works for me right now, not about anyone in the group. If you still need something I was going to prepare, let me know in the next few days and I'll send it.

      Take care,
      Jo"
    `)
  })

  it('scale-back, to a senior', async () => {
    const text = await mail('scale-back', {
      person: chen,
      given: { until: 'December 15', news: 'I have exams', topic: 'our call on the first Monday' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Slow to reply until December 15

      Dear Dr. Chen,

      A quick heads-up: I have exams, so I'll be slow to reply until December 15. I'm still planning on our call on the first Monday. No need to reply.

      Best,
      Jo Park"
    `)
  })

  it('scale-back, to a peer', async () => {
    const text = await mail('scale-back', { person: priya, given: { until: 'December 15' } })
    expect(text).toMatchInlineSnapshot(`
      "Slow to reply until December 15

      Hi Priya,

      A quick heads-up: I'll be slow to reply until December 15. No need to reply.

      Jo"
    `)
  })

  it('scale-back, with a reason of several words', async () => {
    const text = await mail('scale-back', {
      person: chen,
      given: { until: 'December 15', news: 'My surgery rotation starts on Monday.' },
    })
    expect(text).toContain(
      "A quick heads-up: my surgery rotation starts on Monday, so I'll be slow to reply until December 15.",
    )
  })

  it('explain-schedule, to family', async () => {
    const text = await mail('explain-schedule', {
      person: { name: 'Rosa Park', role: 'family', nickname: 'Mom' },
      given: { until: 'December 15', times: 'Sunday evenings' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Busy until December 15

      Hi Mom,

      My schedule is packed until December 15, so I may be slow to answer. The best time to catch me is Sunday evenings. If something can't wait, please call me.

      Jo"
    `)
  })

  it('meeting-summary, to a mentor', async () => {
    const text = await mail('meeting-summary', {
      person: chen,
      met: { kind: 'meeting', on: '2026-11-20' },
      given: {
        takeaway: 'aim the abstract at readmissions only',
        promises: 'send the new aims by Friday',
        offer: 'a look at the draft before Thanksgiving',
        next: 'December 9 at 3 pm',
      },
    })
    expect(text).toMatchInlineSnapshot(`
      "Summary of our meeting yesterday

      Dear Dr. Chen,

      Thank you for meeting with me yesterday. Here's a short summary:

      - My main takeaway: aim the abstract at readmissions only
      - What I'll do: send the new aims by Friday
      - What you kindly offered: a look at the draft before Thanksgiving
      - Next meeting: December 9 at 3 pm

      If I got anything wrong, please tell me.

      Best,
      Jo Park"
    `)
  })
})

describe('what strangers noted fits the frames', () => {
  const lines = fs
    .readFileSync('test/fixtures/details/open.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map(line => String(JSON.parse(line).text))
    .filter(text => readOfThem(text, { addressee: chen, isTyped: false }).said !== undefined)

  it.each([
    ['thanks', {}],
    ['event-followup', {}],
    ['check-in', {}],
    ['reconnect', {}],
    ['speaker-followup', { talk: 'yes' }],
    ['panel', { talk: 'yes', topic: 'research' }],
  ])('%s says each of them whole, with one mark at the end', async (name, given) => {
    const template = await source.get(name)
    const met = name === 'panel' ? 'panel' : name === 'speaker-followup' ? 'seminar' : 'conference'
    for (const detail of lines) {
      const { db, contact } = asked({ person: chen, met: { kind: met, detail } })
      const { view } = draftView(publicPart(db), { template, contact, given, today: TODAY })
      const said = view.point ?? view.topic ?? ''
      const { body } = await renderTemplate(template, view)
      // The first letter may be a capital, the mark may stand inside, and what they did may be "for showing me",
      // and what they told me to do "your advice to do it".
      const isDone = (view.point_shape ?? view.topic_shape) === 'did'
      const done = said
        .replace(/^you told me /, '')
        .split(' ')
        .slice(2)
        .join(' ')
      expect(body).toContain(isDone ? done : said.slice(1, -1))
      expect(body).not.toMatch(/[.,!?]{2}|\b(?:she|he|herself|himself)\b| ,| {2}/)
    }
  })
})

describe('what a template claims and nothing on file shows', () => {
  /** What is unproven of a mail to that person, with these records. */
  async function unproven(name: string, words: Asked): Promise<string[]> {
    const template = await source.get(name)
    const { db, contact } = asked(words)
    return draftView(publicPart(db), { template, contact, given: {}, today: TODAY }).unproven
  }

  it.each([
    ['thanks', ['touch']],
    ['event-followup', ['touch']],
    ['letter-request', ['met']],
    ['letter-thanks', ['letter']],
    ['reconnect', ['a-while']],
    ['premed-update', ['pre-med']],
    ['nudge', ['mail']],
    ['meeting-summary', ['met']],
    ['advice-update', ['advice']],
    ['resource-followup', ['resource']],
    ['panel', ['talk']],
    ['speaker-followup', ['talk']],
    ['alumni', ['role']],
    ['step-back', ['role']],
    ['ask-help', ['role']],
    ['explain-schedule', ['role']],
  ])('to a stranger of the faculty %s is not written: %j', async (name, claims) => {
    expect(await unproven(name, { person: stein })).toEqual(claims)
  })

  it.each<[string, Partial<Asked>]>([
    ['thanks', { met: { kind: 'coffee' } }],
    ['thanks', { met: { kind: 'email', by: 'them' } }],
    ['thanks', { loop: { kind: 'advice', what: 'apply early' } }],
    ['thanks', { person: { ...stein, met: 'conference' } }],
    ['event-followup', { met: { kind: 'panel' } }],
    ['letter-request', { met: { kind: 'rotation' } }],
    ['letter-thanks', { loop: { kind: 'ask', what: 'a letter for residency', stage: 'agreed' } }],
    ['letter-thanks', { loop: { kind: 'offer', what: 'a strong letter by dec 1' } }],
    ['letter-thanks', { met: { kind: 'coffee', detail: 'offered to write me a letter' } }],
    ['reconnect', { met: { kind: 'coffee', on: '2026-10-22' } }],
    ['reconnect', { person: { ...stein, metOn: '2026-03-01' } }],
    ['premed-update', { person: { ...stein, circles: ['pre-med'] } }],
    ['premed-update', { person: { ...stein, met: 'pre-med' } }],
    ['premed-update', { person: { ...stein, role: 'teacher' } }],
    ['alumni', { person: moss }],
    ['accept-intro', { person: { ...stein, introducedBy: 9 } }],
    ['accept-intro', { person: { ...stein, met: 'introduced' } }],
    ['accept-intro', { met: { kind: 'introduced' } }],
    ['thanks', { met: { kind: 'coffee', detail: 'her talk on AF' } }],
    ['event-followup', { met: { kind: 'conference', detail: 'her registry' } }],
    ['step-back', { person: priya }],
    ['ask-help', { person: { name: 'Sam Ortiz' } }],
  ])('%s is written with %j', async (name, words) => {
    expect(await unproven(name, { person: stein, ...words })).toEqual([])
  })

  it.each<[string, Partial<Asked>]>([
    ['thanks', { met: { kind: 'email' } }],
    ['thanks', { met: { kind: 'lecture' } }],
    ['thanks', { met: { kind: 'panel', detail: 'her rule' } }],
    ['thanks', { met: { kind: 'introduced' } }],
    ['event-followup', { met: { kind: 'introduced' } }],
    ['event-followup', { met: { kind: 'conference', detail: 'her talk on AF, I caught the end' } }],
    ['accept-intro', {}],
    ['accept-intro', { person: { ...stein, introducedBy: 9 }, met: { kind: 'coffee' } }],
    ['letter-request', { met: { kind: 'lecture' } }],
    ['letter-request', { met: { kind: 'email', by: 'them' } }],
    ['letter-thanks', { met: { kind: 'coffee', detail: 'her registry' } }],
    ['letter-thanks', { met: { kind: 'email', template: 'letter-request' } }],
    ['letter-thanks', { loop: { kind: 'ask', what: 'a letter for residency' } }],
    ['letter-thanks', { loop: { kind: 'offer', what: 'maybe a letter if i pass' } }],
    ['letter-thanks', { loop: { kind: 'offer', what: 'a letter to her landlord by dec 1' } }],
    ['letter-thanks', { loop: { kind: 'reminder', what: 'ask for a letter' } }],
    ['reconnect', { met: { kind: 'coffee', on: '2026-10-23' } }],
    ['premed-update', { person: priya, met: { kind: 'coffee' } }],
    ['alumni', { person: priya }],
    ['step-back', { person: ruiz }],
  ])('%s is not, with %j', async (name, words) => {
    expect(await unproven(name, { person: stein, ...words })).toHaveLength(1)
  })

  it('an own template can need any of them', async () => {
    const text =
      "---\nsubject: Hello\nneeds: [a-while, first-reminder, introduction]\n---\nIt's been a while.\n\n{{ signed }}"
    const template = await readTemplate(text, { name: 'mine', source: 'own', path: 'mine.md' })
    const { db, contact } = asked({ person: stein, met: { kind: 'email' } })
    const nudged = { kind: 'reply' as const, what: 'a chat', stage: 'nudged' as const }
    created(db, 'followUps', { ...nudged, contact: contact.id })
    const draft = { template, contact, given: {}, today: TODAY }
    expect(draftView(publicPart(db), draft).unproven).toEqual([
      'a-while',
      'first-reminder',
      'introduction',
    ])
  })
})

it('the emails that due names as about a talk are those that claim one', async () => {
  const templates = await Promise.all(source.names().map(name => source.get(name)))
  const claiming = templates.filter(({ needs }) => needs.includes('talk'))
  expect(claiming.map(({ name }) => name)).toEqual([...TALK_EMAILS.keys()])
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
    ['nudge', ['topic']],
    ['invite', ['activity', 'place', 'times']],
    ['letter-request', ['for', 'due', 'topic']],
    ['resource-followup', ['resource', 'takeaway']],
    ['speaker-followup', ['point']],
    ['meet-at-event', ['event', 'topic']],
    ['office-hours', ['topic']],
    ['shadow-request', []],
    ['info-interview', ['topic']],
    ['group-interview-invite', ['topic', 'times']],
    ['advice-update', ['topic', 'outcome']],
    ['timeline-change', ['topic', 'was', 'times']],
    ['meeting-summary', ['takeaway']],
    ['ask-feedback', ['topic']],
    ['letter-thanks', ['for']],
    ['intro-request', ['person', 'topic']],
    ['intro', ['person', 'who', 'topic']],
    ['accept-intro', ['person', 'topic']],
    ['step-back', []],
    ['scale-back', ['until']],
    ['explain-schedule', ['until']],
    ['ask-help', []],
    ['seek-advice', []],
    ['premed-update', ['news', 'point']],
  ])('%s asks for %j', async (name, slots) => {
    expect(await missing(name)).toEqual(slots)
  })

  it.each([
    ['check-in', ['point']],
    ['nudge', ['topic']],
    ['scale-back', ['until', 'news']],
    ['invite', ['activity', 'place', 'times', 'topic']],
  ])('to someone addressed by title %s asks for %j', async (name, slots) => {
    const template = await source.get(name)
    const { db, contact } = network(chen)
    const answer = draftView(publicPart(db), { template, contact, given: {}, today: TODAY })
    expect(answer.missing.map(slot => slot.name)).toEqual(slots)
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
    expect(body).toMatch(SIGNED)
  })

  it.each(source.names())('what %s asked for, if it did, a nudge can name', async name => {
    const [nudge, { opens }] = await Promise.all([source.get('nudge'), source.get(name)])
    const { db, contact } = network(chen)
    created(db, 'interactions', {
      kind: 'email',
      on: '2026-11-10',
      contacts: [contact.id],
      template: name,
    })
    const { view } = draftView(publicPart(db), {
      template: nudge,
      contact,
      given: {},
      today: TODAY,
    })
    expect(view.topic !== undefined).toBe(opens === 'reply' && name !== 'nudge')
  })

  it.each(source.names())('%s neither exclaims nor says a hollow phrase', async name => {
    const { body, subject } = await source.get(name)
    expect(`${subject}\n${body}`).not.toMatch(HOLLOW)
  })
})

/** The name is the last line, or the last but the one that says who I am. */
const SIGNED =
  /[\n}]\{\{ signed \}\}(\n\{%- if [a-z_ ]*my_line %\}\n\{\{ my_line \}\}\n\{%- endif %\})?\n*$/

const HOLLOW =
  /!(?!=)|pick your brain|great talk|sometime|some time soon|hope this (mail|email|note|message) finds|touch base|circle back|reach(ing)? out|just (wanted|checking)|overdue|guilt|gift/i
