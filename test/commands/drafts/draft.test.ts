import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

const PANEL = '--set talk=yes --set point="your talk" --set topic="finding a mentor"'

async function student(): Promise<World> {
  const me = world()
  fs.mkdirSync(me.path('.local/share/netmed'), { recursive: true })
  fs.writeFileSync(
    me.path('.local/share/netmed/netmed.json'),
    JSON.stringify({
      schemaVersion: 3,
      meta: { nextId: 1, rev: 0 },
      profile: { name: 'Jo Park', stage: 'MS2', interests: ['cardiology'] },
      settings: {},
      contacts: [],
      followUps: [],
      interactions: [],
    }),
  )
  await me.run('add "Dr. Lena Hoff" --role attending --email lena.hoff@example.org')
  await me.run('log hoff -k conference -o wed -d "your ablation registry"')
  return me
}

it('writes To, Subject, a blank line and the text to stdout, and says that nothing was sent', async () => {
  const me = await student()
  const ran = await me.run('draft event-followup hoff')
  expect(ran.code).toBe(0)
  expect(ran.out).toMatch(
    /^To: lena\.hoff@example\.org\nSubject: Good to talk with you at the conference\n\nDear Dr\. Hoff,\n/,
  )
  expect(ran.out).toContain('about your ablation registry')
  expect(ran.out).toMatch(/Jo Park\nMS2\n$/)
  expect(ran.err).toContain('\nNothing was sent. After you send it:  netmed sent hoff\n')
})

it('takes template and person in either order, and guesses the template from what is open', async () => {
  const me = await student()
  const drafts = [
    await me.json('draft event-followup hoff'),
    await me.json('draft hoff event-followup'),
    await me.json('draft hoff'),
  ]
  expect(drafts.map(each => each.draft.template)).toEqual(Array(3).fill('event-followup'))
  expect(new Set(drafts.map(each => each.draft.body)).size).toBe(1)
})

it('names everything that is missing with its flag and prints nothing', async () => {
  const me = await student()
  const ran = await me.run('draft panel hoff --set talk=yes --no-input')
  expect(ran).toMatchObject({ code: 2, out: '' })
  expect(ran.err).toMatch(/--set topic="…" +what you want to ask about/)
  expect(ran.err).toContain('Nothing was written.')
})

it('asks for just what is missing on a terminal', async () => {
  const me = await student()
  const ran = await me.run('draft panel hoff', {
    answers: [true, 'your talk', 'finding a mentor'],
  })
  expect(ran.out).toContain('finding a mentor')
})

it('a hello to a senior says one thing: something of theirs, or else some news', async () => {
  const me = await student()
  await me.run('add "Dr. Ada Boyd" --role advisor')
  const ran = await me.run('draft check-in boyd')
  expect(ran).toMatchObject({ code: 2, out: '' })
  expect(ran.err).toMatch(/--set point="…" .*\(or --set news="…"\)/)
  const { out } = await me.run('draft check-in boyd', { answers: ['', 'I passed my first block'] })
  expect(out).toContain('I passed my first block.')
})

it('refuses an unknown slot with the nearest named', async () => {
  const me = await student()
  const ran = await me.run('draft panel hoff --set topik=x')
  expect(ran).toMatchObject({ code: 2, out: '' })
  expect(ran.err).toContain('Did you mean topic?')
})

it('without an address has the name in To and says so', async () => {
  const me = await student()
  await me.run('add "Priya Nair" --role peer')
  const ran = await me.run('draft check-in priya')
  expect(ran.out).toMatch(/^To: Priya Nair\n/)
  expect(ran.err).toContain('No email address on file for Priya Nair.')
})

