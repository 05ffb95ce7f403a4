import fs from 'node:fs'
import { expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

it('undo says which command it was, when, and what is gone with it', async () => {
  const me = world()
  await me.run('add "Dr. Lena Hoff, MD" --role attending', { now: '2026-11-21T14:00:00' })
  await me.run('log hoff --kind conference', { now: '2026-11-21T14:56:00' })
  const { out } = await me.run('undo')
  expect(out).toBe(
    'Undid: log conference with Dr. Lena Hoff (4 minutes ago). #3 is gone too.\n' +
      'To do it again:\n' +
      '  netmed redo\n',
  )
  expect(me.data().interactions).toEqual([])
})

it('undo again goes further back, and redo comes forward', async () => {
  const me = world()
  await me.run('add "Priya Nair"')
  await me.run('add "Omar Aziz"')
  await me.run('undo')
  expect((await me.run('undo')).out).toBe(
    'Undid: add Priya Nair (just now).\nTo do it again:\n  netmed redo\n',
  )
  expect((await me.run('redo')).out).toBe(
    'Redid: add Priya Nair (just now).\nTo undo it again:\n  netmed undo\n',
  )
  expect(me.data().contacts.map(contact => contact.name)).toEqual(['Priya Nair'])
})

it('undo opens again what the command settled', async () => {
  const me = world()
  await me.run('add "Omar Aziz"')
  await me.run('remind omar "send the abstract" --due fri')
  await me.run('done 2')
  const { out } = await me.run('undo')
  expect(out).toBe(
    'Undid: done Omar Aziz: send the abstract (just now). #2 is open again.\n' +
      'To do it again:\n' +
      '  netmed redo\n',
  )
})

it('redo settles it again', async () => {
  const me = world()
  await me.run('add "Omar Aziz"')
  await me.run('remind omar "send the abstract" --due fri')
  await me.run('done 2')
  await me.run('undo')
  expect((await me.run('redo')).out).toBe(
    'Redid: done Omar Aziz: send the abstract (just now). #2 is done again.\n' +
      'To undo it again:\n' +
      '  netmed undo\n',
  )
})

it('undo of an edit says how the fields are again', async () => {
  const me = world()
  await me.run('add "Dr. Lena Hoff" --role attending --note "two cats"')
  await me.run('edit hoff --role faculty --nickname Lee --note "and a dog"')
  expect((await me.run('undo')).out).toBe(
    'Undid: edit Dr. Lena Hoff (just now). Now: no nickname; role attending; the note\n' +
      'as it was.\n' +
      'To do it again:\n' +
      '  netmed redo\n',
  )
  expect((await me.run('redo')).out).toBe(
    'Redid: edit Dr. Lena Hoff (just now). Now: nickname Lee; role faculty; the note\n' +
      'as it was.\n' +
      'To undo it again:\n' +
      '  netmed undo\n',
  )
})

it('undo of a put-off follow-up says the day it has again', async () => {
  const me = world()
  await me.run('remind "register for boards" --due "1 dec"')
  await me.run('snooze 1 2w')
  expect((await me.run('undo')).out).toBe(
    'Undid: snooze register for boards (just now). Now: due Tue 1 Dec 2026, in 10\n' +
      'days.\nTo do it again:\n  netmed redo\n',
  )
})

it('undo of a change of the profile says so', async () => {
  const me = world()
  await me.run('me --stage MS3')
  expect((await me.run('undo')).out).toBe(
    'Undid: me (just now). Your profile is as it was before.\n' +
      'To do it again:\n' +
      '  netmed redo\n',
  )
})

it('undo of a removal brings everything back', async () => {
  const me = world()
  await me.run('add "Omar Aziz"')
  await me.run('log omar --kind coffee')
  const before = me.data()
  await me.run('rm omar --yes')
  const { out } = await me.run('undo')
  expect(out).toBe('Undid: rm Omar Aziz (just now). #2 is back.\nTo do it again:\n  netmed redo\n')
  expect(me.data()).toEqual({ ...before, meta: me.data().meta })
})

it('undo --list names the changes, the latest first, and changes nothing', async () => {
  const me = world()
  await me.run('add "Priya Nair"', { now: '2026-11-20T15:00:00' })
  await me.run('archive priya')
  expect((await me.run('undo --list')).out).toBe(
    '  1  archive Priya Nair  just now   archived\n  2  add Priya Nair      yesterday\n\nTo undo the latest (1):\n  netmed undo\n',
  )
  const priya = { id: 1, kind: 'contact', name: 'Priya Nair' }
  const nothing = {
    added: [],
    removed: [],
    changed: [],
    fields: [],
    profile: false,
    settings: false,
  }
  expect(await me.json('undo --list')).toEqual({
    steps: [
      {
        ...nothing,
        rev: 2,
        command: 'archive',
        subject: 'Priya Nair',
        at: '2026-11-21T23:00:00.000Z',
        ago: 'just now',
        changed: [priya],
        fields: [{ name: 'archived', label: 'archived', now: 'yes', isText: false }],
      },
      {
        ...nothing,
        rev: 1,
        command: 'add',
        subject: 'Priya Nair',
        at: '2026-11-20T23:00:00.000Z',
        ago: 'yesterday',
        added: [priya],
      },
    ],
    about: null,
    warnings: [],
  })
})

it('with nothing to undo it says so and exits 1', async () => {
  const me = world()
  expect(await me.run('undo')).toEqual({ code: 1, out: '', err: 'There is nothing to undo.\n' })
  expect(await me.run('undo --list')).toEqual({
    code: 0,
    out: 'There is nothing to undo.\n',
    err: '',
  })
})

it('the answer of undo as JSON holds what came, went and changed', async () => {
  const me = world()
  await me.run('add "Dr. Lena Hoff" --role attending')
  await me.run('log hoff --kind conference')
  expect(await me.json('undo')).toEqual({
    undone: {
      command: 'log',
      at: '2026-11-21T23:00:00.000Z',
      ago: 'just now',
      subject: 'conference with Dr. Lena Hoff',
      back: [],
      gone: [
        { id: 3, kind: 'followUp', name: 'Write to Dr. Lena Hoff: the conference' },
        { id: 2, kind: 'interaction', name: 'conference with Dr. Lena Hoff' },
      ],
      changed: [],
      fields: [],
      profile: false,
      settings: false,
    },
    opened: [],
    settled: [],
    warnings: [],
  })
})

it('a private follow-up is not told in the JSON of undo', async () => {
  const me = world()
  await me.run('add "Maya Chen"')
  await me.run('log chen --kind office-hours --private --detail "the hard week"')
  expect(JSON.stringify(await me.json('undo'))).not.toContain('hard week')
})

it('undo --list keeps to itself under --json what is private', async () => {
  const me = world()
  await me.run('add "Priya Nair"')
  await me.run('log priya --private --promise "the thing she told me, by fri"')
  await me.run('done 3')
  expect((await me.run('undo --list')).out).toContain(
    'done You promised Priya Nair: the thing she told me',
  )
  expect((await me.run('undo --list --json')).out).not.toContain('the thing she told me')
})

it('what was changed back is told by its fields, without the private ones under --json', async () => {
  const me = world()
  await me.run('add "Priya Nair" --role peer')
  await me.run('edit priya --stage MS3 --worry boards')
  const { undone } = await me.json('undo')
  expect(undone.fields.map((field: { name: string }) => field.name)).toEqual(['stage'])
})

it('undo of an archiving says that they are not archived', async () => {
  const me = world()
  await me.run('add "Pat Moss"')
  await me.run('archive pat')
  expect((await me.run('undo')).out).toBe(
    'Undid: archive Pat Moss (just now). Now: not archived.\nTo do it again:\n  netmed redo\n',
  )
  expect((await me.run('redo')).out).toContain('Redid: archive Pat Moss (just now). Now: archived.')
})

it('undo --list with a name tells what was changed about that person, also one who is gone', async () => {
  const me = world()
  await me.run('add "Priya Nair"')
  await me.run('add "Omar Aziz"')
  await me.run('edit priya --role peer')
  await me.run('log omar, priya -k lunch')
  await me.run('rm priya --yes')
  expect((await me.run('undo --list priya')).out).toBe(
    '  rm Priya Nair                            just now  #3 changed\n' +
      '  log lunch with Omar Aziz and Priya Nair  just now\n' +
      '  edit Priya Nair                          just now  role peer\n' +
      '  add Priya Nair                           just now\n' +
      '\n  netmed undo --list\n',
  )
  const { steps, about } = await me.json('undo --list omar')
  expect(about).toEqual({ id: 2, name: 'Omar Aziz' })
  expect(steps.map((step: { command: string }) => step.command)).toEqual(['rm', 'log', 'add'])
  expect((await me.run('undo --list nobody')).code).toBe(1)
})

it('undo takes no name: it takes back the last change', async () => {
  const me = world()
  await me.run('add "Priya Nair"')
  const { code, err } = await me.run('undo priya')
  expect([code, err]).toEqual([2, expect.stringContaining('netmed undo --list priya')])
  expect(me.data().contacts).toHaveLength(1)
})

it('a clock that was years behind or ahead takes no step of undo, and rm’s day allows for it', async () => {
  for (const wrong of ['2024-01-01T00:00:00', '2035-06-01T00:00:00']) {
    const me = world()
    await me.run('add "Old One"')
    await me.run('add "Keep Me" --note irreplaceable')
    const removed = await me.run('rm "Keep Me" --yes --json', { now: wrong })
    const until = wrong < '2026' ? '2027-11-21' : '2036-06-01'
    expect(JSON.parse(removed.out).copiesUntil).toBe(until)
    await me.run('add "Now Q"')
    await me.run('add "Now R"')
    expect((await me.json('undo --list')).steps).toHaveLength(5)
    for (let steps = 0; steps < 3; steps++) await me.run('undo')
    expect(me.data().contacts.map(each => each.note)).toEqual([undefined, 'irreplaceable'])
  }
})

it('after a change by a wrong clock, the latest copy is the one before the last change', async () => {
  for (const wrong of ['2024-01-01T00:00:00', '2035-06-01T00:00:00']) {
    const me = world()
    await me.run('add "Old One"')
    await me.run('add "Wrong Clock"', { now: wrong })
    await me.run('add "Now Q"')
    const { restore } = await me.json('restore latest --dry-run')
    expect(restore.holds.people).toBe(2)
  }
})

/** A world whose state folder is a file, so that nothing can be kept or looked at in it. */
async function worldWithoutState(): Promise<World> {
  const me = world()
  await me.run('add "Ana Ruiz" --role peer --email ana@example.org')
  await me.run('add "Ben Li" --role peer')
  fs.rmSync(me.path('.local/state'), { recursive: true })
  fs.writeFileSync(me.path('.local/state'), 'not a folder')
  return me
}

it('where nothing can be kept, no change says that undo takes it back', async () => {
  const lines = [
    'rm ben --yes',
    'merge ana ben --yes',
    'archive role:peer --yes',
    'edit role:peer --tag x --yes',
    'import - --yes',
    'import others.json --yes',
  ]
  for (const line of lines) {
    const me = await worldWithoutState()
    const cho = { ...me.data().contacts[0], uid: 'c'.repeat(16), name: 'Cho Kim', emails: [] }
    fs.writeFileSync(me.path('others.json'), JSON.stringify({ ...me.data(), contacts: [cho] }))
    const stdin = 'BEGIN:VCARD\nFN:Tom Lee\nEMAIL:tom@example.org\nEND:VCARD\n'
    const { out, err } = await me.run(line, { stdin })
    expect(out, line).not.toMatch(/undo|Kept copies hold/)
    expect(err, line).toContain("so this can't be undone.")
  }
})

it('where kept copies can’t be looked at, nobody says that there are none', async () => {
  const me = await worldWithoutState()
  const said = `The kept copies in ${me.path('.local/state/netmed/files/')}`
  for (const line of [
    'undo',
    'undo --list',
    'redo',
    'backup list',
    'backup clear --yes',
    'restore',
    'restore latest',
  ]) {
    const { code, err } = await me.run(line)
    expect([line, code, err.slice(0, said.length)]).toEqual([line, 4, said])
  }
})

it('rm names no day until which copies hold someone where nothing can be kept', async () => {
  const me = await worldWithoutState()
  const removed = JSON.parse((await me.run('rm ben --yes --json')).out)
  expect(removed).toMatchObject({ removed: true, copiesUntil: null })
})

it('what is private before or after a step is told of no step under --json', async () => {
  const me = world()
  await me.run('log "Ana Ruiz" --new -k coffee -d talked --promise "PRIVZ, by fri"')
  const shown = async (line: string) => (await me.run(`${line} --json`)).out
  expect(await shown('undo --list')).toContain('PRIVZ')
  const { interactions } = me.data()
  await me.run(['edit', String(interactions[0]?.id), '--private'])
  const told = [await shown('undo --list'), await shown('undo --list ana'), await shown('undo')]
  told.push(await shown('redo'))
  await me.run(['edit', String(interactions[0]?.id), '--no-private'])
  told.push(
    await shown('undo --list'),
    await shown('restore latest --dry-run'),
    await shown('undo'),
  )
  for (const out of told) expect(out).not.toMatch(/PRIVZ|coffee|"id": 2,/)
  expect(await shown('undo --list --private')).toContain('PRIVZ')
})

it('an edit of an interaction is named by it, not by the advice that goes with it', async () => {
  const me = world()
  await me.run('log "Ana Ruiz" --new -k coffee --advice "read more"')
  await me.run('edit 2 --private')
  expect((await me.run('undo --list')).out).toContain('edit coffee with Ana Ruiz')
})

it('of a file that is gone copies are named, and none of its numbers is given again', async () => {
  const me = world()
  await me.run('add "Ana Ruiz"')
  await me.run('add "Ben Li"')
  fs.rmSync(me.path('.local/share/netmed/netmed.json'))
  const { code, err } = await me.run('list')
  expect(code).toBe(0)
  expect(err).toContain('copies of it are kept: netmed restore latest')
  const added = await me.run('add "Cho Kim"')
  expect(added.err).toContain('copies of it are kept')
  expect(me.data().contacts.map(each => each.id)).toEqual([3])
})

it('a clock beyond the years of the calendar is refused', async () => {
  const me = world({ now: '2026-11-21T15:00:00' })
  for (const now of ['9999-12-31T23:59:59', '1899-12-31T12:00:00']) {
    const { code, err } = await me.run('add "Ana Ruiz"', { now })
    expect([code, err]).toEqual([2, expect.stringContaining('the years from 1900 to 2200')])
  }
})
