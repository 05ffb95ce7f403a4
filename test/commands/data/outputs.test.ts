import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

const DATA = '.local/share/netmed/netmed.json'
const LOCK = '.local/share/netmed/.netmed.json.lock'
const STATE = '.local/state/netmed'
const TEMPLATES = '.config/netmed/templates'

const EXPORTS = [
  ...['export vcf --out', 'export csv --out', 'export csv --interactions --out'],
  ...['export json --out', 'export md --out', 'export ics --out'],
  'draft check-in priya --eml',
]

/** Somebody to write of, and kept copies. */
async function withPriya(): Promise<World> {
  const me = world()
  await me.run('me --name "Sam Lee" --stage MS2')
  await me.run('add "Priya Nair" --role peer --email priya@example.org')
  await me.run('remind priya "send the slides" --due "1 dec"')
  await me.run('note priya "likes climbing"')
  return me
}

/** Every file below the home, with what is in it. */
function everything(me: World): Record<string, string> {
  const all = fs.readdirSync(me.folder, { recursive: true, withFileTypes: true })
  const files = all.filter(each => each.isFile()).map(each => path.join(each.parentPath, each.name))
  return Object.fromEntries(files.map(file => [file, fs.readFileSync(file, 'utf8')]))
}

function copyIn(me: World, name: string): string {
  const [folder = ''] = fs.readdirSync(me.path(`${STATE}/files`))
  return path.join(STATE, 'files', folder, name)
}

async function refused(me: World, line: string, options = {}): Promise<string> {
  const before = everything(me)
  const { code, out, err } = await me.run(line, options)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(everything(me)).toEqual(before)
  return err
}

describe('no output lands on what is netmed’s own', () => {
  it.each(EXPORTS)('%s is refused on the data file, before anything is written', async line => {
    const me = await withPriya()
    expect(await refused(me, `${line} ${DATA}`)).toBe(
      `${me.path(DATA)} is where netmed keeps your data. Nothing was written.\n  Name another place.\n`,
    )
    expect(await refused(me, `${line} ${DATA} --yes`)).toContain('Nothing was written.')
  })

  it.each<[string, (me: World, file: string) => void]>([
    ['a link', (me, file) => fs.symlinkSync(file, me.path('out'))],
    [
      'a link to a link',
      (me, file) => {
        fs.symlinkSync(file, me.path('other'))
        fs.symlinkSync('other', me.path('out'))
      },
    ],
    ['a hard link', (me, file) => fs.linkSync(file, me.path('out'))],
  ])('through %s the data file, a kept copy and a template are known too', async (_, lay) => {
    const me = await withPriya()
    await me.run('template new thanks')
    for (const file of [DATA, copyIn(me, '2.json'), `${TEMPLATES}/thanks.md`]) {
      lay(me, me.path(file))
      // A link changes the file's time of change, which the next reading notes down.
      await me.run('list')
      await refused(me, 'export vcf --yes --out out')
      for (const name of ['out', 'other']) fs.rmSync(me.path(name), { force: true })
    }
  })

  it('another spelling of the path is known', async () => {
    const me = await withPriya()
    fs.symlinkSync('.local', me.path('short'))
    await refused(me, 'export vcf --yes --out .local/state/../share/netmed/./netmed.json')
    await refused(me, 'export vcf --yes --out short/share/netmed/netmed.json')
  })

  it.each([
    LOCK,
    '.local/share/netmed/.netmed.json.abc.tmp',
    STATE,
    `${STATE}/`,
    `${STATE}/new.vcf`,
    `${STATE}/files/deep/new.vcf`,
    TEMPLATES,
    `${TEMPLATES}/new.md`,
  ])('%s is refused, whether it is there or not', async place => {
    const me = await withPriya()
    await refused(me, `export vcf --yes --out ${place}`)
    await me.run('template new thanks')
    await refused(me, `export vcf --yes --out ${place}`)
  })

  it('the journal and every kept copy are refused by name', async () => {
    const me = await withPriya()
    await refused(me, `export vcf --yes --out ${copyIn(me, 'journal.json')}`)
    await refused(me, `export vcf --yes --out ${copyIn(me, '1.json')}`)
  })

  it.each(['export vcf --vdir', 'export ics --vdir', 'export md --pages'])(
    '%s is refused in the state folder and among templates',
    async line => {
      const me = await withPriya()
      await me.run('template new thanks')
      fs.symlinkSync(me.path(STATE), me.path('state'))
      for (const place of [STATE, 'state', `${STATE}/new`, TEMPLATES]) {
        await refused(me, `${line} ${place} --yes`)
      }
    },
  )

  it('a file of a folder that leads to the data stops it all', async () => {
    const me = await withPriya()
    const { written } = await me.json('export vcf --vdir people')
    await me.run('edit priya --area Oakland')
    fs.rmSync(me.path(`people/${written[0]}`))
    fs.symlinkSync(me.path(DATA), me.path(`people/${written[0]}`))
    await refused(me, 'export vcf --vdir people')
  })

  it('the usual data file is refused while another one is used, and the other way round', async () => {
    const me = await withPriya()
    fs.copyFileSync(me.path(DATA), me.path('b.json'))
    await me.run('--file b.json list')
    await refused(me, `--file b.json export json --yes --out ${DATA}`)
    await refused(me, `--file new.json export json --yes --out new.json`)
    await refused(me, 'export json --yes --out b.json', { env: { NETMED_FILE: 'b.json' } })
  })

  it('a kept copy is read as any file, and not changed', async () => {
    const me = await withPriya()
    const copy = copyIn(me, '2.json')
    expect((await me.run(`--file ${copy} list`)).out).toContain('Priya')
    const ran = await me.run(`--file ${copy} add Omar`)
    expect([ran.code, ran.err]).toEqual([
      2,
      `Nothing was changed: ${me.path(copy)} is a copy that netmed keeps.\n  Copy it to another place, and change that.\n`,
    ])
    expect(await me.run('undo')).toMatchObject({ code: 0 })
  })

  it.each(['/new.vcf', '/'])('%s behind the data file is refused like the file', async end => {
    const me = await withPriya()
    await refused(me, `export vcf --yes --out ${DATA}${end}`)
    await refused(me, `export vcf --vdir ${DATA}${end}`)
  })

  it('a draft is refused before the editor opens', async () => {
    const me = await withPriya()
    const programs = () => {
      throw new Error('the editor was opened')
    }
    await refused(me, `draft check-in priya --edit --eml ${DATA}`, { programs })
  })
})

