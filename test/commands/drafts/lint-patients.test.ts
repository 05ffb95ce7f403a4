import { expect, it } from 'vitest'
import { world } from '../../support/netmed.ts'

const WARNING = 'This could identify a patient'

it('a day of shadowing and its debrief are warned of sooner than a coffee', async () => {
  const me = world()
  await me.run('add "Ana Silva"')
  expect((await me.run('log ana -k coffee -d "the lady with lupus"')).err).not.toContain(WARNING)
  expect((await me.run('log ana -k shadowing -d "the lady with lupus"')).err).toContain(WARNING)
  expect((await me.run('debrief ana --likes "the lady with lupus"')).err).toContain(WARNING)
  expect((await me.run('note ana "the lady with lupus"')).err).not.toContain(WARNING)
})

it('a pitch and a draft are warned of later than a note', async () => {
  const me = world()
  await me.run('me --name "Jo Park"')
  await me.run('add "Ana Silva"')
  const text = 'the lady with lupus on Tuesday'
  expect((await me.run(['note', 'ana', text])).err).toContain(WARNING)
  expect((await me.run(['pitch', text])).err).not.toContain(WARNING)
})

it('whoever is on file is a colleague, by name and by initials', async () => {
  const me = world()
  await me.run('add "Jane Kettleby"')
  const text = 'Mrs. Kettleby had surgery on Friday; JK, sepsis, since Friday'
  expect((await me.run(['note', 'jane', text])).err).not.toContain(WARNING)
  expect((await me.run(['note', 'jane', text.replaceAll('K', 'Q')])).err).toContain(WARNING)
})