it('a draft folds on a terminal, and neither in a pipe nor as --body, --copy or --eml', async () => {
  const me = await student()
  const line =
    'draft thanks hoff --set point="the hour you took for my first draft of the aims page"'
  const longest = (text: string) => Math.max(...text.split('\n').map(each => each.length))
  const narrow = { columns: 40, isTTY: true }
  expect(longest((await me.run(line, narrow)).out)).toBeLessThanOrEqual(40)
  expect(longest((await me.run(line)).out)).toBeGreaterThan(80)
  expect(longest((await me.run(`${line} --body`, narrow)).out)).toBeGreaterThan(80)
  let copied = ''
  const programs = (_: string[], how?: { input?: string }) => {
    copied = how?.input ?? ''
    return { code: 0 }
  }
  await me.run(`${line} --copy`, { ...narrow, programs })
  expect(longest(copied)).toBeGreaterThan(80)
  await me.run(`${line} --eml mail.eml`, narrow)
  expect(fs.readFileSync(me.path('mail.eml'), 'utf8').replaceAll('=\r\n', '')).toMatch(/^.{81,}$/m)
})

it('--body is the text alone', async () => {
  const me = await student()
  expect((await me.run('draft hoff --body')).out).toMatch(/^Dear Dr\. Hoff,\n/)
})

it('--eml writes an unsent draft file', async () => {
  const me = await student()
  await me.run('draft hoff --eml out.eml')
  const eml = fs.readFileSync(me.path('out.eml'), 'utf8')
  expect(eml).toContain('X-Unsent: 1')
  expect(eml).toContain('lena.hoff@example.org')
})

it('--copy gives the text to the clipboard', async () => {
  const me = await student()
  let copied = ''
  await me.run('draft hoff --copy', {
    programs: (_words, options) => {
      copied = options?.input ?? ''
      return { code: 0 }
    },
  })
  expect(copied).toMatch(/^Dear Dr\. Hoff,/)
})

it('--open hands a mailto link to the desktop', async () => {
  const me = await student()
  const opened: string[] = []
  await me.run('draft hoff --open', {
    programs: words => {
      opened.push(...words)
      return { code: 0 }
    },
  })
  expect(opened[0]).toBe('xdg-open')
  expect(opened[1]).toMatch(/^mailto:lena\.hoff@example\.org\?subject=/)
})

describe('sent', () => {
  it('logs the email, settles the note it was, and waits for an answer to a request', async () => {
    const me = await student()
    await me.run(`draft panel hoff ${PANEL}`)
    const answer = await me.json('sent hoff')
    expect(answer.kind).toBe('email')
    expect(answer.interaction.template).toBe('panel')
    expect(answer.settled.map((each: { kind: string }) => each.kind)).toEqual(['event'])
    expect(
      answer.opened.map((each: { kind: string; due: string }) => [each.kind, each.due]),
    ).toEqual([['reply', '2026-12-05']])
    expect((await me.json('due')).items[0].group).toBe('waiting')
  })

  it('waits seven days for a peer', async () => {
    const me = await student()
    await me.run('add "Priya Nair" --role peer --email p@example.org')
    const answer = await me.json(
      'draft invite priya --sent --set activity=coffee --set place="the Green Bean" --set times="Tue at 17:00 or Wed at noon"',
    )
    expect(answer.opened[0].due).toBe('2026-11-28')
  })

  it('after one nudge refuses a second in the same thread', async () => {
    const me = await student()
    await me.run(`draft panel hoff ${PANEL} --sent`)
    const later = { now: '2026-12-06T09:00:00' }
    expect((await me.run('due', later)).out).toContain('netmed draft nudge hoff')
    expect((await me.run('draft nudge hoff --sent', later)).code).toBe(0)
    const again = await me.run('draft nudge hoff', { now: '2027-01-06T09:00:00' })
    expect(again.code).toBe(1)
    expect(again.err).toContain('has had one reminder from you already')
  })

  it('a word from them settles the wait', async () => {
    const me = await student()
    await me.run(`draft panel hoff ${PANEL} --sent`)
    const answer = await me.json('log hoff -k email --by them')
    expect(answer.settled.map((each: { kind: string }) => each.kind)).toEqual(['reply'])
  })
})

