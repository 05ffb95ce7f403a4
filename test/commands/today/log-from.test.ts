import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ENTER, type World, world } from '../../support/netmed.ts'

const isRoot = process.getuid?.() === 0
const NEEDS_ROOT = 'only root gives files to another user'

async function known(...names: string[]): Promise<World> {
  const me = world()
  for (const name of names) await me.run(`add "${name}"`)
  return me
}

function jot(me: World, content: string | Buffer): void {
  fs.writeFileSync(me.path('notes.txt'), content)
}

function notes(me: World): string {
  return fs.readFileSync(me.path('notes.txt'), 'utf8')
}

it('the lines of a file are logged and marked, and what is not clear stays as it is', async () => {
  const me = await known('Priya Nair', 'Omar Aziz')
  jot(me, 'coffee with priya yesterday about the match\nlunch with omer\n\nomar; call; fri\n')
  expect(await me.run('log --from notes.txt')).toEqual({
    code: 0,
    out:
      'Logged #3: coffee with Priya Nair, Fri 20 Nov 2026.\n' +
      'Logged #4: call with Omar Aziz, Fri 20 Nov 2026.\n' +
      '2 lines marked with ✓.\n  netmed undo   takes all of it back\n  netmed due\n',
    err: 'Line 2 was left as it is: No one on file is called "omer". Write: lunch with omar\n',
  })
  expect(notes(me)).toBe(
    '✓ coffee with priya yesterday about the match\nlunch with omer\n\n✓ omar; call; fri\n',
  )
})

it('marked lines are passed over, also after an undo of the whole file', async () => {
  const me = await known('Priya Nair')
  jot(me, 'priya coffee\npriya lunch fri')
  await me.run('log --from notes.txt')
  await me.run('undo')
  expect(me.data().interactions).toEqual([])
  expect(await me.run('log --from notes.txt')).toEqual({
    code: 0,
    out: 'Nothing new was logged: 2 lines are marked already. To log one again, take its ✓ away.\n',
    err: '',
  })
  jot(me, notes(me).replace('✓ ', ''))
  await me.run('log --from notes.txt')
  expect(me.data().interactions).toMatchObject([{ kind: 'coffee' }])
})

it('nothing but the marks changes in the file, whatever its bytes are', async () => {
  const me = await known('Priya Nair')
  const before = Buffer.concat([
    Buffer.from(
      '\u{feff}- coffee with priya\r\n\r\n\u{a0} priya; lunch\t\rpriya: caf\u{e9} \u{1f642}\r\nbad ',
    ),
    Buffer.from([0xff, 0xfe, 0x0a]),
    Buffer.from('priya call  '),
  ])
  jot(me, before)
  fs.chmodSync(me.path('notes.txt'), 0o664)
  const { err } = await me.run('log --from notes.txt')
  expect(err).toBe('Line 5 was left as it is: it is not text in UTF-8.\n')
  const after = fs.readFileSync(me.path('notes.txt'))
  expect(after.subarray(0, 9).toString()).toBe('\u{feff}✓ - ')
  const marks = after.toString('latin1').split(Buffer.from('✓ ').toString('latin1'))
  expect(marks).toHaveLength(5)
  expect(Buffer.from(marks.join(''), 'latin1').equals(before)).toBe(true)
  expect(fs.statSync(me.path('notes.txt')).mode & 0o777).toBe(0o664)
  expect(fs.readdirSync(me.folder).filter(name => name.includes('notes'))).toEqual(['notes.txt'])
})

it('a line that is on file already gets its mark, each record for one line', async () => {
  const me = await known('Priya Nair')
  await me.run('log coffee with priya about the match')
  jot(me, 'coffee with priya about the match\npriya coffee about the match\npriya coffee\n')
  const { out } = await me.run('log --from notes.txt')
  expect(out).toContain('Line 1 is already there, as #2.')
  expect(me.data().interactions.map(({ id, detail }) => [id, detail])).toEqual([
    [2, 'the match'],
    [3, 'the match'],
    [4, undefined],
  ])
  expect(notes(me).match(/✓/g)).toHaveLength(3)
})

