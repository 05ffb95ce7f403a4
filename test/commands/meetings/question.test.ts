import { expect, it } from 'vitest'
import { type World, world } from '../../support/netmed.ts'

async function withPeople(): Promise<World> {
  const me = world()
  await me.run('add "Dr. Maya Chen" --role faculty')
  await me.run('add "Marcus Lee" --role peer')
  return me
}

it('notes questions for somebody, and says what to type next', async () => {
  const me = await withPeople()
  const ran = await me.run('question maya chen "How did you choose them?" "Why registries?"')
  expect(ran.out).toBe(
    `To ask Dr. Maya Chen:
  #3  How did you choose them?
  #4  Why registries?
  netmed prep chen
`,
  )
})

it('the same question twice is one, and says so', async () => {
  const me = await withPeople()
  await me.run('question chen "Why registries?"')
  const ran = await me.run('question chen "why registries?"')
  expect(ran.out).toBe(
    'To ask Dr. Maya Chen, already there:\n  #3  Why registries?\n  netmed prep chen\n',
  )
  expect(me.data().questions).toHaveLength(1)
})

it('a question alone asks whom it is for', async () => {
  const me = await withPeople()
  const ran = await me.run('question "Why did you choose registries?"')
  expect(ran).toEqual({
    code: 2,
    out: '',
    err: `First say who to ask.
  netmed question <who> "Why did you choose registries?"
  For your bank: --role <role>
`,
  })
})

it('what is missing is named all at once', async () => {
  const me = await withPeople()
  const career = await me.run('question --career')
  expect(career.err).toContain('Still needed: the person and the question.')
  expect((await me.run('question chen --career')).err).toContain('Still needed: the question.')
})

it('on a terminal it asks for whom and what', async () => {
  const me = await withPeople()
  await me.run('question --career', { answers: ['chen', 'Why registries?'] })
  expect(me.data().questions).toMatchObject([{ contact: 1, text: 'Why registries?', career: true }])
})

it('words in quotes behind a name are a question, however short', async () => {
  const me = await withPeople()
  await me.run('question maya chen "Why registries"')
  expect(me.data().questions).toMatchObject([{ contact: 1, text: 'Why registries' }])
  expect((await me.run('question "Dr. Maya Chen"')).out).toContain('Why registries')
})

it('--all beside a question is refused', async () => {
  const me = await withPeople()
  expect((await me.run('question chen "Why registries?" --all')).err).toBe(
    '--all is for the list.\n  netmed question --all\n',
  )
  expect(me.data().questions).toEqual([])
})

it('one for a role goes into the bank, before netmed’s own', async () => {
  const me = await withPeople()
  await me.run('question --role intern What do you read after a night?')
  const { questions } = await me.json('question bank resident')
  expect(questions[0]).toEqual({ text: 'What do you read after a night?', career: false, id: 3 })
})

it('lists what is still to be asked, by person', async () => {
  const me = await withPeople()
  await me.run('question lee "Which cards do you use?"')
  await me.run('question chen "Would you train abroad again?" --career')
  await me.run('question chen "Why registries?"')
  await me.run('question done 3')
  expect((await me.run('question')).out).toBe(
    `Dr. Maya Chen
  #5  Why registries?
  #4  Would you train abroad again? (career)

  netmed prep chen
`,
  )
  expect((await me.run('question lee')).out).toBe(
    'No questions noted for Marcus Lee.\n  netmed question lee "…"\n',
  )
  expect((await me.run('question lee --all')).out).toContain('(asked 21 Nov)')
})

it('an empty list is an empty list in JSON', async () => {
  const me = await withPeople()
  expect((await me.json('question')).questions).toEqual([])
})

it('several are asked at once', async () => {
  const me = await withPeople()
  await me.run('question chen "Why registries?" "Why Oakland?"')
  const ran = await me.run('question done 3 4')
  expect(ran.out).toBe(
    'Asked #3: Why registries?\nAsked #4: Why Oakland?\n  netmed log chen --advice "…"\n',
  )
  expect(me.data().questions.map(each => each.askedOn)).toEqual(['2026-11-21', '2026-11-21'])
})

it('done on a question of the bank says how it is cleared', async () => {
  const me = await withPeople()
  await me.run('question --role peer "What do you read first?"')
  expect((await me.run('question done 3')).err).toBe(
    '#3 is in your bank, not for one person.\n  To remove it: netmed rm 3\n',
  )
})

it('the bank knows the four of shadowing', async () => {
  const me = world()
  expect((await me.json('question bank shadowing')).questions).toHaveLength(4)
})

it('the bank has questions about the work first, and about their path below', async () => {
  const { questions } = await world().json('question bank resident')
  const { out } = await world().run('question bank resident')
  const [work = '', path = ''] = out.split('Then, about their path')
  for (const { text, career } of questions) {
    expect((career ? path : work).replace(/\s+/g, ' ')).toContain(text)
    expect((career ? work : path).replace(/\s+/g, ' ')).not.toContain(text)
  }
})

