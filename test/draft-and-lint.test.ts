import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type World, world } from './support/netmed.ts'

const TEMPLATES = fs.readdirSync('templates').map(file => file.replace('.md', ''))

/** Jo Park, and someone of whom all is on file that a template may need; #2 and #3 are others. */
async function student(role: string, { isMet = true } = {}): Promise<World> {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2 --school UCSF')
  await me.run(`add "Dr. Maya Chen" --role ${role} --circle pre-med --email chen@example.org`)
  await me.run('add "Marcus Lee" --role peer')
  await me.run('add "Dr. Eva Stein" --role faculty --institution Stanford')
  if (!isMet) {
    await me.run('edit 1 --introduced-by 3')
    return me
  }
  const { opened } = await me.json('log 1 -k coffee -o "1 oct" --ask "a letter by 1 dec"')
  await me.run(
    `done ${opened.find((each: { kind: string }) => each.kind === 'ask').id} --outcome agreed`,
  )
  await me.run('log 1 -k email -o "2 oct"')
  return me
}

/** Words that a student types, some with another's name or a claim of their own in them. */
const TYPED: Record<string, string>[] = [
  {
    point: 'what Marcus Lee told me about you',
    topic: "Dr. Stein's project",
    news: 'I wrote to Dr. Stein the same evening',
    outcome: 'it works',
    resource: 'your book',
    takeaway: 'that sleep matters',
    paper: 'the paper by Marcus Lee',
    person: 'Dr. Eva Stein',
    who: 'a friend of Marcus Lee',
    place: 'the Stanford cafe',
  },
  {
    point: 'your advice over lunch on Tuesday',
    topic: 'to sleep more',
    news: 'I took your advice after your talk',
    outcome: 'it has been a while, and the book you lent me helped',
    resource: 'the chapter you sent me',
    takeaway: 'thank you for introducing me to Marcus Lee',
    person: 'Priya Nair',
    who: 'we met at ACC',
  },
  { point: 'your slide on AF', topic: 'research', paper: 'your 2025 paper', activity: 'coffee' },
]
const ALSO: Record<string, string> = {
  talk: 'yes',
  times: 'tue 5pm',
  due: '12/15',
  until: 'dec 20',
  was: 'wed 3pm',
  for: 'residency',
  event: 'the ACC Meeting',
  activity: 'coffee',
  place: 'the Green Bean',
  person: 'Priya Nair',
  who: 'a friend',
  news: 'I passed',
  takeaway: 'why it matters',
  outcome: 'it works',
  resource: 'your book',
}

const ROLE_OF: Record<string, string> = {
  alumni: 'alumni',
  'step-back': 'peer',
  'ask-help': 'peer',
  'explain-schedule': 'peer',
}

describe('what draft says of its own email, lint says of the same', () => {
  it.each(TEMPLATES)('%s', async name => {
    const me = await student(ROLE_OF[name] ?? 'faculty', { isMet: name !== 'accept-intro' })
    const { template } = await me.json(`template ${name} --json`)
    const slots: string[] = template.slots.map((slot: { name: string }) => slot.name)
    let written = 0
    for (const typed of TYPED) {
      const all: Record<string, string> = { ...ALSO, ...typed }
      const set = [...slots, 'talk']
        .filter(slot => all[slot] !== undefined && (slots.includes(slot) || slot === 'talk'))
        .filter(slot => slot !== 'talk' || slots.includes('talk'))
        .flatMap(slot => ['--set', `${slot}=${all[slot]}`])
      const { code, out, err } = await me.run(['draft', name, '1', ...set])
      if (code !== 0) continue
      written++
      const lint = await me.run(['lint', '-', '--as', name, '--json'], { stdin: out })
      const { findings } = JSON.parse(lint.out)
      for (const { message } of findings) expect(err).toContain(message)
    }
    expect(written).toBeGreaterThan(0)
  })
})
