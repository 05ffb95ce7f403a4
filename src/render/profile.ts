import type { Advance, Behind } from '../domain/people/advance.ts'
import type { ProfileAnswer } from '../domain/people/profile.ts'
import { counted, listed } from '../domain/words/text.ts'
import { nextCommand } from './sentences.ts'
import { columns, type Row } from './table.ts'
import { visible, wrap } from './text.ts'
import type { Screen } from './theme.ts'

const LABELS: Readonly<Record<string, string>> = {
  name: 'Name',
  email: 'Email',
  stage: 'Stage',
  school: 'School',
  graduationYear: 'Graduation year',
  interests: 'Interests',
  skills: 'Skills to gain',
  area: 'Area',
  links: 'Links',
  pitch: 'Pitch',
}

/** Who I am, as the drafts have it, and what is not said yet. */
export function renderProfile({ profile, missing }: ProfileAnswer, screen: Screen): string {
  const rows: Row[] = Object.entries(LABELS)
    .map(([key, label]) => [label, words(profile[key])] as const)
    .filter(([, text]) => text !== '')
  if (!rows.length) {
    return `netmed doesn't know you yet.\n${nextCommand('netmed init', screen)}`
  }
  const open = missing.length
    ? ['', `Not filled in yet: ${listed(missing.map(({ key }) => labelOf(key)))}.`]
    : []
  const next = missing[0] ? `netmed me --${missing[0].flag} …` : 'netmed me --help'
  return [columns(rows, { width: screen.columns }), ...open, nextCommand(next, screen)].join('\n')
}

/** `Stage is MS3 now.`, a line each. */
export function renderChangedProfile(
  {
    profile,
    changed,
    advanced,
  }: ProfileAnswer & { changed: readonly string[]; advanced: Advance | null },
  screen: Screen,
): string {
  const lines = changed.map(key => {
    const text = words(profile[key])
    return visible(text ? `${LABELS[key]}: ${text}` : `${LABELS[key]} is cleared.`)
  })
  if (!lines.length) lines.push('That was already there.')
  if (advanced) lines.push(...advanceLines(advanced, screen))
  const [junior] = advanced?.juniors ?? []
  const next = junior
    ? [nextCommand(`netmed draft check-in ${junior.handle}`, screen)]
    : ['Saved. To see everything:', nextCommand('netmed me', screen)]
  return [...lines, ...next].join('\n')
}

const MOST_NAMED = 5

/** Whom my own step puts in reach of my help, and who may have made it with me. */
function advanceLines({ from, to, juniors, classmates }: Advance, screen: Screen): string[] {
  const lines: string[] = []
  if (juniors.length)
    lines.push(`Now a year behind you, and maybe glad to hear from you: ${behind(juniors)}.`)
  const said = lines.map(line => wrap(visible(line), screen.columns))
  if (!classmates.length) return said
  const until = `Also ${from} until now: ${behind(classmates)}. If they moved up with you:`
  const command = `netmed edit stage:${from} role:peer --stage ${to}`
  return [...said, wrap(visible(until), screen.columns), nextCommand(command, screen)]
}

function behind(people: readonly Behind[]): string {
  const named = people
    .slice(0, MOST_NAMED)
    .map(({ name, id, stage }) => `${name} (#${id}, ${stage})`)
  const more = people.length - named.length
  return listed([...named, ...(more ? [`${more} more`] : [])])
}

interface Begun extends ProfileAnswer {
  contacts: readonly { id: number; displayName: string }[]
  path: string
}

/** The end of `init`: what is kept, where, and what to type next. */
export function renderBegun({ profile, contacts, path }: Begun, screen: Screen): string {
  const { theme } = screen
  const known = Object.keys(LABELS).filter(key => words(profile[key]) !== '')
  const about = known.length ? [`Kept: ${listed(known.map(key => labelOf(key)))}.`] : []
  const people = contacts.length
    ? [`Added ${counted(contacts.length, 'person', 'people')}: ${namesListed(contacts)}.`]
    : []
  const what = [...about, ...people]
  const command = (text: string) => ({ text, paint: theme.command })
  const next: Row[] = [
    [command('netmed add "Priya Nair"'), 'someone you met'],
    [command('netmed log priya --kind coffee'), 'when you were in touch'],
    [command('netmed due'), "what's due and who to check in with"],
  ]
  return [
    ...(what.length ? what.map(visible) : ["Nothing was saved. That's fine too."]),
    ...(what.length ? [visible(`It is all in ${path}, on this machine only.`)] : []),
    '',
    'What to type next:',
    columns(next, { width: screen.columns }),
  ].join('\n')
}

function labelOf(key: string): string {
  return (LABELS[key] ?? key).toLowerCase()
}

/** `Dr. Ruth Adeyemi (#3)`. */
function namesListed(contacts: Begun['contacts']): string {
  return listed(contacts.map(contact => `${contact.displayName} (#${contact.id})`))
}

function words(value: unknown): string {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.join(', ') : String(value)
}
