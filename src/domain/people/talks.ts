import type { Contact, Event } from '../data/model.ts'
import { hasName } from './identity.ts'

/** Whether they spoke at this event. */
export function spokeAt(event: Event | undefined, contact: Contact): boolean {
  return event?.speakers?.some(name => hasName(contact, name)) === true
}
