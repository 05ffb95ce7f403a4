import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { world } from '../../support/netmed.ts'

describe('edit with flags', () => {
  it('sets what was named, and says what it was before', async () => {
    const me = world()
    await me.run('add "Dr. Lena Hoff" --role attending --every 90d')
    expect((await me.run('edit hoff --role faculty --every 30d --specialty cardiology')).out).toBe(
      [
        'Changed Dr. Lena Hoff (#1):',
        '  role       faculty (was attending)',
        '  specialty  cardiology',
        '  rhythm     every 30 days (was every 90 days)',
        '  netmed show hoff',
        '',
      ].join('\n'),
    )
    expect(me.data().contacts[0]).toMatchObject({
      role: 'faculty',
      specialty: 'cardiology',
      every: 30,
    })
  })

  it('--no-<field> takes a field away', async () => {
    const me = world()
    await me.run('add "Priya Nair" --nickname PJ --worry boards --tag climbing --every 30d')
    const { out } = await me.run('edit priya --no-nickname --no-worry --no-tag --no-every')
    expect(out).toBe(
      [
        'Changed Priya Nair (#1):',
        '  nickname  cleared (was PJ)',
        '  worry     cleared',
        '  tag       cleared',
        '  rhythm    cleared (was every 30 days)',
        '  netmed show nair',
        '',
      ].join('\n'),
    )
    expect(Object.keys(me.data().contacts[0] ?? {})).toEqual([
      'id',
      'uid',
      'createdAt',
      'updatedAt',
      'rev',
      'name',
    ])
  })

  it('a list gains what is named, a new address first', async () => {
    const me = world()
    await me.run('add "Priya Nair" --email old@x.org --tag climbing')
    await me.run('edit priya --email new@x.org --tag chess --tag Climbing')
    expect(me.data().contacts[0]).toMatchObject({
      emails: ['new@x.org', 'old@x.org'],
      tags: ['climbing', 'chess'],
    })
  })

  it('a list that is emptied first holds only what is named', async () => {
    const me = world()
    await me.run('add "Priya Nair" --email wrnog@x.org --email other@x.org')
    await me.run('edit priya --no-email --email right@x.org')
    expect(me.data().contacts[0]?.emails).toEqual(['right@x.org'])
  })

  it('a note gains a dated line and loses nothing', async () => {
    const me = world()
    await me.run('add "Priya Nair" --note "two cats"')
    await me.run('edit priya --note "moved to Boston"')
    expect(me.data().contacts[0]?.note).toBe('two cats\n2026-11-21: moved to Boston')
  })

  it('--no-prospect makes a contact of a prospect', async () => {
    const me = world()
    await me.run('add "Pat Moss" --prospect --why "works on sepsis alerts"')
    await me.run('edit moss --no-prospect')
    expect(me.data().contacts[0]?.prospect).toBe(undefined)
  })

  it('the name itself can be changed', async () => {
    const me = world()
    await me.run('add "Pria Nair"')
    expect((await me.run('edit pria --name "Priya Nair"')).out).toBe(
      'Changed Priya Nair (#1):\n  name  Priya Nair (was Pria Nair)\n  netmed show nair\n',
    )
  })

  it('what is so already is no change', async () => {
    const me = world()
    await me.run('add "Priya Nair" --role peer --tag chess')
    const before = me.data()
    expect((await me.run('edit priya --role peer --tag chess')).out).toBe(
      'Nothing changed for Priya Nair (#1).\n  netmed show nair\n',
    )
    expect(me.data()).toEqual(before)
  })

  it('an address or a name that someone else has is refused, unless forced', async () => {
    const me = world()
    await me.run('add "Ana Silva" --email ana@x.org')
    await me.run('add "Ana Costa"')
    expect(await me.run('edit 2 --email ANA@x.org')).toEqual({
      code: 1,
      out: '',
      err:
        'Ana Silva (#1) already has that email address.\n' +
        '  netmed show 1, or edit anyway with --force\n',
    })
    expect((await me.run('edit 2 --name "Aná Silva"')).code).toBe(1)
    expect((await me.run('edit 2 --email ana@x.org --force')).code).toBe(0)
    await me.run('edit 1 --link https://orcid.org/0000-0002-1825-0097')
    expect((await me.run('edit 2 --link 0000-0002-1825-0097')).err).toContain(
      'already has that profile',
    )
    expect((await me.run('edit 2 --link 0000-0002-1825-0097 --force')).code).toBe(0)
    expect((await me.run('edit 2 --link https://x.org --tag new')).code).toBe(0)
  })

  it('who introduced them is looked up, and is never themselves', async () => {
    const me = world()
    await me.run('add "Ana Silva"')
    await me.run('add "Omar Aziz"')
    await me.run('edit omar --introduced-by ana')
    expect(me.data().contacts[1]?.introducedBy).toBe(1)
    expect((await me.run('edit omar --introduced-by omar')).code).toBe(2)
  })

  it('a flag of another kind of record is refused with the ones that fit', async () => {
    const me = world()
    await me.run('remind "register for boards" --due "1 dec"')
    expect(await me.run('edit 1 --email a@x.org')).toEqual({
      code: 2,
      out: '',
      err:
        '#1 is a follow-up, which has no --email.\n' +
        '  It takes --who, --what, --due, --every, --place, --outcome.\n',
    })
  })

  it('without flags and with nobody there it names the flags', async () => {
    const me = world()
    await me.run('remind "register for boards" --due "1 dec"')
    expect(await me.run('edit 1')).toEqual({
      code: 2,
      out: '',
      err:
        'What should change about register for boards (#1)? There is no terminal for the editor.\n' +
        '  Flags: --who, --what, --due, --every, --place, --outcome.\n',
    })
  })

  it('the answer as JSON holds the record and what changed, and nothing private', async () => {
    const me = world()
    await me.run('add "Dr. Priya Nair, MD"')
    const answer = await me.json('edit priya --stage MS3 --worry boards')
    expect(answer).toMatchObject({
      contact: { id: 1, name: 'Dr. Priya Nair, MD', displayName: 'Dr. Priya Nair', stage: 'MS3' },
      changed: ['stage'],
      opened: [],
      settled: [],
    })
    expect(JSON.stringify(answer)).not.toContain('boards')
  })

  it('words that could identify a patient are warned of', async () => {
    const me = world()
    await me.run('add "Priya Nair"')
    const { err } = await me.run('edit priya --note "saw MRN 12345678 together"')
    expect(err).toContain('12345678')
  })
})

