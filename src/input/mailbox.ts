import { readEmail } from '../domain/words/read-values.ts'
import { plainName } from '../domain/words/text.ts'
import { Failure } from '../failure.ts'

/** `Dr. Pat Moss <pat@example.org>`, or a name alone. */
export function readMailbox(text: string): { name: string; email?: string } {
  const parts = /^([^<>]*)<([^<>]*)>\s*$/.exec(text)
  if (!parts) {
    if (/[<>]/.test(text)) throw new Failure('usage', `"${text}" does not read.`, WRITE_IT)
    return { name: plainName(text, 'name') }
  }
  const [, name = '', email = ''] = parts
  if (!name.trim()) throw new Failure('usage', 'The name is missing.', WRITE_IT)
  return { name: plainName(name, 'name'), email: readEmail(email) }
}

const WRITE_IT = 'Write it as "Dr. Pat Moss <pat@example.org>"'
