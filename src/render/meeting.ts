import type { MeetingAnswer } from '../domain/meet/meetings.ts'
import { durationWords, fromNow, longDay, shortDay } from '../domain/words/days.ts'
import { listed } from '../domain/words/text.ts'
import { nextCommand } from './sentences.ts'
import { visible, wrap } from './text.ts'
import type { Screen } from './theme.ts'

/** What a planned meeting was understood as, whose turn the place is, and what to type next. */
export function renderMeeting(answer: MeetingAnswer, screen: Screen): string {
  const { meeting, turn, crowd, clashes, today } = answer
  const says = [
    planned(answer),
    ...clashes.map(each => `At that time you also have #${each.id}, ${each.what}.`),
    ...(crowd ? [`That makes ${crowd} people with you; you like it small.`] : []),
    ...(meeting.at === null && meeting.due
      ? [
          `No time yet. Once you have one: netmed snooze ${meeting.id} "${hourExample(meeting.due, today)}"`,
        ]
      : []),
    ...(turn ? [turn.words, `Once you have one: netmed edit ${meeting.id} --place "…"`] : []),
  ]
  const isOpen = meeting.at === null
  const who = meeting.contacts[0]?.handle
  const then = isOpen ? `netmed draft invite ${who}` : `netmed prep ${who}`
  return [...says.map(text => wrap(visible(text), screen.columns)), nextCommand(then, screen)].join(
    '\n',
  )
}

/** `Planned #9: coffee with Dr. Maya Chen, Wed 25 Nov 2026 15:00 to 15:30, in 4 days, the Green Bean.` */
function planned({ meeting, today }: MeetingAnswer): string {
  const how = (meeting.occasion ?? 'meeting').replaceAll('-', ' ')
  const names = listed(meeting.contacts.map(person => person.name))
  const hours = meeting.at ? ` ${meeting.at} to ${meeting.ends}` : ''
  const day = meeting.due ? `${longDay(meeting.due)}${hours}, ${fromNow(meeting.due, today)}` : ''
  return `${[
    `Planned #${meeting.id}: ${how} with ${names}, ${day}`,
    !meeting.at && meeting.minutes && durationWords(meeting.minutes),
    meeting.place,
    meeting.what !== how && `about ${meeting.what}`,
  ]
    .filter(Boolean)
    .join(', ')}.`
}

function hourExample(due: string, today: string): string {
  return `${shortDay(due, today).split(' ').slice(1).join(' ').toLowerCase()} 15:00`
}
