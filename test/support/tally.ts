import fs from 'node:fs'

/** `npm run faults` tries everything many more times than `npm test`. */
export const isWhole = process.env.NETMED_FAULTS === 'whole'

/** So many tries here, and so many when there are minutes. */
export function tries(few: number, many: number): number {
  return isWhole ? many : few
}

/** What was tried, for the table that `npm run faults` prints; what went wrong fails the test itself. */
export function tell(what: string, tried: number): void {
  const file = process.env.NETMED_FAULTS_TALLY
  if (file) fs.appendFileSync(file, `${tried}\t${what}\n`)
}
