import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  folded,
  truncate,
  visible,
  visibleJson,
  visibleLines,
  width,
  withOneStop,
  wrap,
  wrapLine,
} from '../../src/render/text.ts'

it.each([
  ['Added #1 John Smith Jr..', 'Added #1 John Smith Jr.'],
  [
    'Logged #3: coffee with Ana S..\nNext: Kim Lee, Ph.D..',
    'Logged #3: coffee with Ana S.\nNext: Kim Lee, Ph.D.',
  ],
  ['Wait... for Jr...', 'Wait... for Jr...'],
  ['as noted.. so', 'as noted.. so'],
])('%j ends with one stop', (text, shown) => {
  expect(withOneStop(text)).toBe(shown)
})

const FAMILY = '👩‍👩‍👧'

describe('text from others on the terminal', () => {
  it.each([
    ['a cursor sequence', '\u001b[2Jgone', '\\u{1b}[2Jgone'],
    ['a title sequence', '\u001b]0;x\u0007', '\\u{1b}]0;x\\u{7}'],
    ['a clipboard sequence', '\u001b]52;c;eA==\u001b\\', '\\u{1b}]52;c;eA==\\u{1b}\\'],
    ['an 8-bit sequence', '\u009b31m', '\\u{9b}31m'],
    ['a carriage return', 'safe\rrm', 'safe\\u{d}rm'],
    ['a backspace', 'a\bb', 'a\\u{8}b'],
    ['a delete', 'a\u007fb', 'a\\u{7f}b'],
    ['a line break in one line', 'a\nb', 'a\\u{a}b'],
    ['a bidirectional override', 'a\u202egpj', 'a\\u{202e}gpj'],
    ['a bidirectional isolate', 'a\u2066b', 'a\\u{2066}b'],
    ['a zero-width blank', 'a\u200bb', 'a\\u{200b}b'],
    ['a byte order mark', '\ufeffa', '\\u{feff}a'],
    ['a soft hyphen', 'a\u00adb', 'a\\u{ad}b'],
    ['a line separator', 'a\u2028b', 'a\\u{2028}b'],
    ['a tag', 'a\u{e0041}b', 'a\\u{e0041}b'],
    ['half a pair', 'a\ud800b', 'a\\u{d800}b'],
    ['a joiner between Latin letters', 'a\u200db', 'a\\u{200d}b'],
    ['a joiner at the end', '👩\u200d', '👩\\u{200d}'],
    ['a variation selector behind a letter', 'a\ufe0f', 'a\\u{fe0f}'],
    ['a Hangul filler', 'a\u3164', 'a\\u{3164}'],
  ])('%s is shown by its number', (_, text, shown) => {
    expect(visible(text)).toBe(shown)
  })

  it.each([
    ['accents', 'María José Ångström'],
    ['a family of emoji', FAMILY],
    ['a heart and a keycap', '❤️ 1️⃣'],
    ['a flag', '🇵🇹'],
    ['Persian spelling', 'می‌خواهم'],
    ['an Indic joiner', 'क्‍ष'],
    ['a Han variant', '葛\u{e0100}城'],
    ['a backslash of the user’s own', 'C:\\u{1b}'],
  ])('%s stay as they are', (_, text) => {
    expect(visible(text)).toBe(text)
  })

  it.each([
    ['a Han variant behind a letter', 'a\u{e0100}', 'a\\u{e0100}'],
    ['a Han variant at the beginning', '\u{e0100}', '\\u{e0100}'],
    ['the last of the variants', '葛\u{e01ef}', '葛\u{e01ef}'],
    ['one behind the last of the variants', '葛\u{e01f0}', '葛\\u{e01f0}'],
    ['the first of the older variants', '葛\ufe00', '葛\ufe00'],
    ['the last of the older variants', '葛\ufe0d', '葛\ufe0d'],
    ['an older variant behind a letter', 'a\ufe00', 'a\\u{fe00}'],
    ['a Mongolian vowel separator in its word', 'ᠠ\u180e', 'ᠠ\u180e'],
    ['a Mongolian vowel separator elsewhere', 'a\u180e', 'a\\u{180e}'],
    ['a text selector behind an emoji', '❤\ufe0e', '❤\ufe0e'],
    ['a text selector behind a letter', 'a\ufe0e', 'a\\u{fe0e}'],
    ['a text selector at the beginning', '\ufe0e', '\\u{fe0e}'],
    ['a non-joiner between Latin letters', 'a\u200cb', 'a\\u{200c}b'],
    ['a non-joiner behind an Arabic letter alone', 'ی\u200cb', 'ی\\u{200c}b'],
    ['a non-joiner before an Arabic letter alone', 'b\u200cی', 'b\\u{200c}ی'],
    ['a non-joiner between emoji', '👩\u200c👩', '👩\\u{200c}👩'],
    ['a joiner between an emoji and a letter', '👩\u200da', '👩\\u{200d}a'],
    ['a joiner between a letter and an emoji', 'a\u200d👩', 'a\\u{200d}👩'],
    ['a joiner behind a heart with its selector', '❤️\u200d🔥', '❤️\u200d🔥'],
  ])('%s is shown or stays', (_, text, shown) => {
    expect(visible(text)).toBe(shown)
  })

  it('showing twice changes nothing more', () => {
    const once = visible('\u001b[31m\u202e')

    expect(visible(once)).toBe(once)
  })

  it('a note keeps its line breaks, and nothing else that a terminal obeys', () => {
    expect(visibleLines('one\r\ntwo\n\tthree\u001b[A\rfour')).toBe(
      'one\ntwo\n    three\\u{1b}[A\\u{d}four',
    )
  })
})