it('what was logged without marks is not logged again, also on a later day', async () => {
  const me = await known('Priya Nair')
  jot(me, 'coffee with priya yesterday\npriya lunch\n')
  const original = fs.renameSync
  const full = Object.assign(new Error('full'), { code: 'ENOSPC' })
  fs.renameSync = (from, to) => {
    if (String(to).endsWith('notes.txt')) throw full
    original(from, to)
  }
  const ran = await me.run('log --from notes.txt')
  fs.renameSync = original
  expect(ran.err).toBe(
    `${me.path('notes.txt')} can't be written: the disk is full. No line was marked. ` +
      'What is logged is not logged twice: the next time, its lines only get their marks.\n',
  )
  expect(notes(me)).not.toContain('✓')
  jot(me, `priya call\n${notes(me)}`)
  const again = await me.run('log --from notes.txt', { now: '2026-11-23T09:00:00' })
  expect(again.out).toBe(
    'Logged #4: call with Priya Nair, Mon 23 Nov 2026.\nLine 2 is already there, as #2.\n' +
      'Line 3 is already there, as #3.\n3 lines marked with ✓.\n  netmed due\n',
  )
  expect(me.data().interactions.map(({ on }) => on)).toEqual([
    '2026-11-20',
    '2026-11-21',
    '2026-11-23',
  ])
})

it('a file that changed while it was asked about gets its marks the next time', async () => {
  const me = await known('Priya Nair', 'Ana Silva', 'Ana Costa')
  jot(me, 'lunch with ana\n')
  // The file is synced while the question waits.
  const whileAsked = {
    toString: () => {
      jot(me, 'lunch with ana\npriya call\n')
      return 'Ana Costa'
    },
  }
  const ran = await me.run('log --from notes.txt', { answers: [whileAsked, true] })
  expect(ran.err).toContain('notes.txt was changed meanwhile, so no line was marked.')
  expect(notes(me)).toBe('lunch with ana\npriya call\n')
  const again = await me.run('log --from notes.txt', { answers: ['Ana Costa', true] })
  expect(again.out).toContain('Line 1 is already there, as #4.')
  expect(notes(me)).toBe('✓ lunch with ana\n✓ priya call\n')
})

describe('on a terminal', () => {
  it('each line that is not clear waits for one answer, and all are shown before they are logged', async () => {
    const me = await known('Priya Nair', 'Ana Silva', 'Ana Costa')
    jot(me, 'lunch with ana\ncoffee yesterday\nbuy milk\nwalk with priya for biochem\nstuff\n')
    const ran = await me.run('log --from notes.txt', {
      answers: ['Ana Costa', 'priya', ENTER, 'none of these', ENTER, true],
    })
    expect(ran.out).toContain('Logged #4: lunch with Ana Costa, Sat 21 Nov 2026.')
    expect(ran.out).toContain('Logged #5: coffee with Priya Nair, Fri 20 Nov 2026.')
    expect(ran.err).toContain('Line 1: lunch with ana\n')
    expect(ran.err).toContain(
      'Line 5: stuff\n  Line 1  lunch with Ana Costa, Sat 21 Nov 2026\n' +
        '  Line 2  coffee with Priya Nair, Fri 20 Nov 2026\n',
    )
    expect(notes(me)).toBe(
      '✓ lunch with ana\n✓ coffee yesterday\nbuy milk\nwalk with priya for biochem\nstuff\n',
    )
  })

  it('somebody new is added once, and only with a yes', async () => {
    const me = await known('Priya Nair')
    jot(me, 'lunch with jane doe\njane doe call\n')
    const ran = await me.run('log --from notes.txt', { answers: [true, true, true] })
    expect(ran.err).toContain(
      'Line 1  lunch with jane doe, Sat 21 Nov 2026 (jane doe will be added)',
    )
    expect(me.data().contacts.map(({ name }) => name)).toEqual(['Priya Nair', 'Jane Doe'])
    expect(me.data().interactions.map(({ contacts }) => contacts)).toEqual([[2], [2]])
  })

  it('no leaves data and file as they are', async () => {
    const me = await known('Priya Nair')
    jot(me, 'priya lunch\n')
    const ran = await me.run('log --from notes.txt', { answers: [false] })
    expect(ran).toMatchObject({ code: 0, out: '' })
    expect(ran.err).toContain('Nothing was logged.')
    expect(me.data().interactions).toEqual([])
    expect(notes(me)).toBe('priya lunch\n')
  })
})

