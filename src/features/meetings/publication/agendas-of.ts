import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingStatus } from '../record/meeting.ts'
import type { MeetingsTables } from '../tables.ts'

/** A meeting by its body and day. */
interface MeetingPlace {
  readonly body: string
  readonly date: LocalDate
}

/** A meeting in the calendar, with the numbers on its published agenda; none where that is not published. */
export interface AgendaInCalendar {
  readonly status: MeetingStatus
  readonly items: readonly number[]
  /** Those that were not taken at it, by its published minutes. */
  readonly notTaken: readonly number[]
}

/** Those of these meetings that are in the calendar, by `body/date`. One query. */
export async function agendasOf(reader: Reader, places: readonly MeetingPlace[]): Promise<ReadonlyMap<string, AgendaInCalendar>> {
  if (places.length === 0) return new Map()
  const rows = await reader
    .tables<MeetingsTables>()
    .selectFrom('published.current_meetings as current')
    .select(['current.body', 'current.meeting_date', 'current.status'])
    .select(sql<number[]>`array(select (item ->> 'number')::int from jsonb_array_elements(current.meeting -> 'items') as item)`.as('items'))
    .select(sql<number[]>`array(select missed.item from published.current_items_not_taken as missed where missed.body = current.body and missed.meeting_date = current.meeting_date)`.as('not_taken'))
    .where(sql<boolean>`current.body || '/' || current.meeting_date = any(${[...new Set(places.map(placeKey))]})`)
    .execute()
  return new Map(rows.map(({ body, meeting_date, status, items, not_taken: notTaken }) => [placeKey({ body, date: meeting_date }), { status, items, notTaken }]))
}

/** How a meeting is known in what `agendasOf` gives. */
function placeKey({ body, date }: MeetingPlace): string {
  return `${body}/${date}`
}

/** What is wrong with the day and the item of a meeting that something else names: the words, by which of the two; undefined where nothing is. */
export function placeFault(agendas: ReadonlyMap<string, AgendaInCalendar>, { item, ...place }: MeetingPlace & { readonly item?: number | undefined }): { readonly of: 'date' | 'item'; readonly message: string } | undefined {
  const found = agendas.get(placeKey(place))
  if (found === undefined) return { of: 'date', message: 'This body has no meeting on this day. Correct the day, or have the meeting in the calendar first.' }
  if (found.status === 'cancelled') return { of: 'date', message: 'The meeting on this day was cancelled. Give the day of a meeting that is held.' }
  if (item === undefined || found.items.length === 0 || found.items.includes(item)) return undefined
  return { of: 'item', message: `The agenda of this meeting has no item of this number. It has ${found.items.join(', ')}.` }
}
