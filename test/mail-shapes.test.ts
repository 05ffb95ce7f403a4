import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { publicPart } from '../src/domain/data/lens.ts'
import { type Contact, created, emptyDatabase } from '../src/domain/data/model.ts'
import type { Slot, Template } from '../src/domain/data/templates.ts'
import { draftView } from '../src/domain/mail/drafts.ts'
import { lintDraft } from '../src/domain/review/lint.ts'
import { linted } from '../src/domain/review/linted.ts'
import type { Shape } from '../src/domain/words/shapes.ts'
import { readTemplate, renderTemplate } from '../src/formats/template.ts'
import { templateSource } from '../src/store/templates.ts'

const packageFolder = fileURLToPath(new URL('..', import.meta.url))
const source = templateSource(
  { env: {}, packageFolder, cwd: () => packageFolder },
  { config: '/nowhere' },
  readTemplate,
)

/** What someone types for a slot, one of each shape. */
const TYPED: Readonly<Partial<Record<Shape, string>>> = {
  thing: 'your first year in practice',
  topic: 'rural practice',
  how: 'how you picked your program',
  doing: 'choosing a lab',
  did: 'you showed me how to read a strip',
  fact: 'you took two years off',
  advice: 'to write the aims first',
  quote: "said rural doesn't mean slow",
  line: "palliative care isn't giving up",
  mine: 'I learned what a huddle is for',
}

/** Slots that want other words than those. */
const ELSE: Readonly<Record<string, Partial<Record<Shape, string>>>> = {
  'advice-update topic': {
    thing: 'your tip on spaced repetition',
    topic: 'spaced repetition',
    how: 'how to read a paper',
    doing: 'writing the aims first',
    did: 'you told me to start with the aims',
  },
  'ask-feedback topic': { thing: 'my abstract', topic: 'slides and figures' },
  'ask-help activity': { thing: 'a walk', topic: 'coffee', doing: 'talking', advice: 'call me' },
  'ask-help topic': { thing: 'my exam', topic: 'Step 1', doing: 'moving apartments' },
  'event-followup resource': { thing: 'the registry report', topic: 'chapter 3' },
  'invite activity': { thing: 'a walk', topic: 'coffee', doing: 'climbing', advice: 'go climbing' },
  'letter-request topic': {
    thing: 'my chart review',
    topic: 'chart review',
    doing: 'running the registry',
  },
  'nudge topic': { thing: 'the letter', topic: 'shadowing', doing: 'joining your project' },
  'research paper': { thing: 'your 2025 paper on ablation', topic: 'silent ischemia' },
  'resource-followup resource': { thing: 'the chapter on axis', topic: 'chapter 3' },
  'scale-back topic': { thing: 'our weekly call', topic: 'tutoring', doing: 'helping in the lab' },
  'step-back topic': { thing: 'our Tuesday group', topic: 'journal club' },
  'timeline-change topic': { thing: 'our call', topic: 'slides' },
}

const READERS: readonly Partial<Contact>[] = [
  { name: 'Dr. Ada Boyd', role: 'attending', specialty: 'cardiology' },
  { name: 'Lee Park', role: 'senior-student' },
]

it('every template says every shape that its slots take, to a senior and to a peer', async () => {
  const parts: string[] = []
  for (const name of source.names()) {
    const template = await source.get(name)
    for (const slot of template.slots.filter(({ takes }) => takes?.length)) {
      const lines = await linesOf(template, slot)
      parts.push(`## ${name}, ${slot.name}\n\n${lines.join('\n')}\n`)
    }
  }
  await expect(parts.join('\n')).toMatchFileSnapshot('fixtures/mails/shapes.md')
})

async function linesOf(template: Template, slot: Slot): Promise<string[]> {
  const lines: string[] = []
  for (const shape of slot.takes ?? []) {
    const typed = ELSE[`${template.name} ${slot.name}`]?.[shape] ?? TYPED[shape]
    if (typed === undefined) throw new Error(`No example of ${shape}`)
    for (const person of READERS) {
      lines.push(`- ${shape}: ${await bodyWith(template, { slot, typed, person })}`)
    }
  }
  return lines
}

/** The body on one line, without greeting and sign-off; no rule of the lint may speak of it. */
async function bodyWith(
  template: Template,
  { slot, typed, person }: { slot: Slot; typed: string; person: Partial<Contact> },
): Promise<string> {
  const db = emptyDatabase()
  db.profile = { name: 'Jo Park', stage: 'MS2', school: 'UCSF', interests: ['cardiology'] }
  const contact = created(db, 'contacts', { name: '', ...person })
  created(db, 'interactions', { kind: 'coffee', on: '2026-08-18', contacts: [contact.id] })
  const examples = template.slots
    .filter(each => each.required || each.requiredOf)
    .map(({ name, example = '' }) => [name, example])
  const proof = template.needs.includes('talk') ? { talk: 'yes' } : {}
  const plain = { outcome: 'I did, and the aims are half as long' }
  const own = Object.fromEntries(
    Object.entries(plain).filter(([key]) => template.slots.some(each => each.name === key)),
  )
  const given = { ...Object.fromEntries(examples), ...own, ...proof, [slot.name]: typed }
  // How a shape is said, whether it is asked about first or not.
  const asTyped = Object.keys(given)
  const asked = { template, contact, given, asTyped, today: '2026-11-21' }
  const draft = draftView(publicPart(db), asked)
  expect([template.name, slot.name, typed, draft.missing]).toEqual([
    template.name,
    slot.name,
    typed,
    [],
  ])
  const { subject, body } = await renderTemplate(template, draft.view)
  const warnings = lintDraft(linted(db, contact, { subject, body, template: template.name }))
  expect([body, warnings.filter(({ rule }) => rule !== 'attached')]).toEqual([body, []])
  return body
    .split('\n\n')
    .slice(1, -1)
    .join(' / ')
    .replace(/\s*\n\s*/g, ' ')
}
