import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { width } from '../../src/render/text.ts'
import { type World, world } from '../support/netmed.ts'

/** Each command once on the same network; none needs an answer. */
const LINES = [
  '',
  'due',
  'due --all',
  'due chen',
  'week',
  'support',
  'start',
  'list',
  'list --prospects',
  'list role:nurse',
  'show chen',
  'show 7',
  'search ablation',
  'search "no such words"',
  'merge',
  'me',
  'me --pronouns they/them --interest "medical education"',
  'settings',
  'settings style',
  'settings style small',
  'season list',
  'season add boards --until "18 dec"',
  'event list',
  'event add Gala --kind social --on "2 dec"',
  'prep chen',
  'prep acc',
  'debrief acc',
  'debrief chen --likes "mornings in the OR, and that everyone on the team is asked what they think"',
  'specialty',
  'specialty cardiology',
  'question',
  'question chen "How did you choose the control group for the trial that you talked about?"',
  'question bank',
  'question bank faculty',
  'pitch',
  'pitch "I am Jo Park, a second-year medical student at UCSF, and I like cardiology."',
  'template',
  'template thanks',
  'draft thanks chen --set point="the hour you took to go through the first draft of my aims page"',
  'draft seek-advice chen',
  'draft nothing chen',
  'lint --all',
  'log priya -k coffee -o today -d "her cardiology rotation, and what she would do again"',
  'log chen -k lunch -o yesterday --advice "write the aims page first" --promise "send the CV"',
  'log nobody-here',
  'heard lee --advice "start with a case report, and ask early who the first author will be"',
  'sent research lee',
  'note priya "two cats, climbs on Sundays, and likes to be asked about her year in Lisbon"',
  'remind chen "send her the abstract for the meeting in March, with the new figure" --due fri',
  'meet chen --on "wed 15:00" --kind coffee --place "the Green Bean on 9th Avenue"',
  'snooze priya',
  'snooze priya 3w',
  'done 99',
  'add "Dr. Lena Hoff"',
  'add "Sam Roth" --role wizard',
  'add "Sam Roth" --every maybe',
  'edit hoff --role faculty --every 90d --note "moved to the new building across the street"',
  'edit at:ucsf --tag new --yes',
  'archive priya',
  'rm priya --yes',
  'rm priya',
  'export csv --out people.csv',
  'export ics --out cal.ics',
  'export ics --vdir cal --since-last',
  'undo --list',
  'undo',
  'redo',
  'help',
  'help all',
  'help log',
  'help export ics',
  'help event met',
  'frobnicate',
  'due --within',
]

const NETWORK = [
  'me --name "Jo Park" --stage MS2 --school UCSF --email jo@example.org',
  'add "Priya Nair" --role peer --circle support --every 4w',
  'log priya -k coffee -o "3 oct" -d "her cardiology rotation"',
  'add "Dr. Maya Chen" --role faculty --specialty cardiology --institution UCSF --email maya@example.org',
  'add "Dr. Lena Hoff, MD" --role attending --specialty cardiology --institution "Massachusetts General Hospital"',
  'add "Marcus Lee" --role resident',
  'log hoff -k conference -o wed -d "the ablation registry she runs"',
  'log chen -k shadowing -o tue --promise "send the abstract, by fri"',
  'add "Pat Moss" --prospect --why "works on sepsis alerts that wake fewer people at night"',
  'event add "ACC Meeting" --kind conference --on "18 nov" --until fri --place Chicago --speaker hoff',
  'sent research lee -o "3 nov"',
]

/** The data file of the network, typed in once. */
let typed: string | undefined

async function network(): Promise<World> {
  const me = world()
  const file = me.path('.local/share/netmed/netmed.json')
  if (typed === undefined) {
    for (const line of NETWORK) await me.run(line)
    typed = fs.readFileSync(file, 'utf8')
  } else {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, typed)
  }
  return me
}

/** Every word that a line says where there is room for all of it. */
const wide = new Map<string, Set<string>>()

async function wideWords(line: string): Promise<Set<string>> {
  const known = wide.get(line)
  if (known) return known
  const me = await network()
  const ran = await me.run(line, { columns: 2000 })
  const words = new Set(wordsOf(`${ran.out}${ran.err}`, me))
  wide.set(line, words)
  return words
}

/** A command and a path stay whole, and so does a long word. */
function isUnbreakable(line: string): boolean {
  return /^ *\S*netmed |^Wrote .* to /.test(line) || !line.trim().includes(' ')
}

/** The words, without what was cut, the dots between two of them, and paths of this one world. */
function wordsOf(text: string, { folder }: World): string[] {
  return text
    .split(/\s+/)
    .filter(word => /\w/.test(word) && !word.endsWith('…') && !word.includes(folder))
}

describe.each([40, 80, 200])('on a terminal of %i columns', columns => {
  it.each(LINES)('%s fits, and no word is broken', async line => {
    const me = await network()
    const { out, err } = await me.run(line, { columns, isTTY: true })
    const tooLong = `${out}${err}`
      .split('\n')
      .filter(each => width(each) > Math.min(columns, 99) && !isUnbreakable(each))
    expect(tooLong).toEqual([])
    const whole = await wideWords(line)
    const broken = wordsOf(`${out}${err}`, me).filter(word => !whole.has(word))
    expect(broken.filter(word => word.length < columns)).toEqual([])
  })
})
