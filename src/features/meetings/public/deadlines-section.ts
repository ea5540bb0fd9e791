import type { LocalDate } from '#core/dates.ts'
import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { meetingDeadlines } from '#features/rules'
import type { PublishedMeeting } from '../record/meeting.ts'
import { askLink } from '../speaking/ask-link.ts'

type Deadline = ReturnType<typeof meetingDeadlines>[number]

/** Every deadline of the meeting with the rule it rests on and its working: first what a reader can still do, then what is for the record. */
export function deadlinesSection(meeting: PublishedMeeting, today: LocalDate): Html | undefined {
  if (!meeting.public || meeting.status === 'cancelled') return undefined
  const found = meetingDeadlines({ date: meeting.date, ...(meeting.time === undefined ? {} : { time: meeting.time }), participation: meeting.participation }, today)
  // A meeting that goes on takes up the agenda of its first day.
  const deadlines = meeting.resumedFrom === undefined ? found : found.filter(({ rule }) => rule !== 'agenda-publication')
  const speakFirst = deadlines.toSorted((one, other) => Number(other.rule === 'public-participation') - Number(one.rule === 'public-participation'))
  const toPublic = speakFirst.filter((deadline) => deadline.matters === 'to the public')
  const toRecord = deadlines.filter((deadline) => deadline.matters === 'to the record')
  if (deadlines.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="deadlines">Deadlines</h2>
    ${askLink(meeting, today)} ${list(toPublic)} ${toRecord.length === 0 ? undefined : html`<h3 class="govuk-heading-s">For the record</h3>${list(toRecord)}`}`
}

function list(deadlines: readonly Deadline[]): Html {
  return html`<ul class="govuk-list gt-deadlines">
    ${deadlines.map(entry)}
  </ul>`
}

function entry(deadline: Deadline): Html {
  return html`<li class="gt-deadlines__entry"><strong>${deadline.label}</strong>: ${deadline.words}${deadline.hasPassed ? html` <span class="gt-deadlines__passed">(passed)</span>` : undefined}
    ${details({
      summary: html`How this was worked out<span class="govuk-visually-hidden">: ${deadline.label}</span>`,
      content: html`<ol class="govuk-list govuk-list--number">${deadline.working.map((step) => html`<li>${step}</li>`)}</ol>
        <p class="govuk-body"><a class="govuk-link" href="/rules/${deadline.rule}">${deadline.citation}</a></p>`,
    })}</li>`
}
