import { isAddrSpec } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'

export interface Mailbox {
  name: string
  address: string
}

/** A finished message, as a mail program is handed it. */
export interface Mail {
  /** Left out: the mail program uses its own account. */
  from?: Mailbox
  to: readonly Mailbox[]
  subject: string
  body: string
}

/**
 * An unsent message that a mail program opens ready to send. It has no date and no message id, which
 * are the mail program's to give; the same mail gives the same bytes. Fails on a name, address or
 * subject that could smuggle in a header.
 */
export async function emlText(mail: Mail): Promise<string> {
  checkMail(mail)
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer/index.js')
  const message = await new MailComposer({
    headers: { 'X-Unsent': '1', 'X-Uniform-Type-Identifier': 'com.apple.mail-draft' },
    ...(mail.from && { from: { ...mail.from } }),
    to: mail.to.map(box => ({ ...box })),
    subject: mail.subject,
    text: mailBody(mail.body),
    newline: 'windows',
  })
    .compile()
    .build()
  return withoutDateAndId(message.toString())
}

/** Fails when an address is not one address, or a header text holds a line break or NUL. */
export function checkMail(mail: Mail): void {
  for (const box of mail.from ? [mail.from, ...mail.to] : mail.to) {
    if (!isAddrSpec(box.address)) {
      throw new Failure(
        'usage',
        `"${box.address}" is not one email address.`,
        'An address looks like lena.hoff@example.org.',
      )
    }
    refuseBreaks(box.name, 'name')
  }
  refuseBreaks(mail.subject, 'subject')
}

/** The body with CRLF line ends and without control characters. */
export function mailBody(body: string): string {
  return body
    .toWellFormed()
    .replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/\n/g, '\r\n')
}

function refuseBreaks(text: string, what: string): void {
  if (!/[\r\n\0]/.test(text)) return
  throw new Failure(
    'usage',
    `The ${what} of the message has a line break in it.`,
    'A line break there would let someone add a recipient; take it out.',
  )
}

// MimeNode adds both whatever it is told, the id by chance.
function withoutDateAndId(message: string): string {
  const bodyAt = message.indexOf('\r\n\r\n') + 2
  const headers = message.slice(0, bodyAt)
  return (
    headers.replace(/^(?:Date|Message-ID):.*\r\n(?:[ \t].*\r\n)*/gim, '') + message.slice(bodyAt)
  )
}
