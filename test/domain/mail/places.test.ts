import { expect, it } from 'vitest'
import { placeLed } from '../../../src/domain/mail/places.ts'

it.each([
  ['zoom', 'on Zoom'],
  ['Teams', 'on Teams'],
  ['facetime', 'on FaceTime'],
  ['google meet', 'on Google Meet'],
  ['phone', 'by phone'],
  ['video', 'by video'],
  ['by video', 'by video'],
  ['via zoom', 'via zoom'],
  ['online', 'online'],
  ['here', 'here'],
  ['downtown', 'downtown'],
  ['outside the ED', 'outside the ED'],
  ['library', 'at the library'],
  ['cafeteria', 'at the cafeteria'],
  ['my place', 'at my place'],
  ['the Green Bean on 9th Avenue', 'at the Green Bean on 9th Avenue'],
  ['in the quad', 'in the quad'],
])('%j as it stands behind what is done there is %j', (text, led) => {
  expect(placeLed(text)).toBe(led)
})
