import type { Database } from '../data/model.ts'
import { textSetting } from '../data/settings.ts'
import type { TextWarning } from '../words/sentences.ts'
import { passwords, secrets } from './confidence.ts'
import { leftovers } from './leftovers.ts'
import { type LintedDraft, type ReadDraft, readDraft } from './linted.ts'
import { otherNames } from './other-names.ts'
import { abbreviations } from './outsiders.ts'
import { type Found, warned } from './phrases.ts'
import { demands, favors, guilt } from './pressure.ts'
import { missingTime, severalAsks, tooLong } from './requests.ts'
import {
  doubledMarks,
  fragments,
  longSentences,
  misspelledNames,
  smallI,
  thirdPersons,
} from './slips.ts'
import { apologies, attachments, unkindWords, vaguePhrases } from './wording.ts'

/**
 * What is better said otherwise, in the order of the rules; `start` counts in subject, blank line and body.
 * It never edits and never refuses. `off` names the rules that stay silent, `only` those that are asked.
 */
export function lintDraft(
  draft: LintedDraft,
  { off = [], only }: { off?: readonly string[]; only?: readonly string[] } = {},
): TextWarning[] {
  const read = readDraft(draft)
  return DRAFT_RULES.filter(
    ({ rule }) => !off.includes(rule) && (only?.includes(rule) ?? true),
  ).flatMap(row => row.find(read).map(found => warned(read.text, row.rule, found)))
}

/** The rules that the user turned off, for drafts and for patients. */
export function rulesOff(db: Database): string[] {
  return rulesNamed(textSetting(db, 'lint.off')).filter(rule => rule !== 'none')
}

/** The names of rules in a text, each once; one that was spelled otherwise once is read. */
export function rulesNamed(text: string): string[] {
  const rules = text.toLowerCase().split(/[\s,]+/)
  return [...new Set(rules.filter(Boolean).map(rule => (rule === 'favour' ? 'favor' : rule)))]
}

interface DraftRule {
  rule: string
  find: (draft: ReadDraft) => Found[]
  /** What makes it speak, laid over an ordinary draft. */
  trips: Partial<LintedDraft>
  /** What comes near and does not. */
  passes: Partial<LintedDraft>
}

