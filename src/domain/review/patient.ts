import type { TextWarning } from '../words/sentences.ts'
import { listed } from '../words/text.ts'
import { evidenceIn } from './patient-evidence.ts'
import { type Evidence, KINDS, type Kind, MOST } from './patient-kinds.ts'

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
const ENOUGH: Record<TextKind, number> = { ward: 4, note: 5, mail: 6 }

/** A sentence often says who and the next one what. */
const SENTENCES_TOGETHER = 3

interface Looking {
  /** Rules that stay silent. */
  off?: readonly string[]
  as?: TextKind
  /** Whether somebody on file has this name: they are a colleague. */
  isOnFile?: (name: string) => boolean
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
function tellingIn(line: string, { as = 'note', isOnFile = () => false }: Looking): Evidence[] {
  const all = evidenceIn(line, isOnFile)
  const identifiers = all.filter(({ kind }) => KINDS[kind].group === 'identifier')
  if (identifiers.length) return identifiers
  const sentences = bySentence(all)
  let most: Evidence[] = []
  let points = ENOUGH[kindOf(line, as)] - 1
  for (const at of sentences.keys()) {
    for (let count = 1; count <= SENTENCES_TOGETHER; count++) {
      const evidence = sentences.slice(at, at + count).flat()
      const sum = isAboutSomebody(evidence) ? pointsOf(evidence, line) : 0
      if (sum <= points) continue
      most = evidence
      points = sum
    }
  }
  return most.filter(({ kind }) => KINDS[kind].group !== 'against')
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

/** Somebody, and what happened to them; or a bed or a stay that must be somebody's. */
function isAboutSomebody(evidence: readonly Evidence[]): boolean {
  const has = (...kinds: Kind[]) => evidence.some(({ kind }) => kinds.includes(kind))
  const isWho = evidence.some(({ kind }) => KINDS[kind].group === 'who')
  const isWhat = evidence.some(({ kind }) => KINDS[kind].group === 'what')
  if ((isWho && isWhat) || (has('bed') && (isWho || isWhat))) return true
  if (has('elder', 'born') && has('patient', 'person', 'name', 'ours')) return true
  if (has('room') && has('patient', 'stay')) return true
  return has('stay') && has('date') && has('illness', 'operation', 'care')
}

/** Who is so clearly a patient that `her sister` is the patient's and not a colleague's. */
const CLEAR: ReadonlySet<Kind> = new Set<Kind>([
  'born',
  'elder',
  'name',
  'number',
  'patient',
  'age',
  'initials',
  'person',
  'ours',
  'bed',
])

/** Each group up to its most; the same words count once. */
function pointsOf(evidence: readonly Evidence[], line: string): number {
  const sums = { identifier: 0, who: 0, what: 0, where: 0, detail: 0, against: 0 }
  const isClear = evidence.some(({ kind }) => CLEAR.has(kind))
  const counted = new Set<string>()
  for (const { kind: found, start, end } of evidence) {
    const kind = found === 'family' && isClear ? 'kin' : found
    const key = `${kind} ${line.slice(start, end).toLowerCase()}`
    if (counted.has(key)) continue
    counted.add(key)
    const { group, points } = KINDS[kind]
    sums[group] = Math.min(MOST[group], sums[group] + points)
  }
  return sums.who + sums.what + sums.where + sums.detail - sums.against
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
