import { sql, type RawBuilder } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'

/** A meeting of which somebody has read an earlier version. */
export interface ReadEarlier {
  readonly body: string
  readonly date: LocalDate
  readonly version: number
  readonly readVersion: number
  /** The day on which the meeting stood when that was read; left out where it is the same. */
  readonly readDate?: LocalDate
}

/**
 * The numbers of the items that changed since the version each person read, by `body/date`: their papers came, went or say something else, or the
 * agenda says something else of them. One query; `isForMembers` compares what is withheld as well, and without `isTimeCounted` another time alone is no change.
 */
export async function changedItems(reader: Reader, meetings: readonly ReadEarlier[], isForMembers: boolean, isTimeCounted = true): Promise<ReadonlyMap<string, readonly number[]>> {
  if (meetings.length === 0) return new Map()
  const asked = sql.join(meetings.map(({ body, date, version, readVersion, readDate = date }) => sql`(${body}::text, ${date}::date, ${version}::integer, ${readDate}::date, ${readVersion}::integer)`))
  const texts = isForMembers ? sql`${paperMarks('published.papers')} union all ${paperMarks('work.issued_papers')}` : paperMarks('published.papers')
  const agendas = itemMarks(isForMembers ? 'work.issued_meetings' : 'published.meetings', isTimeCounted)
  const changed = sql<{ body: string; meeting_date: LocalDate; item: number }>`(
    with asked (body, meeting_date, later, earlier_date, earlier) as (values ${asked}),
    marks as (${texts} union all ${agendas})
    select distinct coalesce(later.body, earlier.body) as body, coalesce(later.meeting_date, earlier.meeting_date) as meeting_date, coalesce(later.item, earlier.item) as item
    from (select * from marks where not is_later) as earlier
    full join (select * from marks where is_later) as later
      on later.body = earlier.body and later.meeting_date = earlier.meeting_date and later.item = earlier.item and later.part = earlier.part
    where later.mark is distinct from earlier.mark)`.as('changed')
  const rows = await reader.tables<unknown>().selectFrom(changed).select(['changed.body', 'changed.meeting_date', 'changed.item']).orderBy('changed.item').execute()
  const numbers = new Map<string, number[]>()
  for (const { body, meeting_date, item } of rows) {
    const key = `${body}/${meeting_date}`
    numbers.set(key, [...(numbers.get(key) ?? []), item])
  }
  return numbers
}

/** What a paper says, as a mark that differs where it says something else. */
function paperMarks(table: 'published.papers' | 'work.issued_papers'): RawBuilder<unknown> {
  return sql`select asked.body, asked.meeting_date, ${isLater('papers')} as is_later, papers.item, papers.paper as part,
      md5(concat(papers.title, papers.frame::text, papers.blocks::text)) as mark
    from ${sql.table(table)} as papers join asked on ${isAsked('papers')}`
}

/** What the agenda says of an item apart from its papers, whose pages move when others grow. */
function itemMarks(table: 'published.meetings' | 'work.issued_meetings', isTimeCounted: boolean): RawBuilder<unknown> {
  const left = ['papers', 'withheld', 'decision', ...(isTimeCounted ? [] : ['timing'])]
  return sql`select asked.body, asked.meeting_date, ${isLater('meetings')} as is_later, (item ->> 'number')::integer as item, '' as part,
      md5((item - ${left}::text[])::text) as mark
    from ${sql.table(table)} as meetings join asked on ${isAsked('meetings')}
    cross join lateral jsonb_array_elements(meetings.meeting -> 'items') as item`
}

function isLater(row: string): RawBuilder<boolean> {
  return sql`(${sql.ref(`${row}.meeting_date`)} = asked.meeting_date and ${sql.ref(`${row}.version`)} = asked.later)`
}

function isAsked(row: string): RawBuilder<boolean> {
  return sql`${sql.ref(`${row}.body`)} = asked.body
    and (${isLater(row)} or (${sql.ref(`${row}.meeting_date`)} = asked.earlier_date and ${sql.ref(`${row}.version`)} = asked.earlier))`
}
