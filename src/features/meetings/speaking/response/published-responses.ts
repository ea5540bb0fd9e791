import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { Block } from '#platform/documents/blocks.ts'
import type { SpeakingTables } from '../tables.ts'

/** A written response to somebody who spoke, as published. */
export interface PublishedResponse {
  /** From 1 for each meeting. */
  readonly number: number
  readonly version: number
  /** What this version corrects. */
  readonly note?: string
  readonly item: { readonly number: number; readonly title: string }
  readonly askedAbout: string
  readonly speaker: string
  readonly blocks: readonly Block[]
  /** An instant, as text. */
  readonly publishedAt: string
}

/** Every version of every response of a meeting, on one item only where it is given: by number, the newest version of each first. */
export async function publishedResponses(reader: Reader, body: string, date: LocalDate, item?: number): Promise<PublishedResponse[]> {
  const rows = await reader
    .tables<SpeakingTables>()
    .selectFrom('published.responses as response')
    .selectAll('response')
    .where('response.body', '=', body)
    .where('response.meeting_date', '=', date)
    .$if(item !== undefined, (query) => query.where('response.item', '=', item ?? 0))
    .orderBy('response.number')
    .orderBy('response.version', 'desc')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    version: row.version,
    ...given('note', row.note),
    item: { number: row.item, title: row.item_title },
    askedAbout: row.asked_about,
    speaker: row.speaker,
    blocks: row.blocks,
    publishedAt: row.published_at.toISOString(),
  }))
}

interface NewResponse extends Pick<PublishedResponse, 'item' | 'askedAbout' | 'speaker' | 'blocks' | 'note'> {
  readonly meeting: { readonly body: string; readonly date: LocalDate }
  /** Of the response that this is a new version of; left out for a new one. */
  readonly number?: number
  /** This moment of the product's day. */
  readonly at: Date
}

/** Publishes a response, or the next version of one; answers its number. The meeting must be held against others who do the same. */
export async function insertResponse(tx: Transaction, { meeting, item, askedAbout, speaker, blocks, note, number, at }: NewResponse): Promise<number> {
  const of = sql`published.responses as other where other.body = ${meeting.body} and other.meeting_date = ${meeting.date}`
  const row = await tx
    .tables<SpeakingTables>()
    .insertInto('published.responses')
    .values({
      body: meeting.body,
      meeting_date: meeting.date,
      number: number ?? sql<number>`(select coalesce(max(other.number), 0) + 1 from ${of})`,
      version: number === undefined ? 1 : sql<number>`(select coalesce(max(other.version), 0) + 1 from ${of} and other.number = ${number})`,
      note: note ?? null,
      item: item.number,
      item_title: item.title,
      asked_about: askedAbout,
      speaker,
      blocks: JSON.stringify(blocks),
      published_at: at,
    })
    .returning('published.responses.number')
    .executeTakeFirstOrThrow()
  return row.number
}
