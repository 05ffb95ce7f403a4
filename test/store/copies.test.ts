import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { type Journal, pruneCopies } from '../../src/store/copies.ts'
import { scratchFolder } from '../support/store.ts'

const MB = 1024 * 1024

it('at most 200 MB of copies are kept', () => {
  const folder = folderOfCopies(8)
  pruneCopies(folder, journalOf(8, 50 * MB), { nextId: 1, rev: 9, before: 8 })
  expect(copiesIn(folder)).toEqual([5, 6, 7, 8])
})

it('three copies are kept whatever their size', () => {
  const folder = folderOfCopies(8)
  pruneCopies(folder, journalOf(8, 300 * MB), { nextId: 1, rev: 9, before: 8 })
  expect(copiesIn(folder)).toEqual([6, 7, 8])
})

it('with little room, the nearest steps back and forward are kept', () => {
  const folder = folderOfCopies(8)
  const live = { nextId: 1, rev: 10, before: 4, redo: [6, 7, 8] }
  pruneCopies(folder, journalOf(8, 50 * MB), live)
  expect(copiesIn(folder)).toEqual([3, 4, 7, 8])
})

it('what neither undo nor redo reaches is removed, and forgotten in the journal', () => {
  const folder = folderOfCopies(8)
  const journal = journalOf(8, 1)
  pruneCopies(folder, journal, { nextId: 1, rev: 9, before: 2 })
  expect(copiesIn(folder)).toEqual([1, 2])
  expect([...journal.keys()]).toEqual([1, 2])
})

function folderOfCopies(count: number): string {
  const folder = scratchFolder()
  for (let rev = 1; rev <= count; rev++) fs.writeFileSync(path.join(folder, `${rev}.json`), '{}')
  return folder
}

/** Each revision stands on the one before. */
function journalOf(count: number, size: number): Journal {
  const signature = [size, 1] as const
  return new Map(
    Array.from({ length: count }, (_, i) => [
      i + 1,
      { written: signature, kept: signature, before: i },
    ]),
  )
}

function copiesIn(folder: string): number[] {
  return fs
    .readdirSync(folder)
    .flatMap(name => /^(\d+)\.json$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
}
