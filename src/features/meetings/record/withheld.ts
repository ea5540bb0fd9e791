import type { ItemFacts, MeetingFacts } from '../work/meeting-in-work.ts'

/**
 * Whether what stands under an item is for the members of the body and its officers alone: the item is exempt or confidential (Local Government Act 1972
 * s100A and Schedule 12A), or the whole meeting is private or a development session.
 */
export function isWithheld(meeting: Pick<MeetingFacts, 'public' | 'privateDevelopment'>, item: Pick<ItemFacts, 'exempt' | 'confidential'>): boolean {
  return item.exempt !== undefined || item.confidential || !meeting.public || meeting.privateDevelopment
}
