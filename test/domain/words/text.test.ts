import { describe, expect, it } from 'vitest'
import { isAddrSpec } from '../../../src/domain/words/text.ts'

describe('an email address', () => {
  it.each([
    'lena.hoff@example.org',
    "o'neill@example.edu",
    'ana+netmed@med.example.edu',
    'a@b.co',
    'maria@uni-köln.de',
    'lee@病院.jp',
    `${'a'.repeat(64)}@example.org`,
  ])('is %s', address => {
    expect(isAddrSpec(address)).toBe(true)
  })

  it.each([
    [''],
    ['ana'],
    ['ana@ucsf'],
    ['@example.org'],
    ['ana@'],
    ['ana@example..org'],
    ['ana@-example.org'],
    ['ana.@example.org'],
    ['ana chen@example.org'],
    [' ana@example.org'],
    ['ana@example.org '],
    ['ana@example.org\r\nBcc: all@example.org'],
    ['ana@example.org\n'],
    ['ana\u0000@example.org'],
    ['ana@exam\u202eple.org'],
    ['ana@exam\u200bple.org'],
    ['ana@example.org,bob@example.org'],
    ['ana@example.org;bob@example.org'],
    ['ana@bob@example.org'],
    ['Ana <ana@example.org>'],
    ['"ana"@example.org'],
    ['ana@example.org?bcc=bob@example.org'],
    ['ana?bcc=x@example.org'],
    ['ana&bcc=x@example.org'],
    ['ana%0d%0a@example.org'],
    ['ana(bob)@example.org'],
    ['ana\\@example.org'],
    ['jürgen@example.org'],
    [`${'a'.repeat(65)}@example.org`],
    [`ana@${'a.'.repeat(130)}org`],
    [`ana@${'a'.repeat(64)}.org`],
  ])('is not %j', text => {
    expect(isAddrSpec(text)).toBe(false)
  })
})
