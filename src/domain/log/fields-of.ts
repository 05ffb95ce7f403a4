/**
 * The fields of a jotted line: between semicolons, and where there is none between commas. What is quoted
 * whole, or begins as a list does, is taken out of it first.
 */
export function fieldsOf(line: string): { fields: string[]; isByCommas: boolean } {
  const text = withoutFrame(line)
  const isByCommas = !text.includes(';') && text.includes(',')
  const fields = text.split(isByCommas ? ',' : ';').map(field => field.trim())
  return { fields, isByCommas }
}

/** A line without the mark of a list before it and the quotes around it. */
export function withoutFrame(line: string): string {
  const text = line.trim().replace(/^[-*•]\s+/, '')
  return /^(?:"[^"]*"|“[^”]*”)$/.test(text) ? text.slice(1, -1).trim() : text
}
