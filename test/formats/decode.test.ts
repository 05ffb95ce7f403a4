import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeText, limitedText, limitRecords } from '../../src/formats/decode.ts'

const text = 'FN:Zoë Weiß 🩺\nNOTE:„ruhig“\n'
const utf8 = (written: string) => new TextEncoder().encode(written)

it('a file in UTF-8 reads, and its mark is no letter', () => {
  expect(decodeText(utf8(text))).toBe(text)
  expect(decodeText(utf8(`\ufeff${text}`))).toBe(text)
})

it('a file in UTF-16 reads in either order, with or without its mark', () => {
  expect(decodeText(utf16(`\ufeff${text}`, true))).toBe(text)
  expect(decodeText(utf16(`\ufeff${text}`, false))).toBe(text)
  expect(decodeText(utf16(text, true))).toBe(text)
  expect(decodeText(utf16(text, false))).toBe(text)
})

it('a file in Windows-1252 reads, with its quotes and its euro', () => {
  const bytes = new Uint8Array([0x93, 0x52, 0x65, 0x6e, 0xe9, 0x94, 0x20, 0x80, 0x81])
  expect(decodeText(bytes)).toBe('“René” €\x81')
})

it('a file put together from two encodings reads line by line', () => {
  const bytes = new Uint8Array([...utf8('FN:Zoë\n'), ...[0x52, 0x65, 0x6e, 0xe9, 0x0a], 0x41])
  expect(decodeText(bytes)).toBe('FN:Zoë\nRené\nA')
})

it('a letter that was folded between its bytes is whole again', () => {
  const bytes = new Uint8Array([0x4a, 0xc3, 0x0d, 0x0a, 0x20, 0xb6, 0x72, 0x67])
  expect(decodeText(bytes)).toBe('Jörg')
})

it.each<[string, number[], string]>([
  ['a line feed and a tab between them', [0xc3, 0x0a, 0x09, 0xb6], 'ö'],
  ['a fold after a whole letter', [0x4a, 0x0d, 0x0a, 0x20, 0x72], 'J\r\n r'],
  ['a line that begins no fold', [0xe9, 0x0d, 0x0a, 0x72], 'é\r\nr'],
  ['a fold before a letter of its own', [0xe9, 0x0a, 0x20, 0x72], 'é\n r'],
])('%s', (_, bytes, read) => {
  expect(decodeText(new Uint8Array(bytes))).toBe(read)
})

it('beside a letter that was folded, a fold after a whole one stays a fold', () => {
  const folded = [0x4a, 0xc3, 0x0d, 0x0a, 0x20, 0xb6, 0x0d, 0x0a]
  const whole = [0xc3, 0xa9, 0x0d, 0x0a, 0x20, 0x78]
  expect(decodeText(new Uint8Array([...folded, ...whole]))).toBe('Jö\r\né\r\n x')
})

it('zeros at every other place are UTF-16 where most letters have one, else they stay', () => {
  expect(decodeText(new Uint8Array([0x41, 0x00, 0x42, 0x00]))).toBe('AB')
  expect(decodeText(new Uint8Array([0x00, 0x41, 0x00, 0x42]))).toBe('AB')
  expect(decodeText(new Uint8Array([0x41, 0x00, 0x42, 0x43]))).toBe('A\0BC')
  expect(decodeText(new Uint8Array([0x41, 0x00, 0x00, 0x43]))).toBe('A\0\0C')
})

it('half a letter of UTF-16 leaves no half in the text', () => {
  const bytes = new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0x3e, 0xd8, 0x42, 0x00])
  expect(decodeText(bytes)).toBe('A\ufffdB')
})

it('an empty file is an empty text', () => {
  expect(decodeText(new Uint8Array())).toBe('')
})

it('a file of more than 64 MB is refused unread', () => {
  expect(() => decodeText(new Uint8Array(64 * 1024 * 1024 + 1))).toThrow(
    'The file is larger than 64 MB.',
  )
})

it('more than 100,000 records are refused', () => {
  expect(limitRecords(100_000, 'row')).toBe(undefined)
  expect(() => limitRecords(100_001, 'row')).toThrow('The file holds more than 100,000 rows.')
})

it('any bytes give a well-formed text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), bytes => decodeText(bytes).isWellFormed()),
  )
})

it('any text comes back out of UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), written => {
      const encoded = utf8(`plain ${written}`)
      return decodeText(encoded) === new TextDecoder().decode(encoded)
    }),
  )
})

function utf16(written: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(written.length * 2))
  for (let i = 0; i < written.length; i++) view.setUint16(i * 2, written.charCodeAt(i), isLittle)
  return new Uint8Array(view.buffer)
}

it('the mark of one order of UTF-16 needs both of its bytes', () => {
  expect(decodeText(new Uint8Array([0xff, 0x41]))).toBe('\u00ffA')
  expect(decodeText(new Uint8Array([0xfe, 0x41]))).toBe('\u00feA')
  expect(decodeText(new Uint8Array([0x41, 0xff]))).toBe('A\u00ff')
  expect(decodeText(new Uint8Array([0x41, 0xfe]))).toBe('A\u00fe')
})

it.each<[string, number[], string]>([
  ['the first byte that goes on a letter', [0xc4, 0x0a, 0x20, 0x80], '\u0100'],
  ['the last byte that goes on a letter', [0xc4, 0x0a, 0x20, 0xbf], '\u013f'],
  ['a byte that begins a letter', [0xc4, 0x0a, 0x20, 0xc0], '\u00c4\n \u00c0'],
  ['a letter of its own', [0x41, 0x0a, 0x20, 0x80], 'A\n \u20ac'],
  ['a carriage return alone', [0xc3, 0x0d, 0x20, 0xb6], '\u00c3\r \u00b6'],
  ['no line break', [0xc3, 0x20, 0xb6], '\u00c3 \u00b6'],
])('a fold before %s', (_, bytes, read) => {
  expect(decodeText(new Uint8Array(bytes))).toBe(read)
})

it('the last line may have no end, in either encoding', () => {
  const old = [0x52, 0xe9, 0x0a]
  expect(decodeText(new Uint8Array([...old, ...utf8('Zo\u00eb!')]))).toBe('R\u00e9\nZo\u00eb!')
  expect(decodeText(new Uint8Array([...utf8('Zo\u00eb\n'), 0x52, 0xe9]))).toBe('Zo\u00eb\nR\u00e9')
})

it('a long text in Windows-1252 reads whole', () => {
  const bytes = new Uint8Array(20_000).fill(0xe9)
  expect(decodeText(bytes)).toBe('\u00e9'.repeat(20_000))
})

it('a text that is longer than any file is refused, and loses its mark', () => {
  expect(limitedText('\ufeffName\n')).toBe('Name\n')
  const most = 64 * 1024 * 1024
  expect(limitedText('x'.repeat(most))).toHaveLength(most)
  expect(() => limitedText('x'.repeat(most + 1))).toThrow('The file is larger than 64 MB.')
})