it('never uses a private interaction', async () => {
  const me = await student()
  await me.run('log hoff -k coffee --private -d "her divorce"')
  const answer = await me.json('draft event-followup hoff')
  expect(JSON.stringify(answer)).not.toContain('divorce')
})

describe('template', () => {
  it('alone lists all of them and says where yours live', async () => {
    const me = world()
    const ran = await me.run('template', { columns: 200 })
    expect(ran.out).toContain(`

Put your own templates in ${me.path('.config/netmed/templates')}
  netmed draft <template> <who>
`)
    const { templates, ownFolder } = await me.json('template')
    expect(templates.length).toBe(31)
    expect(ownFolder).toBe(me.path('.config/netmed/templates'))
    const [first] = templates
    expect((await me.json(`template ${first.name}`)).template.path).toBe(first.path)
  })

  it('never makes one whose name means something else', async () => {
    const me = world()
    expect(await me.run('template new check')).toEqual({
      code: 2,
      out: '',
      err: '"check" means something else after template.\n  Use another name.\n',
    })
  })

  it('a copy of a packaged one takes its place', async () => {
    const me = await student()
    const made = await me.json('template new thanks')
    fs.appendFileSync(made.template.path, '\nPS: my own words.\n')
    await me.run('log hoff -k office-hours --detail "her grant advice"')
    expect((await me.json('draft thanks hoff')).draft.body).toContain('PS: my own words.')
    expect((await me.run('template new thanks')).code).toBe(1)
  })

  it('check names an unknown word with line and column', async () => {
    const me = await student()
    const made = await me.json('template new mine')
    const text = fs.readFileSync(made.template.path, 'utf8')
    fs.writeFileSync(made.template.path, text.replace('{{ topic }},', '{{ topick }}.'))
    const ran = await me.run('template check mine --strict')
    expect(ran.code).toBe(1)
    expect(ran.out).toMatch(/mine\.md:13:54 /)
  })

  it('all packaged ones read well', async () => {
    const me = world()
    expect((await me.json('template check')).problems).toEqual([])
  })
})

describe('a draft that rests', () => {
  it('becomes an open loop, and done asks the question and prints it', async () => {
    const me = await student()
    const held = await me.json('draft hoff --hold 24h')
    expect(held.followUp).toMatchObject({ kind: 'draft', due: '2026-11-22' })
    const id = held.followUp.id
    const kept = await me.run(`done ${id}`, { answers: [false] })
    expect(kept.out).toContain('It is still on hold.')
    const released = await me.run(`done ${id}`, { answers: [true], now: '2026-11-22T16:00:00' })
    expect(released.out).toMatch(/^To: lena\.hoff@example\.org\nSubject: Good to talk with you/)
    expect(released.out).toContain('Dear Dr. Hoff,')
    expect(me.data().followUps.find(each => each.id === id)?.closed).toBe('done')
  })

  it('is not shown without anybody to answer, and --yes answers', async () => {
    const me = await student()
    const { followUp } = await me.json('draft hoff --hold 2d')
    const alone = await me.run(`done ${followUp.id}`)
    expect(alone).toMatchObject({ code: 2, out: '' })
    expect(alone.err).toContain('--yes')
    expect((await me.run(`done ${followUp.id} --yes`)).code).toBe(0)
  })
})

describe('what a mail settles', () => {
  it('is asked when several loops are open', async () => {
    const me = await student()
    await me.run('log hoff -k class --promise "send her the abstract"')
    await me.run('draft event-followup hoff', { answers: [['send her the abstract']] })
    const answer = await me.json('sent hoff')
    expect(answer.settled.map((each: { kind: string }) => each.kind)).toEqual(['promise'])
  })

  it('can be said by number, and a number of someone else is refused', async () => {
    const me = await student()
    await me.run('log hoff -k class --promise "send her the abstract"')
    await me.run('remind "boards" --due fri')
    const answer = await me.json('draft event-followup hoff --settles 3,5 --sent')
    expect(answer.settled.map((each: { id: number }) => each.id)).toEqual([3, 5])
    expect((await me.run('draft check-in hoff --set news="I passed" --settles 6')).code).toBe(1)
  })
})

