import type { Context } from '../../context.ts'
import type { Contact, Database, Interaction } from '../../domain/data/model.ts'
import { exportedDatabase, pagesOf } from '../../domain/exchange/exporting.ts'
import { TERMS_HELP } from '../../domain/find/terms.ts'
import type { ContactPage } from '../../domain/pages/contact-page.ts'
import { folded } from '../../domain/words/text.ts'
import { interactionsCsv, peopleCsv } from '../../formats/csv.ts'
import { markdownPage, markdownPages } from '../../formats/markdown.ts'
import { dataSchema } from '../../formats/schema.ts'
import { vcardText } from '../../formats/vcard.ts'
import type { Cli, Line } from '../../input/command.ts'
import { type Form, fillIn, switchField } from '../../input/form.ts'
import { chosenPeople } from '../../input/terms.ts'
import { refuseBeside } from '../../input/vdir.ts'
import { warnOfPatients } from '../../input/warn.ts'
import { renderPeopleExported, renderVdir } from '../../render/export.ts'

const OUT = {
  out: {
    flag: 'out',
    placeholder: 'file',
    help: 'where to write it; - prints it',
    read: (text: string) => text,
  },
  private: switchField('with what is private', { flag: 'private' }),
} as const

const VDIR = {
  vdir: {
    flag: 'vdir',
    placeholder: 'folder',
    help: 'one file a person, for vdirsyncer, khard and such',
    read: (text: string) => text,
  },
} as const

const INTERACTIONS = {
  interactions: switchField('the interactions instead of the people', { flag: 'interactions' }),
} as const

const PAGES = {
  pages: {
    flag: 'pages',
    placeholder: 'folder',
    help: 'one page a person into this folder',
    read: (text: string) => text,
  },
} as const

const DETAILS = `Terms say whose: at:ucsf specialty:em. ${TERMS_HELP} Nothing private is in it without --private.`
const EVERYBODY = `Without terms everybody who is not put aside. ${DETAILS}`

export function exportPeople(cli: Cli): void {
  cli.verb({
    words: 'export vcf [terms...]',
    says: 'your people as vCards, for a phone or an address book',
    examples: [
      'netmed export vcf --out people.vcf',
      'netmed export vcf at:ucsf --vdir ~/.contacts',
    ],
    details: EVERYBODY,
    form: { ...OUT, ...VDIR },
    act: exportVcards,
  })
  cli.verb({
    words: 'export csv [terms...]',
    says: 'your people, or your interactions, as a table',
    examples: [
      'netmed export csv --out people.csv',
      'netmed export csv --interactions --out log.csv',
    ],
    details: EVERYBODY,
    form: { ...OUT, ...INTERACTIONS },
    async act(ctx, line) {
      const scope = await scopeOf(ctx, line, OUT, 'netmed-table.csv')
      const { interactions } = await fillIn(ctx, INTERACTIONS, line.typed)
      const { db, people, withPrivate } = scope
      if (interactions) {
        const theirs = interactionsWith(scope)
        return write(ctx, scope, interactionsCsv(theirs, db, { withPrivate }), theirs)
      }
      write(ctx, scope, peopleCsv(people, { withPrivate, everybody: db.contacts }))
    },
  })
  cli.verb({
    words: 'export json [terms...]',
    says: 'everything as netmed keeps it',
    examples: ['netmed export json --out netmed-copy.json', 'netmed export json --private'],
    details: `Without terms everything. ${DETAILS} netmed schema describes it.`,
    form: OUT,
    async act(ctx, line) {
      const scope = await scopeOf(ctx, line, OUT, 'netmed-data.json')
      const { db, people, withPrivate } = scope
      const contacts = line.args.length ? new Set(people.map(({ id }) => id)) : undefined
      const content = exportedDatabase(db, { contacts, withPrivate })
      const text = `${JSON.stringify(content, null, 2)}\n`
      write(ctx, scope, text, content.interactions, content)
    },
  })
  cli.verb({
    words: 'export md [terms...]',
    says: 'your people as readable pages',
    examples: ['netmed export md chen', 'netmed export md --pages people/'],
    details: EVERYBODY,
    form: { ...OUT, ...PAGES },
    act: exportMarkdown,
  })
  cli.verb({
    words: 'schema',
    says: 'the JSON Schema of the data file',
    examples: ['netmed schema > netmed.schema.json'],
    act(ctx) {
      ctx.show(dataSchema(), schema => JSON.stringify(schema, null, 2))
    },
  })
}