it('the bank of a role nobody knows names them', async () => {
  const me = world()
  expect((await me.run('question bank wizard')).err).toContain("netmed doesn't know the role")
})

it('removing somebody takes their questions away', async () => {
  const me = await withPeople()
  await me.run('question chen "Why registries?"')
  await me.run('rm chen --yes')
  expect(me.data().questions).toEqual([])
})

it('questions stand by person, those about the work first, and are done or let go by number', async () => {
  const me = world()
  await me.run('add "Dr. Maya Chen" --role faculty')
  await me.run('add "Sam Roth"')
  await me.run('question chen "Why registries?"')
  await me.run('question chen "Would you train abroad?" --career')
  await me.run('question sam "How did you choose?"')
  expect((await me.run('question')).out).toBe(`Dr. Maya Chen
  #3  Why registries?
  #4  Would you train abroad? (career)

Sam Roth
  #5  How did you choose?

  netmed prep chen
`)
  expect((await me.run('question chen')).out).toBe(`Dr. Maya Chen
  #3  Why registries?
  #4  Would you train abroad? (career)

  netmed prep chen
`)
  expect((await me.run('question done 3 5')).out).toBe(`Asked #3: Why registries?
Asked #5: How did you choose?
  netmed log chen --advice "…"
`)
  expect((await me.run('question')).out).toBe(`Dr. Maya Chen
  #4  Would you train abroad? (career)

  netmed prep chen
`)
  expect((await me.run('question --all')).out).toBe(`Dr. Maya Chen
  #3  Why registries? (asked 21 Nov)
  #4  Would you train abroad? (career)

Sam Roth
  #5  How did you choose? (asked 21 Nov)

  netmed prep chen
`)
})

it('loose words are one question, and words in quotes are several', async () => {
  const me = world()
  await me.run('add "Sam Roth"')
  expect(
    (await me.run('question sam "How did you choose?" "Why here?"')).out,
  ).toBe(`To ask Sam Roth:
  #2  How did you choose?
  #3  Why here?
  netmed prep roth
`)
  expect((await me.run('question "Sam Roth" "Why there?"')).out).toBe(`To ask Sam Roth:
  #4  Why there?
  netmed prep roth
`)
  expect((await me.run('question "Sam Roth"')).out).toBe(`Sam Roth
  #2  How did you choose?
  #3  Why here?
  #4  Why there?

  netmed prep roth
`)
  expect(await me.run('question "Why did you come here?"')).toEqual({
    code: 2,
    out: '',
    err: `First say who to ask.
  netmed question <who> "Why did you come here?"
  For your bank: --role <role>
`,
  })
  expect(await me.run('question Why?')).toEqual({
    code: 2,
    out: '',
    err: `First say who to ask.
  netmed question <who> "Why?"
  For your bank: --role <role>
`,
  })
  expect((await me.run('question sam Why?')).out).toBe(`To ask Sam Roth:
  #5  Why?
  netmed prep roth
`)
  expect((await me.run('question')).out).toBe(`Sam Roth
  #2  How did you choose?
  #3  Why here?
  #4  Why there?
  #5  Why?

  netmed prep roth
`)
})

it.each([
  ['question chen "Why cardiology?"', 1, ['Why cardiology?']],
  ['question maya chen "Why cardiology?"', 1, ['Why cardiology?']],
  ['question "Maya Chen" "how it began" "Why cardiology?"', 1, ['how it began', 'Why cardiology?']],
  ['question chen Why?', 1, ['Why?']],
  ['question --role faculty What is it like?', undefined, ['What is it like?']],
  ['question --role faculty "What is it like?" Why?', undefined, ['What is it like?', 'Why?']],
  ['question --role faculty Why?', undefined, ['Why?']],
])('%s asks', async (line, contact, texts) => {
  const me = world()
  await me.run('add "Dr. Maya Chen" --role faculty')
  expect((await me.run(line)).code).toBe(0)
  expect(me.data().questions.map(each => [each.contact, each.text])).toEqual(
    texts.map(text => [contact, text]),
  )
})

it('a question alone says first who to ask', async () => {
  const ran = await world().run('question "Why did you choose cardiology?"')
  expect(ran).toMatchObject({ code: 2, out: '' })
  expect(ran.err).toContain('First say who to ask.')
})

it.each([
  ['sh', 'shadowing'],
  ['Shadow', 'shadowing'],
  ['fac', 'faculty'],
])('the bank for "%s" is that of %s', async (typed, role) => {
  expect((await world().json(`question bank ${typed}`)).role).toBe(role)
})

it('the bank for one letter is not that of shadowing', async () => {
  expect((await world().run('question bank s')).code).toBe(2)
})
