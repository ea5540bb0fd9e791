import type { MeetingStatus } from '../record/meeting.ts'

/** How far the record of a meeting comes after it was held: each state is recorded here, and stands before the next. */
export const afterwards: readonly MeetingStatus[] = ['held', 'minutes-draft', 'minutes-confirmed']
const before: readonly MeetingStatus[] = ['planned', 'agenda-published']

/**
 * The state in which a meeting is loaded. A file from before the meeting, loaded again after it, does not take back that it was held or that its minutes
 * are circulated or confirmed; a state that comes later than what stands is taken from the file.
 */
export function notTurnedBack(inFile: MeetingStatus, standing: MeetingStatus | undefined): MeetingStatus {
  if (standing === undefined || !afterwards.includes(standing)) return inFile
  return before.includes(inFile) || (afterwards.includes(inFile) && afterwards.indexOf(inFile) < afterwards.indexOf(standing)) ? standing : inFile
}
