import type { Loop } from '../domain/due/loops.ts'
import type { Prep } from '../domain/meet/prep.ts'
import {
  byDay,
  durationWords,
  fromNow,
  longDay,
  monthAndYear,
  plainDay,
} from '../domain/words/days.ts'
import { counted, listed } from '../domain/words/text.ts'
import { nextCommand, withoutName } from './sentences.ts'
import { columns, type Row } from './table.ts'
import { visible, visibleLines, wrap } from './text.ts'
import type { Screen } from './theme.ts'

/** Lines under one word; a sheet is these parts in the order in which they are needed. */
interface Part {
  label: string
  /** As a heading of its own in Markdown. */
  title: string
  lines: string[]
}

/** The sheet on one screen: who, the last times, what is open, what to read, to ask and to find out. */
export function renderPrep({ prep }: { prep: Prep }, screen: Screen): string {
  const { theme, columns: width } = screen
  const name = theme.name(visible(`${prep.contact.name}  #${prep.contact.id}`))
  const head = [name, ...headLines(prep).map(line => wrap(visible(line), width))]
  const rows: Row[] = partsOf(prep).flatMap(part =>
    part.lines.map((line, index): Row => {
      const label = index === 0 ? part.label : ''
      return [{ text: label, paint: theme.heading }, line]
    }),
  )
  const sheet = columns(rows, { width, indent: 0 })
  return [head.join('\n'), sheet, nextLines(prep, screen)].filter(Boolean).join('\n\n')
}

/** The same sheet to print or to keep beside other notes. */
export function renderPrepMarkdown({ prep }: { prep: Prep }): string {
  const head = [
    `# ${markdown(prep.contact.name)}`,
    ...headLines(prep).map(line => `\n${markdown(line)}`),
  ]
  const parts = partsOf(prep).map(part => {
    const lines = part.lines.map(line => `- ${markdown(line)}`)
    return `## ${part.title}\n\n${lines.join('\n')}`
  })
  return `${[head.join('\n'), ...parts].join('\n\n')}\n`
}

function headLines(prep: Prep): string[] {
  return [prep.about ?? '', meetingLine(prep)].filter(Boolean)
}

/** `Coffee Wed 25 Nov 2026 15:00 to 15:30, in 4 days, the Green Bean, with Marcus Lee: the abstract` */
function meetingLine({ meeting, today }: Prep): string {
  if (!meeting) return ''
  const how = (meeting.occasion ?? 'meeting').replaceAll('-', ' ')
  const hours = meeting.at ? ` ${meeting.at} to ${meeting.ends}` : ''
  const day = meeting.due ? `${longDay(meeting.due)}${hours}` : ''
  const others = meeting.others.map(person => person.name)
  const said = [
    `${how.charAt(0).toUpperCase()}${how.slice(1)} ${day}`.trim(),
    meeting.due && fromNow(meeting.due, today),
    meeting.place,
    others.length && `with ${listed(others)}`,
  ]
  const about = meeting.what === how ? '' : `: ${meeting.what}`
  return `${said.filter(Boolean).join(', ')}${about}`
}

function partsOf(prep: Prep): Part[] {
  const parts: Part[] = [
    { label: 'Who', title: 'Who', lines: whoLines(prep) },
    { label: 'Call them', title: 'What to call them', lines: [greetLine(prep)] },
    { label: 'Last', title: 'Past contacts', lines: lastLines(prep) },
    { label: 'To do', title: 'Yours to do', lines: openLines(prep, prep.mine) },
    { label: 'Waiting', title: 'Waiting for them', lines: openLines(prep, prep.theirs) },
    { label: 'Read', title: 'To read first', lines: prep.read.map(readLine) },
    { label: 'Ask', title: 'To ask', lines: askLines(prep) },
    { label: 'Also ask', title: 'Also ask', lines: prep.broader.map(each => each.text) },
    { label: 'Find out', title: 'Still to find out', lines: prep.ideas },
    { label: 'Place', title: 'Place', lines: placeLines(prep) },
    { label: 'Time', title: 'How long', lines: [timeLine(prep)] },
  ]
  return parts.filter(part => part.lines.length)
}