describe('the lint', () => {
  it('warns on stderr, and with --strict exits 1', async () => {
    const me = await student()
    const vague =
      'draft invite hoff --set activity=coffee --set place=Peet --set topic=research --set times=sometime'
    const loose = await me.run(vague)
    expect(loose.code).toBe(0)
    expect(loose.err).toContain('"sometime" is vague')
    expect((await me.run(`${vague} --strict`)).code).toBe(1)
    expect((await me.run('draft event-followup hoff --strict')).code).toBe(0)
  })

  it('warns of a letter needed too soon', async () => {
    const me = await student()
    const ran = await me.run(
      'draft letter-request hoff --set for="a cardiology elective" --set due="1 dec" --set topic="the registry"',
    )
    expect(ran.err).toContain('That leaves Dr. Lena Hoff 10 days; 4 weeks are usual')
  })
})

it('a missing address is named once where it is needed', async () => {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2')
  await me.run('add "Priya Nair"')
  const ran = await me.run('draft check-in priya --eml hello.eml')
  expect(ran).toEqual({
    code: 2,
    out: '',
    err: 'No email address on file for Priya Nair.\n  netmed edit 1 --email name@example.org\n',
  })
})

it('a template that is not there is named, and not taken for a name', async () => {
  const me = world()
  await me.run('add "Priya Nair"')
  const ran = await me.run('draft panle priya')
  expect(ran).toEqual({
    code: 1,
    out: '',
    err: 'There is no template "panle".\n  Did you mean panel? All of them: netmed template\n',
  })
})

it('a mail that was emptied in the editor is no draft', async () => {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2')
  await me.run('add "Priya Nair"')
  const programs = ([, file = '']: string[]) => {
    fs.writeFileSync(file, '')
    return { code: 0 }
  }
  const ran = await me.run('draft check-in priya --edit', { programs })
  expect(ran).toEqual({
    code: 2,
    out: '',
    err: 'The text came back empty, so there is no draft.\n  netmed draft check-in 1\n',
  })
})

it('what a draft lacks is counted and named with the flag for each', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen" --role faculty')
  expect(await me.run('draft meet-at-event chen')).toEqual({
    code: 2,
    out: '',
    err: `The meet-at-event email needs 3 things that I don't know:
  --set event="…"       the coming event, with its day
  --set topic="…"       what you want to ask about
  netmed me --name "…"  your name, as you sign
  Nothing was written.
`,
  })
  await me.run('me --name "Jo Park"')
  expect(await me.run('draft meet-at-event chen')).toEqual({
    code: 2,
    out: '',
    err: `The meet-at-event email needs 2 things that I don't know:
  --set event="…"  the coming event, with its day
  --set topic="…"  what you want to ask about
  Nothing was written.
`,
  })
  expect(await me.run('draft meet-at-event chen --set topic')).toEqual({
    code: 2,
    out: '',
    err: `--set takes slot=value, not "topic".
  --set topic="…"
`,
  })
  expect(await me.run('draft meet-at-event chen --set =x')).toEqual({
    code: 2,
    out: '',
    err: `--set takes slot=value, not "=x".
  --set topic="…"
`,
  })
  expect(await me.run('draft thnks chen')).toEqual({
    code: 1,
    out: '',
    err: `There is no template "thnks".
  Did you mean thanks? All of them: netmed template
`,
  })
  expect(await me.run('draft chen')).toEqual({
    code: 2,
    out: '',
    err: `No template fits what is open with Dr. Maya Chen.
  netmed draft check-in 1, or another: netmed template
`,
  })
  expect(await me.run('draft check-in chen --eml mail.eml')).toEqual({
    code: 2,
    out: '',
    err: `No email address on file for Dr. Maya Chen.
  netmed edit 1 --email name@example.org
`,
  })
  expect(
    await me.run('draft meet-at-event chen', { answers: ['the ACC Meeting', 'your registry'] }),
  ).toEqual({
    code: 0,
    out: `To: Dr. Maya Chen
Subject: 10 minutes at the ACC Meeting?

Dear Dr. Chen,

I'm Jo Park. I'll be at the ACC Meeting. If you'll be there too, would you have 10 minutes during a break for a question or two about your registry? If there's no time, no problem at all.

Best,
Jo Park
`,
    err: `No email address on file for Dr. Maya Chen. To add one: netmed edit 1 --email …

Nothing was sent. After you send it:  netmed sent chen
`,
  })
})

