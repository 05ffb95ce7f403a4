import fs from 'node:fs'
import path from 'node:path'
import type { Template } from '../domain/data/templates.ts'
import { late } from '../domain/words/late.ts'
import { byText, nearest } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'
import { makeFolder } from './files.ts'
import { targetOf } from './outputs.ts'
import { loadText, saveText } from './own-files.ts'
import type { Places } from './places.ts'

export interface TemplateText {
  name: string
  source: Template['source']
  path: string
  text: string
}

export interface ListedTemplate {
  name: string
  source: Template['source']
  path: string
  /** Null when the file cannot be read as a template. */
  template: Template | null
  /** What is wrong with it. */
  problem: string | null
}

export interface TemplateSource {
  /** Own templates override packaged ones by name. Fails with the nearest name. */
  get(name: string): Promise<Template>
  /** All of them by name; a broken one has its problem and hides no other. */
  list(): Promise<ListedTemplate[]>
  /** Without opening a file. */
  names(): string[]
  /** The file as it is, read or not. */
  text(name: string): TemplateText
  /** All of them at once; one that cannot be read is left out. */
  texts(): TemplateText[]
  /** Writes one of the user's own and gives its path; fails on a name that is not safe for a file. */
  add(name: string, text: string): string
  packagedFolder: string
  ownFolder: string
}

/** What reads the text of a file: `readTemplate` of `formats/template.ts`. */
type Reader = (text: string, file: Omit<TemplateText, 'text'>) => Promise<Template>

interface TemplateHost {
  env: Record<string, string | undefined>
  packageFolder: string
  cwd(): string
}

/** The packaged templates and the user's own, in `NETMED_TEMPLATES` or the config folder. */
export function templateSource(
  host: TemplateHost,
  where: Pick<Places, 'config'>,
  read: Reader,
): TemplateSource {
  const packagedFolder = path.join(host.packageFolder, 'templates')
  const named = host.env.NETMED_TEMPLATES
  const ownFolder = named ? path.resolve(host.cwd(), named) : path.join(where.config, 'templates')

  const found = (): Map<string, Found> =>
    new Map([
      ...templatesIn(packagedFolder, 'packaged'),
      // The user's own come last and so replace a packaged one of the same name.
      ...templatesIn(ownFolder, 'own'),
    ])
  const names = () => [...found().keys()].sort(byText)
  const text = (name: string) => templateText(foundNamed(found(), name), host)

  return {
    packagedFolder,
    ownFolder,
    names,
    text,
    texts: () => [...found().values()].flatMap(one => readableText(one, host)),
    add: (name, text) => {
      const file = path.join(ownFolder, `${safeName(name)}${EXTENSION}`)
      const target = targetOf(file, host)
      // Where names in capitals are the same ones, the list does not tell that it is taken.
      if (target.old) throw new Failure('already-there', `${file} is there already.`)
      makeFolder(ownFolder)
      return saveText(target, text)
    },
    get: async name => readText(text(name), read),
    list: async () => {
      const listed: ListedTemplate[] = []
      for (const one of [...found().values()].sort((a, b) => byText(a.name, b.name))) {
        listed.push(await listedTemplate(one, host, read))
      }
      return listed
    },
  }
}

const EXTENSION = '.md'
const LONGEST = 64 * 1024
// Almost every name; the classes of all letters take longer to compile than thirty files to read.
const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}$/
const safeLetters = late(() => /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u)
/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

interface Found {
  name: string
  source: Template['source']
  folder: string
  path: string
}

function isSafe(name: string): boolean {
  const isPlain = PLAIN_NAME.test(name)
  return (isPlain || safeLetters().test(name)) && !DEVICE.test(name) && !/[ .]$/.test(name)
}

function safeName(name: string): string {
  if (isSafe(name)) return name
  throw new Failure(
    'usage',
    `"${name}" can't be the name of a template.`,
    'Use letters, digits, spaces, periods and dashes, at most 64 of them.',
  )
}

function templatesIn(folder: string, source: Template['source']): [string, Found][] {
  return namesIn(folder)
    .filter(file => file.endsWith(EXTENSION) && isSafe(file.slice(0, -EXTENSION.length)))
    .map(file => {
      const name = file.slice(0, -EXTENSION.length)
      return [name, { name, source, folder, path: path.join(folder, file) }]
    })
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw new Failure(
      'file',
      `The folder of templates ${folder} can't be read.`,
      'It must be a folder that you can read; NETMED_TEMPLATES names another one.',
      { cause: error },
    )
  }
}

function foundNamed(all: Map<string, Found>, name: string): Found {
  const found = all.get(name)
  if (found) return found
  const near = nearest(name, [...all.keys()])
  throw new Failure(
    'not-found',
    `There is no template "${name}".`,
    `${near ? `Did you mean ${near}? ` : ''}All of them: netmed template`,
  )
}

function templateText(
  { name, source, folder, path: file }: Found,
  host: TemplateHost,
): TemplateText {
  mustStayInside(folder, file)
  return { name, source, path: file, text: loadText(file, LONGEST, host) }
}

function readableText(found: Found, host: TemplateHost): TemplateText[] {
  try {
    // The package’s own are no links that somebody else put there.
    if (found.source === 'own') return [templateText(found, host)]
    const { name, source, path: file } = found
    return [{ name, source, path: file, text: loadText(file, LONGEST, host) }]
  } catch (error) {
    if (error instanceof Failure) return []
    throw error
  }
}

// A link in the folder could lead to any file of the user, whose lines an error would then show.
function mustStayInside(folder: string, file: string): void {
  const inside = path.relative(realPath(folder), realPath(file))
  if (!inside.startsWith('..') && !path.isAbsolute(inside)) return
  throw new Failure(
    'file',
    `The template ${file} is a link that leads out of its folder.`,
    'Copy the file itself into the folder.',
  )
}

function realPath(file: string): string {
  try {
    return fs.realpathSync.native(file)
  } catch (error) {
    throw new Failure('file', `The template ${file} can't be read.`, undefined, { cause: error })
  }
}

function readText({ text, ...file }: TemplateText, read: Reader): Promise<Template> {
  return read(text, file)
}

async function listedTemplate(
  found: Found,
  host: TemplateHost,
  read: Reader,
): Promise<ListedTemplate> {
  const { name, source, path: file } = found
  try {
    const template = await readText(templateText(found, host), read)
    return { name, source, path: file, template, problem: null }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { name, source, path: file, template: null, problem: error.message }
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
