import type { Reader } from '#platform/database/database.ts'
import { panel } from '#platform/pages/components/panel.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { meetingAddress, type PublishedMeeting } from '../../record/meeting.ts'
import { whenInWords } from '../../record/meeting-words.ts'
import type { MeetingsTables } from '../../tables.ts'
import type { SpeakingTables } from '../tables.ts'
import type { AtMeeting, Taken } from './ask-to-speak.ts'

/** The request with this reference, without anything about the person. */
export async function takenAt(reader: Reader, { body, date }: AtMeeting, reference: string): Promise<Taken | undefined> {
  const row = await reader
    .tables<MeetingsTables & SpeakingTables>()
    .selectFrom('work.speaking_requests as request')
    .innerJoin('work.meetings as meeting', 'meeting.id', 'request.meeting')
    .select(['request.reference', 'request.is_late', 'request.is_mailed'])
    .where('request.reference', '=', reference)
    .where('meeting.body', '=', body)
    .where('meeting.meeting_date', '=', date)
    .executeTakeFirst()
  return row === undefined ? undefined : { reference: row.reference, isLate: row.is_late, isMailed: row.is_mailed }
}

/** The reference, and what happens next and when. */
export function takenSection(meeting: PublishedMeeting, { reference, isLate, isMailed }: Taken): Html {
  const { writtenResponseDays } = meeting.participation ?? {}
  return html`${panel({ title: 'Your reference', text: html`<strong>${reference}</strong>`, headingLevel: 2 })}
<p class="govuk-body">Note it down. ${isMailed ? 'An e-mail with the reference, to the address you gave, waits to be sent.' : 'Several requests gave the same e-mail address today, so no e-mail says that this one arrived. It is read like any other.'}</p>
<h2 class="govuk-heading-m">What happens next</h2>
<ol class="govuk-list govuk-list--number govuk-list--spaced">
<li>${isLate ? 'Your request came after the closing time, so the chair decides whether you may speak.' : 'An officer reads your request.'}</li>
<li>We write to you before the meeting on ${whenInWords(meeting)} to say whether you may speak. If not, we say why.</li>
<li>If you may speak, the chair calls you at the meeting when the agenda comes to public participation.</li>
${writtenResponseDays !== undefined && html`<li>If you are promised a written response, it is published on ${link(meetingAddress(meeting), 'the page of the meeting')} within ${writtenResponseDays} days.</li>`}
</ol>
<p class="govuk-body">To change or withdraw your request, tell us the reference.</p>`
}
