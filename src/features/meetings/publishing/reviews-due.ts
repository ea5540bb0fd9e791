import { sql } from 'kysely'
import { formatDate } from '#core/date-words.ts'
import { countOf } from '#core/count-in-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import type { Reader } from '#platform/database/database.ts'
import { html } from '#platform/pages/html.ts'
import { bodyNames } from '#features/bodies'
import type { MeetingsTables } from '../tables.ts'
import type { ItemId, MeetingId } from '../work/meeting-in-work.ts'

/** A withheld item that is to be looked at again. */
export interface ReviewDue {
  readonly meeting: MeetingId
  readonly item: ItemId
  readonly number: number
  readonly title: string
  readonly body: string
  readonly bodyName: string
  readonly date: LocalDate
  /** The paragraph of Schedule 12A; none for confidential items. */
  readonly paragraph?: number
  readonly reason?: string
  readonly reviewOn: LocalDate
}

const mostShown = 100

/** Items whose papers are withheld and whose review was due by this day, the longest due first. */
export async function reviewsDue(reader: Reader, by: LocalDate): Promise<ReviewDue[]> {
  const names = await bodyNames(reader)
  const rows = await reader
    .tables<MeetingsTables>()
    .selectFrom('work.items as item')
    .innerJoin('work.meetings as meeting', 'meeting.id', 'item.meeting')
    .select(['item.id', 'item.number', 'item.facts', 'meeting.id as meeting', 'meeting.body', 'meeting.meeting_date'])
    .where(sql<boolean>`item.facts #>> '{withheld,reviewOn}' <= ${by}`)
    .where(sql<boolean>`(item.facts ? 'exempt' or item.facts ->> 'confidential' = 'true')`)
    .orderBy(sql`item.facts #>> '{withheld,reviewOn}'`)
    .orderBy('item.id')
    .limit(mostShown)
    .execute()
  return rows.flatMap(({ id, number, facts, meeting, body, meeting_date: date }) =>
    facts.withheld?.reviewOn === undefined
      ? []
      : [{ meeting, item: id, number, title: facts.title, body, bodyName: names.get(body) ?? body, date, ...(facts.exempt === undefined ? {} : { paragraph: facts.exempt.paragraph, reason: facts.exempt.reason }), reviewOn: facts.withheld.reviewOn }],
  )
}

/** On "Your work": which withheld items are to be looked at again, for whoever publishes. */
export const reviewsDueSection: StaffSection<object> = async ({ context, today }) => {
  if (!context.may(context.actor, 'meetings.publish')) return undefined
  const due = await look(context, { verb: 'meetings.publish', subject: { kind: 'reviews', id: 'due' } }, async (reader) => ok(await reviewsDue(reader, today)))
  if (!due.ok || due.value.length === 0) return undefined
  const shown = due.value.slice(0, 5)
  return html`<h2 class="govuk-heading-m">To review: withheld papers</h2>
    <ul class="govuk-list">
      ${shown.map((item) => html`<li><a class="govuk-link" href="${reviewAddress(item)}">${item.bodyName}, ${formatDate(item.date)}, item ${item.number}</a>: due on ${formatDate(item.reviewOn)}</li>`)}
    </ul>
    <p class="govuk-body"><a class="govuk-link" href="/staff/exempt-items">${countOf(due.value.length, 'withheld items')} to review</a></p>`
}

/** Where an item is released or kept. */
export function reviewAddress({ meeting, item }: Pick<ReviewDue, 'meeting' | 'item'>): string {
  return `/staff/meetings/${meeting}/after/items/${item}`
}
