import { expect, it } from 'vitest'
import { makeTheme } from '../../src/render/theme.ts'

it('without color every text comes back untouched', () => {
  const theme = makeTheme(0)

  const texts = [theme.name, theme.heading, theme.urgent, theme.command, theme.aside, theme.match]

  expect(texts.map(paint => paint('Ana'))).toEqual(['Ana', 'Ana', 'Ana', 'Ana', 'Ana', 'Ana'])
})

it('with color the next command stands out, and the color ends behind it', () => {
  expect(makeTheme(1).command('netmed due')).toBe('\u001b[36mnetmed due\u001b[39m')
})