describe('JSON on the terminal', () => {
  it('holds the same value with everything a terminal obeys written as a number', () => {
    const value = { a: '\u009b31m\u007f\u2028\u2029\u202e\u2066\u200f\u061c\\\u202e', b: '"é日' }

    const shown = visibleJson(JSON.stringify(value))

    expect(shown).toBe(
      '{"a":"\\u009b31m\\u007f\\u2028\\u2029\\u202e\\u2066\\u200f\\u061c\\\\\\u202e","b":"\\"é日"}',
    )
    expect(JSON.parse(shown)).toEqual(value)
  })
})

describe('width', () => {
  it.each([
    ['plain', 5],
    ['Ångström · é…', 13],
    ['日本語', 6],
    [FAMILY, 2],
    ['❤️', 2],
    ['🇵🇹', 2],
    ['e\u0301', 1],
    ['می‌خواهم', 7],
    ['\u001b[36mcyan\u001b[39m', 4],
  ])('%s takes %i columns', (text, columns) => {
    expect(width(text)).toBe(columns)
  })
})

describe('truncate', () => {
  it.each([
    ['short', 5, 'short'],
    ['shorter', 5, 'shor…'],
    ['to be or', 4, 'to…'],
    ['日本語', 5, '日本…'],
    ['日本語', 4, '日…'],
    [`${FAMILY}${FAMILY}abc`, 5, `${FAMILY}${FAMILY}…`],
    [`a${FAMILY}b`, 3, 'a…'],
    ['🇵🇹🇪🇸🇫🇷', 4, '🇵🇹…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['gone', 0, ''],
  ])('%s in %i columns is %s', (text, columns, cut) => {
    expect(truncate(text, columns)).toBe(cut)
  })
})

describe('wrap', () => {
  it('breaks between words and indents every line', () => {
    expect(wrap('the ablation registry she runs', 14, 2)).toBe(
      '  the ablation\n  registry she\n  runs',
    )
  })

  it('keeps line breaks, blank lines and the blanks a line begins with', () => {
    expect(wrap('one\n\n  - two three four', 12)).toBe('one\n\n  - two\nthree four')
  })

  it('breaks a word that is longer than a line', () => {
    expect(wrap('see abcdefghijkl now', 6)).toBe('see\nabcdef\nghijkl\nnow')
  })

  it('counts wide characters as two columns', () => {
    expect(wrap('日本語の名前 ok', 6)).toBe('日本語\nの名前\nok')
  })

  it('gives up width, never characters, when there is no room', () => {
    expect(wrap('日本', 1)).toBe('日\n本')
  })
})

it('a hundred thousand characters are shown, measured, cut and wrapped at once', () => {
  const text = 'é\u200b日 👩‍👩‍👧a'.repeat(8_000)

  const shown = visible(text)

  expect(width(truncate(shown, 80))).toBeLessThanOrEqual(80)
  expect(
    wrap(shown, 80)
      .split('\n')
      .every(line => width(line) <= 80),
  ).toBe(true)
})

describe('folded', () => {
  it('keeps the indent, and breaks neither a word nor a command', () => {
    expect(folded('  one two three\nDid you mean Ana? netmed list', 9)).toBe(
      '  one two\n  three\nDid you\nmean Ana?\nnetmed\nlist',
    )
    expect(folded('  netmed show 1', 9)).toBe('  netmed show 1')
    expect(folded('To ask someone else: netmed list --all', 20)).toBe(
      'To ask someone else:\n  netmed list --all',
    )
    expect(folded('see https://example.org/a/long/one now', 9)).toBe(
      'see\nhttps://example.org/a/long/one\nnow',
    )
  })

  it('loses no word and no line, and no line is too long but one of a single word', () => {
    const text = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '語', '\n') }))
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 60 }), (parts, columns) => {
        const whole = parts.join(' ')
        const lines = folded(whole, columns).split('\n')
        expect(lines.join(' ').split(/\s+/).filter(Boolean)).toEqual(
          whole.split(/\s+/).filter(Boolean),
        )
        for (const line of lines.filter(line => width(line) > columns)) {
          expect(line.trim()).not.toContain(' ')
        }
      }),
    )
  })
})

