import { readChoice } from '../words/read-values.ts'
import type { Occasion, Role } from './model.ts'
import { OCCASION_SYNONYMS, ROLE_SYNONYMS } from './synonyms.ts'

/** The occasion that a word means, synonyms understood. */
export function readOccasion(text: string, choices: readonly Occasion[]): Occasion {
  return readChoice(text, choices, 'occasion', OCCASION_SYNONYMS)
}

export function readRole(text: string, choices: readonly Role[]): Role {
  return readChoice(text, choices, 'role', ROLE_SYNONYMS)
}
