import { html, type Html } from '#platform/pages/html.ts'
import type { PublishedMeeting } from '../record/meeting.ts'

/** What a meeting is about: its items other than apologies, declarations and the like, as links. */
export function agendaTopics(meeting: PublishedMeeting, address: string): Html | undefined {
  const topics = meeting.items.filter((item) => item.standing === undefined)
  if (topics.length === 0) return undefined
  return html`<p class="govuk-body gt-next__label">On the agenda</p>
    <ul class="govuk-list govuk-list--bullet">
      ${topics.map((item) => html`<li><a class="govuk-link" href="${address}/items/${item.number}">${item.title}</a></li>`)}
    </ul>`
}
