import fc from 'fast-check'
import { expect, it } from 'vitest'
import { emlText, type Mail, mailBody } from '../../src/formats/eml.ts'

const mail: Mail = {
  to: [{ name: 'Dr. Lena Hoff', address: 'lena.hoff@example.org' }],
  subject: 'Your ablation registry',
  body: 'Dear Dr. Hoff,\n\nThank you.\n',
}

it('a plain mail is a draft without sender, date or message id', async () => {
  expect(await emlText(mail)).toBe(
    [
      'X-Unsent: 1',
      'X-Uniform-Type-Identifier: com.apple.mail-draft',
      'To: "Dr. Lena Hoff" <lena.hoff@example.org>',
      'Subject: Your ablation registry',
      'Content-Transfer-Encoding: 7bit',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Dear Dr. Hoff,',
      '',
      'Thank you.',
      '',
    ].join('\r\n'),
  )
})

it('the same mail gives the same bytes', async () => {
  expect(await emlText(mail)).toBe(await emlText(mail))
})

it('a sender that is given stands in the mail', async () => {
  const text = await emlText({ ...mail, from: { name: 'Sam Reyes', address: 'sam@example.edu' } })
  expect(headers(text)).toContain('From: Sam Reyes <sam@example.edu>')
})

it.each(['About the Date: Friday', 'Date: Friday', 'no Message-ID: here'])(
  'a subject that speaks of them keeps its words: %s',
  async subject => {
    expect(headers(await emlText({ ...mail, subject }))).toContain(`Subject: ${subject}`)
  },
)

it('a body that speaks of dates and message ids keeps its lines', async () => {
  const body = 'Date: Friday\nMessage-ID: none\n'
  expect(read(await emlText({ ...mail, body })).body).toBe('Date: Friday\r\nMessage-ID: none\r\n')
})

it('accents, other scripts and emoji are read back whole', async () => {
  const text = await emlText({
    to: [{ name: 'Dr. María José Ñandú', address: 'maria@uni-köln.de' }],
    subject: 'Grüße aus 東京 — the registry, the coronary care unit and the weekly meeting 🫀',
    body: 'Liebe María,\n\n東京 🫀\n',
  })
  expect(text).toMatch(/^[\x20-\x7e\r\n]*$/)
  expect(read(text)).toEqual({
    to: 'Dr. María José Ñandú <maria@xn--uni-kln-e1a.de>',
    subject: 'Grüße aus 東京 — the registry, the coronary care unit and the weekly meeting 🫀',
    body: 'Liebe María,\r\n\r\n東京 🫀\r\n',
  })
})

it.each([
  ['subject', { subject: 'Hello\r\nBcc: all@example.org' }],
  ['subject', { subject: 'Hello\nBcc: all@example.org' }],
  ['subject', { subject: 'Hello\rBcc: all@example.org' }],
  ['subject', { subject: 'Hello\0' }],
  ['name', { to: [{ name: 'Lena\r\nBcc: all@example.org', address: 'lena@example.org' }] }],
])('a line break in the %s is refused: %j', async (what, change) => {
  await expect(emlText({ ...mail, ...change })).rejects.toThrow(
    `The ${what} of the message has a line break in it.`,
  )
})

it.each([
  'lena@example.org\r\nBcc: all@example.org',
  'lena@example.org, all@example.org',
  'lena@example.org\0',
  'Lena <lena@example.org>',
  '',
])('an address that is not one address is refused: %j', async address => {
  const refused = emlText({ ...mail, to: [{ name: 'Lena', address }] })
  await expect(refused).rejects.toThrow('is not one email address.')
})

it('a line break in the address of the sender is refused', async () => {
  const from = { name: 'Sam', address: 'sam@example.edu\r\nBcc: all@example.org' }
  await expect(emlText({ ...mail, from })).rejects.toThrow('is not one email address.')
})

it('control characters leave the body, line ends become CRLF', () => {
  expect(mailBody('a\rb\u2028c\n\nd\te\u001b[31m\0')).toBe('a\r\nb\r\nc\r\n\r\nd\te[31m')
})

it('any subject and body are read back, whatever script they are in', async () => {
  const oneLine = fc.string({ unit: 'binary', minLength: 1 }).map(plain)
  const body = fc
    .array(fc.string({ unit: 'binary' }))
    .map(lines => `Dear Ana,\n${lines.join('\n')}\n`)
  await fc.assert(
    fc.asyncProperty(oneLine, body, async (subject, text) => {
      const eml = await emlText({ ...mail, subject: `About ${subject}.`, body: text })
      const back = read(eml)
      expect(eml.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      expect(headers(eml)).toHaveLength(7)
      expect(back.subject).toBe(`About ${subject}.`)
      expect(back.body).toBe(mailBody(text))
    }),
  )
})

/** Without control characters, and blanks single, as a header keeps them. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
}

function headers(eml: string): string[] {
  return eml
    .slice(0, eml.indexOf('\r\n\r\n'))
    .replace(/\r\n[ \t]/g, ' ')
    .split('\r\n')
}

/** A small reader of its own, so that writer and reader do not share a mistake. */
function read(eml: string): { to: string; subject: string; body: string } {
  const fields = new Map(headers(eml).map(line => [line.slice(0, line.indexOf(':')), line]))
  const value = (name: string) => words((fields.get(name) ?? '').slice(name.length + 2))
  const raw = eml.slice(eml.indexOf('\r\n\r\n') + 4)
  const decode = {
    '7bit': () => raw,
    base64: () => Buffer.from(raw, 'base64').toString(),
    'quoted-printable': () => quoted(raw.replace(/=\r\n/g, '')),
  }[value('Content-Transfer-Encoding')]
  return { to: value('To'), subject: value('Subject'), body: decode?.() ?? 'unknown encoding' }
}

function words(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?(.*?)\?=/g, (_, kind, text) =>
      kind === 'B' ? Buffer.from(text, 'base64').toString() : quoted(text.replaceAll('_', ' ')),
    )
}

function quoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString()
}
