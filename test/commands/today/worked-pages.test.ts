import { describe, expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

type Step = [now: string, line: string, stdin?: string]

async function lived(steps: readonly Step[]): Promise<World> {
  const me = world()
  for (const [now, line, stdin] of steps) {
    const ran = await me.run(line, { now, ...(stdin === undefined ? {} : { stdin }) })
    if (ran.code !== 0) throw new Error(`${line}: ${ran.err}`)
  }
  return me
}

/** The evening of a conference's last day, eight people entered, two without a detail. */
const conference = () =>
  lived([
    ['2026-11-01T20:00', 'add "Nadia Brooks" --role peer --circle support'],
    ['2026-11-01T20:00', 'log nadia -k coffee'],
    ['2026-11-11T09:00', 'add "Marcus Lee" --role alumni --email lee@example.org'],
    ['2026-11-11T09:00', 'sent research lee'],
    ['2026-11-17T12:00', 'add "Omar Aziz" --role resident --email omar@example.org'],
    [
      '2026-11-17T12:00',
      'log omar -k coffee --no-follow-up --promise "send Omar Aziz the abstract, by fri"',
    ],
    [
      '2026-11-18T18:00',
      'event add "ACC Meeting" --kind conference --on "18 nov" --until "20 nov"',
    ],
    [
      '2026-11-18T18:00',
      'event met acc -',
      `Dr. Lena Hoff; attending; cardiology; the ablation registry she runs
Tom Abara; resident; cardiology; his poster
Dr. Sara Lindqvist; faculty; cardiology; the trial
Amit Sen; resident
Rosa Ruiz; fellow
Ida Berg; resident; cardiology; the strike
Leo Katz; fellow; cardiology; night shifts
Eva Moss; resident; cardiology; board prep
`,
    ],
    ['2026-11-20T11:00', 'add "Dr. Chen" --role faculty --email chen@example.org'],
    ['2026-11-20T11:00', 'log chen -k office-hours'],
    ['2026-11-20T11:00', 'remind "renew AMWA" --due "15 jan"'],
    ['2026-11-20T11:00', 'remind "order the book" --due "20 jan"'],
    ['2026-11-20T11:00', 'remind "ask for the schedule" --due "25 jan"'],
  ])

/** The last day of a rotation. */
const rotation = () =>
  lived([
    ['2026-09-01T09:00', 'start done all'],
    ...['one', 'two', 'three', 'four', 'five', 'six'].map(
      (word): Step => ['2026-09-01T09:00', `remind "read chapter ${word}" --due "1 oct"`],
    ),
    ['2026-10-03T20:00', 'add "Nadia Brooks" --role peer --circle support'],
    ['2026-10-03T20:00', 'log nadia -k call'],
    ['2026-10-05T18:00', 'event add "Medicine" --kind rotation --on "5 oct" --until "30 oct"'],
    ['2026-10-05T18:00', 'add "Dr. Adeyemi" --role attending --email adeyemi@example.org'],
    ['2026-10-26T18:00', 'meet adeyemi --about feedback --on "fri 14:00" --for 20m'],
    ['2026-10-20T18:00', 'add "Luis Prado" --role allied-health --specialty pharmacist'],
    ['2026-10-20T18:00', 'add "Mei Tan" --role staff --specialty "ward clerk"'],
    [
      '2026-10-20T18:00',
      'add "Sam Ruiz" --role senior-student --stage MS4 --email ruiz@example.org',
    ],
    [
      '2026-10-20T18:00',
      'event met medicine -',
      `Dr. Sara Lindqvist; attending; lindqvist@example.org
Tom Abara; resident; abara@example.org
Joy Okafor; nurse
Luis Prado
Mei Tan
Sam Ruiz
`,
    ],
    ['2026-10-27T12:00', 'add "Omar Aziz" --role resident --email omar@example.org'],
    [
      '2026-10-27T12:00',
      'log omar -k coffee --no-follow-up --promise "send Omar Aziz the abstract, by fri"',
    ],
  ])

/** Ten weeks of silence. */
const tenWeeks = () =>
  lived([
    ...[...'abcdefghijk'].map(
      (word): Step => ['2026-10-20T09:00', `remind "read ${word}" --due "20 nov"`],
    ),
    ['2026-10-20T09:00', 'remind "Register for Step 1" --due "11 jan"'],
    ['2026-10-20T20:00', 'add "Nadia Brooks" --role peer --circle support'],
    ['2026-10-20T20:00', 'log nadia -k call'],
    ['2026-10-28T12:00', 'add "Dr. Chen" --role faculty --circle mentor --email chen@example.org'],
    ['2026-10-28T12:00', 'log chen -k email --no-follow-up --promise "send Dr. Chen your CV"'],
    [
      '2026-10-28T12:00',
      'add "Dr. Ruth Adeyemi" --role attending --circle mentor --email adeyemi@example.org',
    ],
    ['2026-10-28T12:00', 'meet adeyemi --about feedback --on "fri 14:00" --for 20m'],
    ['2026-10-30T15:00', 'log adeyemi -k meeting --no-follow-up'],
    ['2026-11-02T09:00', 'add "Dr. Eva Stein" --circle mentor'],
    ['2026-11-02T09:00', 'add "Dr. Pat Moss" --circle mentor'],
  ])

describe("the evening of a conference's last day", () => {
  it.each([
    [
      40,
      `Friday 20 November · the ACC Meeting ended today

Today
  #8   Send Omar Aziz the abstract ·
       promised Tuesday
       netmed done 8
       Nadia Brooks · coffee on 1 Nov
       netmed log nadia

Next 7 days
  #36  Thank Dr. Chen for office hours,
       by tomorrow
       netmed draft thanks chen
  8 first notes from the ACC Meeting, by
  Wed 25 Nov
       netmed draft --event acc
       Hoff, Abara, Lindqvist, Sen and 4
       more
       Sen and Ruiz: what did you talk
       about?
       netmed debrief acc

Waiting for them
  #5   Marcus Lee · you wrote on 11 Nov
       netmed heard lee

3 more later: netmed due --all
`,
    ],
    [
      80,
      `Friday 20 November · the ACC Meeting ended today

Today
  #8   Send Omar Aziz the abstract · promised Tuesday  netmed done 8
       Nadia Brooks · coffee on 1 Nov                  netmed log nadia

Next 7 days
  #36  Thank Dr. Chen for office hours, by tomorrow    netmed draft thanks chen
  8 first notes from the ACC Meeting, by Wed 25 Nov    netmed draft --event acc
       Hoff, Abara, Lindqvist, Sen and 4 more
       Sen and Ruiz: what did you talk about?          netmed debrief acc

Waiting for them
  #5   Marcus Lee · you wrote on 11 Nov                netmed heard lee

3 more later: netmed due --all
`,
    ],
    [
      200,
      `Friday 20 November · the ACC Meeting ended today

Today
  #8   Send Omar Aziz the abstract · promised Tuesday  netmed done 8
       Nadia Brooks · coffee on 1 Nov                  netmed log nadia

Next 7 days
  #36  Thank Dr. Chen for office hours, by tomorrow    netmed draft thanks chen
  8 first notes from the ACC Meeting, by Wed 25 Nov    netmed draft --event acc
       Hoff, Abara, Lindqvist, Sen and 4 more
       Sen and Ruiz: what did you talk about?          netmed debrief acc

Waiting for them
  #5   Marcus Lee · you wrote on 11 Nov                netmed heard lee

3 more later: netmed due --all
`,
    ],
  ])('at %i columns', async (columns, page) => {
    const me = await conference()
    expect((await me.run('due', { now: '2026-11-20T19:00', columns })).out).toBe(page)
  })
})

describe('the last day of a rotation', () => {
  it.each([
    [
      40,
      `Friday 30 October · last day of Medicine

Today
  14:00  Feedback with Dr. Adeyemi, 20
         minutes
       netmed prep adeyemi

  Thank the team:
  #18  Dr. Sara Lindqvist, attending
       netmed draft thanks lindqvist
  #21  Tom Abara, resident
       netmed draft thanks abara
  #24  Joy Okafor, nurse
       in person
  #26  Luis Prado, pharmacist
       in person
  #28  Mei Tan, ward clerk
       in person
  #30  Sam Ruiz, MS4
       netmed draft thanks ruiz
  Said it to them? Several at once:
       netmed done 24 26 28

  #33  Send Omar Aziz the abstract ·
       promised Tuesday
       netmed done 33
       Nadia Brooks · call on 3 Oct
       netmed log nadia

6 older: netmed due --older
A hard week? netmed support
`,
    ],
    [
      80,
      `Friday 30 October · last day of Medicine

Today
  14:00  Feedback with Dr. Adeyemi, 20 minutes     netmed prep adeyemi

  Thank the team:
  #18  Dr. Sara Lindqvist, attending               netmed draft thanks lindqvist
  #21  Tom Abara, resident                         netmed draft thanks abara
  #24  Joy Okafor, nurse                           in person
  #26  Luis Prado, pharmacist                      in person
  #28  Mei Tan, ward clerk                         in person
  #30  Sam Ruiz, MS4                               netmed draft thanks ruiz
  Said it to them? Several at once:                netmed done 24 26 28

  #33  Send Omar Aziz the abstract · promised      netmed done 33
       Tuesday
       Nadia Brooks · call on 3 Oct                netmed log nadia

6 older: netmed due --older
A hard week? netmed support
`,
    ],
    [
      200,
      `Friday 30 October · last day of Medicine

Today
  14:00  Feedback with Dr. Adeyemi, 20 minutes         netmed prep adeyemi

  Thank the team:
  #18  Dr. Sara Lindqvist, attending                   netmed draft thanks lindqvist
  #21  Tom Abara, resident                             netmed draft thanks abara
  #24  Joy Okafor, nurse                               in person
  #26  Luis Prado, pharmacist                          in person
  #28  Mei Tan, ward clerk                             in person
  #30  Sam Ruiz, MS4                                   netmed draft thanks ruiz
  Said it to them? Several at once:                    netmed done 24 26 28

  #33  Send Omar Aziz the abstract · promised Tuesday  netmed done 33
       Nadia Brooks · call on 3 Oct                    netmed log nadia

6 older: netmed due --older
A hard week? netmed support
`,
    ],
  ])('at %i columns', async (columns, page) => {
    const me = await rotation()
    expect((await me.run('', { now: '2026-10-30T08:00', columns })).out).toBe(page)
  })
})

describe('after ten weeks', () => {
  it.each([
    [
      40,
      `Monday 11 January

Welcome back.

Today
  #12  Register for Step 1 · due today
       netmed done 12
  #17  Send Dr. Chen your CV · promised
       on 28 Oct
       netmed done 17

       Nadia Brooks
       netmed log nadia
       Dr. Ruth Adeyemi · feedback on 30
       Oct
       netmed draft reconnect adeyemi

11 older, from before December: netmed due --older
To let them go, after a look: netmed drop --older
`,
    ],
    [
      80,
      `Monday 11 January

Welcome back.

Today
  #12  Register for Step 1 · due today            netmed done 12
  #17  Send Dr. Chen your CV · promised on 28     netmed done 17
       Oct

       Nadia Brooks                               netmed log nadia
       Dr. Ruth Adeyemi · feedback on 30 Oct      netmed draft reconnect adeyemi

11 older, from before December: netmed due --older
To let them go, after a look: netmed drop --older
`,
    ],
    [
      200,
      `Monday 11 January

Welcome back.

Today
  #12  Register for Step 1 · due today             netmed done 12
  #17  Send Dr. Chen your CV · promised on 28 Oct  netmed done 17

       Nadia Brooks                                netmed log nadia
       Dr. Ruth Adeyemi · feedback on 30 Oct       netmed draft reconnect adeyemi

11 older, from before December: netmed due --older
To let them go, after a look: netmed drop --older
`,
    ],
  ])('at %i columns', async (columns, page) => {
    const me = await tenWeeks()
    expect((await me.run('', { now: '2027-01-11T08:00', columns })).out).toBe(page)
  })
})