describe('edit of other records', () => {
  it('an interaction may change its day, people and occasion', async () => {
    const me = world()
    await me.run('add "Ana Silva"')
    await me.run('add "Omar Aziz"')
    await me.run('log ana -k coffee')
    expect((await me.run('edit 3 --on thu --with "omar, ana" -k lunch --place Greens')).out).toBe(
      [
        'Changed lunch with Omar Aziz and Ana Silva (#3):',
        '  on     Thu 19 Nov 2026, 2 days ago (was Sat 21 Nov 2026)',
        '  kind   lunch (was coffee)',
        '  with   Omar Aziz, Ana Silva',
        '  place  Greens',
        '  netmed show aziz',
        '',
      ].join('\n'),
    )
    expect(me.data().interactions[0]).toMatchObject({
      kind: 'lunch',
      on: '2026-11-19',
      contacts: [2, 1],
    })
  })

  it('an interaction cannot lie ahead, nor be with somebody unknown', async () => {
    const me = world()
    await me.run('log "Ana Silva" --new')
    expect((await me.run('edit 2 --on tomorrow')).code).toBe(2)
    expect((await me.run('edit 2 --with nobody')).code).toBe(1)
  })

  it('the event of an interaction is found or made by name', async () => {
    const me = world()
    await me.run('log "Ana Silva" --new -k conference')
    await me.run('edit 2 --event "ACC Meeting"')
    expect(me.data().events.map(event => [event.name, event.kind])).toEqual([
      ['ACC Meeting', 'conference'],
    ])
    await me.run('edit 2 --event "acc meeting"')
    expect(me.data().events.length).toBe(1)
    await me.run('edit 2 --no-event')
    expect(me.data().interactions[0]?.event).toBe(undefined)
  })

  it('a prospect added to an interaction is no longer only a prospect', async () => {
    const me = world()
    await me.run('log "Ana Silva" --new -k panel')
    await me.run('add "Pat Moss" --prospect')
    await me.run('edit 2 --with "ana, moss"')
    expect(me.data().contacts[1]?.prospect).toBe(undefined)
  })

  it('a follow-up may change its person, words and day, but not to a past one', async () => {
    const me = world()
    await me.run('add "Ana Silva"')
    await me.run('remind "return the book" --due fri')
    await me.run('edit 2 --who ana --what "return the two books" --due "1 dec"')
    expect(me.data().followUps[0]).toMatchObject({
      contact: 1,
      what: 'return the two books',
      due: '2026-12-01',
    })
    expect((await me.run('edit 2 --due "1 nov 2026"')).code).toBe(2)
  })

  it('an event gains sessions and may not end before it begins', async () => {
    const me = world()
    await me.run('log "Ana Silva" --new -k conference --event "ACC Meeting"')
    await me.run('edit 2 --session "09:30 ablation" --want "two names" --until "23 nov"')
    expect(me.data().events[0]).toMatchObject({
      until: '2026-11-23',
      sessions: ['09:30 ablation'],
      wants: ['two names'],
    })
    expect(await me.run('edit 2 --until "1 nov 2026"')).toMatchObject({
      code: 2,
      err:
        'It would end on Sun 1 Nov 2026, before it starts on Sat 21 Nov 2026.\n' +
        '  Give both days: the first and the last.\n',
    })
  })

  it('a season understands its own kinds', async () => {
    const me = world()
    await me.run('add "Ana Silva"')
    me.rewrite(data => {
      data.meta.nextId = 3
      data.seasons.push({
        id: 2,
        uid: 'aaaaaaaaaaaaaaaa',
        createdAt: '2026-11-01T12:00:00.000Z',
        name: 'Step 1',
        kind: 'boards',
        pace: 'pause',
        from: '2026-11-01',
        until: '2026-11-30',
      })
    })
    await me.run('edit 2 --kind exams --pace half --until "5 dec"')
    expect(me.data().seasons[0]).toMatchObject({
      kind: 'exams',
      pace: 'half',
      until: '2026-12-05',
    })
    expect((await me.run('edit 2 --kind coffee')).code).toBe(2)
  })
})

