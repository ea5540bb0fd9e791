import { sql } from 'kysely'
import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { bodyNames } from '#features/bodies'
import { allRules } from '#features/rules'
import type { MeetingsTables } from '../../tables.ts'

/** A record of this site that a text may refer to. */
export interface Reference {
  readonly kind: 'Meeting' | 'Item' | 'Body' | 'Rule'
  readonly title: string
  readonly address: string
}

const mostOfAKind = 8

/** What is published here under these words, a few of each kind, in two queries; nothing that is not published is found. */
export async function findReferences(reader: Reader, words: string): Promise<Reference[]> {
  const asked = words.toLowerCase().split(/\s+/).filter((word) => word !== '').slice(0, 8)
  if (asked.length === 0) return []
  const holds = (text: string) => asked.every((word) => text.toLowerCase().includes(word))
  const bodies = [...(await bodyNames(reader))].filter(([, name]) => holds(name)).map(([slug, name]): Reference => ({ kind: 'Body', title: name, address: `/bodies/${slug}` }))
  const rules = allRules.filter(({ title }) => holds(title)).map(({ id, title }): Reference => ({ kind: 'Rule', title, address: `/rules/${id}` }))
  const meetings = await meetingsAndItems(reader, asked)
  return [...meetings, ...bodies.slice(0, mostOfAKind), ...rules.slice(0, mostOfAKind)]
}

interface Found {
  readonly body: string
  readonly body_name: string
  readonly meeting_date: LocalDate
  readonly number: number | null
  readonly title: string | null
}

/** Meetings by the name of their body and their day, items by their title besides; the newest first. */
async function meetingsAndItems(reader: Reader, asked: readonly string[]): Promise<Reference[]> {
  const meeting = sql`lower(concat_ws(' ', current.meeting ->> 'bodyName', to_char(current.meeting_date, 'FMDD FMMonth YYYY')))`
  const patterns = asked.map((word) => `%${word.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`)}%`)
  const all = (text: ReturnType<typeof sql>) => sql.join(patterns.map((pattern) => sql`${text} like ${pattern}`), sql` and `)
  const found = sql<Found>`((select current.body, current.meeting ->> 'bodyName' as body_name, current.meeting_date, null::integer as number, null::text as title
      from published.current_meetings as current where ${all(meeting)} order by current.meeting_date desc limit ${mostOfAKind})
    union all
    (select current.body, current.meeting ->> 'bodyName', current.meeting_date, (item.said ->> 'number')::integer, item.said ->> 'title'
      from published.current_meetings as current cross join lateral jsonb_array_elements(current.meeting -> 'items') as item (said)
      where ${all(sql`lower(concat_ws(' ', item.said ->> 'title', ${meeting}))`)}
        and item.said -> 'standing' is null
      order by current.meeting_date desc, (item.said ->> 'number')::integer limit ${mostOfAKind}))`
  const rows = await reader.tables<MeetingsTables>().selectFrom(found.as('found')).selectAll('found').execute()
  return rows.map(({ body, body_name, meeting_date, number, title }) => {
    const address = `/bodies/${body}/${meeting_date}`
    const when = `${body_name}, ${formatDate(meeting_date)}`
    if (number === null) return { kind: 'Meeting', title: when, address }
    return { kind: 'Item', title: `${title ?? ''} (${when}, item ${number})`, address: `${address}/items/${number}` }
  })
}

/** The Markdown of a reference. */
export function referenceLine({ title, address }: Reference): string {
  return `[${title.replaceAll(/[[\]\\]/g, (mark) => `\\${mark}`)}](${address})`
}
