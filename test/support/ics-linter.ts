/**
 * What is wrong with an .ics file, read byte by byte against RFC 5545; empty when nothing is.
 * Stricter than the standard in what netmed promises: no METHOD, no C1 controls, no TZID.
 */
export function lintIcs(file: Uint8Array | string): string[] {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const problems: string[] = []
  const lines = physicalLines(bytes, problems)
  const properties = unfolded(lines, problems).flatMap(line => propertyOf(line, problems))
  for (const calendar of componentsOf(properties, problems)) lintCalendar(calendar, problems)
  return problems
}

interface Line {
  number: number
  text: string
}

interface Property extends Line {
  name: string
  parameters: Map<string, string>
  value: string
}

interface Component {
  name: string
  number: number
  properties: Property[]
  children: Component[]
}

// Bytes and lines (3.1)

function physicalLines(bytes: Uint8Array, problems: string[]): Line[] {
  const lines: Line[] = []
  let start = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === 0x0d && bytes[at + 1] !== 0x0a) {
      problems.push(`line ${lines.length + 1}: a CR without LF`)
    }
    if (byte !== 0x0a) continue
    if (bytes[at - 1] !== 0x0d) problems.push(`line ${lines.length + 1}: an LF without CR`)
    const end = bytes[at - 1] === 0x0d ? at - 1 : at
    lines.push(lineOf(bytes.subarray(start, end), lines.length + 1, problems))
    start = at + 1
  }
  if (start < bytes.length || bytes.length === 0) {
    problems.push('the file does not end with CRLF')
    lines.push(lineOf(bytes.subarray(start), lines.length + 1, problems))
  }
  return lines
}

