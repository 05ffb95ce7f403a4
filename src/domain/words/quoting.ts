/** A text as one word of a command line, in quotes where it needs them: nothing in it is obeyed by a shell. */
export function quoted(text: string): string {
  return /^[\p{L}\p{N}…@:.,/+=%_-]+$/u.test(text) ? text : inQuotes(text)
}

/** The same, in quotes whatever it is: for what is usually several words. */
export function inQuotes(text: string): string {
  // A shell that is typed at takes "!" for an earlier line between double quotes too.
  if (text.includes('!')) return `'${text.replaceAll("'", String.raw`'\''`)}'`
  return `"${text.replace(/["\\$`]/g, String.raw`\$&`)}"`
}