describe('edit in the editor', () => {
  /** An editor that makes the first text into the second. */
  const replacing =
    (...changes: [from: string | RegExp, to: string][]) =>
    (words: string[]) =>
      edited(words, text => changes.reduce((all, [from, to]) => all.replace(from, to), text))

  it('shows every field, the filled ones as they are', async () => {
    const me = world()
    await me.run('remind "return: the #1 book" --due fri')
    let shown = ''
    await me.run('edit 1', {
      answers: [],
      programs: words => edited(words, text => (shown = text)),
    })
    expect(shown).toBe(
      [
        '# return: the #1 book (#1)',
        '# Change what you like, then save and close. An empty field is cleared.',
        '# To change nothing, close it as it is or delete the whole text.',
        '',
        'who:               # the person',
        'what: "return: the #1 book"',
        'due: 2026-11-27',
        'every:             # how often it comes again: weekly, 3 months, yearly',
        'place:             # where a meeting is',
        'outcome:           # how it turned out',
        '',
      ].join('\n'),
    )
  })

  it('what is left is what stays', async () => {
    const me = world()
    await me.run('add "Dr. Lena Hoff" --role attending --tag one --tag two --note "two cats"')
    const { out } = await me.run('edit hoff', {
      answers: [],
      programs: replacing(
        [/^role: .*$/m, 'role: faculty'],
        [/^ {2}- one\n/m, ''],
        [/^note: .*$/m, 'note: |\n  three cats\n  and a dog'],
      ),
    })
    expect(out).toBe(
      [
        'Changed Dr. Lena Hoff (#1):',
        '  role  faculty (was attending)',
        '  tag   two',
        '  note  changed',
        '  netmed show hoff',
        '',
      ].join('\n'),
    )
    expect(me.data().contacts[0]).toMatchObject({
      role: 'faculty',
      tags: ['two'],
      note: 'three cats\nand a dog',
    })
  })

  it('closing without a change, or with an empty text, changes nothing', async () => {
    const me = world()
    await me.run('add "Priya Nair" --role peer')
    const before = me.data()
    const same = await me.run('edit priya', { answers: [], programs: replacing() })
    const empty = await me.run('edit priya', { answers: [], programs: replacing([/^.*$/s, '']) })
    expect([same.code, same.out]).toEqual([
      0,
      'Nothing changed for Priya Nair (#1).\n  netmed show nair\n',
    ])
    expect([empty.code, empty.out]).toEqual([same.code, same.out])
    expect(me.data()).toEqual(before)
  })

  it('a form that does not read is opened again with the problem named', async () => {
    const me = world()
    await me.run('add "Priya Nair" --role peer')
    const texts: string[] = []
    const { code } = await me.run('edit priya', {
      answers: [],
      programs: words =>
        edited(words, text => {
          texts.push(text)
          return texts.length === 1
            ? text.replace('role: peer', 'role: pear')
            : text.replace('role: pear', 'role: resident')
        }),
    })
    expect(code).toBe(0)
    expect(texts[1]?.split('\n').slice(0, 3)).toEqual([
      '#! netmed doesn\'t know the role "pear".',
      expect.stringMatching(/^#! Did you mean peer\?/),
      '# Priya Nair (#1)',
    ])
    expect(me.data().contacts[0]?.role).toBe('resident')
  })

  it('closing it again as it was named to be wrong gives up, and says where the text is kept', async () => {
    const me = world()
    await me.run('add "Priya Nair" --role peer')
    const before = me.data()
    const { code, err } = await me.run('edit priya', {
      answers: [],
      programs: replacing(['role: peer', 'rloe: peer']),
    })
    expect(code).toBe(2)
    const kept = /^ {2}What you typed is kept in (.*)$/m.exec(err)?.[1] ?? ''
    expect(err).toBe(
      `There is no field "rloe".\n  Did you mean role?\n  What you typed is kept in ${kept}\n`,
    )
    expect(fs.readFileSync(kept, 'utf8')).toContain('rloe: peer')
    expect(fs.statSync(kept).mode & 0o777).toBe(0o600)
    expect(me.data()).toEqual(before)
  })

  it('a character that cannot be seen is named, and the text is not lost', async () => {
    const me = world()
    await me.run('add "Priya Nair" --role peer')
    const texts: string[] = []
    const { code } = await me.run('edit priya', {
      answers: [],
      programs: words =>
        edited(words, text => {
          texts.push(text)
          return texts.length === 1
            ? text.replace(/^stage:.*$/m, 'stage: MS3\u202e')
            : text.replace('\u202e', '')
        }),
    })
    expect(code).toBe(0)
    expect(texts[1]?.split('\n')[0]).toMatch(/^#! .*an invisible character/)
    expect(me.data().contacts[0]?.stage).toBe('MS3')
  })

  it('a record that was changed meanwhile is not overwritten', async () => {
    const me = world()
    await me.run('add "Priya Nair" --role peer')
    const { code, err } = await me.run('edit priya', {
      answers: [],
      programs: words => {
        me.rewrite(data => Object.assign(data.contacts[0] ?? {}, { stage: 'MS3', rev: 1 }))
        return edited(words, text => text.replace('role: peer', 'role: resident'))
      },
    })
    expect(code).toBe(5)
    expect(err).toContain(
      '#1 was changed meanwhile, so your changes were not saved.\n' +
        '  To start over: netmed edit 1\n' +
        '  What you typed is kept in ',
    )
    expect(me.data().contacts[0]).toMatchObject({ role: 'peer', stage: 'MS3' })
  })

  it('an interaction shows its people by name, and takes new ones', async () => {
    const me = world()
    await me.run('add "Ana Silva"')
    await me.run('add "Omar Aziz"')
    await me.run('log ana -k coffee')
    await me.run('edit 3', {
      answers: [],
      programs: replacing(['  - Ana Silva', '  - Ana Silva\n  - omar']),
    })
    expect(me.data().interactions[0]?.contacts).toEqual([1, 2])
  })
})

/** Does to the text what a person would, and closes. */
function edited(words: string[], change: (text: string) => string) {
  const file = words.at(-1) ?? ''
  fs.writeFileSync(file, change(fs.readFileSync(file, 'utf8')))
  return { code: 0 }
}

it('a failure under --json keeps to itself what a private follow-up says', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  await me.run('log ana --private --promise "the thing she told me"')
  expect((await me.run('edit 3')).err).toContain('the thing she told me')
  expect((await me.run('edit 3 --json')).err).toContain('What should change about #3?')
})

it('an edit of one person says each change in its words, and what could not be', async () => {
  const me = world()
  await me.run(
    'add "Ana Silva" --role peer --email ana@x.org --birthday "9 mar" --every 2w --circle study',
  )
  await me.run('add "Omar Aziz"')
  expect(
    (
      await me.run(
        'edit ana --introduced-by omar --birthday "10 mar 1999" --every none --circle mentor --met-on "1 nov" --no-email --note "likes soup"',
      )
    ).out,
  ).toBe(`Changed Ana Silva (#1):
  circle         study, mentor
  email          cleared
  met on         Sun 1 Nov 2026, 20 days ago
  introduced by  Omar Aziz
  birthday       10 Mar 1999 (was 9 Mar)
  rhythm         none (was every 2 weeks)
  note           written
  netmed show silva
`)
  expect((await me.run('edit ana --role resident')).out).toBe(`Changed Ana Silva (#1):
  role  resident (was peer)
  netmed show silva
`)
  expect((await me.run('edit ana --stage PGY1')).out).toBe(`Changed Ana Silva (#1):
  stage  PGY1
  netmed show silva
`)
  expect((await me.run('edit ana --stage PGY2')).out).toBe(`Changed Ana Silva (#1):
  stage  PGY2 (was PGY1)
  netmed show silva
`)
  expect(
    (await me.run('show ana')).out,
  ).toBe(`Ana Silva  #1                               resident, PGY2
no rhythm · netmed edit silva --every 90d   1 Nov, introduced by Omar Aziz

circle    study, mentor
birthday  10 Mar 1999
before    peer until 21 Nov, PGY1 until 21 Nov

Note
  2026-11-21: likes soup

Nothing logged yet.

  netmed log silva
`)
  expect(
    (
      await me.run(
        'edit 1 --name "Ana Silva Costa" --link orcid.org/1 --phone "555 0101" --area Oakland',
      )
    ).out,
  ).toBe(`Changed Ana Silva Costa (#1):
  name   Ana Silva Costa (was Ana Silva)
  phone  555 0101
  link   https://orcid.org/1
  area   Oakland
  netmed show costa
`)
})