interface Scope {
  db: Database
  people: Contact[]
  withPrivate: boolean
  out: string | undefined
}

/** Whom the words mean: terms, one person, or, with none, everybody who is not put aside. */
async function scopeOf(
  ctx: Context,
  { args, typed }: Line,
  form: Form,
  usualFile?: string,
): Promise<Scope> {
  const values = await fillIn(ctx, form, typed)
  const db = ctx.store.read()
  const withPrivate = values.private === true
  const said = typeof values.out === 'string' ? values.out : undefined
  // A terminal full of vCards helps nobody; pages are for reading.
  const isForScreen = ctx.host.stdout.isTTY && !ctx.options.json
  const out = said === '-' ? undefined : (said ?? (isForScreen ? usualFile : undefined))
  const chosen = await chosenPeople(ctx, db, args, { withPrivate })
  return {
    db,
    people: chosen ?? db.contacts.filter(contact => !contact.archived),
    withPrivate,
    out,
  }
}

/** What they were in together, without what is private unless that goes along. */
function interactionsWith({ db, people, withPrivate }: Scope): Interaction[] {
  const ids = new Set(people.map(({ id }) => id))
  return db.interactions.filter(
    each => (withPrivate || !each.private) && each.contacts.some(id => ids.has(id)),
  )
}

/** Patients are warned of in all that leaves, before it does. */
function look(ctx: Context, { db, people }: Scope, interactions: readonly Interaction[]): void {
  const notes = people.map(contact => contact.note)
  const said = interactions.flatMap(({ detail, note, gave }) => [detail, note, gave])
  warnOfPatients(ctx, db, [...notes, ...said])
  if (!people.length) ctx.note('Nobody fits, so there is nobody in it.')
}

/** To a file, or printed; under `--json` the answer says what was written. */
function write(
  ctx: Context,
  scope: Scope,
  text: string,
  interactions: readonly Interaction[] = [],
  content?: object,
): void {
  const { people, out } = scope
  look(ctx, scope, interactions)
  if (out !== undefined) {
    const path = ctx.save(text, out)
    ctx.echo({ path, people: people.length }, renderPeopleExported)
  } else if (ctx.options.json) ctx.show(content ?? { text, people: people.length }, () => '')
  else ctx.save(text)
}

async function exportVcards(ctx: Context, line: Line): Promise<void> {
  const scope = await scopeOf(ctx, line, OUT, 'netmed-people.vcf')
  const { vdir } = await fillIn(ctx, VDIR, line.typed)
  const { db, people, withPrivate } = scope
  const options = { withPrivate, everybody: db.contacts }
  if (vdir === undefined) return write(ctx, scope, vcardText(people, options))
  refuseBeside(vdir, { '--out': line.typed.out })
  look(ctx, scope, [])
  const files = people.map(contact => ({
    name: `${contact.uid}.vcf`,
    text: vcardText([contact], options),
  }))
  ctx.echo(ctx.saveFolder(vdir, files), renderVdir)
}

async function exportMarkdown(ctx: Context, line: Line): Promise<void> {
  const scope = await scopeOf(ctx, line, OUT)
  const { pages: folder } = await fillIn(ctx, PAGES, line.typed)
  const { db, people, withPrivate } = scope
  const pages = pagesOf(db, people, ctx.today, { withPrivate })
  const interactions = interactionsWith(scope)
  if (folder === undefined) return write(ctx, scope, markdownPages(pages), interactions)
  refuseBeside(folder, { '--out': line.typed.out })
  look(ctx, scope, interactions)
  const files = pages.map(page => ({ name: pageName(page), text: markdownPage(page) }))
  ctx.echo(ctx.saveFolder(folder, files), renderVdir)
}

/** `dr-lena-hoff-4.md`: readable in a folder, and one person's alone. */
function pageName({ displayName, contact }: ContactPage): string {
  const words = folded(displayName).replace(/[^a-z0-9]+/g, '-')
  return `${`${words}-${contact.id}`.replace(/^-+/, '').slice(-60)}.md`
}