/** The rules in the order they speak. */
export const DRAFT_RULES: readonly DraftRule[] = [
  {
    rule: 'leftover',
    find: draft => leftovers(draft.text),
    trips: { body: 'Dear Dr. Hoff,\n\nThank you for [NAME] on Tuesday.' },
    passes: { body: 'Dear Dr. Hoff,\n\nThank you for the registry [1] on Tuesday.' },
  },
  {
    rule: 'other-name',
    find: otherNames,
    trips: { body: 'Dear Dr. Chen,\n\nThank you for your time on Tuesday.' },
    passes: { body: 'Dear Dr. Hoff,\n\nMay I thank you for your time on Tuesday.' },
  },
  {
    rule: 'vague',
    find: vaguePhrases,
    trips: { body: 'Dear Dr. Hoff,\n\nI would love to pick your brain on Tuesday.' },
    passes: { body: 'Dear Dr. Hoff,\n\nYour great talk on ablation at noon made me read on.' },
  },
  {
    rule: 'no-time',
    find: missingTime,
    trips: { isRequest: true, body: 'Dear Dr. Hoff,\n\nCould we talk for 20 minutes?' },
    passes: {
      isRequest: true,
      body: 'Dear Dr. Hoff,\n\nCould we talk for 20 minutes in the next few weeks?',
    },
  },
  {
    rule: 'several-asks',
    find: severalAsks,
    trips: {
      isRequest: true,
      body: 'Could we talk on Tuesday? Also, would you look at my CV?',
    },
    passes: {
      isRequest: true,
      body: 'Could we talk for 20 minutes? Would Tuesday at noon work? If not, that is fine.',
    },
  },
  {
    rule: 'too-long',
    find: tooLong,
    trips: {
      isStranger: true,
      mostSentences: 2,
      body: 'Dear Dr. Hoff,\n\nOne. Two. Three.\n\nSam',
    },
    passes: {
      isStranger: true,
      mostSentences: 3,
      body: 'Dear Dr. Hoff,\n\nOne. Two. Three.\n\nSam',
    },
  },
  {
    rule: 'favor',
    find: favors,
    trips: { template: 'info-interview', body: 'And are there any open positions in your lab?' },
    passes: { template: 'letter-request', body: 'Could you write a strong letter by 3 May?' },
  },
  {
    rule: 'marks',
    find: doubledMarks,
    trips: { body: 'Dear Dr. Hoff,\n\nWould Tuesday at noon work??' },
    passes: { body: 'Dear Dr. Hoff,\n\nWould Tues. at 5 p.m. work, i.e., after rounds…?' },
  },
  {
    rule: 'small-i',
    find: smallI,
    trips: { body: 'Dear Dr. Hoff,\n\nThat is more than i knew on Tuesday.' },
    passes: { body: 'Dear Dr. Hoff,\n\nI have a month, i.e. June.' },
  },
  {
    rule: 'third-person',
    find: thirdPersons,
    trips: { body: 'Dear Dr. Hoff,\n\nThank you for saying on Tuesday that she grew up here.' },
    passes: { body: 'Dear Dr. Hoff,\n\nMy sister said on Tuesday that she grew up here.' },
  },
  {
    rule: 'fragment',
    find: fragments,
    trips: { body: 'Dear Dr. Hoff,\n\nThank you for you told me about the registry on Tuesday.' },
    passes: { body: 'Dear Dr. Hoff,\n\nThank you for telling me about the registry on Tuesday.' },
  },
  {
    rule: 'long-sentence',
    find: longSentences,
    trips: { body: `Dear Dr. Hoff,\n\nI ${'really '.repeat(50)}liked Tuesday.` },
    passes: { body: `Dear Dr. Hoff,\n\nI ${'really '.repeat(30)}liked Tuesday.` },
  },
  {
    rule: 'name-slip',
    find: misspelledNames,
    trips: { body: 'Dear Dr. Hoof,\n\nThank you for Tuesday.' },
    passes: { body: 'Dear Dr. Hoff,\n\nThank you for Tuesday. Dr. Rao was there too.' },
  },
  {
    rule: 'attached',
    find: attachments,
    trips: { body: 'Dear Dr. Hoff,\n\nI have attached my CV for Tuesday.' },
    passes: { body: 'Dear Dr. Hoff,\n\nI can send my CV before Tuesday.' },
  },
  {
    rule: 'guilt',
    find: guilt,
    trips: { body: 'Dear Dr. Hoff,\n\nI still have not heard back from you since Tuesday.' },
    passes: { body: 'Dear Dr. Hoff,\n\nI wrote on Tuesday. If it is not possible, I understand.' },
  },
  {
    rule: 'demand',
    find: demands,
    trips: { body: 'Dear Dr. Hoff,\n\nI need you to answer by Tuesday.' },
    passes: { body: 'Dear Dr. Hoff,\n\nDo I need to register by Tuesday?' },
  },
  {
    rule: 'secret',
    find: secrets,
    trips: { body: 'Dear Dr. Hoff,\n\nBetween us, the clinic closes on Tuesday.' },
    passes: { body: 'Dear Dr. Hoff,\n\nThe hall between us and the clinic was loud on Tuesday.' },
  },
  {
    rule: 'password',
    find: passwords,
    trips: { body: 'Dear Dr. Hoff,\n\nMy password is Tulip#9934 until Tuesday.' },
    passes: { body: 'Dear Dr. Hoff,\n\nThe room on Tuesday is B-4471.' },
  },
  {
    rule: 'apology',
    find: apologies,
    trips: { body: 'Dear Dr. Hoff,\n\nSorry to write. I am sorry for Tuesday, and sorry to ask.' },
    passes: { body: 'Dear Dr. Hoff,\n\nI am sorry for the change on Tuesday.' },
  },
  {
    rule: 'abbreviation',
    find: abbreviations,
    trips: {
      contact: { name: 'Mrs. Hoff', role: 'family' },
      body: 'On Tuesday I leave the MICU for OB and FM.',
    },
    passes: {
      contact: { name: 'Mrs. Hoff', role: 'family' },
      body: 'On Tuesday I leave the MICU for the US.',
    },
  },
  {
    rule: 'unkind',
    find: unkindWords,
    trips: { template: 'step-back', body: 'The group has been a waste of time for me.' },
    passes: { template: 'step-back', body: 'I need to change how I study, so I may step back.' },
  },
]