it('below a day that stands alone a line without one is asked about, or left', async () => {
  const me = await known('Priya Nair')
  jot(me, 'Thu 19 Nov\npriya lunch\npriya call fri\npriya walk\n')
  const { err } = await me.run('log --from notes.txt')
  expect(err).toBe(
    'Line 1 was left as it is: no one on file is named in "Thu 19 Nov"\n' +
      'Line 2 was left as it is: it says no day, and line 1 is a day alone. Write the day in the line.\n' +
      'Line 4 was left as it is: it says no day, and line 1 is a day alone. Write the day in the line.\n',
  )
  await me.run('log --from notes.txt', { answers: [ENTER, true] })
  expect(me.data().interactions.map(({ kind, on }) => [kind, on])).toEqual([
    ['call', '2026-11-20'],
    ['lunch', '2026-11-19'],
    ['walk', '2026-11-19'],
  ])
})

it('under --json nobody is asked, and what could not be logged is named by its line', async () => {
  const me = await known('Priya Nair')
  jot(me, 'priya lunch\nlunch with jo\n✓ priya call\n')
  expect(await me.json('log --from notes.txt')).toMatchObject({
    file: me.path('notes.txt'),
    logged: [{ said: 'lunch with Priya Nair' }],
    already: [],
    skipped: [{ number: 2, why: 'No one on file is called "jo".' }],
    marked: [1],
    markedBefore: 1,
  })
})

it('a file of which no line reads is a usage mistake', async () => {
  const me = await known('Priya Nair')
  jot(me, 'milk\n')
  expect(await me.run('log --from notes.txt')).toEqual({
    code: 2,
    out: '',
    err: 'No line could be read.\n  Line 1: No one on file is called "milk".\n',
  })
})

describe('a file that could not be marked is refused before anything is logged', () => {
  it.each<[string, (me: World) => string, number, string]>([
    ['none', () => 'none.txt', 4, 'There is no file'],
    ['a folder', () => '.', 4, 'is a folder.'],
    [
      'the data file',
      () => '.local/share/netmed/netmed.json',
      2,
      'is where netmed keeps your data',
    ],
    [
      'a link to the data file',
      me => {
        fs.symlinkSync('.local/share/netmed/netmed.json', me.path('link.txt'))
        return 'link.txt'
      },
      2,
      'is where netmed keeps your data',
    ],
    [
      'a kept copy',
      me => {
        const [folder = ''] = fs.readdirSync(me.path('.local/state/netmed/files'))
        const [copy = ''] = fs
          .readdirSync(me.path(`.local/state/netmed/files/${folder}`))
          .filter(name => /^\d+\.json$/.test(name))
        return path.join('.local/state/netmed/files', folder, copy)
      },
      2,
      'is where netmed keeps your data',
    ],
    [
      'a large file',
      me => {
        jot(me, Buffer.alloc(1024 * 1024 + 1, 'priya\n'))
        return 'notes.txt'
      },
      4,
      'is larger than the 1 MB',
    ],
    [
      'no text',
      me => {
        jot(me, Buffer.from('priya lunch', 'utf16le'))
        return 'notes.txt'
      },
      4,
      'not text in UTF-8',
    ],
    [
      'too many lines',
      me => {
        jot(me, 'priya lunch\n'.repeat(501))
        return 'notes.txt'
      },
      2,
      '501 lines without a mark are too many at once.',
    ],
  ])('%s', async (_, lay, code, why) => {
    const me = await known('Priya Nair', 'Omar Aziz')
    const file = lay(me)
    const ran = await me.run(['log', '--from', file, '--no-input'])
    expect(ran).toMatchObject({ code, out: '' })
    expect(ran.err).toContain(why)
    expect(me.data().interactions).toEqual([])
  })

  it('one of another user', async ({ skip }) => {
    skip(!isRoot, NEEDS_ROOT)
    const me = await known('Priya Nair')
    jot(me, 'priya lunch\n')
    fs.chownSync(me.path('notes.txt'), 12_345, 12_345)
    const ran = await me.run('log --from notes.txt')
    expect(ran.code).toBe(4)
    expect(ran.err).toContain("belongs to another user, so netmed won't mark lines in it.")
  })
})

it('it takes no names and no other flags', async () => {
  const me = await known('Priya Nair')
  jot(me, 'priya lunch\n')
  const { err } = await me.run('log priya --from notes.txt')
  expect(err).toContain('log --from takes everything from its lines, so leave out priya.')
  expect((await me.run('log --from notes.txt -k lunch')).err).toContain('leave out --kind.')
})
