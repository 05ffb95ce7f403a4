import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Mail, mailBody } from '../../src/formats/eml.ts'
import { mailtoUri } from '../../src/formats/mailto.ts'

const mail: Mail = {
  to: [{ name: 'Dr. Lena Hoff', address: 'lena.hoff@example.org' }],
  subject: 'Your registry',
  body: 'Dear Dr. Hoff,\n\n1 + 1 & more?\n',
}

it('a short mail is a whole link', () => {
  expect(mailtoUri(mail)).toEqual({
    uri: 'mailto:lena.hoff@example.org?subject=Your%20registry&body=Dear%20Dr.%20Hoff%2C%0D%0A%0D%0A1%20%2B%201%20%26%20more%3F%0D%0A',
    complete: true,
  })
})

it('a mail to several names each', () => {
  const to = [
    { name: 'Ana', address: 'ana@example.org' },
    { name: 'Ben', address: 'ben@example.org' },
  ]
  expect(mailtoUri({ to, subject: 'Hi', body: '' }).uri).toBe(
    'mailto:ana@example.org,ben@example.org?subject=Hi&body=',
  )
})

it('a plus in the address is encoded, so that no program reads a blank', () => {
  const to = [{ name: 'Ana', address: "o'neill+med@example.org" }]
  expect(mailtoUri({ to, subject: 'Hi', body: '' }).uri).toBe(
    'mailto:o%27neill%2Bmed@example.org?subject=Hi&body=',
  )
})

it('a link of 1,800 characters still holds the body', () => {
  const { length } = mailtoUri({ ...mail, body: '' }).uri
  const body = 'x'.repeat(1800 - length)
  expect(mailtoUri({ ...mail, body }).complete).toBe(true)
  expect(mailtoUri({ ...mail, body }).uri).toHaveLength(1800)
})

it('a longer one leaves the body to the clipboard', () => {
  const { length } = mailtoUri({ ...mail, body: '' }).uri
  expect(mailtoUri({ ...mail, body: 'x'.repeat(1801 - length) })).toEqual({
    uri: 'mailto:lena.hoff@example.org?subject=Your%20registry',
    complete: false,
  })
})

it('a subject that is too long by itself is left out too', () => {
  expect(mailtoUri({ ...mail, subject: 'x'.repeat(1800) })).toEqual({
    uri: 'mailto:lena.hoff@example.org',
    complete: false,
  })
})

it.each([
  'lena@example.org?bcc=all@example.org',
  'lena@example.org&attach=/etc/passwd',
  'lena@example.org,all@example.org',
  '-lena',
])('an address with more than an address in it is refused: %j', address => {
  expect(() => mailtoUri({ ...mail, to: [{ name: 'Lena', address }] })).toThrow(
    'is not one email address.',
  )
})

it('a line break in the subject is refused', () => {
  expect(() => mailtoUri({ ...mail, subject: 'a\r\nBcc: b' })).toThrow('has a line break in it.')
})

it('any text comes back from the link, and the link has only plain signs', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), fc.string(), (subject, body) => {
      fc.pre(!/[\r\n\0]/.test(subject))
      const { uri } = mailtoUri({ ...mail, subject, body: body.slice(0, 100) })
      const query = new URL(uri).searchParams
      expect(uri).toMatch(/^mailto:[A-Za-z0-9.@]+\?[A-Za-z0-9=&%._~-]*$/)
      expect([...query.keys()]).toEqual(['subject', 'body'])
      expect(query.get('subject')).toBe(subject)
      expect(query.get('body')).toBe(mailBody(body.slice(0, 100)))
    }),
  )
})
