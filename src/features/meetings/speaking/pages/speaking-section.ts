import { formatDate, formatDay } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
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

/** Who waits for an answer, who is to be heard, and what is to be noted and answered afterwards; for those who arrange meetings and for the chair of the body. */
export const speakingSection: StaffSection<MeetingsApp> = async ({ context, today }) => {
  const { actor } = context
  if (!context.may(actor, 'speaking.see')) return undefined
  const found = await look(context, { verb: 'speaking.see', subject: { kind: 'meetings', id: 'with speakers' } }, async (reader) => {
    const bodies = context.may(actor, 'speaking.decide') || actor.kind !== 'person' ? undefined : await chairedBodies(reader, actor.person, today)
    const meetings = await meetingsWithSpeakers(reader, { today, limit: most, bodies })
    return ok({ meetings, names: await bodyNames(reader) })
  })
  if (!found.ok || found.value.meetings.length === 0) return undefined
  const { meetings, names } = found.value
  return html`<h2 class="govuk-heading-m">Public speakers</h2>
<ul class="govuk-list govuk-list--spaced">${meetings.map((meeting) => html`<li>${linesOf(meeting, names.get(meeting.body) ?? meeting.body, today).map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</li>`)}</ul>`
}

function linesOf(meeting: MeetingWithSpeakers, body: string, today: LocalDate): Html[] {
  const { undecided, late, toHear, toNote, promised, due } = meeting
  const where = html`the ${link(speakersAddress(meeting.meeting), `${body}, ${formatDate(meeting.date)}`)}`
  return [
    ...(undecided > 0 ? [html`${undecided === 1 ? '1 person asks' : `${undecided} people ask`} to speak at ${where}. ${late > 0 && statusTag(`${late} late`, 'bad')}`] : []),
    ...(toHear > 0 ? [html`${toHear === 1 ? '1 person is' : `${toHear} people are`} accepted to speak at ${where}.`] : []),
    ...(toNote > 0 ? [html`To note after ${where}: did ${toNote === 1 ? 'the speaker' : `the ${toNote} speakers`} speak, and was a response promised?`] : []),
    ...(promised > 0 ? [html`${promised === 1 ? '1 written response' : `${promised} written responses`} to publish after ${where}. ${due !== undefined && dueTag(due, today)}`] : []),
  ]
}

function dueTag(due: LocalDate, today: LocalDate): Html {
  return statusTag(due < today ? `Overdue since ${formatDate(due)}` : `Due ${formatDay(due)}`, due < today ? 'bad' : 'caution')
}