describe('a file that is there already', () => {
  it('is not replaced unasked, and stays when the answer is no', async () => {
    const me = await withPriya()
    fs.writeFileSync(me.path('people.vcf'), 'mine')
    const alone = await me.run('export vcf --out people.vcf')
    expect(alone).toEqual({
      code: 2,
      out: '',
      err:
        `${me.path('people.vcf')} is there already, and not as netmed wrote it. ` +
        'Nothing was changed yet.\n  To go ahead, type it again with --yes.\n',
    })
    const asked = await me.run('export vcf --out people.vcf', { answers: [false] })
    expect(asked).toEqual({ code: 0, out: '', err: 'Nothing was written.\n' })
    expect(fs.readFileSync(me.path('people.vcf'), 'utf8')).toBe('mine')
    const meant = await me.run('export vcf --out people.vcf', { answers: [true] })
    expect(meant.out).toContain('It replaced the file that was there.')
  })

  it.each([
    ['export vcf --out', 'Wrote 1 person to'],
    ['export ics --out', 'Wrote 1 entry to'],
    ['draft check-in priya --eml', 'Written:'],
  ])('%s replaces it with --yes, and says so', async (line, said) => {
    const me = await withPriya()
    fs.writeFileSync(me.path('mine'), 'mine')
    const { out, err } = await me.run(`${line} mine --yes`)
    expect(out + err).toContain(
      `${said} ${me.path('mine')}\nIt replaced the file that was there.\n`,
    )
    expect(fs.readFileSync(me.path('mine'), 'utf8')).not.toBe('mine')
  })

  it('that netmed wrote is replaced unasked as often as one likes', async () => {
    const me = await withPriya()
    const { replaced } = await me.json('export vcf --out people.vcf')
    await me.run('edit priya --area Oakland')
    const again = await me.run('export vcf --out ./people.vcf')
    expect([replaced, again.code]).toEqual([false, 0])
    expect(again.out).toContain('It replaced the file that was there.')
    expect(await me.json('export vcf --out people.vcf')).toMatchObject({ replaced: true })
  })

  it('that netmed wrote is known after a crash in the middle, too', async () => {
    const me = await withPriya()
    await me.run('export vcf --out people.vcf')
    const before = fs.readFileSync(me.path('people.vcf'))
    await me.run('edit priya --area Oakland')
    await me.run('export vcf --out people.vcf')
    fs.writeFileSync(me.path('people.vcf'), before)
    expect(await me.run('export vcf --out people.vcf')).toMatchObject({ code: 0 })
  })

  it('that netmed wrote and somebody changed is asked about', async () => {
    const me = await withPriya()
    await me.run('export vcf --out people.vcf')
    fs.appendFileSync(me.path('people.vcf'), 'NOTE:mine')
    expect(await me.run('export vcf --out people.vcf')).toMatchObject({ code: 2 })
  })

  it('and empty holds nothing to lose', async () => {
    const me = await withPriya()
    fs.writeFileSync(me.path('people.vcf'), '')
    expect(await me.run('export vcf --out people.vcf')).toMatchObject({ code: 0 })
  })

  it('a page of somebody else’s in a folder is asked about, one of ours is not', async () => {
    const me = await withPriya()
    const { written } = await me.json('export md --pages people')
    await me.run('edit priya --area Oakland')
    expect(await me.json('export md --pages people')).toMatchObject({ written })
    fs.mkdirSync(me.path('vault'))
    fs.writeFileSync(me.path(`vault/${written[0]}`), 'mine')
    expect(await me.run('export md --pages vault')).toMatchObject({ code: 2, out: '' })
    const asked = await me.run('export md --pages vault', { answers: [false] })
    expect(asked.err).toBe('Nothing was written.\n')
    expect(fs.readFileSync(me.path(`vault/${written[0]}`), 'utf8')).toBe('mine')
  })

  it('left alone in a folder is told under --json as what was written is', async () => {
    const me = await withPriya()
    const done = await me.json('export md --pages people')
    fs.mkdirSync(me.path('vault'))
    fs.writeFileSync(me.path(`vault/${done.written[0]}`), 'mine')
    const { code, out } = await me.run('export md --pages vault --json', { answers: [false] })
    expect(code).toBe(0)
    const warnings = ['Nothing was written.']
    expect(JSON.parse(out)).toEqual({ ...done, folder: me.path('vault'), written: [], warnings })
  })

  it('a folder is said to be one', async () => {
    const me = await withPriya()
    fs.mkdirSync(me.path('people'))
    expect(await me.run('export vcf --yes --out people')).toMatchObject({
      code: 4,
      err: `${me.path('people')} is a folder.\n  Name a file in it.\n`,
    })
    fs.writeFileSync(me.path('a.vcf'), '')
    expect(await me.run('export vcf --vdir a.vcf')).toMatchObject({
      code: 4,
      err: `${me.path('a.vcf')} is not a folder.\n  Name a folder, or leave the file out.\n`,
    })
  })
})
