import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { pruneCopies } from '../../src/store/copies.ts'
import { type Journal, readJournal } from '../../src/store/journal.ts'
import { addPeople, copies, names, scratch, scratchFolder } from '../support/store.ts'

const NOW = '2026-11-21T09:00:00.000Z'
const MB = 1024 * 1024

it('at most 200 MB of copies are kept', () => {
  const folder = folderOfCopies(8)
  pruneCopies(folder, journalOf(8, 50 * MB), { nextId: 1, rev: 9, before: 8 }, NOW)
  expect(copiesIn(folder)).toEqual([5, 6, 7, 8])
})

it('three copies are kept whatever their size', () => {
  const folder = folderOfCopies(8)
  pruneCopies(folder, journalOf(8, 300 * MB), { nextId: 1, rev: 9, before: 8 }, NOW)
  expect(copiesIn(folder)).toEqual([6, 7, 8])
})

it('with little room, the nearest steps back and forward are kept', () => {
  const folder = folderOfCopies(8)
  const live = { nextId: 1, rev: 10, before: 4, redo: [6, 7, 8] }
  pruneCopies(folder, journalOf(8, 50 * MB), live, NOW)
  expect(copiesIn(folder)).toEqual([3, 4, 7, 8])
})

it('what is not to be kept is removed, and forgotten in the journal', () => {
  const folder = folderOfCopies(8)
  const journal = journalOf(8, 1)
  for (const rev of [3, 4, 5])
    Object.assign(journal.get(rev) ?? {}, { until: '2025-11-21T09:00:00.000Z' })
  // A change of a week ago bears out that the year has passed.
  Object.assign(journal.get(8) ?? {}, { at: '2026-11-14T09:00:00.000Z' })
  pruneCopies(folder, journal, { nextId: 1, rev: 9, before: 2 }, NOW)
  expect(copiesIn(folder)).toEqual([1, 2, 6, 7, 8])
  expect([...readJournal(folder).keys()]).toEqual([1, 2, 6, 7, 8])
})

it('copies that a lost journal does not know are kept', async () => {
  const place = scratch()
  await addPeople(place, 'Ana', 'Ben', 'Cho')
  fs.rmSync(path.join(path.dirname(copies(place)[0] ?? ''), 'journal.json'))
  await addPeople(place, 'Dee')
  expect(
    place
      .open()
      .copies()
      .map(({ rev }) => names(place.open().copied(rev ?? 0).db)),
  ).toEqual([['Ana', 'Ben', 'Cho'], ['Ana', 'Ben'], ['Ana']])
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
