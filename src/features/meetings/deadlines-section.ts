import type { LocalDate } from '#core/dates.ts'
import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { meetingDeadlines } from '#features/rules'
import type { PublishedMeeting } from './meeting.ts'

/** Every deadline of the meeting with the rule it rests on and its working. */
export function deadlinesSection(meeting: PublishedMeeting, today: LocalDate): Html | undefined {
  if (!meeting.public) return undefined
  const deadlines = meetingDeadlines({ date: meeting.date, ...(meeting.time === undefined ? {} : { time: meeting.time }), participation: meeting.participation }, today)
  if (deadlines.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="deadlines">Deadlines</h2>
    <ul class="govuk-list gt-deadlines">
      ${deadlines.map(
        (deadline) =>
          html`<li class="gt-deadlines__entry"><strong>${deadline.label}</strong>: ${deadline.words}${deadline.hasPassed ? html` <span class="gt-deadlines__passed">(passed)</span>` : undefined}
            ${details({
              summary: html`How this was worked out<span class="govuk-visually-hidden">: ${deadline.label}</span>`,
              content: html`<ol class="govuk-list govuk-list--number">${deadline.working.map((step) => html`<li>${step}</li>`)}</ol>
                <p class="govuk-body"><a class="govuk-link" href="/rules/${deadline.rule}">${deadline.citation}</a></p>`,
            })}</li>`,
      )}
    </ul>`
}
