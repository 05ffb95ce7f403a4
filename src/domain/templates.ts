import type { FollowUpKind, Role } from './model.ts'

/** What a draft needs to be told; known ones are filled from what is on file (see `drafts.ts`). */
export interface Slot {
  name: string
  meaning: string
  example?: string
  required: boolean
}

/** A message as `formats/template.ts` reads it from a Markdown file with front matter. */
export interface Template {
  name: string
  title: string
  for: Role[]
  slots: Slot[]
  /** The follow-up that sending it opens. */
  then?: FollowUpKind
  /** Liquid text, one line. */
  subject: string
  /** Liquid text. */
  body: string
  source: 'packaged' | 'own'
  path: string
}
