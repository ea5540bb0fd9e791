import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingsTables } from '../tables.ts'
import type { ItemFacts } from '../work/meeting-in-work.ts'

/** An item of an agenda that is out, as far as somebody asks who waits for a matter to be on it. */
export interface ItemOut {
  readonly title: string
  readonly subjects: readonly string[]
  /** What put it on the agenda, and which of the usual items it is; where the working record knows. */
  readonly origin?: string
  readonly standing?: string
}

interface Asked {
  readonly body: string
  readonly from: LocalDate
  /** The day after the last. */
  readonly before: LocalDate
  /** As the public knows them: without what the working record says besides. */
  readonly isForPublic?: boolean
}

/** The items of the agendas of a body that are published for meetings not held yet, by day, without those that were withdrawn. One query. */
export async function agendasOut(reader: Reader, { body, from, before, isForPublic = false }: Asked): Promise<ReadonlyMap<LocalDate, readonly ItemOut[]>> {
  const inWork = sql`
    left join work.version_records as record on record.body = standing.body and record.meeting_date = standing.meeting_date and record.version = standing.version
    left join work.items as kept on kept.id = (record.items ->> (said ->> 'number'))::uuid`
  const found = sql<Row>`(
    select standing.meeting_date, said ->> 'title' as title, coalesce(said -> 'subjects', '[]') as subjects, said ->> 'standing' as standing,
      ${isForPublic ? sql`null::jsonb` : sql`kept.facts`} as facts
    from published.current_meetings as standing
    left join lateral jsonb_array_elements(standing.meeting -> 'items') as said on not said ? 'withdrawn'
    ${isForPublic ? sql`` : inWork}
    where standing.body = ${body} and standing.meeting_date >= ${from}::date and standing.meeting_date < ${before}::date
      and standing.status = 'agenda-published' and standing.is_public
  )`
  const rows = await reader.tables<MeetingsTables>().selectFrom(found.as('items')).selectAll('items').execute()
  const byDay = Map.groupBy(rows, ({ meeting_date: day }) => day)
  return new Map([...byDay].map(([day, items]) => [day, items.flatMap(itemOf)]))
}

interface Row {
  meeting_date: LocalDate
  /** None of an agenda on which nothing is left. */
  title: string | null
  subjects: readonly string[]
  standing: string | null
  facts: ItemFacts | null
}

/** What an officer has called it since is not published, but it is about the same. */
function itemOf({ title, subjects, standing, facts }: Row): ItemOut[] {
  if (title === null) return []
  return [{ title, subjects: [...subjects, ...(facts?.subjects ?? [])], ...given('origin', facts?.origin), ...given('standing', standing ?? facts?.standing) }]
}