function whoLines(prep: Prep): string[] {
  const since = prep.knownSince ? `known since ${monthAndYear(prep.knownSince)}` : ''
  const met = [prep.met, since].filter(Boolean).join('; ')
  const known = prep.known.map(({ label, text }) => `${label}: ${text}`).join(' · ')
  const notes = [prep.note, prep.privateNote].flatMap(note => lastOfNote(note))
  return [met, known, ...notes].filter(Boolean)
}

const NOTE_LINES = 2

/** A sheet is one screen; the whole note is what `show` has. */
function lastOfNote(note: string | null): string[] {
  return note === null ? [] : note.split('\n').filter(Boolean).slice(-NOTE_LINES)
}

function greetLine({ greeting, formal }: Prep): string {
  return formal ? `"${greeting}", unless they say otherwise` : `"${greeting}"`
}

function lastLines({ lastTimes, times, today }: Prep): string[] {
  if (!lastTimes.length) return ['Nothing logged yet: this is your first contact.']
  const lines = lastTimes.map(({ on, kind, detail, note, event }) => {
    const what = [detail, event && `at ${event}`, note?.split('\n').at(-1)].filter(Boolean)
    const said = what.length ? `: ${what.join(' · ')}` : ''
    return `${plainDay(on, today)}, ${kind.replaceAll('-', ' ')}${said}`
  })
  const before = times - lastTimes.length
  return before > 0 ? [...lines, `and ${counted(before, 'time')} before`] : lines
}

function openLines({ read, contact, today }: Prep, loops: readonly Loop[]): string[] {
  const toRead = new Set(read.map(each => each.followUp))
  return loops
    .filter(loop => loop.followUp === null || !toRead.has(loop.followUp))
    .map(loop => {
      const due = loop.due ? `, due ${byDay(loop.due, today)}` : ''
      return `#${loop.followUp} ${withoutName(loop, contact.name)}${due}`
    })
}

function readLine({ text, why, followUp }: Prep['read'][number]): string {
  return `${text} (${followUp === null ? why : `#${followUp}, ${why}`})`
}

function askLines({ questions, advice }: Prep): string[] {
  const lines = questions.map(({ id, text, career }) => {
    return `#${id} ${text}${career ? ' (career)' : ''}`
  })
  return advice ? [...lines, advice.words] : lines
}

/** Whose turn it is, and where to put the place once it is known. */
function placeLines({ turn, meeting }: Prep): string[] {
  if (!turn) return []
  const then = `Once you have one: netmed edit ${meeting?.id} --place "…"`
  return meeting ? [turn.words, then] : [turn.words]
}

/** A day of shadowing is another thing than a talk. */
function timeLine({ minutes, meeting }: Prep): string {
  const long = durationWords(minutes)
  return meeting?.occasion === 'shadowing'
    ? `${long}; ask when to arrive, what to wear and how active you can be`
    : long
}

function nextLines({ questions, advice, contact, meeting }: Prep, screen: Screen): string {
  const kind = meeting ? ` --kind ${meeting.occasion ?? 'meeting'}` : ''
  const who = [contact.handle, ...(meeting?.others ?? []).map(person => person.handle)].join(', ')
  const asked = questions.length
    ? [`netmed question done ${questions.map(({ id }) => id).join(' ')}`]
    : []
  const seen = meeting?.occasion === 'shadowing' ? [`netmed debrief ${contact.handle}`] : []
  const after = [...asked, `netmed log ${who}${kind} --detail "…"`, ...seen]
  return [
    ...(advice?.command ? [nextCommand(advice.command, screen)] : []),
    'Afterwards:',
    ...after.map(line => nextCommand(line, screen)),
  ].join('\n')
}

/** Text in a Markdown document: nothing in it becomes markup or a line of its own. */
function markdown(text: string): string {
  return visibleLines(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>]/g, '\\$&')
    .replace(/^(#+|[+-]|\d+[.)])(?=\s|$)/, '\\$1')
}
