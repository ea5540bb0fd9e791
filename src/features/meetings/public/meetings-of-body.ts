import type { LocalDate } from '#core/dates.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { BodySection } from '#features/bodies'
import { meetingsList } from './meetings-list.ts'
import { meetingsInList, type MeetingInList } from '../publication/published-meetings.ts'

const shown = 5

/** The part of a body's page that says when it meets. */
export const meetingsOfBody: BodySection = async ({ read, today }, { slug }) => {
  const coming = await meetingsInList(read, { body: slug, from: today, order: 'first-to-last', limit: shown })
  const past = await meetingsInList(read, { body: slug, before: today, order: 'last-to-first', limit: shown })
  if (coming.length + past.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="meetings">Meetings</h2>
    ${part('Coming', coming, today)} ${part('Past', past, today)}
    <p class="govuk-body"><a class="govuk-link" href="/meetings?body=${slug}">All coming meetings of this body</a> · <a class="govuk-link" href="/meetings?when=past&amp;body=${slug}">All past meetings</a></p>`
}

function part(heading: string, meetings: readonly MeetingInList[], today: LocalDate): Html | undefined {
  if (meetings.length === 0) return undefined
  return html`<h3 class="govuk-heading-s">${heading} meetings</h3>
    ${meetingsList(meetings, { today, headingLevel: 3, heading: 'day' })}`
}
