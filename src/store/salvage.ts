/** Beyond this a number is a misread one. */
const MOST_ID = 1e12

/** The largest number that a text gives a record, or says that the next one has; also in a text that is no JSON. */
export function mostIdIn(text: string): number {
  let most = 0
  for (const [, name, digits] of text.matchAll(/"(id|nextId)"\s*:\s*(\d{1,15})(?!\d)/g)) {
    const id = Number(digits) - (name === 'nextId' ? 1 : 0)
    if (id > most && id < MOST_ID) most = id
  }
  return most
}
