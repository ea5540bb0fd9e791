import { formatDate, formatDay } from '#core/date-words.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { link } from '#platform/pages/text.ts'
import { bodyNames } from '#features/bodies'
import type { MeetingsApp } from '../../meetings-app.ts'
import { chairedBodies } from '../chaired-bodies.ts'
import { meetingsWithSpeakers, type MeetingWithSpeakers } from '../read-requests.ts'
import { speakersAddress } from './words.ts'

/** More meetings than a council has open at once. */
const most = 20

/** Who waits for an answer and which responses are owed, for those who arrange meetings and for the chair of the body. */
export const speakingSection: StaffSection<MeetingsApp> = async ({ context, today }) => {
  const { actor } = context
  if (!context.may(actor, 'speaking.see')) return undefined
  const found = await look(context, { verb: 'speaking.see', subject: { kind: 'meetings', id: 'with speakers' } }, async (reader) => {
    const chaired = context.may(actor, 'speaking.decide') || actor.kind !== 'person' ? undefined : await chairedBodies(reader, actor.person, today)
    const meetings = await meetingsWithSpeakers(reader, most, chaired)
    return ok({ meetings, names: await bodyNames(reader) })
  })
  if (!found.ok || found.value.meetings.length === 0) return undefined
  const { meetings, names } = found.value
  return html`<h2 class="govuk-heading-m">Public speakers</h2>
<ul class="govuk-list govuk-list--spaced">${meetings.map((meeting) => html`<li>${lineOf(meeting, names.get(meeting.body) ?? meeting.body, today)}</li>`)}</ul>`
}

function lineOf({ meeting, date, undecided, late, promised, due }: MeetingWithSpeakers, body: string, today: string): Html {
  const where = html`the ${link(speakersAddress(meeting), `${body}, ${formatDate(date)}`)}`
  const asks = undecided > 0 && html`${undecided === 1 ? '1 person asks' : `${undecided} people ask`} to speak at ${where}. ${late > 0 && statusTag(`${late} late`, 'bad')}`
  const owed = promised > 0 && html`${promised === 1 ? '1 written response' : `${promised} written responses`} to publish after ${where}. ${due !== undefined && statusTag(due < today ? `Overdue since ${formatDate(due)}` : `Due ${formatDay(due)}`, due < today ? 'bad' : 'caution')}`
  return html`${asks}${undecided > 0 && promised > 0 && html`<br>`}${owed}`
}
