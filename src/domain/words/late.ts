/**
 * What `make` gives, made at the first asking and kept: for a pattern of Unicode classes, which takes up to
 * 5 ms to make and of which most runs have no need.
 */
export function late<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
