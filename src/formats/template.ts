import type { Liquid, Template as LiquidNode } from 'liquidjs'
import type { LineCounter, Node, Document as YamlDocument } from 'yaml'
import { CLAIMS, FOLLOW_UP_KINDS, OCCASIONS, ROLES } from '../domain/data/choices.ts'
import {
  KNOWN_SLOTS,
  SLOT_SOURCES,
  type Slot,
  shapeWords,
  type Template,
  type TemplateProblem,
  VIEW_WORDS,
} from '../domain/data/templates.ts'
import { placeLed } from '../domain/mail/places.ts'
import { timeLed } from '../domain/mail/when-slots.ts'
import { nameAgain } from '../domain/people/greetings.ts'
import { quoted } from '../domain/words/quoting.ts'
import { SHAPES, type Shape } from '../domain/words/shapes.ts'
import { listed, nearest } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'

export interface TemplateFile {
  name: string
  source: Template['source']
  path: string
}

/** A template from the text of its file; fails at the first mistake, with its line and column. */
export async function readTemplate(text: string, file: TemplateFile): Promise<Template> {
  const { template, problems } = await parse(text, file)
  const [first] = problems
  if (first) throw failureOf(first, file)
  return template
}

/** Every mistake in a template, in the order of the file; a slot that leaves a hole is one. */
export async function checkTemplate(text: string, file: TemplateFile): Promise<TemplateProblem[]> {
  const { template, problems, places } = await parse(text, file)
  if (problems.length > 0) return problems.sort((a, b) => a.line - b.line || a.column - b.column)
  const { engine } = await liquid()
  return [places.subject, places.body].flatMap(part => (part ? holes(engine, template, part) : []))
}

/**
 * The finished mail. The view is plain words by name, each put in as it is, on one line, and never
 * read as a template again. Fails when the text uses a word that is not there.
 */
export async function renderTemplate(
  template: Template,
  view: Readonly<Record<string, string>>,
): Promise<{ subject: string; body: string }> {
  const { engine } = await liquid()
  const words = plainWords(view)
  return {
    subject: oneLineOf(render(engine, template, template.subject, words)),
    body: tidied(render(engine, template, template.body, words)),
  }
}

/** Which of these slots could be anything, or missing, and the mail would read the same. */
export async function unsaidSlots(
  template: Template,
  view: Readonly<Record<string, string>>,
  names: readonly string[],
): Promise<string[]> {
  const { engine } = await liquid()
  const said = (words: Readonly<Record<string, string>>): string => {
    try {
      return [template.subject, template.body]
        .map(part => render(engine, template, part, plainWords(words)))
        .join('\n')
    } catch (error) {
      if (error instanceof Failure) return ''
      throw error
    }
  }
  const whole = said(view)
  return names.filter(name => {
    const own = new Set([name, `${name}_typed`])
    const without = Object.fromEntries(Object.entries(view).filter(([key]) => !own.has(key)))
    const other = Object.fromEntries(
      Object.entries(view).map(([k, v]) => [k, own.has(k) ? `${v} x` : v]),
    )
    return said(without) === whole && said(other) === whole
  })
}

// Reading

const LONGEST = 64 * 1024

/** A Liquid text and where it begins in its file. */
interface Part {
  text: string
  line: number
  column: number
}

interface Parsed {
  template: Template
  problems: TemplateProblem[]
  places: { subject?: Part; body?: Part }
}

async function parse(text: string, file: TemplateFile): Promise<Parsed> {
  const template: Template = {
    ...file,
    title: file.name,
    for: [],
    slots: [],
    after: [],
    needs: [],
    subject: '',
    body: '',
  }
  const problems: TemplateProblem[] = []
  const split = splitFrontMatter(text)
  if ('message' in split) return { template, problems: [split], places: {} }

  template.body = split.body
  const subject = await readFrontMatter(split.front, template, problems)
  const body = { text: split.body, line: split.bodyLine, column: 1 }
  const { engine } = await liquid()
  const parts = subject ? [subject, body] : [body]
  for (const part of parts) readPart(engine, part, template, problems)
  return { template, problems, places: subject ? { subject, body } : { body } }
}