it('a draft settles what was said, and on a terminal what is chosen of several', async () => {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2 --school UCSF')
  await me.run('add "Dr. Maya Chen" --role faculty --email maya@x.org')
  await me.run('log chen -k office-hours -o "20 nov" -d "the grant"')
  await me.run('log chen -k panel -o "19 nov" -d "her talk" --promise "the abstract"')
  await me.run('due --all')
  expect(await me.run('draft thanks chen --settles 4 --sent')).toEqual({
    code: 1,
    out: '',
    err: `#4 is not open with Dr. Maya Chen.
  netmed due 1
`,
  })
  expect((await me.run('due --all')).out).toBe(`Saturday 21 November

Today
  #3  Thank Dr. Maya Chen for office hours yesterday ·  netmed draft thanks chen
      the grant

Next 7 days
  #5  Dr. Maya Chen: the abstract, by Sat 28 Nov ·      netmed done 5
      promised Thursday
`)
  expect((await me.run('draft check-in chen --settles 3 --sent')).out).toBe(`To: maya@x.org
Subject: Hello from Jo Park

Dear Dr. Chen,

I was thinking about the grant, and I wanted to say hello. I hope you're doing well. No need to write back.

Best,
Jo Park

Logged #6: email to Dr. Maya Chen, Sat 21 Nov 2026.
Done #3: Thank Dr. Maya Chen (the grant).
  netmed due
`)
})

it('says which day was meant by figures that could be two', async () => {
  const me = world()
  await me.run('me --name "Jo Park"')
  await me.run('add "Dr. Lena Hoff" --role attending --email lena.hoff@example.org')
  const draft = 'draft ask-feedback hoff --set topic="my abstract" --set due=5/6'
  const american = await me.run(draft)
  expect(american.out).toContain('Subject: Feedback on my abstract by May 6?')
  expect(american.err).toContain('"5/6" is read as Thu 6 May 2027. If not: --set due="5 Jun"\n')
  await me.run('settings mail.style intl')
  const other = await me.run(draft)
  expect(other.out).toContain('Subject: Feedback on my abstract by 5 June?')
  expect(other.err).toContain('"5/6" is read as Sat 5 Jun 2027. If not: --set due="6 May"\n')
})

it('a day that cannot be meant is asked again, with the whole value to type', async () => {
  const me = world()
  await me.run('me --name "Jo Park"')
  await me.run('add "Priya Nair" --role peer --email priya@x.org')
  const draft = 'draft invite priya --set activity=coffee --set place=Peet --set times='
  expect(await me.run(`${draft}"fri 11/28 3pm"`)).toEqual({
    code: 2,
    out: '',
    err: `The invite email needs one thing typed again:
  28 Nov 2026 is a Saturday, not a Friday. Meant: --set times="Sat 28 Nov 3pm", or --set times="Fri 27 Nov 3pm"
  Nothing was written.
`,
  })
  const { out } = await me.run(`${draft}"fri 11/28 3pm"`, { answers: ['fri 27 nov 3pm'] })
  expect(out).toContain("I'm free Friday, November 27 at 3 pm,")
})

