import fs from 'node:fs'
import { expect, it } from 'vitest'
import { FIELDS } from '../../../src/domain/data/fields.ts'
import type { Contact } from '../../../src/domain/data/model.ts'
import { type FieldRow, isPublic } from '../../../src/domain/data/rows.ts'
import { dataSchema } from '../../../src/formats/schema.ts'
import { type World, world } from '../../support/netmed.ts'

// Every row of the table of people, by its column in every place that the column names. A row that is
// missing somewhere is called by its name here.

/** What is typed of a row, what stands in the file then, and how a page says it. */
interface Sample {
  typed: string | undefined
  held: unknown
  said: string
}

function sampleOf(row: FieldRow): Sample {
  const one = ONES[row.name] ?? oneOf(row)
  return row.many ? { ...one, held: [one.held] } : one
}

/** Where the words are not those of the type. */
const ONES: Readonly<Record<string, Sample>> = {
  graduationYear: { typed: '2029', held: 2029, said: '2029' },
  prospect: { typed: undefined, held: true, said: 'someone to write to' },
}

function oneOf(row: FieldRow): Sample {
  const same = (text: string): Sample => ({ typed: text, held: text, said: text })
  // Of several words a page would make one of them.
  const plain = row.choices?.find(choice => !choice.includes('-')) ?? ''
  switch (row.type) {
    case 'choice':
      return same(plain)
    case 'email':
      return same(`${row.name}@example.org`)
    case 'phone':
      return same('+1 555 0100')
    case 'link':
      return same(`https://example.org/${row.name}`)
    case 'day':
      return { typed: '2026-11-02', held: '2026-11-02', said: '2 Nov' }
    case 'birthday':
      return { typed: '1990-03-09', held: '1990-03-09', said: '9 Mar' }
    case 'rhythm':
      return { typed: '45d', held: 45, said: '45 days' }
    case 'reference':
      return { typed: 'Rita Moss', held: 1, said: 'Rita Moss' }
    default:
      return same(`Zq${row.name}`)
  }
}

/** Whoever is a prospect is shown by why and where they were found, everybody else by how they were met. */
const OF_PROSPECTS = new Set(['prospect', 'why', 'found'])
const TYPED = FIELDS.contacts.filter(row => row.flag && row.name !== 'name')
const MET = TYPED.filter(row => !OF_PROSPECTS.has(row.name))
const FOUND = TYPED.filter(row => OF_PROSPECTS.has(row.name))

function flagsOf(rows: readonly FieldRow[]): string[] {
  return rows.flatMap(row => {
    const { typed } = sampleOf(row)
    return [`--${row.flag}`, ...(typed === undefined ? [] : [typed])]
  })
}

/** Rita Moss, who is #1, somebody of whom all is known (#2), and somebody to write to (#3). */
async function everythingKnown(): Promise<World> {
  const me = world()
  await me.run('add "Rita Moss"')
  await me.run(['add', 'Zoe Quist', ...flagsOf(MET)])
  await me.run(['add', 'Yan Pohl', ...flagsOf(FOUND)])
  return me
}

function heldBy(me: World, row: FieldRow): unknown {
  const [, met, found] = me.data().contacts
  const contact: Partial<Contact> = (OF_PROSPECTS.has(row.name) ? found : met) ?? {}
  return Object.entries(contact).find(([key]) => key === row.name)?.[1]
}

const namesOf = (rows: readonly FieldRow[]) => rows.map(row => row.name)
const isHeld = (me: World) => (row: FieldRow) =>
  JSON.stringify(heldBy(me, row)) === JSON.stringify(sampleOf(row).held)

it('every field that has a flag is set by it', async () => {
  const me = await everythingKnown()
  expect(namesOf(TYPED.filter(isHeld(me)))).toEqual(namesOf(TYPED))
})

it('every field that has a flag is set by an edit too', async () => {
  const me = world()
  await me.run('add "Rita Moss"')
  await me.run('add "Zoe Quist"')
  await me.run('add "Yan Pohl"')
  await me.run(['edit', '2', ...flagsOf(MET)])
  await me.run(['edit', '3', ...flagsOf(FOUND)])
  const dated = (row: FieldRow) => row.name === 'note'
  expect(namesOf(TYPED.filter(row => dated(row) || isHeld(me)(row)))).toEqual(namesOf(TYPED))
})

it('every field that has a flag stands in the form of the editor', async () => {
  const me = await everythingKnown()
  let form = ''
  await me.run('edit 2', {
    answers: [],
    programs: words => {
      form = fs.readFileSync(words.at(-1) ?? '', 'utf8')
      return { code: 0 }
    },
  })
  const stands = (row: FieldRow) => new RegExp(`^${row.flag}:`, 'm').test(form)
  expect(namesOf(TYPED.filter(stands))).toEqual(namesOf(TYPED))
})

