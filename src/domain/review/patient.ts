import type { TextWarning } from '../words/sentences.ts'
import { listed } from '../words/text.ts'
import { evidenceIn } from './patient-evidence.ts'
import { type Evidence, type Group, KINDS, type Kind, SEVERAL, TOGETHER } from './patient-kinds.ts'

/** The name of the check, as `lint.off` turns it off. */
export const PATIENT_RULE = 'patient'

/**
 * What a text is: of a day on the ward, where patients are near and less is enough; a note; or something
 * written for others, as a mail, an event or a pitch, which rarely holds a patient.
 */
export type TextKind = 'ward' | 'note' | 'mail'

/** A day that was spent on the ward is told of with patients in it. */
export function textKindOf(occasion: string | undefined): TextKind {
  return /^(?:shadowing|rotation|grand-rounds)$/.test(occasion ?? '') ? 'ward' : 'note'
}

/** The points at which a line is warned of. */
const ENOUGH: Record<TextKind, number> = { ward: 11, note: 14, mail: 19 }

/** A sentence often says who and the next one what. */
const SENTENCES_TOGETHER = 3

interface Looking {
  /** Rules that stay silent. */
  off?: readonly string[]
  as?: TextKind
  /** Whether somebody on file has this name: they are a colleague. */
  isOnFile?: (name: string) => boolean
  /** What of the text was typed or is on file; absent: all of it. Nothing else is named or counted. */
  said?: readonly string[]
}

/**
 * The lines of a text that could identify a patient. Who, what happened to them, and where or when are
 * counted, less what speaks of studies, teaching and colleagues. A help and not de-identification: it
 * misses things.
 */
export function patientWarnings(text: string, looking: Looking = {}): TextWarning[] {
  if (looking.off?.includes(PATIENT_RULE)) return []
  const warnings: TextWarning[] = []
  let start = 0
  for (const line of text.split('\n')) {
    // `2026-11-21: ` is the day of the note, which netmed itself puts before it.
    const stamp = /^\d{4}-\d\d-\d\d: /.exec(line)?.[0].length ?? 0
    const said = line.slice(stamp)
    const found = tellingIn(said, looking)
    if (found.length) warnings.push(warning(said, start + stamp, found))
    start += line.length + 1
  }
  return warnings
}

/** What identifies somebody in a line; nothing when it is not enough. */
function tellingIn(line: string, looking: Looking): Evidence[] {
  const { as = 'note', isOnFile = () => false } = looking
  const all = evidenceIn(line, isOnFile).filter(isSaidIn(line, looking))
  const identifiers = all.filter(({ kind }) => KINDS[kind].group === 'identifier')
  if (identifiers.length) return identifiers
  if (!all.some(({ kind }) => isOfSomebody(kind))) return []
  const sentences = bySentence(all)
  let most: Evidence[] = []
  let points = ENOUGH[kindOf(line, as)] - 1
  for (let at = 0; at === 0 || at + SENTENCES_TOGETHER <= sentences.length; at++) {
    const evidence = sentences.slice(at, at + SENTENCES_TOGETHER).flat()
    const sum = pointsOf(evidence, line)
    if (sum <= points) continue
    most = evidence
    points = sum
  }
  return most.filter(({ kind }) => KINDS[kind].says)
}

/** Whether it stands in what was said, and not in the words of a template around it. */
function isSaidIn(line: string, { said }: Looking): (evidence: Evidence) => boolean {
  if (!said) return () => true
  const lower = line.toLowerCase()
  const spans = said.flatMap(text => placesOf(text.toLowerCase(), lower))
  return ({ start, end }) => spans.some(([from, to]) => from <= start && end <= to)
}

function placesOf(text: string, line: string): [from: number, to: number][] {
  const places: [number, number][] = []
  for (let at = line.indexOf(text); text && at >= 0; at = line.indexOf(text, at + 1)) {
    places.push([at, at + text.length])
  }
  return places
}

/** Without somebody, a bed or a stay that must be somebody's, there is no patient. */
function isOfSomebody(kind: Kind): boolean {
  return /^(?:who|family)$/.test(KINDS[kind].group) || /^(?:bed|spot|room|stay)$/.test(kind)
}

/** A note may say itself that it is from the ward. */
function kindOf(line: string, as: TextKind): TextKind {
  return as === 'note' && /\b(?:shadow(?:ed|ing)|debrief)\b/i.test(line) ? 'ward' : as
}

function bySentence(all: readonly Evidence[]): Evidence[][] {
  const sentences = new Map<number, Evidence[]>()
  for (const each of all) {
    const evidence = sentences.get(each.sentence)
    if (evidence) evidence.push(each)
    else sentences.set(each.sentence, [each])
  }
  return [...sentences.values()]
}

/** The points of each kind once, and of what stands together; the same words count once. */
function pointsOf(evidence: readonly Evidence[], line: string): number {
  const words = new Map<Kind | Group, Set<string>>()
  for (const { kind, start, end } of evidence) {
    const said = line.slice(start, end).toLowerCase()
    for (const each of [kind, KINDS[kind].group]) {
      words.set(each, (words.get(each) ?? new Set()).add(`${kind} ${said}`))
    }
  }
  let points = 0
  for (const each of words.keys()) if (each in KINDS) points += KINDS[each as Kind].points
  for (const [more, one, ...others] of TOGETHER) {
    if (words.has(one) && others.some(other => words.has(other))) points += more
  }
  for (const [more, group] of SEVERAL) if ((words.get(group)?.size ?? 0) > 1) points += more
  return points
}

/** Names what it saw in plain words, each kind once. */
function warning(line: string, offset: number, evidence: readonly Evidence[]): TextWarning {
  const said = new Map<string, string>()
  for (const { kind, start, end } of evidence) {
    const { says } = KINDS[kind]
    if (!said.has(says)) said.set(says, `${says} ("${line.slice(start, end)}")`)
  }
  const start = evidence[0]?.start ?? 0
  const words = line.slice(start, evidence.at(-1)?.end)
  const leave = said.size > 1 ? 'Leave one out.' : 'Leave it out.'
  return {
    rule: PATIENT_RULE,
    words,
    start: offset + start,
    message: `This could identify a patient: ${listed([...said.values()])}. ${leave}`,
  }
}
