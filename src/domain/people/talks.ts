import type { Contact, Event } from '../data/model.ts'
import { hasName } from './identity.ts'

/** What is typed for an email about a talk, where the draft finds none on file. */
export const TALK_TYPED = { slot: 'talk', value: 'yes' } as const
export const TALK_FLAG = `--set ${TALK_TYPED.slot}=${TALK_TYPED.value}`

/** Whether they spoke at this event. */
export function spokeAt(event: Event | undefined, contact: Contact): boolean {
  return event?.speakers?.some(name => hasName(contact, name)) === true
}
