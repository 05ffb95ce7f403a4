import { Failure } from '../failure.ts'

/** A folder holds all that is selected, a file each: what says otherwise would empty it or do nothing. */
export function refuseBeside(folder: string, flags: Readonly<Record<string, unknown>>): void {
  const typed = Object.keys(flags).find(flag => flags[flag] !== undefined)
  if (typed === undefined) return
  throw new Failure(
    'usage',
    `${typed} does not go with a folder of single files: only what changed is touched there anyway.`,
    `Leave out ${typed}; ${folder} is where they go.`,
  )
}
