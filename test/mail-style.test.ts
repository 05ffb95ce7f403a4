import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { publicPart } from '../src/domain/data/lens.ts'
import { created, type Database, emptyDatabase } from '../src/domain/data/model.ts'
import type { Template } from '../src/domain/data/templates.ts'
import { draftView } from '../src/domain/mail/drafts.ts'
import { lintDraft } from '../src/domain/review/lint.ts'
import { linted } from '../src/domain/review/linted.ts'
import { MONTHS } from '../src/domain/words/days.ts'
import type { MailStyle } from '../src/domain/words/mail-days.ts'
import { readTemplate, renderTemplate } from '../src/formats/template.ts'
import { templateSource } from '../src/store/templates.ts'

const TODAY = '2026-11-21'
const packageFolder = fileURLToPath(new URL('..', import.meta.url))
const source = templateSource(
  { env: {}, packageFolder, cwd: () => packageFolder },
  { config: '/nowhere' },
  readTemplate,
)

/** Times as hurried students type them, one set a mail. */
const TYPED = [
  { times: 'tues 5 or thurs noon', due: '12/15', until: '15.12.', window: 'dec 1-5' },
  { times: '11/30 at 14:00', due: '15 dec', until: 'fri', window: 'next week' },
  { times: 'mon 2 or tues 4pm', due: '9/17', until: 'jan 3', window: 'tues 3-5pm' },
  { times: 'wed 3p', due: '1 feb 2028', until: 'in 3 weeks', window: 'from 12/14 to 12/18' },
]
const ALSO = {
  was: 'Wednesday 25 November at 15:00',
  next: 'dec 9 at 3 pm',
  event: 'the ACC Meeting on 12 mar',
  news: 'I start on January 12 at 8 am',
  promises: 'send the aims by 4 dec',
  talk: 'yes',
}

/** Jo Park, someone she met ten days ago and wrote to, and a meeting that was agreed. */
function network(style: MailStyle): Database {
  const db = emptyDatabase()
  db.profile = { name: 'Jo Park', stage: 'MS2', school: 'UCSF', interests: ['cardiology'] }
  db.settings = { 'mail.style': style }
  const { id } = created(db, 'contacts', { name: 'Dr. Lena Hoff', role: 'attending' })
  created(db, 'interactions', { kind: 'coffee', on: '2026-11-10', contacts: [id] })
  created(db, 'interactions', { kind: 'panel', on: '2026-11-11', contacts: [id] })
  created(db, 'interactions', { kind: 'email', on: '2026-11-05', contacts: [id] })
  const meeting = { kind: 'meeting' as const, contact: id, what: 'coffee' }
  created(db, 'followUps', { ...meeting, due: '2026-12-02', at: '15:00' })
  return db
}

async function mailsOf(template: Template, style: MailStyle): Promise<string[]> {
  const db = network(style)
  const [contact] = publicPart(db).contacts
  if (!contact) throw new Error('nobody is there')
  const mails = TYPED.map(async typed => {
    const examples = template.slots.map(({ name, example = '' }) => [name, example])
    const all: Record<string, string> = { ...Object.fromEntries(examples), ...ALSO, ...typed }
    const given = Object.fromEntries(template.slots.map(({ name }) => [name, all[name] ?? '']))
    const draft = draftView(publicPart(db), { template, contact, given, today: TODAY })
    expect(draft.missing).toEqual([])
    const letter = await renderTemplate(template, draft.view)
    const warnings = lintDraft(linted(db, contact, { ...letter, template: template.name }))
    expect(warnings.filter(({ rule }) => rule === 'no-time')).toEqual([])
    return `${letter.subject}\n\n${letter.body}`
  })
  return Promise.all(mails)
}

const MONTH = `(?:${MONTHS.join('|')})`
const AS_TYPED = /\b(?:tues|thurs|wed|mon|fri|dec|mar|jan|feb)\b|\d\/\d|\d[ap]m?\b|\d\.\d/
const OF_THE_OTHER = {
  us: new RegExp(`\\d (?:of )?${MONTH}|\\b\\d{1,2}:\\d\\d(?! [ap]m)`),
  intl: new RegExp(`${MONTH} (?:the )?\\d{1,2}\\b|\\d [ap]\\.?m\\b|\\bMS\\d`),
}

describe.each(['us', 'intl'] as const)('under mail.style %s', style => {
  it.each(source.names())('%s has every day and time in it', async name => {
    for (const mail of await mailsOf(await source.get(name), style)) {
      expect(mail).not.toMatch(AS_TYPED)
      expect(mail).not.toMatch(OF_THE_OTHER[style])
    }
  })
})

it.each([
  ['us', 'This is for Tuesday at 5 pm or Thursday at noon, by December 15.'],
  ['intl', 'This is for Tuesday at 17:00 or Thursday at 12:00, by 15 December.'],
] as const)('a template of your own says them under %s', async (style, text) => {
  const own = [
    '---\ntitle: Mine\nsubject: Mine\nslots:\n  times: { meaning: when, example: fri }',
    '  due: { meaning: by when, example: fri }\n---\n{{ salutation }}\n\n',
    'This is for {% if times %}{{ times }}{% endif %}, by {% if due %}{{ due }}{% endif %}.\n\n{{ signed }}\n',
  ].join('\n')
  const template = await readTemplate(own, { name: 'mine', source: 'own', path: 'mine.md' })
  const [mail] = await mailsOf(template, style)
  expect(mail).toContain(text)
})
