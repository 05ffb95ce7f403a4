import { describe, expect, it } from 'vitest'
import {
  contentLines,
  escapedText,
  foldedLine,
  paramOf,
  paramsOf,
  splitValue,
  unescapedText,
} from '../../src/formats/content-lines.ts'

function read(text: string): [name: string, value: string, line: number][] {
  return [...contentLines(text)].map(({ name, value, line }) => [name, value, line])
}

describe('a line of 75 octets is whole and a longer one is folded', () => {
  it.each([
    ['of one octet', 'x', 75, 74],
    ['of two octets', 'é', 37, 37],
    ['of three octets', '東', 25, 24],
    ['of four octets', '🫀', 18, 18],
  ])('in letters %s', (_, letter, first, further) => {
    const whole = letter.repeat(first)
    expect(foldedLine(whole)).toBe(whole)
    const parts = [whole, letter.repeat(further), letter]
    expect(foldedLine(parts.join(''))).toBe(parts.join('\r\n '))
  })

  it('in the first letter that takes two units', () => {
    const letter = '\u{10000}'
    expect(foldedLine(letter.repeat(19))).toBe(`${letter.repeat(18)}\r\n ${letter}`)
    expect(foldedLine('\uffff'.repeat(26))).toBe(`${'\uffff'.repeat(25)}\r\n \uffff`)
  })

  it('counted in octets where letters of several sizes stand together', () => {
    expect(foldedLine(`x${'東'.repeat(25)}`)).toBe(`x${'東'.repeat(24)}\r\n 東`)
    expect(foldedLine(`xx${'é'.repeat(37)}`)).toBe(`xx${'é'.repeat(36)}\r\n é`)
  })
})

describe('a damaged file', () => {
  it('loses what is no line, and the lines around it stay', () => {
    expect(read('UID:1\nno line\n:nothing\n\nFN:Ana\n')).toEqual([
      ['UID', '1', 1],
      ['FN', 'Ana', 5],
    ])
  })

  it('may end in the middle of a line or of a fold', () => {
    expect(read('UID:1\nNOTE:a\n b')).toEqual([
      ['UID', '1', 1],
      ['NOTE', 'ab', 2],
    ])
    expect(read('NOTE;ENCODING=QUOTED-PRINTABLE:a=')).toEqual([['NOTE', 'a', 1]])
  })

  it('may begin with a fold, which belongs to nothing', () => {
    expect(read(' lost\nUID:1')).toEqual([['UID', '1', 2]])
  })

  it('may mix its line ends', () => {
    expect(read('A:1\rB:2\r\nC:3\n\rD:4')).toEqual([
      ['A', '1', 1],
      ['B', '2', 2],
      ['C', '3', 3],
      ['D', '4', 5],
    ])
  })

  it('may leave a quote open, and then the first colon ends the head', () => {
    expect(read('ATTENDEE;CN="Hoff:mailto:a@x.org')).toEqual([['ATTENDEE', 'mailto:a@x.org', 1]])
    expect(read('ATTENDEE;CN="Hoff: L":mailto:a@x.org')).toEqual([
      ['ATTENDEE', 'mailto:a@x.org', 1],
    ])
  })

  it('may break a soft line before the end of its card', () => {
    expect(read('NOTE;QUOTED-PRINTABLE:a=\nEND:VCARD')).toEqual([
      ['NOTE', 'a', 1],
      ['END', 'VCARD', 2],
    ])
  })
})

it('a head may be folded too, and pictures are passed over unread', () => {
  expect(read('PHOTO;ENCODING=b:AAAA\n BBBB\n\tCCCC\nitem1.NO\n TE:x')).toEqual([
    ['PHOTO', '', 1],
    ['NOTE', 'x', 4],
  ])
})

it('parameters are split outside of quotes only', () => {
  expect(paramsOf({ params: 'CN="Hoff; L, M";TYPE=home,"a,b"' }, 'TYPE')).toEqual(['home', 'a,b'])
  expect(paramsOf({ params: 'CN="Hoff; L, M"' }, 'CN')).toEqual(['Hoff; L, M'])
  expect(paramsOf({ params: "WORK;cn=^n^'^^" }, 'CN')).toEqual(['\n"^'])
  expect(paramsOf({ params: 'WORK;HOME' }, 'TYPE')).toEqual(['WORK', 'HOME'])
})

