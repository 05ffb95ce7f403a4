import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../src/failure.ts'
import { type RunOptions, type World, world } from '../../support/netmed.ts'

const EDITS = '.local/state/netmed/edits'
const LATIN_1 = Buffer.from('role: peer\nnote: caf\xe9\n', 'latin1')

type Editor = NonNullable<RunOptions['programs']>

/** An editor that leaves this in the file, then ends with the code. */
function leaving(bytes: string | Buffer, code = 0): Editor {
  return words => {
    fs.writeFileSync(words.at(-1) ?? '', bytes)
    return { code }
  }
}

function changing(change: (text: string) => string, code = 0): Editor {
  return words => {
    const file = words.at(-1) ?? ''
    fs.writeFileSync(file, change(fs.readFileSync(file, 'utf8')))
    return { code }
  }
}

const toResident = (text: string) => text.replace('role: peer', 'role: resident')

async function withPriya(): Promise<World> {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2')
  await me.run('add "Priya Nair" --role peer --email priya@example.org')
  return me
}

function leftIn(me: World): string[] {
  return fs.existsSync(me.path(EDITS)) ? fs.readdirSync(me.path(EDITS)) : []
}

/** As if the process that left them had ended. */
function endOwners(me: World): void {
  for (const folder of leftIn(me)) {
    const about = me.path(path.join(EDITS, folder, 'about.json'))
    const told = JSON.parse(fs.readFileSync(about, 'utf8'))
    fs.writeFileSync(about, JSON.stringify({ ...told, pid: 2 ** 22 + 1 }))
  }
}

/** The file that the failure names, and that is there. */
function keptOf(err: string): string {
  const [, file = ''] = /^ *What you typed is kept in (.*)$/m.exec(err) ?? []
  expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  return file
}

describe.each([
  ['edit priya', (text: string) => text],
  ['draft check-in priya --edit', (text: string) => `Subject: Hi\n\n${text}`],
])('%s keeps what the editor saved', (line, asText) => {
  it.each<[string, Editor, Buffer | string]>([
    ['Latin-1', leaving(LATIN_1), LATIN_1],
    ['more than a megabyte', leaving('x'.repeat(2 ** 20 + 1)), 'x'.repeat(2 ** 20 + 1)],
    ['and ended badly', leaving(asText('mine'), 1), asText('mine')],
  ])('%s', async (_, programs, saved) => {
    const me = await withPriya()
    const { code, err } = await me.run(line, { answers: [], programs })
    expect(code).not.toBe(0)
    expect(fs.readFileSync(keptOf(err)).equals(Buffer.from(saved))).toBe(true)
    endOwners(me)
    let isOffered = false
    const again: Editor = words => {
      isOffered = fs.readFileSync(words.at(-1) ?? '').equals(Buffer.from(saved))
      return leaving('')(words)
    }
    await me.run(line, { answers: [true], programs: again })
    expect(isOffered).toBe(true)
  })

  it('and what the editor rescued beside it', async () => {
    const me = await withPriya()
    const programs: Editor = words => {
      fs.writeFileSync(path.join(path.dirname(words.at(-1) ?? ''), '.text.swp'), 'rescued')
      return { code: 1 }
    }
    const { err } = await me.run(line, { answers: [], programs })
    expect(fs.readdirSync(path.dirname(keptOf(err)))).toContain('.text.swp')
  })

  it('nothing of a text that was left as it was', async () => {
    const me = await withPriya()
    const { code, err } = await me.run(line, { answers: [], programs: () => ({ code: 1 }) })
    expect([code, err]).toEqual([2, 'The editor vi ended with 1.\n  Set VISUAL or EDITOR.\n'])
    expect(leftIn(me)).toEqual([])
  })

  it('nothing when all went well', async () => {
    const me = await withPriya()
    const done = await me.run(line, {
      answers: [],
      programs: changing(text => text.replace('role: peer', 'role: resident')),
    })
    expect([done.code, leftIn(me)]).toEqual([0, []])
  })
})

