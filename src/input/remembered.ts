import type { Context } from '../context.ts'

/** Small words kept in the state folder under a key; empty when they were forgotten or do not read. */
export function remembered(
  store: Pick<Context['store'], 'memory'>,
  key: string,
): Record<string, unknown> {
  try {
    const words: unknown = JSON.parse(store.memory.read(key) ?? '{}')
    return typeof words === 'object' && words !== null ? { ...words } : {}
  } catch {
    return {}
  }
}
