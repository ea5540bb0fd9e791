import { sql } from 'kysely'
import { given } from '#core/given.ts'
import type { Reader } from '#platform/database/database.ts'
import type { PublicationTables } from '../../publication/tables.ts'
import type { ReportFrame } from '../../record/report-file.ts'
import type { MeetingsTables } from '../../tables.ts'
import { paperSlug } from '../../work/draft-of-meeting.ts'
import type { OpenPaper } from '../rights/open-paper.ts'
import type { PublishedText } from './report-readiness.ts'

/** What stands published of a paper, for the public or for members only; undefined where the version that stands does not hold it. One query. */
export async function publishedText(reader: Reader, { item, meeting: { facts }, ...paper }: OpenPaper): Promise<PublishedText | undefined> {
  const slug = paperSlug(item.number, paper)
  const row = await reader
    .tables<MeetingsTables & PublicationTables>()
    .selectFrom('published.current_meetings as standing')
    .leftJoin('published.papers as open', (join) =>
      join.onRef('open.body', '=', 'standing.body').onRef('open.meeting_date', '=', 'standing.meeting_date').onRef('open.version', '=', 'standing.version').on('open.paper', '=', slug),
    )
    .leftJoin('work.issued_papers as withheld', (join) =>
      join.onRef('withheld.body', '=', 'standing.body').onRef('withheld.meeting_date', '=', 'standing.meeting_date').onRef('withheld.version', '=', 'standing.version').on('withheld.paper', '=', slug),
    )
    .select([
      sql<ReportFrame | null>`coalesce(open.frame, withheld.frame)`.as('frame'),
      // Null where neither is there.
      sql<boolean | null>`jsonb_array_length(coalesce(open.blocks, withheld.blocks)) > 0`.as('has_text'),
    ])
    .where('standing.body', '=', facts.body)
    .where('standing.meeting_date', '=', facts.date)
    .executeTakeFirst()
  if (row === undefined || row.has_text === null) return undefined
  return { ...given('frame', row.frame), hasText: row.has_text }
}
