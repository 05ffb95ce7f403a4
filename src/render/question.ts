import type { BankQuestion, QuestionView } from '../domain/meet/questions.ts'
import { plainDay } from '../domain/words/days.ts'
import { nextCommand } from './sentences.ts'
import { columns, type Row } from './table.ts'
import { visible } from './text.ts'
import type { Screen } from './theme.ts'

interface Noted {
  today: string
  questions: QuestionView[]
  known: QuestionView[]
}

/** What was noted, for whom, and what stood there already. */
export function renderNotedQuestions({ questions, known, today }: Noted, screen: Screen): string {
  const [first] = [...questions, ...known]
  const whom = first?.contact ? `To ask ${first.contact.name}` : `In your bank for ${first?.role}`
  const head = questions.length ? `${whom}:` : `${whom}, already there:`
  const already = questions.length ? known.map(each => `#${each.id} was already there.`) : []
  const shown = questions.length ? questions : known
  const then = first?.contact
    ? `netmed prep ${first.contact.handle}`
    : `netmed question bank ${first?.role}`
  return [
    visible(head),
    questionLines(shown, today, screen),
    ...already,
    nextCommand(then, screen),
  ].join('\n')
}

/** The questions, those about the path marked. */
function questionLines(questions: readonly QuestionView[], today: string, screen: Screen): string {
  const rows: Row[] = questions.map(({ id, text, career, askedOn }) => {
    const aside = [career && 'career', askedOn && `asked ${plainDay(askedOn, today)}`]
      .filter(Boolean)
      .join(', ')
    return [`#${id}`, aside ? `${text} (${aside})` : text]
  })
  return columns(rows, { width: screen.columns })
}

interface QuestionList {
  today: string
  questions: QuestionView[]
  /** Whose they are; null for everybody's. */
  who: { name: string; handle: string } | null
}

export function renderQuestions({ questions, who, today }: QuestionList, screen: Screen): string {
  const [first] = questions
  if (!first) {
    const whom = who ? ` for ${who.name}` : ''
    const add = `netmed question ${who?.handle ?? '<who>'} "…"`
    return `${visible(`No questions noted${whom}.`)}\n${nextCommand(add, screen)}`
  }
  const people = new Map<number, QuestionView[]>()
  for (const each of questions) {
    const id = each.contact?.id ?? 0
    people.set(id, [...(people.get(id) ?? []), each])
  }
  const parts = [...people.values()].map(theirs => {
    const name = visible(theirs[0]?.contact?.name ?? '')
    return `${screen.theme.heading(name)}\n${questionLines(theirs, today, screen)}`
  })
  return [...parts, nextCommand(`netmed prep ${first.contact?.handle}`, screen)].join('\n\n')
}

export function renderAsked({ questions }: { questions: QuestionView[] }, screen: Screen): string {
  const said = questions.map(({ id, text }) => visible(`Asked #${id}: ${text}`))
  const who = questions[0]?.contact?.handle
  return [...said, nextCommand(`netmed log ${who} --advice "…"`, screen)].join('\n')
}

interface Bank {
  role: string
  questions: BankQuestion[]
}

/** One role: first about the work, then about the path. */
export function renderBank({ role, questions }: Bank, screen: Screen): string {
  const { theme } = screen
  const add = role === 'shadowing' ? 'netmed debrief <who>' : `netmed question --role ${role} "…"`
  if (!questions.length) {
    return `netmed has no questions for ${role}; you can add your own.\n${nextCommand(add, screen)}`
  }
  const line = ({ text, id }: BankQuestion): Row => [id === null ? '' : `#${id}`, text]
  const academic = questions.filter(each => !each.career).map(line)
  const career = questions.filter(each => each.career).map(line)
  const rows: Row[] = [
    theme.heading(role === 'shadowing' ? 'For the person you shadow' : 'First'),
    ...academic,
    ...(career.length ? ['', theme.heading('Then, about their path'), ...career] : []),
  ]
  return `${columns(rows, { width: screen.columns })}\n\n${nextCommand(add, screen)}`
}

export function renderBanks({ banks }: { banks: Bank[] }, screen: Screen): string {
  const rows: Row[] = banks.map(({ role, questions }) => [
    role,
    `${questions.length}`,
    questions[0]?.text ?? '',
  ])
  const next = nextCommand('netmed question bank <role>', screen)
  return `${columns(rows, { width: screen.columns })}\n\n${next}`
}
