import { describe, expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

/** #1 Maya Chen, #2 Omar Aziz, #3 to #5 three reminders, #6 Sam Roth, #7 a reminder. */
async function withLoops(): Promise<World> {
  const me = world()
  await me.run('add "Dr. Maya Chen" --role faculty')
  await me.run('add "Omar Aziz" --role peer')
  await me.run('remind chen "the abstract" --due fri')
  await me.run('remind omar "the book" --due "30 nov"')
  await me.run('remind "register" --due "1 dec"')
  await me.run('add "Sam Roth"')
  await me.run('remind "boards" --due "2 dec"')
  return me
}

const openNumbers = (me: World) =>
  me
    .data()
    .followUps.filter(each => !each.closed)
    .map(each => each.id)

describe('done', () => {
  it('of several numbers says each, and one undo brings all back', async () => {
    const me = await withLoops()
    expect((await me.run('done 5 3,#7')).out).toBe(
      `Done #5: register.
Done #3: Dr. Maya Chen: the abstract.
Done #7: boards.
  netmed undo   takes all of it back
`,
    )
    expect(openNumbers(me)).toEqual([4])
    await me.run('undo')
    expect(openNumbers(me)).toEqual([3, 4, 5, 7])
  })

  it.each([
    ['99', 'There is no #99.'],
    ['6', '#6 is a person (Sam Roth), not a follow-up.'],
    ['chen', '"chen" is not a number.'],
  ])('changes nothing when one of them is %s', async (other, why) => {
    const me = await withLoops()
    const before = me.data()
    expect((await me.run(`done 3 ${other} 5`)).err).toContain(why)
    expect(me.data()).toEqual(before)
  })

  it('of a range takes the open ones, shows them and asks', async () => {
    const me = await withLoops()
    await me.run('done 4')
    const ran = await me.run('done 3-7', { answers: [true] })
    expect(ran).toEqual({
      code: 0,
      err: `  #3  Dr. Maya Chen: the abstract · due Fri
  #5  register · due Tue 1 Dec
  #7  boards · due Wed 2 Dec
`,
      out: `Done #3: Dr. Maya Chen: the abstract.
Done #5: register.
Done #7: boards.
  netmed undo   takes all of it back
`,
    })
  })

  it('of a range changes nothing after a no, and without a terminal wants --yes', async () => {
    const me = await withLoops()
    expect((await me.run('done 3-7', { answers: [false] })).out).toBe('Nothing was changed.\n')
    const alone = await me.run('done 3-7')
    expect(alone.code).toBe(2)
    expect(alone.err).toContain(
      '4 open follow-ups: #3, #4, #5 and #7. Nothing was changed yet.\n  To go ahead, type it again with --yes.\n',
    )
    expect(openNumbers(me)).toEqual([3, 4, 5, 7])
    await me.run('done 3-7 --yes')
    expect(openNumbers(me)).toEqual([])
  })

  it('of a range with nothing open says so', async () => {
    const me = await withLoops()
    expect(await me.run('done 8-20 --yes')).toEqual({
      code: 1,
      out: '',
      err: 'There is no open follow-up from #8 to #20.\n  To see what is open: netmed due --all\n',
    })
  })

  it('takes a hundred of a range and no more', async () => {
    const me = await withLoops()
    me.rewrite(data => {
      const [first] = data.followUps
      for (let id = 101; first && id <= 201; id++) {
        data.followUps.push({ ...first, id, uid: `u${id}`.padEnd(16, 'u') })
      }
      data.meta.nextId = 300
    })
    expect((await me.run('done 101-201 --yes')).err).toBe(
      'These are 101 open follow-ups; 100 at once is the most.\n  Take a shorter range.\n',
    )
    expect((await me.run('done 101-200 --yes')).code).toBe(0)
  })

  it('asks of each what came of it', async () => {
    const me = world()
    await me.run('add "Maya Chen"')
    await me.run('log chen -k message --advice "read more" --offer "a look at my CV"')
    const ran = await me.run('done 3 4', { answers: ['it worked', 'taken'] })
    expect(ran.out).toBe(
      `Next for #3: Tell Maya Chen how it went: read more, due Sat 28 Nov 2026, in 7 days.
Done #4: Maya Chen offered: a look at my CV.
  netmed undo   takes all of it back
`,
    )
    expect(me.data().followUps.map(each => each.outcome)).toEqual(['it worked', 'taken'])
  })

  it('takes --outcome for one alone', async () => {
    const me = await withLoops()
    const ran = await me.run('done 3 4 --outcome it')
    expect([ran.code, ran.err]).toEqual([
      2,
      '--outcome is for one follow-up at a time.\n  netmed done 7 --outcome "…"\n',
    ])
  })

  it('leaves a held draft out of a range, and refuses it among numbers', async () => {
    const me = await withLoops()
    await me.run('me --name "Jo Park"')
    await me.run('draft check-in omar --hold 1d')
    expect((await me.run('done 7 8')).err).toBe(
      '#8 is a draft on hold, which you look at by itself.\n  netmed done 8\n',
    )
    await me.run('done 3-8 --yes')
    expect(openNumbers(me)).toEqual([8])
  })
})

describe('drop', () => {
  it('of several says each', async () => {
    const me = await withLoops()
    expect((await me.run('drop 3 4')).out).toBe(
      `Let go of #3: Dr. Maya Chen: the abstract.
Let go of #4: Omar Aziz: the book.
  netmed undo   takes all of it back
`,
    )
  })

  it('of a range asks', async () => {
    const me = await withLoops()
    await me.run('drop 4-5 7', { answers: [true] })
    expect(openNumbers(me)).toEqual([3])
  })
})

describe('what is older', () => {
  async function afterWeeks(): Promise<World> {
    const me = world({ now: '2026-11-21T15:00:00' })
    await me.run('add "Dr. Maya Chen" --role faculty', { now: '2026-09-01T10:00:00' })
    await me.run('log chen -k office-hours --promise "the abstract" --ask "a letter"', {
      now: '2026-09-01T10:00:00',
    })
    await me.run('done 5 --outcome agreed', { now: '2026-09-01T10:00:00' })
    await me.run('remind "the form" --due "1 oct"', { now: '2026-09-02T10:00:00' })
    await me.run('remind "boards" --due "1 nov"', { now: '2026-09-02T10:00:00' })
    return me
  }

  it('is listed, and let go of after a look', async () => {
    const me = await afterWeeks()
    expect((await me.run('due --older')).out).toBe(
      `Older than 3 weeks, and unchanged since
  #3  Thank Dr. Maya Chen for the office hours · due    netmed draft thanks chen
      Wed 2 Sep
  #6  the form · due Thu 1 Oct                          netmed done 6

To let go of all of these: netmed drop --older
`,
    )
    const ran = await me.run('drop --older', { answers: [true] })
    expect(ran).toEqual({
      code: 0,
      err: `  #3  Thank Dr. Maya Chen for the office hours · due Wed 2 Sep
  #6  the form · due Thu 1 Oct
`,
      out: `Let go of #3: Thank Dr. Maya Chen for the office hours.
Let go of #6: the form.
  netmed undo   takes all of it back
`,
    })
    expect(openNumbers(me)).toEqual([4, 5, 7])
  })

  it('drops exactly what is listed', async () => {
    const me = await afterWeeks()
    const ids = (loops: { id: number }[]) => loops.map(({ id }) => id)
    const listed = ids((await me.json('due --older')).items)
    expect(ids((await me.json('drop --older --yes')).followUps)).toEqual(listed)
    expect((await me.json('due --older')).items).toEqual([])
  })

  it('says so when there is nothing', async () => {
    const me = await withLoops()
    const nothing = 'Nothing open is older than 3 weeks.\n  netmed due\n'
    expect((await me.run('due --older')).out).toBe(nothing)
    expect((await me.run('drop --older')).out).toBe(nothing)
  })

  it('stands alone in both commands', async () => {
    const me = await withLoops()
    expect((await me.run('drop 3 --older')).err).toBe(
      '--older takes its own list, so leave out the numbers.\n  To see it: netmed due --older\n',
    )
    expect((await me.run('due --older --all')).err).toBe(
      '--older shows its own list.\n  netmed due --older\n',
    )
  })
})

describe('snooze', () => {
  it.each([
    ['snooze 3 4 "1 dec"', [3, 4]],
    ['snooze 3,4 1 dec', [3, 4]],
    ['snooze 3 4 until next tue', [3, 4]],
    ['snooze 3 1 dec', [3]],
    ['snooze 3-4 10d --yes', [3, 4]],
  ])('%s moves %j', async (line, moved) => {
    const me = await withLoops()
    expect((await me.run(line)).code).toBe(0)
    const there = me.data().followUps.filter(each => each.updatedAt)
    expect(there.map(each => each.id)).toEqual(moved)
  })

  it('says each', async () => {
    const me = await withLoops()
    expect((await me.run('snooze 3 4 fri')).out).toBe(
      `#3 waits until Fri 27 Nov 2026, in 6 days: Dr. Maya Chen: the abstract.
#4 waits until Fri 27 Nov 2026, in 6 days: Omar Aziz: the book.
  netmed undo   takes all of it back
`,
    )
  })

  it('is undone and redone with a word for each', async () => {
    const me = await withLoops()
    await me.run('snooze 3 4 5 "4 dec"')
    expect((await me.run('undo')).out).toContain(
      'Now: due Fri 27 Nov 2026,\nin 6 days. #4 and #5 are changed back too.\n',
    )
    expect((await me.run('redo')).out).toContain(
      'Now: due Fri 4 Dec 2026,\nin 13 days. #4 and #5 are changed again.\n',
    )
  })

  it('takes no bare number for a day', async () => {
    const me = await withLoops()
    expect(await me.run('snooze 3 4')).toEqual({
      code: 2,
      out: '',
      err: 'The day comes last, and "4" is only a number.\n  netmed snooze 3 4 fri\n',
    })
  })

  it('asks of a range with its day', async () => {
    const me = await withLoops()
    const { err } = await me.run('snooze 3-5 "30 nov"')
    expect(err).toContain('3 open follow-ups: #3, #4 and #5. Nothing was changed yet.')
    await me.run('snooze 3-5 "30 nov"', { answers: [true] })
    expect(
      me
        .data()
        .followUps.slice(0, 3)
        .map(each => each.due),
    ).toEqual(['2026-11-30', '2026-11-30', '2026-11-30'])
  })

  it('among numbers takes those of people too, and ends their rest', async () => {
    const me = await withLoops()
    expect((await me.run('snooze 1 3 6 fri')).out).toBe(
      `#3 waits until Fri 27 Nov 2026, in 6 days: Dr. Maya Chen: the abstract.
No reminders about Dr. Maya Chen until Fri 27 Nov 2026, in 6 days.
No reminders about Sam Roth until Fri 27 Nov 2026, in 6 days.
  netmed undo   takes all of it back
`,
    )
    expect((await me.run('snooze 1 6 off')).out).toBe(
      `Reminders about Dr. Maya Chen are on again.
Reminders about Sam Roth are on again.
  netmed undo   takes all of it back
`,
    )
  })

  it('names the message for each meeting that moves', async () => {
    const me = await withLoops()
    await me.run('meet chen --on "25 nov 15:00"')
    await me.run('meet omar --on "25 nov 17:00"')
    const { out } = await me.run('snooze 8 9 "26 nov"')
    expect(out).toContain('netmed draft timeline-change 8')
    expect(out).toContain('netmed draft timeline-change 9')
  })
})

describe('heard', () => {
  async function waiting(): Promise<World> {
    const me = world()
    await me.run('me --name "Jo Park"')
    await me.run('add "Marcus Lee" --role peer --email lee@x.org')
    await me.run('add "Ana Silva" --role peer --email ana@x.org')
    for (const who of ['lee', 'ana']) {
      await me.run(`log ${who} -k class -o "1 nov"`)
      await me.run(`draft invite ${who} --set activity=tea --set place=Peet --set times=fri --sent`)
    }
    return me
  }

  it('of several logs an answer of each, in one step', async () => {
    const me = await waiting()
    const replies = me.data().followUps.filter(each => each.kind === 'reply')
    expect(replies).toHaveLength(2)
    const { out } = await me.run(`heard ${replies.map(each => each.id).join(' ')}`)
    expect(out).toMatch(/^Logged #\d+: email from Marcus Lee, Sat 21 Nov 2026\.$/m)
    expect(out).toMatch(/^Logged #\d+: email from Ana Silva, Sat 21 Nov 2026\.$/m)
    expect(openNumbers(me)).toEqual([])
    await me.run('undo')
    expect(openNumbers(me)).toEqual(replies.map(each => each.id))
  })

  it('takes the numbers of people as well, and changes nothing when one is none', async () => {
    const me = await waiting()
    const before = me.data()
    expect((await me.run('heard 1 99')).code).toBe(1)
    expect(me.data()).toEqual(before)
    const { logged } = await me.json('heard 1,2')
    expect(logged).toHaveLength(2)
  })

  it('asks of each what they said, and takes a typed yes for all', async () => {
    const me = await waiting()
    await me.run('log lee, ana -k call --ask "a letter, by 1 feb" --no-follow-up')
    const asked = await me.run('heard lee, ana', { answers: ['yes', 'no'] })
    expect(asked.out).toContain('as they said no')
    const stages = () => me.data().followUps.filter(each => each.kind === 'ask')
    expect(stages()).toMatchObject([{ stage: 'agreed' }, { closed: 'dropped' }])
    await me.run('undo')
    await me.run('heard lee, ana --agreed')
    expect(stages()).toMatchObject([{ stage: 'agreed' }, { stage: 'agreed' }])
  })

  it('in person is one contact with all of them', async () => {
    const me = await waiting()
    expect((await me.json('heard 1 2 -k call')).interaction.contacts).toEqual([1, 2])
  })

  it('gives a detail to whom it is of', async () => {
    const me = await waiting()
    await me.run('heard lee, ana -d "ana: her cardiology rotation"')
    const details = me
      .data()
      .interactions.slice(-2)
      .map(each => each.detail)
    expect(details).toEqual([undefined, 'her cardiology rotation'])
  })
})

describe('archive', () => {
  it('takes several numbers, and brings them back', async () => {
    const me = await withLoops()
    expect((await me.run('archive 1 6')).out).toBe(
      `2 people are archived; nothing was deleted: Dr. Maya Chen (#1) and Sam Roth
(#6).
  netmed undo   takes all of it back
`,
    )
    expect((await me.run('archive 1,6 --back')).out).toContain('2 people are back')
  })

  it('changes nothing when one number is none, and takes no range', async () => {
    const me = await withLoops()
    const before = me.data()
    expect((await me.run('archive 1 3')).err).toContain('#3 is a follow-up, not a person.')
    expect((await me.run('archive 1-6')).err).toBe(
      'A range such as 1-6 takes follow-ups, not people.\n  Give the number of each person.\n',
    )
    expect(me.data()).toEqual(before)
  })
})
