import type { Reference } from './model.ts'
import { isPair, setValue, valueIn } from './rows.ts'

/** The numbers of the records that a record refers to there, also where a word is said of each. */
export function idsIn(record: object, { field }: Pick<Reference, 'field'>): number[] {
  const value = valueIn(record, { name: field })
  const held: unknown[] = Array.isArray(value) ? value : [value]
  return held.flatMap(each =>
    typeof each === 'number' ? [each] : isPair(each) ? [each.contact] : [],
  )
}

/**
 * Puts other numbers in the place of those that stand there; what gets none is taken out, and a field with
 * nothing left goes. Each stands once.
 */
export function replaceIds(
  record: object,
  { field }: Pick<Reference, 'field'>,
  next: (id: number) => number | undefined,
): void {
  const row = { name: field }
  const value = valueIn(record, row)
  if (typeof value === 'number') setValue(record, row, next(value))
  if (!Array.isArray(value)) return
  const left = value.map(each => replaced(each, next)).filter(each => each !== undefined)
  const once = [...new Map(left.map(each => [JSON.stringify(each), each])).values()]
  setValue(record, row, once.length ? once : undefined)
}

function replaced(each: unknown, next: (id: number) => number | undefined): unknown {
  if (typeof each === 'number') return next(each)
  if (!isPair(each)) return each
  const contact = next(each.contact)
  return contact === undefined ? undefined : { ...each, contact }
}
