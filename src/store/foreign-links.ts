import fs, { type BigIntStats } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { Failure } from '../failure.ts'
import { resolveLinks, statOf } from './files.ts'

/**
 * Fails where the way to `file` leads through a symbolic link that somebody else may have laid to
 * choose where we write: in a folder that others may write, and belonging neither to us nor to the
 * owner of that folder. Where the platform knows no owners, nothing is looked at.
 */
export function refuseForeignLinks(file: string): void {
  const us = process.geteuid?.()
  if (us === undefined) return
  for (const link of linksOnTheWay(file)) refuseForeign(link, BigInt(us))
}

/** Whether a file belongs to another user; false where the platform knows no owners. */
export function isAnothers({ uid }: Pick<BigIntStats, 'uid'>): boolean {
  const us = process.geteuid?.()
  return us !== undefined && uid !== BigInt(us)
}

/** Every link that is followed on the way to `file`, itself included. */
function linksOnTheWay(file: string): string[] {
  const links: string[] = []
  let here = path.parse(file).root
  let rest = partsOf(file)
  while (rest.length) {
    const [name = '', ...further] = rest
    const next = path.join(here, name)
    const target = targetOf(next)
    rest = further
    if (target === undefined) here = next
    else {
      links.push(next)
      if (links.length > MOST_LINKS) return links
      if (path.isAbsolute(target)) here = path.parse(target).root
      rest = [...partsOf(target), ...further]
    }
  }
  return links
}

/** Beyond as many the system follows none either. */
const MOST_LINKS = 40

function partsOf(file: string): string[] {
  return file
    .slice(path.parse(file).root.length)
    .split(path.sep)
    .filter(part => part !== '')
}

function targetOf(file: string): string | undefined {
  try {
    return fs.readlinkSync(file)
  } catch {
    return undefined
  }
}

function refuseForeign(link: string, us: bigint): void {
  const { uid } = fs.lstatSync(link, { bigint: true })
  const folder = statOf(path.dirname(link))
  const isOpen = folder !== undefined && (folder.mode & OTHERS_MAY_WRITE) !== 0n
  if (!isOpen || uid === us || uid === folder.uid) return
  throw new Failure(
    'usage',
    `${link} is a link that another user laid, in a folder where others may write. It leads to ${resolveLinks(link)}.`,
    'Nothing was written. Name the file itself, or one in another folder.',
  )
}

const OTHERS_MAY_WRITE = 0o022n
