import type { ItemId, MeetingId } from '../work/meeting-in-work.ts'

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The meeting that an address names; undefined where it is no id, which the database would not take. */
export function meetingIdOf(text: string | undefined): MeetingId | undefined {
  return text !== undefined && uuid.test(text) ? (text as MeetingId) : undefined
}

/** The item that an address or a form names. */
export function itemIdOf(text: string | undefined): ItemId | undefined {
  return text !== undefined && uuid.test(text) ? (text as ItemId) : undefined
}
