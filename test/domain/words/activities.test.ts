import { expect, it } from 'vitest'
import { readActivity } from '../../../src/domain/words/activities.ts'

it.each([
  ['hang out', 'advice', 'to hang out'],
  ['pls call me', 'advice', 'to call me'],
  ['grab coffee', 'advice', 'to grab coffee'],
  ['study together', 'advice', 'to study together'],
  ['go climbing', 'advice', 'to go climbing'],
  ['could we get food', 'advice', 'to get food'],
  ['to study', 'advice', 'to study'],
  ["let's cook", 'advice', 'to cook'],
  ['watch a movie', 'advice', 'to watch a movie'],
  ['meet up', 'advice', 'to meet up'],
  ['talking', 'doing', 'talking'],
  ['climbing', 'doing', 'climbing'],
  ['a walk', 'thing', 'a walk'],
  ['walk', 'thing', 'a walk'],
  ['hike', 'thing', 'a hike'],
  ['coffee', 'topic', 'coffee'],
  ['lunch', 'topic', 'lunch'],
  ['tacos after clinic', 'topic', 'tacos after clinic'],
])('%j is proposed as %s: %j', (text, shape, said) => {
  expect(readActivity(text)).toMatchObject({ shape, said })
})

it('what could be done or had is asked, with both to type', () => {
  expect(readActivity('study group')).toMatchObject({
    said: undefined,
    instead: ['to study group', 'a study group'],
  })
  expect(readActivity('want to eat?').said).toBeUndefined()
})