it('a value without the name of its parameter is no type', () => {
  expect(paramsOf({ params: '=home;TYPE=work' }, 'TYPE')).toEqual(['work'])
})

it('a quote at the very beginning of a line holds its colon too', () => {
  expect(read('"a:b":c')).toEqual([['"A:B"', 'c', 1]])
})

it('a value is split at marks that are not escaped', () => {
  expect(splitValue('Hoff;Lena;', ';')).toEqual(['Hoff', 'Lena', ''])
  expect(splitValue('a\\;b;c\\\\;d\\', ';')).toEqual(['a\\;b', 'c\\\\', 'd\\'])
})

it('the name of a line is in capitals, apart from its group, blanks or parameters', () => {
  expect([...contentLines('item1.tel;type=cell;x="a:b":+1 555\n x')]).toEqual([
    { name: 'TEL', group: 'ITEM1', params: 'type=cell;x="a:b"', value: '+1 555x', line: 1 },
  ])
  expect(read('fn :a\nitem1.:b\nfn:c')).toEqual([
    ['FN', 'a', 1],
    ['FN', 'c', 3],
  ])
})

it('a quote in the value is no quote of the head', () => {
  expect(read('NOTE:she said "x: y"')).toEqual([['NOTE', 'she said "x: y"', 1]])
})

it('a name stays the same after a thousand others', () => {
  const names = Array.from({ length: 1_002 }, (_, index) => `x-${index}`)
  const again = [...names, ...names].map(name => `${name}:1`).join('\n')
  expect(read(again).map(([name]) => name)).toEqual([...names, ...names].map(n => n.toUpperCase()))
})

it('a parameter is known by its name in any letters, with blanks around it', () => {
  expect(paramsOf({ params: ' type = home ;VALUE=uri' }, 'TYPE')).toEqual(['home'])
  expect(paramOf({ params: 'type=cell,home' }, 'TYPE')).toBe('cell')
  expect(paramOf({ params: '' }, 'TYPE')).toBe(undefined)
})

it('quoted-printable is read over its soft breaks and folds, in its own alphabet', () => {
  const note = (params: string, value: string) =>
    read(`NOTE;ENCODING=QUOTED-PRINTABLE${params}:${value}`).map(each => each[1])
  expect(note('', 'J=C3=B6rg =\n  goes on\n folded')).toEqual(['Jörg   goes onfolded'])
  expect(note(';CHARSET=UTF-8', 'J=C3=B6rg')).toEqual(['Jörg'])
  expect(note(';CHARSET=windows-1252', 'J=F6rg')).toEqual(['Jörg'])
  expect(note(';CHARSET=windows-1251', '=CF=F0')).toEqual(['Пр'])
  expect(note(';CHARSET=nonsense', 'J=C3=B6rg')).toEqual(['Jörg'])
})

it('quoted-printable that ends softly before a card begins again ends there', () => {
  expect(read('NOTE;QUOTED-PRINTABLE:a=\nbegin:vcard\nFN:x')).toEqual([
    ['NOTE', 'a', 1],
    ['BEGIN', 'vcard', 2],
    ['FN', 'x', 3],
  ])
})

it.each([
  ['unfolded', 'NOTE:'],
  ['folded', 'NOTE:\n '],
  ['quoted-printable', 'NOTE;QUOTED-PRINTABLE:'],
])('a field may have 1 MB and no more: %s', (_, head) => {
  const most = 'x'.repeat(1024 * 1024)
  expect(read(`UID:1\n${head}${most}`)[1]?.[1]).toBe(most)
  expect(() => read(`UID:1\n${head}${most}x`)).toThrow(
    'The record at line 2 has a field of more than 1 MB.',
  )
})

it('what is escaped comes back', () => {
  const text = 'a;b,c\\d\ne\u00e9'
  expect(escapedText(text)).toBe('a\\;b\\,c\\\\d\\ne\u00e9')
  expect(unescapedText(escapedText(text))).toBe(text)
  expect(unescapedText('a\\Nb\\:c')).toBe('a\nb:c')
})

it('a file may begin with empty lines, however they end', () => {
  expect(read('\nUID:1\n')).toEqual([['UID', '1', 2]])
  expect(read('\rUID:1\r')).toEqual([['UID', '1', 2]])
  expect(read('\r\n\r\nUID:1')).toEqual([['UID', '1', 3]])
})
