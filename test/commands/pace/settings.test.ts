import { expect, it } from 'vitest'
import { SETTINGS } from '../../../src/domain/data/settings.ts'
import { world } from '../../support/netmed.ts'

it('every setting is listed with its value, default, unit and where it acts', async () => {
  const { settings } = await world().json('settings')
  expect(settings.map((each: { key: string }) => each.key)).toEqual(SETTINGS.map(row => row.key))
  expect(settings[0]).toEqual({
    key: 'rhythm.support',
    value: 14,
    default: 14,
    unit: 'days',
    acts: 'how often to keep in touch with your support circle',
    isSet: false,
    isUsual: true,
  })
})

it('a number is set by hand, acts at once, and is listed with its default', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen" --circle mentor')
  expect((await me.run('settings rhythm.mentor 6w')).out).toBe(
    `rhythm.mentor is 42 days: how often to keep in touch with mentors (default 30).
To go back to the default:
  netmed settings rhythm.mentor --reset
`,
  )
  expect((await me.json('due')).items[0].every).toBe(42)
  expect((await me.run('settings', { columns: 100 })).out).toContain(
    'keep in touch with mentors (default 30)',
  )
})

it('the default is given back, and the file forgets what was set', async () => {
  const me = world()
  await me.run('settings budget.notes 2')
  expect((await me.run('settings budget.notes --reset')).out).toContain(
    'budget.notes is 1 a week again.',
  )
  expect(me.data().settings).toEqual({})
})

it('setting the default leaves nothing in the file', async () => {
  const me = world()
  await me.run('settings due.lines 3')
  await me.run('settings due.lines 7')
  expect(me.data().settings).toEqual({})
})

it('an unknown key names the nearest', async () => {
  const ran = await world().run('settings rhythm.mentr 5')
  expect(ran).toEqual({
    code: 2,
    out: '',
    err: 'There is no setting "rhythm.mentr".\n  Did you mean rhythm.mentor? All of them: netmed settings --all\n',
  })
})

it.each([
  ['rhythm.mentor', '0'],
  ['rhythm.mentor', 'soon'],
  ['rhythm.mentor', '4000'],
  ['budget.notes', '1.5'],
  ['due.lines', '0'],
  ['long.factor', '0.5'],
  ['style', 'tiny'],
  ['mail.style', 'british'],
  ['calendar.time', '25:00'],
  ['calendar.latest', '07:00'],
  ['lint.off', 'vauge'],
  ['lint.off', 'room-or-bed'],
])('%s is never %s', async (key, value) => {
  const me = world()
  expect((await me.run(['settings', key, value])).code).toBe(2)
  expect((await me.json(`settings ${key}`)).setting.isSet).toBe(false)
})

it.each([
  ['days.advice', '3 weeks', 21],
  ['meeting.minutes', '1h', 60],
  ['long.factor', '2.5', 2.5],
  ['calendar.time', '7am', '07:00'],
  ['style', 'Small', 'small'],
  ['mail.style', 'INTL', 'intl'],
  ['lint.off', 'vague, patient', 'vague,patient'],
  ['lint.off', 'favour, vague', 'favor,vague'],
  ['crisis-line', 'Campus line 555 0100', 'Campus line 555 0100'],
])('%s understands %s', async (key, typed, value) => {
  const me = world()
  await me.run(['settings', key, typed])
  expect((await me.json(`settings ${key}`)).setting.value).toBe(value)
})

it('a key alone is shown, an empty value and a value beside --reset are refused', async () => {
  const me = world()
  expect((await me.run('settings budget.notes')).out).toBe(
    'budget.notes is 1 a week: how many check-in emails to mentors and people ahead\nof you (the default).\nTo change it:\n' +
      '  netmed settings budget.notes …\n',
  )
  expect((await me.run(['settings', 'budget.notes', ''])).err).toContain('<value> is empty.')
  expect((await me.run('settings budget.notes 2 --reset')).err).toBe(
    '--reset takes no value: it restores the default.\n  netmed settings budget.notes --reset\n',
  )
  expect((await me.json('settings budget.notes')).setting.isSet).toBe(false)
})

it('giving everything its default asks first', async () => {
  const me = world()
  await me.run('settings budget.notes 2')
  await me.run('settings style small')
  expect((await me.run('settings --reset')).code).toBe(2)
  expect((await me.run('settings --reset', { answers: [false] })).code).toBe(0)
  expect(me.data().settings).toEqual({ 'budget.notes': 2, style: 'small' })
  await me.run('settings --reset --yes')
  expect(me.data().settings).toEqual({})
})

