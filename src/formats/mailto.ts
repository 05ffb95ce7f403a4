import { checkMail, type Mail, mailBody } from './eml.ts'

// Windows hands a program about 2,000 characters; the rest is cut off without a word.
const LONGEST_URI = 1800

/**
 * A link that opens the message in the mail program. When it would grow too long for some systems
 * it holds only who and what about, `complete` is false, and the body needs another way.
 */
export function mailtoUri(mail: Mail): { uri: string; complete: boolean } {
  checkMail(mail)
  const addresses = mail.to.map(box => box.address.split('@').map(encoded).join('@'))
  const to = `mailto:${addresses.join(',')}`
  const subject = `${to}?subject=${encoded(mail.subject)}`
  const whole = `${subject}&body=${encoded(mailBody(mail.body))}`
  if (whole.length <= LONGEST_URI) return { uri: whole, complete: true }
  return { uri: subject.length <= LONGEST_URI ? subject : to, complete: false }
}

// encodeURIComponent leaves !'()* as they are, which some openers hand to a shell.
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
