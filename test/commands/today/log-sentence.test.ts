import { expect, it } from 'vitest'
import { ENTER, type World, world } from '../../support/netmed.ts'

async function known(...names: string[]): Promise<World> {
  const me = world()
  for (const name of names) await me.run(`add "${name}"`)
  return me
}

it('a sentence is logged as it was said', async () => {
  const me = await known('Priya Nair', 'Omar Aziz')
  const ran = await me.run('log coffee with priya and omar yesterday about the match list')
  expect(ran).toEqual({
    code: 0,
    out: 'Logged #3: coffee with Priya Nair and Omar Aziz, Fri 20 Nov 2026.\n  netmed due\n',
    err: '',
  })
  expect(me.data().interactions).toMatchObject([
    { kind: 'coffee', contacts: [1, 2], on: '2026-11-20', detail: 'the match list' },
  ])
})

it('nothing is logged of what is not clear, and the whole line is said', async () => {
  const me = await known('Priya Nair', 'Ana Silva', 'Ana Costa')
  expect(await me.run('log study group with priya for biochem')).toEqual({
    code: 2,
    out: '',
    err:
      `"for biochem" isn't clear here. Understood: study session with Priya Nair.\n` +
      '  netmed log study group with priya about biochem\n',
  })
  expect(await me.run('log lunch with ana fri')).toEqual({
    code: 1,
    out: '',
    err:
      '"ana" fits 2 people: Ana Silva (#2) and Ana Costa (#3).\n' +
      '  netmed log lunch with ana silva fri\n  netmed log lunch with ana costa fri\n',
  })
  expect(await me.run('log coffee with priay')).toEqual({
    code: 1,
    out: '',
    err:
      'No one on file is called "priay". Understood: coffee.\n' +
      '  Did you mean Priya Nair (#1)?\n  netmed log coffee with priya\n' +
      '  If this is someone new: netmed log coffee with priay --new\n',
  })
  expect(await me.run('log coffee yesterday')).toEqual({
    code: 2,
    out: '',
    err: 'Who was it with?\n  netmed log coffee yesterday with …\n',
  })
  expect((await me.run('log lunch with priya next fri')).err).toBe(
    'Fri 27 Nov 2026 has not come yet.\n  netmed meet priya --kind lunch --on "next fri"\n',
  )
  expect(me.data().interactions).toEqual([])
})

it('somebody new is added out of a sentence with --new alone', async () => {
  const me = await known('Priya Nair')
  expect((await me.run('log coffee with jane doe about research --new')).out).toBe(
    'Added #2 Jane Doe.\nLogged #3: coffee with Jane Doe, Sat 21 Nov 2026.\n  netmed due\n',
  )
})

it('on a terminal only what is open is asked', async () => {
  const me = await known('Priya Nair', 'Ana Silva', 'Ana Costa')
  const who = await me.run('log coffee yesterday about the strike', { answers: ['priya'] })
  expect(who.out).toContain('Logged #4: coffee with Priya Nair, Fri 20 Nov 2026.')
  const which = await me.run('log lunch with ana', { answers: ['Ana Costa'] })
  expect(which.out).toContain('Logged #5: lunch with Ana Costa')
  const about = await me.run('log study group with priya for biochem', {
    answers: ['about biochem'],
  })
  expect(about.out).toContain('Logged #6: study session with Priya Nair')
  const near = await me.run('log coffee with priay', { answers: ['Priya Nair'] })
  expect(near.out).toContain('Logged #7: coffee with Priya Nair')
  expect(me.data().interactions.map(({ detail }) => detail)).toEqual([
    'the strike',
    undefined,
    'biochem',
    undefined,
  ])
  const none = await me.run('log lunch with ana', { answers: ['none of these'] })
  expect(none.err).toBe('Nothing was logged.\n  netmed list shows who is here.\n')
})

it('what the sentence says is refused as a flag as well', async () => {
  const me = await known('Priya Nair')
  expect((await me.run('log coffee with priya about cats --detail dogs')).err).toBe(
    'The sentence says it already, so leave out --detail.\n' +
      '  Or take it out of the sentence and keep --detail.\n',
  )
  expect((await me.run('log priya: cats --detail dogs')).err).toContain('leave out --detail')
  expect((await me.run('log coffee with priya -k lunch')).err).toContain('leave out --kind')
  expect(me.data().interactions).toEqual([])
})