it('every field that has a place on the page is shown there, and in Markdown unless it is private', async () => {
  const me = await everythingKnown()
  const shown = `${(await me.run('show 2')).out}${(await me.run('show 3')).out}`
  // The occasion is said only where no place is known.
  const rows = TYPED.filter(row => row.page !== 'nowhere' && row.name !== 'met')
  const isShown = (row: FieldRow) => shown.includes(sampleOf(row).said)
  expect(namesOf(rows.filter(isShown))).toEqual(namesOf(rows))

  const markdown = (await me.run('export md')).out
  // How often to be in touch is the user's own affair: the pages leave it out.
  const isWritten = (row: FieldRow) => row.name === 'every' || markdown.includes(sampleOf(row).said)
  expect(namesOf(rows.filter(isWritten))).toEqual(namesOf(rows.filter(isPublic)))
})

it('every field that weighs in a search is found by its words', async () => {
  const me = await everythingKnown()
  const sought = TYPED.filter(row => row.weight > 0)
  const found: FieldRow[] = []
  for (const row of sought) {
    const { out } = await me.run(['search', sampleOf(row).said, '--private'])
    if (/Zq|Zoe|Quist|Yan/.test(out)) found.push(row)
  }
  expect(namesOf(found)).toEqual(namesOf(sought))
})

it('every field is in JSON, private ones when they are asked for', async () => {
  const me = await everythingKnown()
  const keysOf = async (line: string) => {
    const { contacts } = JSON.parse((await me.run(line)).out)
    const keys = new Set(contacts.flatMap((contact: object) => Object.keys(contact)))
    return namesOf(TYPED.filter(row => keys.has(row.name)))
  }
  expect(await keysOf('export json')).toEqual(namesOf(TYPED.filter(isPublic)))
  expect(await keysOf('export json --private')).toEqual(namesOf(TYPED))
})

it.each(['csv', 'vcf'])('every field comes back out of %s as it went in', async format => {
  const me = await everythingKnown()
  const file = me.path(`people.${format}`)
  await me.run(['export', format, '--private', '--out', file])
  const other = world()
  await other.run(['import', file, '--yes'])
  expect(namesOf(TYPED.filter(isHeld(other)))).toEqual(namesOf(TYPED))
})

it('every field goes over when two people are merged', async () => {
  const me = world()
  await me.run('add "Rita Moss"')
  await me.run('add "Zoe Quist"')
  await me.run('add "Yan Pohl"')
  await me.run(['add', 'Zoe Quest', ...flagsOf(MET)])
  await me.run(['add', 'Yan Pole', ...flagsOf(FOUND)])
  await me.run('merge 2 4 --yes')
  await me.run('merge 3 5 --yes')
  const dated = (row: FieldRow) => row.name === 'note' || row.merge === 'both'
  expect(namesOf(TYPED.filter(row => dated(row) || isHeld(me)(row)))).toEqual(namesOf(TYPED))
})

it('every field is in the schema of the file', () => {
  const schema = JSON.stringify(dataSchema())
  const rows = Object.values(FIELDS).flat()
  const isThere = (row: FieldRow) =>
    schema.includes(`${JSON.stringify(row.name)}:{"description":${JSON.stringify(row.help)}`)
  expect(namesOf(rows.filter(isThere))).toEqual(namesOf(rows))
})

it('pronouns are read from either property of a card, fill what is empty, and go again with undo', async () => {
  const me = world()
  await me.run('add "Ana Silva" --email ana@example.org')
  await me.run('add "Omar Aziz" --email omar@example.org --pronouns he/him')
  const card = (name: string, email: string, property: string) =>
    `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:${name}\r\nEMAIL:${email}\r\n${property}\r\nEND:VCARD\r\n`
  const cards =
    card('Ana Silva', 'ana@example.org', 'PRONOUNS;LANGUAGE=en;PREF=1:she/her') +
    card('Omar Aziz', 'omar@example.org', 'X-PRONOUNS:they/them')
  const pronouns = () => me.data().contacts.map(contact => contact.pronouns)

  await me.run('import - --yes', { stdin: cards })
  expect(pronouns()).toEqual(['she/her', 'he/him'])
  await me.run('import - --yes --update', { stdin: cards })
  expect(pronouns()).toEqual(['she/her', 'they/them'])
  expect((await me.run('export vcf silva')).out).toContain('\r\nX-PRONOUNS:she/her\r\n')
  await me.run('undo')
  await me.run('undo')
  expect(pronouns()).toEqual([undefined, 'he/him'])
})

it('what is too long for pronouns is refused when typed, and kept in the note when imported', async () => {
  const me = world()
  const long = 'x'.repeat(101)
  expect((await me.run(['add', 'Ana Silva', '--pronouns', long])).err).toBe(
    'The --pronouns can have up to 100 letters, not 101.\n  Keep the rest in a separate file.\n',
  )
  const stdin = `BEGIN:VCARD\r\nFN:Ana Silva\r\nPRONOUNS:${long}\r\nEND:VCARD\r\n`
  await me.run('import - --yes', { stdin })
  expect(me.data().contacts[0]).toMatchObject({ note: `Pronouns: ${long}` })
  me.rewrite(data => Object.assign(data.contacts[0] ?? {}, { pronouns: long }))
  expect((await me.run('list')).err).toContain(
    'contacts[0].pronouns: expected one line of text, of up to 100 letters.',
  )
})
