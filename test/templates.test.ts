import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { draftView } from '../src/domain/drafts.ts'
import {
  type Contact,
  created,
  type Database,
  emptyDatabase,
  type FollowUp,
  type Interaction,
} from '../src/domain/model.ts'
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
  loop?: Partial<FollowUp> & Pick<FollowUp, 'kind' | 'what'>
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

/** The whole mail: subject, blank line, body. */
async function mail(name: string, words: Asked): Promise<string> {
  const template = await source.get(name)
  const { db, contact, followUp } = asked(words)
  const given = words.given ?? {}
  const { view, missing } = draftView(db, { template, contact, followUp, given, today: TODAY })
  expect(missing).toEqual([])
  const { subject, body } = await renderTemplate(template, view)
  return `${subject}\n\n${body}`
}

/** What it asks for when nothing is given, nothing was logged, and only the profile is known. */
async function missing(name: string): Promise<string[]> {
  const template = await source.get(name)
  const { db, contact } = network({ name: 'Sam Ortiz' })
  const answer = draftView(db, { template, contact, given: {}, today: TODAY })
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
  test('panel', async () => {
    const text = await mail('panel', {
      person: hoff,
      met: { kind: 'panel', detail: 'how you tell a family that you do not know yet' },
      loop: { kind: 'event', what: 'the panel' },
      given: { topic: 'finding a first research project' },
    })
    expect(text).toMatchInlineSnapshot(`
      "After the panel: a question about finding a first research project

      Dear Dr. Hoff,

      Thank you for speaking on the panel on Wednesday. What stayed with me was how you tell a family that you do not know yet.

      I am Jo Park, a second-year medical student at UCSF, with a growing interest in cardiology. Would you have 20–30 minutes in the next few weeks for a few questions on how you approached finding a first research project? Phone, video or your office all work for me, and I will fit around your schedule. If now is not a good time, a short no is completely fine.

      With thanks,
      Jo Park"
    `)
  })

  test('research', async () => {
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

  test('thanks', async () => {
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

  test('event-followup', async () => {
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

  test('alumni', async () => {
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

  test('check-in to a friend', async () => {
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

  test('check-in to a mentor', async () => {
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

  test('reconnect', async () => {
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

  test('nudge', async () => {
    const text = await mail('nudge', {
      person: hoff,
      met: { kind: 'email', on: '2026-11-05' },
      loop: { kind: 'reply', what: 'a short talk', due: '2026-11-19' },
    })
    expect(text).toMatchInlineSnapshot(`
      "Once more, my note

      Dear Dr. Hoff,

      I wrote to you on 5 November, and I am bringing it up once more in case it came on a full day. If it does not fit just now, that is perfectly all right: no answer is needed, and I will leave it there.

      With best wishes,
      Jo Park"
    `)
  })

  test('invite', async () => {
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

  test('letter-request', async () => {
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
})

describe('without what it needs, a template asks', () => {
  test.each([
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
  ])('%s asks for %j', async (name, slots) => {
    expect(await missing(name)).toEqual(slots)
  })

  test.each(source.names())('%s is never signed by nobody', async name => {
    const template = await source.get(name)
    const db = emptyDatabase()
    const contact = created(db, 'contacts', { name: 'Sam Ortiz' })
    const answer = draftView(db, { template, contact, given: {}, today: TODAY })
    expect(answer.missing.map(slot => slot.name)).toContain('name')
  })
})

describe('every packaged template', () => {
  test.each(source.names())('%s has no mistake and leaves no hole', async name => {
    const { text, ...file } = source.text(name)
    expect(await checkTemplate(text, file)).toEqual([])
  })

  test.each(source.names())('%s is signed, with an example for every slot', async name => {
    const { slots, body } = await source.get(name)
    expect(slots.filter(slot => !slot.example)).toEqual([])
    expect(body.startsWith('{{ salutation }}\n\n')).toBe(true)
    expect(body.trimEnd().endsWith('\n{{ signed }}')).toBe(true)
  })

  test.each(source.names())('%s neither exclaims nor says a hollow phrase', async name => {
    const { body, subject } = await source.get(name)
    expect(`${subject}\n${body}`).not.toMatch(HOLLOW)
  })
})

const HOLLOW =
  /[!]|pick your brain|great talk|sometime|some time soon|hope this (mail|email|note|message) finds|touch base|circle back|reach(ing)? out|just (wanted|checking)|overdue|guilt|gift/i