it('every key stands whole and every line fits on a narrow screen', async () => {
  const { out } = await world().run('settings --all', { columns: 40 })
  expect(SETTINGS.filter(({ key }) => !out.includes(`  ${key}`))).toEqual([])
  expect(out.split('\n').filter(line => line.length > 40)).toEqual([])
})

it('without --all only what people change is shown, and whatever was changed', async () => {
  const me = world()
  await me.run('settings days.fill 30')
  const { out } = await me.run('settings', { columns: 100 })
  expect(out).toContain('  days.fill        30 days     how far back a draft looks')
  expect(out).not.toContain('prep.ideas')
  expect(out).toMatch(
    /\nAll 69 settings: netmed settings --all\nTo change one:\n {2}netmed settings rhythm.mentor 6w\n$/,
  )
})

it('style says what small is, whatever it is set to', async () => {
  const me = world()
  expect((await me.run('settings style small')).out.split('\n')[0]).toBe(
    'style is small: what size of get-together to suggest; small is up to three',
  )
})

it('every number that netmed goes by is there to be read, as it stands before anybody changes one', async () => {
  const me = world()
  expect(
    (await me.run('settings --all')).out,
  ).toBe(`  rhythm.support             14 days        how often to keep in touch with your
                                            support circle
  rhythm.mentor              30 days        how often to keep in touch with
                                            mentors
  rhythm.mentee              60 days        how often to keep in touch with
                                            mentees
  rhythm.letter-writer       60 days        how often to keep in touch with
                                            letter writers
  rhythm.research            60 days        how often to keep in touch with your
                                            research circle

  offer.peer                 21 days        how often netmed suggests keeping in
                                            touch with a peer
  offer.family               21 days        how often netmed suggests keeping in
                                            touch with family
  offer.senior-student       60 days        how often netmed suggests keeping in
                                            touch with a senior student
  offer.resident             90 days        how often netmed suggests keeping in
                                            touch with a resident
  offer.fellow               90 days        how often netmed suggests keeping in
                                            touch with a fellow
  offer.attending            90 days        how often netmed suggests keeping in
                                            touch with an attending
  offer.faculty              90 days        how often netmed suggests keeping in
                                            touch with faculty
  offer.advisor              90 days        how often netmed suggests keeping in
                                            touch with an advisor
  offer.alumni               180 days       how often netmed suggests keeping in
                                            touch with alumni

  long.factor                1.5 times      netmed says "it has been a while"
                                            after this many times the usual gap

  days.thank-you             1 day          when to send a thank-you
  days.thank-you-again       14 days        at most one thank-you per person in
                                            this time
  days.event                 7 days         when to send the first email after
                                            an event
  days.promise               7 days         when a promise with no date is due
  days.resource              14 days        when a paper or book they suggested
                                            comes up again, with no date
  days.advice                21 days        when advice with no date comes up
                                            again
  days.tell                  7 days         when to tell someone how their
                                            advice worked out
  days.offer                 7 days         when an offer with no date comes up
                                            again
  days.ask                   14 days        when something you asked for comes
                                            up again, with no date
  days.reply                 7 days         how long to wait for an answer from
                                            peers, students and residents
  days.reply-senior          14 days        how long to wait for an answer from
                                            fellows, attendings, faculty and
                                            alumni
  days.backfill              14 days        anything older opens no follow-up
                                            when you log it
  days.fill                  60 days        how far back a draft looks for what
                                            you talked about
  days.result                60 days        when to tell whoever wrote you a
                                            letter how it turned out
  days.remind-first          7 days         first reminder before an agreed date
  days.remind-last           2 days         last reminder before an agreed date
  days.letter-ask            28 days        the least notice for a letter
  days.big-ask               14 days        the least notice for another big ask

  due.lines                  7 lines        the most people shown under Today,
                                            beside what comes up today
  due.within                 7 days         how far ahead netmed due looks
  due.older                  21 days        how long past its day a follow-up
                                            counts as older, for --older
  due.away                   21 days        netmed says "welcome back" after
                                            this long without a change

  start.days                 14 days        how long netmed shows the first
                                            steps under the page

  budget.notes               1 a week       how many check-in emails to mentors
                                            and people ahead of you
  budget.events              1 a month      how many events netmed week suggests
  budget.much                2 times        netmed week suggests writing less
                                            often at this many times
                                            budget.notes

  slowed.per-day             2 people       how many come due each day after a
                                            busy season

  meeting.minutes            30 minutes     how long a meeting is, unless you
                                            say
  meeting.minutes-peer       60 minutes     how long a meeting with peers,
                                            students or family is
  meeting.minutes-shadowing  240 minutes    how long shadowing is
  meeting.alarm              15 minutes     how long before a meeting the alarm
                                            rings

  calendar.time              09:00          the time of a reminder in the
                                            calendar
  calendar.minutes           15 minutes     how long a reminder is in the
                                            calendar
  calendar.earliest          08:00          no alarms before this time
  calendar.latest            21:00          no alarms after this time

  prep.least                 2 questions    fewest specific questions on a prep
                                            sheet
  prep.most                  3 questions    most specific questions on a prep
                                            sheet
  prep.broader               4 questions    broader questions on a prep sheet
  prep.ideas                 3 ideas        things to find out, on a prep sheet
  prep.times                 3 times        past contacts on a prep sheet

  pitch.shortest             65 words       the shortest pitch
  pitch.longest              110 words      the longest pitch
  pitch.slow                 130 words/min  how fast you speak, when slow
  pitch.fast                 150 words/min  how fast you speak, when fast

  support.alone              6 days         how long a rotation can keep you
                                            from your people before netmed
                                            mentions support

  birthdays                  near           whose birthdays come up by
                                            themselves; near is peers, family,
                                            mentors and your support circle
  birthdays.days             3 days         how long before a birthday netmed
                                            tells you

  snooze.times               3 times        how often you snooze someone before
                                            netmed suggests writing less often

  style                      any            what size of get-together to
                                            suggest; small is up to three people
  style.people               3 people       the most people at a meeting, if
                                            style is small

  mail.style                 us             how emails write days and times:
                                            November 27, 3 pm; or 27 November,
                                            15:00

  lint.off                   none           checks to turn off, by name:
                                            patient, for example
  lint.sentences             8 sentences    the most in an email to someone new

  crisis-line                text           the last line of netmed support: In
                                            danger? Call 911 (outside the US,
                                            your local emergency number). To
                                            talk to someone, call or text 988
                                            (US).

To change one:
  netmed settings rhythm.mentor 6w
`)
})

