import { expect, it } from 'vitest'
import { world } from '../../support/netmed.ts'

it('rm takes a person away with what was theirs alone, and says what stays', async () => {
  const me = world()
  await me.run('add "Priya Nair"')
  await me.run('add "Omar Aziz" --introduced-by priya')
  await me.run('log priya -k coffee')
  await me.run('log priya, omar -k lunch')
  await me.run('remind priya "return the stethoscope" --due fri')
  expect((await me.run('rm priya --yes')).out).toBe(
    [
      'Removed Priya Nair (#1), with 1 follow-up and 1 interaction. 1 interaction',
      'stays, as others were there too. Who introduced 1 person to you is forgotten.',
      'Kept copies hold Priya Nair until Sun 21 Nov 2027 at the latest.',
      '  netmed undo   brings it all back',
      '  netmed backup clear   removes those copies now',
      '',
    ].join('\n'),
  )
  const { contacts, interactions, followUps } = me.data()
  expect(contacts.map(each => each.name)).toEqual(['Omar Aziz'])
  expect(contacts[0]?.introducedBy).toBe(undefined)
  expect(interactions.map(each => each.contacts)).toEqual([[2]])
  expect(followUps).toEqual([])
})

it('rm asks first, naming what would go; no means that nothing changes', async () => {
  const me = world()
  await me.run('add "Priya Nair"')
  await me.run('log priya -k coffee')
  const { code, out } = await me.run('rm priya', { answers: [false] })
  expect({ code, out }).toEqual({ code: 0, out: 'Nothing was removed.\n' })
  expect(me.data().contacts.length).toBe(1)
})

it('with nobody to ask, rm names what would go and --yes', async () => {
  const me = world()
  await me.run('add "Priya Nair"')
  await me.run('log priya -k coffee')
  expect(await me.run('rm priya')).toEqual({
    code: 2,
    out: '',
    err:
      'This removes Priya Nair (#1), with 1 interaction. Nothing was changed yet.\n' +
      '  To go ahead, type it again with --yes.\n',
  })
})

it('of more than two facts the question shows a table', async () => {
  const me = world()
  await me.run('add "Priya Nair"')
  await me.run('add "Ana Silva" --introduced-by priya')
  await me.run('log priya -k coffee --promise "notes"')
  await me.run('log priya, ana -k lunch')
  expect((await me.run('rm priya', { answers: [false] })).err).toBe(
    'This removes Priya Nair (#1):\n' +
      '  goes too   1 follow-up\n' +
      '  goes too   1 interaction\n' +
      '  stays      1 interaction, others were there too\n' +
      '  forgotten  who introduced 1 person to you\n',
  )
})

it('what an interaction had settled opens again, and what it opened stays', async () => {
  const me = world()
  await me.run('add "Maya Chen" --role attending')
  await me.run('log chen -k office-hours')
  await me.run('log chen -k email --promise "send the abstract"')
  expect((await me.run('rm 4 --yes')).out).toBe(
    [
      'Removed email to Maya Chen (#4). What it opened stays: #5.',
      'Open again #3: Thank Maya Chen for the office hours.',
      '  netmed undo   brings it all back',
      '',
    ].join('\n'),
  )
  expect(me.data().followUps.map(each => [each.id, each.closed, each.closedBy])).toEqual([
    [3, undefined, undefined],
    [5, undefined, undefined],
  ])
})

it('what another interaction would have settled too stays closed', async () => {
  const me = world()
  await me.run('add "Maya Chen" --role attending')
  await me.run('log chen -k office-hours')
  await me.run('log chen -k email')
  await me.run('log chen -k message')
  await me.run('rm 4 --yes')
  expect(me.data().followUps.map(each => [each.id, each.closed, each.closedBy])).toEqual([
    [3, 'done', 5],
  ])
})

it('rm of an event keeps its interactions', async () => {
  const me = world()
  await me.run('log "Sam Roth" --new -k conference --event "ACC Meeting"')
  expect((await me.run('rm acc meeting --yes')).out).toBe(
    'Removed ACC Meeting (#2). 1 interaction stays, without the event.\n' +
      '  netmed undo   brings it all back\n',
  )
  expect(me.data().interactions[0]?.event).toBe(undefined)
})