function splitFrontMatter(
  text: string,
): { front: string; body: string; bodyLine: number } | TemplateProblem {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
  if (text.length > LONGEST) {
    return problem(1, 1, 'This file is too long for a message.', 'At most 64 KB.')
  }
  if (lines[0]?.trimEnd() !== '---') {
    return problem(
      1,
      1,
      'A template starts with a line of three dashes.',
      'Then title, subject and slots, another --- line, and the text.',
    )
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
  if (end === -1) {
    return problem(lines.length, 1, 'The line of three dashes before the text is missing.')
  }
  const front = lines.slice(1, end).join('\n')
  return { front, body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 }
}

const TOP_KEYS = ['title', 'for', 'subject', 'slots', 'then', 'after', 'needs', 'several'] as const
const SLOT_KEYS = ['meaning', 'example', 'required', 'or', 'of', 'from', 'takes'] as const
/** The lines before the front matter: its opening dashes. */
const FRONT_OFFSET = 1

/** Fills the template from its front matter; gives the subject and where it stands. */
async function readFrontMatter(
  front: string,
  template: Template,
  problems: TemplateProblem[],
): Promise<Part | undefined> {
  const yaml = await import('yaml')
  const lineCounter = new yaml.LineCounter()
  const document = yaml.parseDocument(front, { lineCounter, prettyErrors: false })
  const matter = new FrontMatter(yaml, document, lineCounter, problems)
  const [error] = document.errors
  if (error) {
    const { line, col } = lineCounter.linePos(error.pos[0])
    const typed = front.split('\n')[line - 1] ?? ''
    problems.push(problem(line + FRONT_OFFSET, col, sentence(error.message), quotesHint(typed)))
    return undefined
  }
  const top = matter.entries(document.contents, TOP_KEYS, 'a template')
  template.title = matter.text(top.get('title'), 'title') ?? template.name
  template.for = matter.choices(top.get('for'), 'for', ROLES)
  template.after = matter.choices(top.get('after'), 'after', OCCASIONS)
  template.needs = matter.choices(top.get('needs'), 'needs', CLAIMS)
  if (matter.flag(top.get('several'), 'several')) template.isForSeveral = true
  const [then] = matter.choices(top.get('then'), 'then', FOLLOW_UP_KINDS)
  if (then) template.opens = then
  template.slots = readSlots(matter, top.get('slots'))
  if (template.needs.includes('talk')) isKnown('spoke', template)
  const subject = top.get('subject')
  if (!subject) {
    problems.push(problem(1, 1, 'A template needs a subject.', 'Add a line: subject: "…"'))
    return undefined
  }
  template.subject = matter.text(subject, 'subject') ?? ''
  const { line, column } = matter.where(subject)
  const quoted = yaml.isScalar(subject) && subject.type !== 'PLAIN'
  return { text: template.subject, line, column: column + (quoted ? 1 : 0) }
}

function readSlots(matter: FrontMatter, node: Node | undefined): Slot[] {
  const slots: Slot[] = []
  for (const [name, fields, key] of matter.pairs(node, 'slots')) {
    const refused = badSlotName(name)
    if (refused) matter.complain(key, refused)
    const entries = matter.entries(fields, SLOT_KEYS, `the slot ${name}`)
    const base = KNOWN_SLOTS.find(slot => slot.name === name)
    const meaning = matter.text(entries.get('meaning'), 'meaning') ?? base?.meaning
    const example = matter.text(entries.get('example'), 'example') ?? base?.example
    const [from] = matter.choices(entries.get('from'), 'from', SLOT_SOURCES)
    const shapes = matter.choices(entries.get('takes'), 'takes', SHAPES)
    const required = entries.get('required')
    const isFormal = matter.is(required, 'formal')
    const or = matter.text(entries.get('or'), 'or')
    const of = matter.text(entries.get('of'), 'of')
    const takes = entries.has('takes') ? shapes : (base?.takes ?? [])
    if (!meaning) matter.complain(key, `The slot ${name} needs a meaning.`)
    slots.push({
      name,
      meaning: meaning ?? name,
      ...(example && { example }),
      required: isFormal ? false : (matter.flag(required, 'required') ?? base?.required ?? false),
      ...(isFormal && { requiredOf: 'formal' }),
      ...(or && { or }),
      ...(of && { of }),
      ...(from && { from }),
      ...(takes.length > 0 && { takes }),
      ...(base?.profile && { profile: base.profile }),
      ...(base?.isProof && { isProof: true }),
    })
  }
  return slots
}

const LIQUID_WORDS = ['true', 'false', 'nil', 'null', 'empty', 'blank', 'and', 'or', 'not']

function badSlotName(name: string): string | undefined {
  if (!/^[a-z][a-z0-9_]{0,31}$/.test(name)) {
    return `The name of a slot has only lower-case letters, digits and _, unlike "${name}".`
  }
  if (LIQUID_WORDS.includes(name) || name === 'contains' || name === 'forloop') {
    return `"${name}" means something else in a template and can't name a slot.`
  }
  if (VIEW_WORDS.some(word => word.name === name)) {
    return `netmed works out "${name}" itself, so it can't be a slot.`
  }
  return undefined
}

/** Reads values of the front matter and collects what is wrong with them, each with its place. */
class FrontMatter {
  readonly #yaml: typeof import('yaml')
  readonly #document: YamlDocument
  readonly #lines: LineCounter
  readonly #problems: TemplateProblem[]

  constructor(
    yaml: typeof import('yaml'),
    document: YamlDocument,
    lines: LineCounter,
    problems: TemplateProblem[],
  ) {
    this.#yaml = yaml
    this.#document = document
    this.#lines = lines
    this.#problems = problems
  }

  where(node: Node | undefined): { line: number; column: number } {
    const { line, col } = this.#lines.linePos(node?.range?.[0] ?? 0)
    return { line: line + FRONT_OFFSET, column: col }
  }

  complain(node: Node | undefined, message: string, hint?: string): void {
    const { line, column } = this.where(node)
    this.#problems.push(problem(line, column, message, hint))
  }

  /** The pairs of a map; nothing at all is an empty one. */
  pairs(
    node: Node | null | undefined,
    what: string,
  ): [string, Node | undefined, Node | undefined][] {
    if (!node || this.#isEmpty(node)) return []
    if (!this.#yaml.isMap(node)) {
      this.complain(node, `${what} lists names, each with its value: name: value.`)
      return []
    }
    return node.items.map(({ key, value }) => {
      const keyNode = this.#node(key)
      return [this.#scalar(keyNode) ?? '', this.#node(value), keyNode]
    })
  }

  entries(
    node: Node | null | undefined,
    allowed: readonly string[],
    what: string,
  ): Map<string, Node> {
    const found = new Map<string, Node>()
    for (const [name, value, key] of this.pairs(node, what)) {
      if (!allowed.includes(name)) {
        const near = nearest(name, allowed)
        const hint = near ? `Did you mean ${near}?` : `It can have ${listed(allowed)}.`
        this.complain(key, `"${name}" is not part of ${what}.`, hint)
      } else if (value) {
        found.set(name, value)
      }
    }
    return found
  }

  text(node: Node | undefined, what: string): string | undefined {
    if (!node || this.#isEmpty(node)) return undefined
    const text = this.#scalar(node)
    if (text === undefined) this.complain(node, `${what} must be one line of text.`, QUOTES)
    return text
  }

  choices<T extends string>(node: Node | undefined, what: string, allowed: readonly T[]): T[] {
    if (!node || this.#isEmpty(node)) return []
    const items = this.#yaml.isSeq(node) ? node.items.map(item => this.#node(item)) : [node]
    return items.flatMap(item => {
      const typed = this.#scalar(item)
      const choice = allowed.find(each => each === typed)
      if (choice) return [choice]
      const near = nearest(typed ?? '', allowed)
      const hint = near ? `Did you mean ${near}?` : `One of ${listed(allowed, 'or')}.`
      this.complain(item, `"${typed ?? ''}" is not known under ${what}.`, hint)
      return []
    })
  }

  flag(node: Node | undefined, what: string): boolean | undefined {
    if (!node || this.#isEmpty(node)) return undefined
    const value = this.#yaml.isScalar(node) ? node.value : undefined
    if (typeof value === 'boolean') return value
    this.complain(node, `${what} is true or false${what === 'required' ? ', or formal' : ''}.`)
    return undefined
  }

  is(node: Node | undefined, word: string): boolean {
    return this.#yaml.isScalar(node) && node.value === word
  }

  #scalar(node: Node | undefined): string | undefined {
    if (!this.#yaml.isScalar(node) || node.value === null) return undefined
    return typeof node.value === 'string'
      ? oneLineOf(node.value)
      : String(node.source ?? node.value)
  }

  #isEmpty(node: Node): boolean {
    return this.#yaml.isScalar(node) && node.value === null
  }

  #node(value: unknown): Node | undefined {
    if (this.#yaml.isAlias(value)) return this.#node(value.resolve(this.#document))
    return this.#yaml.isNode(value) ? value : undefined
  }
}

const QUOTES = 'Put quotes around it: "…"'

// `subject: {{ x }}` is a map in YAML, and `subject: About: x` a map in a map.
function quotesHint(line: string): string | undefined {
  return /^\s*[\w-]+:\s*[^"'\s].*[{}:[\]#&*%@`]/.test(line) ? QUOTES : undefined
}

// Liquid

/** Finds what is wrong with a Liquid text, and adds the known slots that it uses. */
function readPart(
  engine: Liquid,
  part: Part,
  template: Template,
  problems: TemplateProblem[],
): void {
  let nodes: LiquidNode[]
  try {
    nodes = engine.parse(part.text)
  } catch (error) {
    problems.push(problemOf(error, part))
    return
  }
  const { globals } = engine.analyzeSync(nodes, { partials: false })
  for (const variable of Object.values(globals).flat()) {
    const { row, col } = variable.location
    const [name, ...rest] = variable.segments.map(String)
    const at = placeIn(part, row, col)
    if (name === undefined) continue
    if (rest.length > 0) {
      problems.push(problem(at.line, at.column, `${name} is plain words and has no parts.`))
    } else if (!isKnown(name, template)) {
      problems.push(problem(at.line, at.column, ...unknownWord(name, template)))
    }
  }
}

/** Whether the text may use that word; a known slot is taken into the template. */
function isKnown(name: string, template: Template): boolean {
  if (template.slots.some(slot => shapeWords(slot).includes(name))) return true
  const word = VIEW_WORDS.find(each => each.name === name)
  const wanted = word ? (word.needs ?? []) : [name]
  for (const slotName of wanted) {
    if (template.slots.some(slot => slot.name === slotName)) continue
    const slot = KNOWN_SLOTS.find(each => each.name === slotName)
    if (!slot?.profile && !slot?.isProof) return false
    template.slots.push({ ...slot })
  }
  return true
}

function unknownWord(name: string, template: Template): [string, string] {
  const words = [...template.slots, ...KNOWN_SLOTS, ...VIEW_WORDS].map(word => word.name)
  const near = nearest(name, words)
  return [
    `{{ ${name} }} is neither a slot of this template nor a word that netmed knows.`,
    near && near !== name
      ? `Did you mean ${near}?`
      : 'Declare it under slots, or correct the name.',
  ]
}

/** Tries the text with every word there, then with only those that always are. */
function holes(engine: Liquid, template: Template, part: Part): TemplateProblem[] {
  const required = template.slots.filter(slot => slot.required).map(slot => slot.name)
  const always = VIEW_WORDS.filter(word => word.always).map(word => word.name)
  const all = [...template.slots.map(slot => slot.name), ...VIEW_WORDS.map(word => word.name)]
  for (const present of [all, [...required, ...always]]) {
    for (const shape of SHAPES) {
      const words = Object.fromEntries(present.map(name => [name, name]))
      for (const slot of template.slots.filter(({ name }) => name in words)) {
        Object.assign(words, shapedAs(shape, slot))
      }
      try {
        engine.parseAndRenderSync(part.text, plainWords(words))
      } catch (error) {
        return [problemOf(error, part)]
      }
    }
  }
  return []
}

/** The shape words of a slot that holds that shape, or, where it takes none of it, its first. */
function shapedAs(shape: Shape, { name, takes, of }: Slot): Record<string, string> {
  if (!takes || of) return {}
  return { [`${name}_shape`]: takes.includes(shape) ? shape : (takes[0] ?? shape) }
}

function render(
  engine: Liquid,
  template: Template,
  text: string,
  words: Record<string, string>,
): string {
  try {
    return String(engine.parseAndRenderSync(text, words))
  } catch (error) {
    const { message } = problemOf(error, { text, line: 1, column: 1 })
    throw new Failure(
      'usage',
      `The template ${template.name} can't be filled in: ${message}`,
      `Look at it with: netmed template check ${quoted(template.name)}`,
      { cause: error },
    )
  }
}

const TAGS = ['if', 'unless', 'case', 'for', 'assign', 'capture', 'comment', 'raw']
const FILTERS = ['default', 'upcase', 'downcase', 'strip']
const OWN_FILTERS = [
  'upfirst',
  'sentence',
  'ended',
  'clause',
  'within',
  'again',
  'bare',
  'led',
  'placed',
]

let loading: Promise<{ engine: Liquid }> | undefined

// A template can come from anybody: it reads no file, sees no prototype and ends soon.
function liquid(): Promise<{ engine: Liquid }> {
  loading ??= import('liquidjs').then(({ Liquid }) => {
    const engine = new Liquid({
      strictVariables: true,
      strictFilters: true,
      lenientIf: true,
      ownPropertyOnly: true,
      templates: {},
      parseLimit: LONGEST,
      renderLimit: 5_000,
      memoryLimit: 1_000_000,
    })
    keepOnly(engine.tags, TAGS)
    keepOnly(engine.filters, FILTERS)
    engine.registerFilter('upfirst', value => upFirst(String(value)))
    engine.registerFilter('sentence', value => sentence(String(value)))
    engine.registerFilter('ended', value => ended(String(value)))
    engine.registerFilter('clause', value => clause(String(value)))
    engine.registerFilter('again', value => nameAgain(String(value)))
    engine.registerFilter('bare', value => bareTime(String(value)))
    engine.registerFilter('led', value => timeLed(String(value)))
    engine.registerFilter('placed', value => placeLed(String(value)))
    engine.registerFilter('within', (value, most) => within(String(value), Number(most)))
    return { engine }
  })
  return loading
}

function keepOnly(table: object, names: readonly string[]): void {
  for (const name of Object.keys(table)) {
    if (!names.includes(name)) Reflect.deleteProperty(table, name)
  }
}

function upFirst(text: string): string {
  return text.replace(
    /^(["“]?)(.)/u,
    (_, mark: string, first: string) => mark + first.toUpperCase(),
  )
}

/** With a capital and a closing mark, which stands inside quotation marks. */
function sentence(text: string): string {
  return upFirst(ended(text))
}

/** What stands behind a colon: a closing mark, and no capital. */
function ended(text: string): string {
  return /[.!?…]["”’)]?$/.test(text) ? text : text.replace(/(["”]?)$/, '.$1')
}

/** A sentence as it stands within another: `My exams start Monday.` is `my exams start Monday`. */
function clause(text: string): string {
  const open = text.replace(/[.!]$/, '')
  return /^(my|we|our|the|this|these|it|there|from|after|until|i(?=['’ ]))\b/i.test(open)
    ? (/^i\b/i.test(open) ? 'I' : open.charAt(0).toLowerCase()) + open.slice(1)
    : open
}

/** A time as a noun, `at 3 pm` as `3 pm`, `on Friday` as `Friday`; and `to talk` as `talk`. */
function bareTime(text: string): string {
  return text.replace(/^(?:to |at |on |from (?=.* to )|over (?=the )|for (?=lunch|dinner|br))/, '')
}

/** Nothing where it is longer: `{{ topic | within: 35 | default: "your work" }}` keeps a subject short. */
function within(text: string, most: number): string {
  return text.length <= most ? text : ''
}

const LINE_BREAKS = /[\t\v\f]|\r\n|[\r\n\u0085\u2028\u2029]/g

// No prototype, so that {{ constructor }} is as unknown as any other word.
function plainWords(view: Readonly<Record<string, string>>): Record<string, string> {
  const words: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(view)) words[name] = oneLineOf(value)
  return words
}

function oneLineOf(text: string): string {
  return text.replace(LINE_BREAKS, ' ').replace(/ {2,}/g, ' ').trim()
}

/** What an absent optional part leaves behind is taken out: blanks in a row, and blank lines. */
function tidied(text: string): string {
  return text
    .split('\n')
    .map(line => line.trimEnd().replace(/(\S) {2,}/g, '$1 '))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

// Problems

function problem(line: number, column: number, message: string, hint?: string): TemplateProblem {
  return { line, column, message, ...(hint && { hint }) }
}

/** A row and column within the text, as a place in its file. */
function placeIn(part: Part, row: number, col: number): { line: number; column: number } {
  return { line: part.line + row - 1, column: row === 1 ? part.column + col - 1 : col }
}

function problemOf(error: unknown, part: Part): TemplateProblem {
  const known = error instanceof Error ? error : new Error(String(error))
  // Every error of liquidjs ends in ", line:1, col:4"; it has no other public place for them.
  const found = /, line:(\d+), col:(\d+)$/.exec(known.message)
  const { line, column } = placeIn(part, Number(found?.[1] ?? 1), Number(found?.[2] ?? 1))
  const message = found ? known.message.slice(0, found.index) : known.message
  const missing = /^undefined variable: (.+)$/.exec(message)
  if (missing) {
    return problem(
      line,
      column,
      `{{ ${missing[1]} }} is not always there.`,
      `Put it inside {% if ${missing[1]} %} … {% endif %}, or make it required.`,
    )
  }
  return problem(line, column, sentence(message), limitHint(message))
}

function limitHint(message: string): string | undefined {
  const tag = /^tag "(\w+)" not found/.exec(message)
  if (tag) return `A template can use ${listed(TAGS)}.`
  const filter = /^undefined filter: (\w+)/.exec(message)
  if (filter) return `A template can use the filters ${listed([...FILTERS, ...OWN_FILTERS])}.`
  return /limit/.test(message) ? 'It would take too long, or too much memory.' : undefined
}

function failureOf({ line, column, message, hint }: TemplateProblem, file: TemplateFile): Failure {
  return new Failure('usage', `${file.path}, line ${line}, column ${column}: ${message}`, hint)
}