it.each([
  ['', 0, ''],
  ['ab', 0, ''],
  ['ab', 1, '…'],
  ['ab', 2, 'ab'],
  ['a bc', 3, 'a…'],
])('%j in %i columns is %j', (text, columns, cut) => {
  expect(truncate(text, columns)).toBe(cut)
})

it.each([
  ['one two', 7, 0, 'one two'],
  ['one two', 6, 0, 'one\ntwo'],
  ['one two ', 7, 0, 'one two'],
  ['one two', 9, 2, '  one two'],
  ['one two', 8, 2, '  one\n  two'],
  ['  one two', 6, 0, '  one\ntwo'],
  ['   one', 3, 0, 'one'],
  ['onetwo', 3, 0, 'one\ntwo'],
  ['a onetwo', 3, 0, 'a\none\ntwo'],
  ['a\n\nb', 5, 1, ' a\n\n b'],
  ['ab', 2, 2, '  a\n  b'],
])('%j in %i columns behind %i blanks is %j', (text, columns, indent, lines) => {
  expect(wrap(text, columns, indent)).toBe(lines)
})

it.each([
  ['at the beginning', '\u{20000}\u{e0100}', '\u{20000}\u{e0100}'],
  ['behind another letter', '\u845b\u{20000}\u{e0100}', '\u845b\u{20000}\u{e0100}'],
  ['behind a short one', '\u{20000}a\u{e0100}', '\u{20000}a\\u{e0100}'],
])('a variant of a letter that takes two units stays %s', (_, text, shown) => {
  expect(visible(text)).toBe(shown)
})

it('a word of any length is broken in one pass, at the same places', () => {
  const word = 'é😀'.repeat(100_000)
  const lines = wrapLine(word, 80)
  expect(lines.join('')).toBe(word)
  expect(new Set(lines.slice(0, -1).map(line => width(line)))).toEqual(new Set([79, 80]))
})