it('a day that cannot be meant is named beside what is missing', async () => {
  const me = world()
  await me.run('me --name "Jo Park"')
  await me.run('add "Priya Nair" --role peer --email priya@x.org')
  const ran = await me.run('draft invite priya --set activity=coffee --set times="nov 3 at 5"')
  expect(ran).toMatchObject({ code: 2, out: '' })
  expect(ran.err).toContain(`needs 2 things that I don't know:
  --set place="…"  one place, near them if you can
  "nov 3" is past: Tue 3 Nov 2026. Meant: --set times="3 Nov 2027 at 5"
`)
})

it('a value in hurried spelling is read as a noted detail is', async () => {
  const me = world()
  await me.run('me --name "Jo Park"')
  await me.run('add "Priya Nair" --role peer --email priya@x.org')
  const { out } = await me.run('draft explain-schedule priya --set until="finals r over"')
  expect(out).toContain('My schedule is packed until finals are over,')
})

it('--strict takes no offense at a detail that was turned', async () => {
  const me = world()
  await me.run('me --name "Jo Park"')
  await me.run('add "Lee Park" --role peer')
  await me.run('log lee -k call -d "the registry she runs"')
  const { code, err } = await me.run('draft check-in lee --strict')
  expect(err).toContain('the registry you run')
  expect(code).toBe(0)
})

describe('a name that does not say how to greet its owner', () => {
  async function withMinh(): Promise<World> {
    const me = world()
    await me.run('me --name "Jo Park"')
    await me.run('add "Nguyen Van Minh" --role faculty')
    return me
  }
  const CHECK_IN = 'draft check-in 1 --set news="I passed"'

  it('is asked in scripts, with the command that keeps the answer', async () => {
    const me = await withMinh()
    expect(await me.run(CHECK_IN)).toEqual({
      code: 2,
      out: '',
      err: `The check-in email needs one thing that I don't know:
  netmed edit 1 --greeting "…"  what follows "Dear" for Nguyen Van Minh, or the family name: --last "…"
  Nothing was written.
`,
    })
    await me.run('edit 1 --last Nguyen')
    expect((await me.run(CHECK_IN)).out).toContain('Dear Dr. Nguyen,')
  })

  it('is asked on a terminal, or said for one mail', async () => {
    const me = await withMinh()
    const asked = await me.run(CHECK_IN, { answers: ['Dr. Minh'] })
    expect(asked.out).toContain('Dear Dr. Minh,')
    expect((await me.run(`${CHECK_IN} --set greeting="Dr. Minh"`)).out).toContain('Dear Dr. Minh,')
    expect(me.data().contacts[0]).not.toHaveProperty('greeting')
  })

  it('is named for each of several', async () => {
    const me = await withMinh()
    await me.run('add "the guy from radiology" --role resident')
    const ran = await me.run(
      'draft scale-back 1, 2 --set until="18 dec" --set topic=coffee --set news="I have exams"',
      { answers: [] },
    )
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('netmed edit 1 --greeting')
    expect(ran.err).toContain('netmed edit 2 --greeting')
  })
})

it.each([
  'intro lee --set who="a friend" --set topic="you both like AF"',
  'intro-request lee --set topic="her work"',
  'info-interview lee --set topic="how you chose"',
  'research lee --set paper="your 2025 paper"',
  'accept-intro lee --set topic="your work"',
])('no one is a third person in a mail to themselves: %s', async line => {
  const me = world()
  await me.run('me --name "Jo Park" --stage MS2 --school UCSF')
  await me.run('add "Marcus Lee" --role faculty')
  const ran = await me.run(`draft ${line} --set person="Marcus Lee"`)
  expect([ran.code, ran.out]).toEqual([2, ''])
  expect(ran.err).toContain(
    'email needs one thing typed again:\n  "Marcus Lee" is who the email is to. Instead: --set person="…"\n',
  )
})
