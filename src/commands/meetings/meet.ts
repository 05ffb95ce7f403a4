import type { Context } from '../../context.ts'
import { OCCASIONS } from '../../domain/data/choices.ts'
import { readOccasion } from '../../domain/data/reading.ts'
import { meetingAnswer, mustLieAhead, planMeeting } from '../../domain/meet/meetings.ts'
import { isDayWords, readMinutes, readWhen } from '../../domain/words/read-days.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../input/command.ts'
import { fillIn, lineField, reads } from '../../input/form.ts'
import { pickPeople } from '../../input/pick.ts'
import { dayTyped } from '../../input/typed-days.ts'
import { warnOfPatients } from '../../input/warn.ts'
import { renderMeeting } from '../../render/meeting.ts'

const WHO = {
  who: {
    help: 'the people: names or numbers',
    ask: 'Who are you meeting?',
    required: true,
    read: (text: string) => text,
  },
} as const

const FORM = {
  on: {
    flag: 'on',
    short: 'o',
    placeholder: 'when',
    help: 'the day, and the time if you know it: "wed 15:00"',
    required: true,
    ask: 'When? (for example: wed 15:00)',
    loose: isDayWords,
    read: (text: string, ctx: Context) =>
      mustLieAhead(readWhen(dayTyped(text, ctx), ctx.today, { lean: 'ahead' }), ctx),
  },
  for: {
    flag: 'for',
    placeholder: 'time',
    help: 'how long: 20m, 1h (default: 30m, with students 1h)',
    loose: reads(readLength),
    read: readLength,
  },
  place: lineField('where', { flag: 'place' }),
  kind: {
    flag: 'kind',
    short: 'k',
    placeholder: 'occasion',
    help: 'coffee, call, office-hours, shadowing, … (meeting)',
    loose: reads(text => readOccasion(text, OCCASIONS)),
    read: (text: string) => readOccasion(text, OCCASIONS),
  },
  about: lineField('what it is about', { flag: 'about' }),
} as const

export const meet: Verb = {
  words: 'meet [who...]',
  says: 'plan a meeting; it shows up in due and in the calendar',
  examples: [
    'netmed meet chen --on "wed 15:00" --kind coffee --place "the Green Bean"',
    'netmed meet chen, lee --on "1 dec 9:30" --for 20m --kind video',
    'netmed snooze 9 "fri 10:00"           moves it',
    'netmed log chen --kind coffee         logs it afterwards',
  ],
  form: FORM,
  dayFlag: 'on',
  async act(ctx, { args, typed }) {
    // What is missing is named all at once, so both forms are filled together.
    const said = { ...typed, ...(args.length && { who: args.join(' ') }) }
    const { who, ...values } = await fillIn(ctx, { ...WHO, ...FORM }, said)
    const { on: when, for: minutes, kind: occasion, ...rest } = values
    const read = ctx.store.read()
    const people = await pickPeople(ctx, read, args.length ? args : [who])
    warnOfPatients(ctx, read, [rest.about, rest.place], { as: 'mail' })
    const contacts = people.contacts.map(contact => contact.id)
    const { db, answer } = await ctx.store.update(db =>
      planMeeting(db, { ...rest, contacts, when, minutes, occasion }),
    )
    ctx.changed(meetingAnswer(ctx.told(db), answer, ctx.today), renderMeeting)
  },
}

const LONGEST = 24 * 60

function readLength(text: string): number {
  const minutes = readMinutes(text)
  if (minutes >= 1 && minutes <= LONGEST) return minutes
  throw new Failure('usage', `A meeting can't last ${text}.`, 'Write it like: 20m, 1h, 1h30m.')
}