it('an email that you logged waits for no answer, and that is said', async () => {
  const me = await known('Maya Chen')
  const ran = await me.run('log emailed chen about the poster')
  expect(ran.out).toContain('Logged #2: email to Maya Chen')
  expect(ran.err).toBe('This waits for no answer. When you asked for something: netmed sent chen\n')
})

it('the event of that day gives its kind', async () => {
  const me = await known('Dr. Lena Hoff')
  await me.run('event add "ACC Meeting" -k conference -o "18 nov" --until "20 nov"')
  const ran = await me.run('log met hoff at acc wed about the ablation registry she runs')
  expect(ran.out).toContain(
    'Logged #3: conference with Dr. Lena Hoff at ACC Meeting, Wed 18 Nov 2026.',
  )
})

it('log alone asks on a terminal what happened, and only for what is missing', async () => {
  const me = await known('Priya Nair', 'Dr. Anil Rao')
  const whole = await me.run('log', {
    answers: ["lunch with rao fri about: the strike; who's on call?"],
  })
  expect(whole).toEqual({
    code: 0,
    out: 'Logged #3: lunch with Dr. Anil Rao, Fri 20 Nov 2026.\n  netmed due\n',
    err: 'For example: coffee with priya yesterday about her rotation\n',
  })
  expect(me.data().interactions[0]?.detail).toBe("the strike; who's on call?")
  const missing = await me.run('log', { answers: ['coffee yesterday', 'priya'] })
  expect(missing.out).toContain('Logged #4: coffee with Priya Nair, Fri 20 Nov 2026.')
  const names = await me.run('log', { answers: ['priya'] })
  expect(names.out).toContain('Logged #5: met with Priya Nair')
  const near = await me.run('log', { answers: ['priay', 'Priya Nair'] })
  expect(near.out).toContain('Logged #6: met with Priya Nair')
})

it('Enter makes nobody new', async () => {
  const me = await known('Priya Nair')
  for (const line of ['log', 'log coffee with bo', 'log "Jane Doe"']) {
    const { err } = await me.run(line, {
      answers: line === 'log' ? ['lunch with jane doe', ENTER] : [ENTER],
    })
    expect(err).toContain('Nothing was logged.')
  }
  expect(me.data().contacts).toHaveLength(1)
  const yes = await me.run('log', { answers: ['lunch with jane doe', true] })
  expect(yes.out).toContain('Added #2 Jane Doe.')
})

it('log alone with nobody to ask says what is needed', async () => {
  const { code, err } = await (await known('Priya Nair')).run('log')
  expect(code).toBe(2)
  expect(err).toContain('Who? Type a name or a number.')
})

it('an address behind a name is taken apart', async () => {
  const me = await known('Priya Nair')
  await me.run(['log', 'coffee with Jane Doe <jane@example.org> fri', '--new'])
  await me.run(['log', 'Bo Ek <bo@example.org>', '--new', '--kind', 'lunch'])
  await me.run(['add', 'Kai Lee <kai@example.org>', '--email', 'lee@example.org'])
  expect(me.data().contacts.map(({ name, emails }) => [name, emails])).toEqual([
    ['Priya Nair', undefined],
    ['Jane Doe', ['jane@example.org']],
    ['Bo Ek', ['bo@example.org']],
    ['Kai Lee', ['kai@example.org', 'lee@example.org']],
  ])
  const other = await me.run(['log', 'coffee with priya <bo@example.org>'])
  expect(other.err).toBe('bo@example.org belongs to Bo Ek (#4).\n  Use the number: 4\n')
  const whose = await me.run(['log', 'priya <p@example.org>'])
  expect(whose.err).toContain("I can't tell whose address p@example.org is.")
  expect((await me.run(['log', 'lunch with bo <bo@example.org>'])).code).toBe(0)
})

it('the same people, occasion and day twice are logged, said, and no reason for a rhythm', async () => {
  const me = world()
  await me.run('add "Priya Nair" --role peer')
  await me.run('add "Omar Aziz" --role peer')
  await me.run('log coffee with priya and omar')
  expect((await me.run('log coffee with omar and priya')).out).toBe(
    'Logged #4: coffee with Omar Aziz and Priya Nair, Sat 21 Nov 2026.\n' +
      'You also have #3, coffee with Omar Aziz and Priya Nair on that day. To take this one back: netmed undo\n' +
      '  netmed due\n',
  )
  expect((await me.json('log coffee with priya and omar')).double.id).toBe(3)
  const { out } = await me.run('log priya')
  expect(out).not.toContain('You also have')
  expect(out).toContain(
    'To be reminded about Priya Nair every 3 weeks: netmed edit nair --every 21d',
  )
})