describe('a text that was kept', () => {
  it('is offered, gone on with, and saved', async () => {
    const me = await withPriya()
    await me.run('edit priya', { answers: [], programs: changing(toResident, 1) })
    endOwners(me)
    const { code, err } = await me.run('edit priya', {
      answers: [true],
      programs: () => ({ code: 0 }),
    })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(me.data().contacts[0]?.role).toBe('resident')
    expect(leftIn(me)).toEqual([])
  })

  it('takes nothing back that was changed since', async () => {
    const me = await withPriya()
    await me.run('edit priya', { answers: [], programs: changing(toResident, 1) })
    endOwners(me)
    await me.run('edit priya --area Oakland --specialty em')
    await me.run('edit priya', { answers: [true], programs: () => ({ code: 0 }) })
    expect(me.data().contacts[0]).toMatchObject({ role: 'resident', area: 'Oakland' })
  })

  it('stays, and is named, when the answer is no or nobody is there to answer', async () => {
    const me = await withPriya()
    const { err } = await me.run('edit priya', { answers: [], programs: changing(toResident, 1) })
    const kept = keptOf(err)
    endOwners(me)
    const no = await me.run('edit priya', { answers: [false], programs: () => ({ code: 0 }) })
    expect(no.err).toBe(`What you typed the last time is kept in ${kept}\n`)
    expect(fs.readFileSync(kept, 'utf8')).toContain('role: resident')
  })

  it('of a draft is named where nobody is there to ask', async () => {
    const me = await withPriya()
    const line = 'draft check-in priya --edit'
    const { err } = await me.run(line, { programs: leaving('Subject: Hi\n\nmine', 1) })
    const kept = keptOf(err)
    endOwners(me)
    const again = await me.run(line, { programs: () => ({ code: 0 }) })
    expect(again.err).toContain(`What you typed the last time is kept in ${kept}\n`)
  })

  it('is not offered for somebody else, nor while it is open elsewhere', async () => {
    const me = await withPriya()
    await me.run('add "Omar Aziz"')
    await me.run('edit priya', { answers: [], programs: changing(toResident, 1) })
    const options = { answers: [], programs: () => ({ code: 0 }) }
    expect(await me.run('edit omar', options)).toMatchObject({ code: 0 })
    expect(await me.run('edit priya', options)).toMatchObject({ code: 0 })
    expect(leftIn(me)).toHaveLength(1)
  })

  it('is cleared away after a week, with whatever else was left', async () => {
    const me = await withPriya()
    await me.run('edit priya', { answers: [], programs: changing(toResident, 1) })
    endOwners(me)
    const [folder = ''] = leftIn(me)
    const editing = { answers: [false], programs: () => ({ code: 0 }) }
    makeOlder(me, folder, 6)
    await me.run('edit priya', editing)
    expect(leftIn(me)).toEqual([folder])
    makeOlder(me, folder, 8)
    await me.run('edit priya', editing)
    expect(leftIn(me)).toEqual([])
  })

  it('survives a bug of netmed', async () => {
    const me = await withPriya()
    const programs: Editor = words => {
      changing(toResident)(words)
      throw new TypeError('a bug')
    }
    const { code, err } = await me.run('edit priya', { answers: [], programs })
    expect(code).toBe(70)
    expect(fs.readFileSync(keptOf(err), 'utf8')).toContain('role: resident')
  })

  it('survives Ctrl-C at a later question', async () => {
    const me = await withPriya()
    await me.run('log priya -k email --promise "the slides"')
    const programs: Editor = words => {
      leaving('Subject: Hi\n\nmine')(words)
      throw new Failure('interrupted', 'Stopped.')
    }
    const { code, err } = await me.run('draft check-in priya --edit', { programs })
    expect(code).toBe(130)
    expect(fs.readFileSync(keptOf(err), 'utf8')).toBe('Subject: Hi\n\nmine')
  })

  it('is named in the failure under --json', async () => {
    const me = await withPriya()
    const { err } = await me.run('draft check-in priya --edit --json', {
      programs: leaving(LATIN_1),
    })
    expect(JSON.parse(err).error.hint).toContain('What you typed is kept in ')
  })
})

describe('a draft in which --strict found something', () => {
  const programs = leaving('Subject: Hello\n\nHi Priya,\n\ncould we meet sometime?\n')

  it.each(['', ' --sent', ' --hold 1d'])(
    'used what was typed: nothing is kept, and the next one begins anew%s',
    async flag => {
      const me = await withPriya()
      const line = `draft check-in priya --edit --strict${flag}`
      const { code, err } = await me.run(line, { programs })
      expect([code, err]).toEqual([1, expect.stringContaining('The check found something.')])
      expect(err).not.toContain('What you typed')
      expect(leftIn(me)).toEqual([])
    },
  )
})

function makeOlder(me: World, folder: string, days: number): void {
  const whole = me.path(path.join(EDITS, folder))
  const then = Date.now() / 1000 - days * 86_400
  for (const name of ['', ...fs.readdirSync(whole)])
    fs.utimesSync(path.join(whole, name), then, then)
}