it('a setting is shown with what it was, set back alone or with all others', async () => {
  const me = world()
  expect(
    (await me.run('settings style')).out,
  ).toBe(`style is any: what size of get-together to suggest; small is up to three people
(the default).
To change it:
  netmed settings style …
`)
  expect(
    (await me.run('settings rhythm.mentor 6w')).out,
  ).toBe(`rhythm.mentor is 42 days: how often to keep in touch with mentors (default 30).
To go back to the default:
  netmed settings rhythm.mentor --reset
`)
  expect(
    (await me.run('settings rhythm.mentor')).out,
  ).toBe(`rhythm.mentor is 42 days: how often to keep in touch with mentors (default 30).
To go back to the default:
  netmed settings rhythm.mentor --reset
`)
  expect(
    (await me.run('settings style small')).out,
  ).toBe(`style is small: what size of get-together to suggest; small is up to three
people (default any).
To go back to the default:
  netmed settings style --reset
`)
  expect((await me.run('settings rhythm.mentor --reset')).out).toBe(`rhythm.mentor is 30 days again.
  netmed settings
`)
  expect((await me.run('settings --reset')).out).toBe(`style is any again.
  netmed settings
`)
  expect((await me.run('settings --reset --yes')).out).toBe(`Every setting is back to its default.
  netmed settings
`)
  expect(await me.run('settings style huge')).toEqual({
    code: 2,
    out: '',
    err: `style is any or small, not "huge".
  netmed settings style small
`,
  })
  expect(
    (await me.run('settings lint.off patient,vague')).out,
  ).toBe(`lint.off is patient,vague: checks to turn off, by name: patient, for example
(default none).
To go back to the default:
  netmed settings lint.off --reset
`)
  expect(await me.run('settings rhythm')).toEqual({
    code: 2,
    out: '',
    err: `There is no setting "rhythm".
  All of them: netmed settings --all
`,
  })
})
