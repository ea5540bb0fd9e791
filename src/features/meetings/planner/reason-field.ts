import type { Refusal } from '#core/outcome.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { faultFor } from '#platform/pages/form.ts'
import type { Html } from '#platform/pages/html.ts'
import { isOpenMeeting } from '../record/withheld.ts'
import type { MeetingAtHand } from './meeting-at-hand.ts'

/** Why a meeting is moved, cancelled or adjourned. */
export function reasonField({ meeting }: MeetingAtHand, value: string, refusal: Refusal | undefined): Html {
  const readers = isOpenMeeting(meeting.facts) ? 'The public and the members read it.' : 'The members read it; of a private meeting the public is told no reason.'
  return textarea({ name: 'reason', label: { text: 'Reason' }, hint: { text: readers }, value, rows: 3, error: faultFor(refusal, 'reason') })
}
