import fs from 'node:fs'
import process from 'node:process'
import { errorCode } from './files.ts'

/** A process, told from a later one of the same number where the system says when it started. */
export interface ProcessId {
  pid: number
  /** In the kernel's own count; null where it does not tell. */
  start: string | null
}

export function thisProcess(): ProcessId {
  const { pid } = process
  return { pid, start: processState(pid)?.start ?? null }
}

/** Whether it still runs; true too for a later one of its number where they cannot be told apart. */
export function isStillRunning({ pid, start }: ProcessId): boolean {
  if (!isRunning(pid)) return false
  const now = processState(pid)
  if (now && 'ZX'.includes(now.state)) return false
  return !now || start === null || now.start === start
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) !== 'ESRCH'
  }
}

/** What Linux tells of a process; undefined where it does not. */
export function processState(pid: number): { state: string; start: string } | undefined {
  // The second field is the program's name in brackets, and may hold blanks and brackets itself.
  const fields = systemText(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .split(' ')
  const [state] = fields ?? []
  const start = fields?.[19]
  return state && start ? { state, start } : undefined
}

/** A file that the system writes, without the blank at its end. */
export function systemText(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}