it('a promise to two people is one follow-up with both', async () => {
  const me = await known('Priya Nair', 'Omar Aziz')
  const ran = await me.run(['log', 'lunch with priya and omar', '--promise', 'the slides, by fri'])
  expect(ran.out).toContain(
    'Follow-up #4 · You promised Priya Nair and Omar Aziz: the slides · due by Fri\n',
  )
  expect(me.data().followUps).toMatchObject([{ kind: 'promise', contact: 1, others: [2] }])
  expect((await me.run('show omar')).out).toContain(
    'You promised Priya Nair and Omar Aziz: the slides',
  )
  expect((await me.run('show priya')).out).toContain(
    'You promised Priya Nair and Omar Aziz: the slides',
  )
  await me.run('done 4')
  expect((await me.run('due')).out).not.toContain('slides')
})

it('the second contact offers a rhythm to whoever has none, also after a plain met', async () => {
  const me = world()
  await me.run('add "Priya Nair" --role peer')
  await me.run('add "Omar Aziz" --role peer --every 30d')
  expect((await me.run('log priya and omar')).out).not.toContain('every')
  expect((await me.run('log met priya and omar fri')).out).toContain(
    'To be reminded about Priya Nair every 3 weeks: netmed edit nair --every 21d\n',
  )
  const { out } = await me.run('log priya and omar thu')
  expect(out).not.toContain('every')
})

it('the weekday and the year of a date in figures are said, as emails write dates', async () => {
  const me = await known('Priya Nair')
  expect((await me.run('log coffee with priya 3/11')).out).toContain('Wed 11 Mar 2026.')
  await me.run('settings mail.style intl')
  expect((await me.run('log coffee with priya 3/11')).out).toContain('Tue 3 Nov 2026.')
})

it('a promise, an offer and advice in a sentence come back, and are said', async () => {
  const me = await known('Ada Nwosu')
  const line =
    'log nwosu about the registry, she will send me the protocol, i promised to do the citi training by next friday'
  const { out } = await me.run(line)
  expect(out).toContain('Follow-up #3 · Ada Nwosu offered: send me the protocol')
  expect(out).toContain('Follow-up #4 · You promised Ada Nwosu: do the citi training · due by')
  expect(me.data().followUps[1]).toMatchObject({ kind: 'promise', due: '2026-11-27' })
  expect(me.data().interactions[0]?.detail).toContain('i promised to do the citi training')
})

it('on a terminal each is asked about, and in scripts what is not sure is named', async () => {
  const me = await known('Ada Nwosu')
  const line = 'log nwosu about step 1, he said quit two clubs. i promised to send him the slides'
  await me.run(line, { answers: [false, ENTER] })
  expect(me.data().followUps).toMatchObject([{ kind: 'promise', what: 'send him the slides' }])
  const { err } = await me.run(line.replace('promised', 'forgot'))
  expect(err).toBe('Maybe advice: quit two clubs. To keep such a thing, type it after --advice.\n')
  await me.run(`${line} --no-follow-up`)
  await me.run([...line.split(' '), '--promise', 'the slides'])
  const promises = me.data().followUps.filter(({ kind }) => kind === 'promise')
  expect(promises.map(({ what }) => what)).toEqual(['send him the slides', 'the slides'])
})

it('a line of a file opens what it surely says, too', async () => {
  const me = await known('Ada Nwosu')
  await me.run('log -', { stdin: "call nwosu about apps, i'll send her my cv by fri\n" })
  expect(me.data().followUps).toMatchObject([
    { kind: 'promise', what: 'send her my cv', due: '2026-11-27' },
  ])
})

it('nobody is asked whose a detail is where it is of no one in particular, or nobody is on file', async () => {
  const me = await known('Priya Nair', 'Omar Aziz')
  const match = await me.run('log lunch with priya and omar about the match', { answers: [] })
  expect(match.code).toBe(0)
  const fresh = await me.run('log study group with nina and tariq about her notes', {
    answers: [true],
  })
  expect(fresh.code).toBe(0)
})

it('what is taken for the detail without about or a colon is said', async () => {
  const me = await known('Ada Nwosu')
  const loose = await me.run(['log', 'lecture', 'with', 'nwosu,', "she's", 'on', 'sabbatical'])
  expect(loose.err).toBe("What it was about: she's on sabbatical\n")
  expect((await me.run('log lecture with nwosu about beta blockers')).err).toBe('')
})
