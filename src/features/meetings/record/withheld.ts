import type { ItemFacts, MeetingFacts } from '../work/meeting-in-work.ts'

/** Whether the public may read the agenda. */
export function isOpenMeeting(meeting: Pick<MeetingFacts, 'public' | 'privateDevelopment'>): boolean {
  return meeting.public && !meeting.privateDevelopment
}

/** Whether the papers of this item are kept from the public (Local Government Act 1972 s100A and Schedule 12A). */
export function isWithheldItem(item: Pick<ItemFacts, 'exempt' | 'confidential'>): boolean {
  return item.exempt !== undefined || item.confidential
}

/** Whether what stands under an item is for the members of the body and its officers alone: it is withheld itself, or the whole meeting is closed. */
export function isWithheld(meeting: Pick<MeetingFacts, 'public' | 'privateDevelopment'>, item: Pick<ItemFacts, 'exempt' | 'confidential'>): boolean {
  return isWithheldItem(item) || !isOpenMeeting(meeting)
}