it('rm of a follow-up takes only that', async () => {
  const me = world()
  await me.run('remind "register for boards" --due "1 dec"')
  expect((await me.run('rm 1 --yes')).out).toBe(
    'Removed register for boards (#1).\n  netmed undo   brings it all back\n',
  )
})

it('a planned meeting outlives the first of its people', async () => {
  const me = world()
  await me.run('add "Priya Nair"')
  await me.run('add "Omar Aziz"')
  await me.run('remind priya "see the poster" --due fri')
  me.rewrite(data => Object.assign(data.followUps[0] ?? {}, { kind: 'meeting', others: [2] }))
  await me.run('rm priya --yes')
  expect(me.data().followUps.map(each => [each.contact, each.others])).toEqual([[2, undefined]])
})

it('the answer of rm as JSON holds what went and what opened again', async () => {
  const me = world()
  await me.run('add "Maya Chen" --role attending')
  await me.run('log chen -k office-hours')
  await me.run('log chen -k email')
  expect(await me.json('rm 4 --yes')).toMatchObject({
    interaction: { id: 4, name: 'email to Maya Chen' },
    removed: true,
    gone: { followUps: 0, interactions: 0, questions: 0 },
    opened: [{ id: 3, kind: 'thank-you' }],
    settled: [],
  })
})

it('undo brings a removed person back to the byte', async () => {
  const me = world()
  await me.run('add "Priya Nair" --tag climbing')
  await me.run('log priya -k coffee --promise "send the abstract"')
  const { meta: _, ...before } = me.data()
  await me.run('rm priya --yes')
  await me.run('undo')
  const { meta: __, ...after } = me.data()
  expect(JSON.stringify(after)).toBe(JSON.stringify(before))
})

it('rm never guesses between two', async () => {
  const me = world()
  await me.run('add "Ana Silva" --stage MS2')
  await me.run('add "Ana Costa" --role resident')
  expect(await me.run('rm ana --yes')).toEqual({
    code: 1,
    out: '',
    err:
      '"ana" fits 2 people: Ana Silva (#1, MS2) and Ana Costa (#2, resident).\n' +
      '  Use the number: 1 or 2\n',
  })
})

it('what goes with somebody is counted before it goes', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  await me.run('add "Omar Aziz" --introduced-by ana')
  await me.run('log ana -k coffee --promise "a book"')
  await me.run('log ana, omar -k lunch')
  await me.run('question ana "Why?"')
  expect((await me.run('rm ana', { answers: [false] })).out).toBe('Nothing was removed.\n')
  expect(
    (await me.run('rm ana --yes')).out,
  ).toBe(`Removed Ana Silva (#1), with 1 follow-up, 1 interaction and 1 question. 1
interaction stays, as others were there too. Who introduced 1 person to you is
forgotten.
Kept copies hold Ana Silva until Sun 21 Nov 2027 at the latest.
  netmed undo   brings it all back
  netmed backup clear   removes those copies now
`)
  expect(
    (await me.run('show omar')).out,
  ).toBe(`Omar Aziz  #2                              known since November 2026
no rhythm · netmed edit aziz --every 60d

  #5  21 Nov  lunch

  netmed log aziz
`)
  expect(await me.run('rm 99 --yes')).toEqual({
    code: 1,
    out: '',
    err: `There is no #99.
  For the numbers: netmed due or netmed list
`,
  })
  expect((await me.run('undo')).out).toBe(`Undid: rm Ana Silva (just now). #6, #4 and #3 are back.
To do it again:
  netmed redo
`)
})

it('whoever is removed of several is told, and nobody else is gone', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  await me.run('add "Bo Ek"')
  const { removed, contact } = await me.json('rm 2 --yes')
  expect([removed, contact.displayName]).toEqual([true, 'Bo Ek'])
  expect(me.data().contacts.map(({ name }) => name)).toEqual(['Ana Silva'])
})