function lineOf(bytes: Uint8Array, number: number, problems: string[]): Line {
  if (bytes.length > 75) problems.push(`line ${number}: ${bytes.length} octets, 75 are allowed`)
  if (bytes.length === 0) problems.push(`line ${number}: empty`)
  if (!isUtf8(bytes)) problems.push(`line ${number}: folded inside a character, or not UTF-8`)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const control = /(?![\t\r])\p{Cc}/u.exec(text)?.[0]
  if (control) problems.push(`line ${number}: control character ${JSON.stringify(control)}`)
  if (text.startsWith('\ufeff')) problems.push(`line ${number}: a byte order mark`)
  return { number, text }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function unfolded(lines: readonly Line[], problems: string[]): Line[] {
  const whole: Line[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    if (!/^[ \t]/.test(line.text)) whole.push({ ...line })
    else if (last) last.text += line.text.slice(1)
    else problems.push('line 1: a continuation of nothing')
  }
  return whole
}

// Content lines (3.1)

const NAME = '[A-Za-z0-9-]+'
const PARAMETER_VALUE =
  '(?:"[^"\\u0000-\\u0008\\u000a-\\u001f\\u007f]*"|[^";:,\\u0000-\\u0008\\u000a-\\u001f\\u007f]*)'
const PARAMETER = `;${NAME}=${PARAMETER_VALUE}(?:,${PARAMETER_VALUE})*`
const CONTENT_LINE = new RegExp(`^(${NAME})((?:${PARAMETER})*):(.*)$`, 's')

function propertyOf(line: Line, problems: string[]): Property[] {
  const [, name, parameters, value] = CONTENT_LINE.exec(line.text) ?? []
  if (name === undefined || parameters === undefined || value === undefined) {
    problems.push(`line ${line.number}: not a content line: ${line.text.slice(0, 40)}`)
    return []
  }
  const pairs = (parameters.match(new RegExp(PARAMETER, 'g')) ?? []).map(
    (pair): [string, string] => {
      const equals = pair.indexOf('=')
      return [pair.slice(1, equals).toUpperCase(), pair.slice(equals + 1)]
    },
  )
  return [{ ...line, name: name.toUpperCase(), parameters: new Map(pairs), value }]
}

// Components (3.4, 3.6)

function componentsOf(properties: readonly Property[], problems: string[]): Component[] {
  const root: Component = { name: '', number: 0, properties: [], children: [] }
  const open = [root]
  for (const property of properties) {
    const parent = open.at(-1) ?? root
    if (property.name === 'BEGIN') {
      const child = { name: property.value, number: property.number, properties: [], children: [] }
      parent.children.push(child)
      open.push(child)
    } else if (property.name === 'END') {
      if (parent !== root && parent.name === property.value) open.pop()
      else problems.push(`line ${property.number}: END:${property.value} without its BEGIN`)
    } else if (parent === root) {
      problems.push(`line ${property.number}: ${property.name} outside of a calendar`)
    } else {
      parent.properties.push(property)
    }
  }
  for (const { name, number } of open.slice(1)) {
    problems.push(`line ${number}: BEGIN:${name} without its END`)
  }
  if (root.children.length !== 1) problems.push(`${root.children.length} calendars, not one`)
  return root.children
}

function lintCalendar(calendar: Component, problems: string[]): void {
  if (calendar.name !== 'VCALENDAR') {
    problems.push(`line ${calendar.number}: ${calendar.name} is no VCALENDAR`)
  }
  lintProperties(calendar, CALENDAR_RULES, problems)
  if (calendar.children.length === 0) problems.push('a calendar without entries')
  const uids = new Set<string>()
  for (const event of calendar.children) {
    if (event.name !== 'VEVENT') {
      problems.push(`line ${event.number}: ${event.name} is not known here`)
      continue
    }
    lintEvent(event, problems)
    const uid = first(event, 'UID')?.value ?? ''
    if (uids.has(uid)) problems.push(`line ${event.number}: the UID ${uid} stands twice`)
    uids.add(uid)
  }
}

function lintEvent(event: Component, problems: string[]): void {
  lintProperties(event, EVENT_RULES, problems)
  const start = first(event, 'DTSTART')
  const end = first(event, 'DTEND')
  if (end && first(event, 'DURATION')) {
    problems.push(`line ${event.number}: both DTEND and DURATION`)
  }
  if (start && end) {
    const shape = (property: Property) => property.value.replace(/\d/g, '0')
    if (shape(start) !== shape(end)) problems.push(`line ${end.number}: DTEND of another type`)
    else if (end.value <= start.value) problems.push(`line ${end.number}: DTEND not after DTSTART`)
  }
  for (const alarm of event.children) {
    if (alarm.name === 'VALARM') lintAlarm(alarm, problems)
    else problems.push(`line ${alarm.number}: ${alarm.name} inside of a VEVENT`)
  }
}

function lintAlarm(alarm: Component, problems: string[]): void {
  lintProperties(alarm, ALARM_RULES, problems)
  const action = first(alarm, 'ACTION')?.value
  const needed = { DISPLAY: ['DESCRIPTION'], EMAIL: ['DESCRIPTION', 'SUMMARY', 'ATTENDEE'] }
  for (const name of needed[action as keyof typeof needed] ?? []) {
    if (!first(alarm, name)) problems.push(`line ${alarm.number}: ${action} without ${name}`)
  }
  if (Boolean(first(alarm, 'DURATION')) !== Boolean(first(alarm, 'REPEAT'))) {
    problems.push(`line ${alarm.number}: DURATION and REPEAT stand together or not at all`)
  }
  for (const child of alarm.children) {
    problems.push(`line ${child.number}: ${child.name} inside of a VALARM`)
  }
}

function first(component: Component, name: string): Property | undefined {
  return component.properties.find(property => property.name === name)
}

// Properties: how often, and which value (3.7, 3.8)

interface Rule {
  least: 0 | 1
  most: 0 | 1 | 99
  types: readonly (keyof typeof TYPES)[]
}

const required = (...types: Rule['types']): Rule => ({ least: 1, most: 1, types })
const optional = (...types: Rule['types']): Rule => ({ least: 0, most: 1, types })
const several = (...types: Rule['types']): Rule => ({ least: 0, most: 99, types })
const never: Rule = { least: 0, most: 0, types: ['TEXT'] }

const CALENDAR_RULES: Record<string, Rule> = {
  PRODID: required('TEXT'),
  VERSION: required('VERSION'),
  CALSCALE: optional('CALSCALE'),
  METHOD: never,
}

const EVENT_RULES: Record<string, Rule> = {
  UID: required('TEXT'),
  DTSTAMP: required('UTC'),
  DTSTART: required('DATE-TIME', 'DATE'),
  DTEND: optional('DATE-TIME', 'DATE'),
  DURATION: optional('DURATION'),
  CLASS: optional('CLASS'),
  CREATED: optional('UTC'),
  DESCRIPTION: optional('TEXT'),
  'LAST-MODIFIED': optional('UTC'),
  LOCATION: optional('TEXT'),
  PRIORITY: optional('INTEGER'),
  SEQUENCE: optional('SEQUENCE'),
  STATUS: optional('STATUS'),
  SUMMARY: optional('TEXT'),
  TRANSP: optional('TRANSP'),
  URL: optional('URI'),
  CATEGORIES: several('TEXT-LIST'),
  COMMENT: several('TEXT'),
}

const ALARM_RULES: Record<string, Rule> = {
  ACTION: required('ACTION'),
  TRIGGER: required('DURATION', 'UTC'),
  DESCRIPTION: optional('TEXT'),
  SUMMARY: optional('TEXT'),
  ATTENDEE: several('URI'),
  DURATION: optional('DURATION'),
  REPEAT: optional('INTEGER'),
}

const TIME_PARTS = '(?:\\d+H(?:\\d+M(?:\\d+S)?)?|\\d+M(?:\\d+S)?|\\d+S)'
const DURATION = new RegExp(`^[+-]?P(?:\\d+W|\\d+D(?:T${TIME_PARTS})?|T${TIME_PARTS})$`)
const PLAIN_TEXT = /^(?:[^\\;,]|\\[\\;,nN])*$/
const TIME = /^(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d|60)$/

const TYPES = {
  TEXT: value => PLAIN_TEXT.test(value),
  'TEXT-LIST': value => PLAIN_TEXT.test(value.replace(/(^|[^\\])((?:\\\\)*),/g, '$1$2')),
  DATE: isDate,
  'DATE-TIME': value => /^\d{8}T\d{6}Z?$/.test(value) && isDateTime(value),
  UTC: value => /^\d{8}T\d{6}Z$/.test(value) && isDateTime(value),
  DURATION: value => DURATION.test(value),
  INTEGER: value => /^[+-]?\d{1,10}$/.test(value) && Math.abs(Number(value)) <= 2147483647,
  SEQUENCE: value => /^\d{1,10}$/.test(value) && Number(value) <= 2147483647,
  URI: value => /^[a-z][a-z0-9+.-]*:[^\s<>"]+$/i.test(value),
  VERSION: value => value === '2.0',
  CALSCALE: value => value === 'GREGORIAN',
  CLASS: value => ['PUBLIC', 'PRIVATE', 'CONFIDENTIAL'].includes(value),
  STATUS: value => ['TENTATIVE', 'CONFIRMED', 'CANCELLED'].includes(value),
  TRANSP: value => ['OPAQUE', 'TRANSPARENT'].includes(value),
  ACTION: value => ['AUDIO', 'DISPLAY', 'EMAIL'].includes(value),
} satisfies Record<string, (value: string) => boolean>

function isDate(value: string): boolean {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(value) ?? []
  const days = [31, isLeap(Number(year)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return Number(day) >= 1 && Number(day) <= (days[Number(month) - 1] ?? 0)
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function isDateTime(value: string): boolean {
  return isDate(value.slice(0, 8)) && TIME.test(value.slice(9, 15))
}

function lintProperties(
  component: Component,
  rules: Record<string, Rule>,
  problems: string[],
): void {
  const counts = new Map<string, number>()
  for (const property of component.properties) {
    const rule = rules[property.name]
    counts.set(property.name, (counts.get(property.name) ?? 0) + 1)
    if (rule) lintValue(property, rule, problems)
    else if (!property.name.startsWith('X-')) {
      problems.push(`line ${property.number}: ${property.name} is not known in ${component.name}`)
    } else if (!TYPES.TEXT(property.value)) {
      problems.push(`line ${property.number}: ${property.name} is not escaped`)
    }
  }
  for (const [name, { least, most }] of Object.entries(rules)) {
    const count = counts.get(name) ?? 0
    if (count < least) problems.push(`line ${component.number}: ${component.name} has no ${name}`)
    if (count > most) {
      problems.push(`line ${component.number}: ${component.name} has ${count} times ${name}`)
    }
  }
}

/** Without VALUE the first type of the rule holds; VALUE names another one of them. */
function lintValue(property: Property, rule: Rule, problems: string[]): void {
  const { number, name, parameters, value } = property
  if (parameters.has('TZID')) problems.push(`line ${number}: ${name} has a time zone`)
  const named = parameters.get('VALUE')
  const type =
    named === undefined ? rule.types[0] : rule.types.find(each => wireType(each) === named)
  if (!type) problems.push(`line ${number}: ${name} cannot be a ${named}`)
  else if (!TYPES[type](value)) {
    problems.push(`line ${number}: ${name} is no ${wireType(type)}: ${value.slice(0, 40)}`)
  }
}

function wireType(type: keyof typeof TYPES): string {
  return type === 'UTC' ? 'DATE-TIME' : type
}
