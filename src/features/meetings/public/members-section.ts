import { html, type Html } from '#platform/pages/html.ts'
import { memberGroups } from '#features/bodies'
import type { PublishedMeeting } from '../record/meeting.ts'

/** The members in office on the day, by capacity, as the cover of the pack names them. */
export function membersSection(meeting: PublishedMeeting): Html | undefined {
  if (meeting.members.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="members">Membership</h2>
    ${memberGroups(meeting.members)}`
}
