import { given } from '#core/given.ts'
import type { PersonId } from '#access/actor.ts'
import type { Reader } from '#platform/database/database.ts'
import type { ReportPartName } from '../../record/report-parts.ts'
import type { PaperId } from '../../work/meeting-in-work.ts'
import type { CommentId, ReportsTables } from '../tables.ts'

export interface PaperComment {
  readonly id: CommentId
  readonly part: ReportPartName
  readonly quote?: string
  readonly words: string
  readonly byPerson: PersonId
  readonly by: string
  readonly at: Date
  readonly resolvedBy?: string
  readonly resolvedAt?: Date
}

const most = 300

/** The comments on a paper: open ones first, each kind from the oldest; at most 300. */
export async function commentsOfPaper(reader: Reader, paper: PaperId): Promise<PaperComment[]> {
  const rows = await reader
    .tables<ReportsTables>()
    .selectFrom('work.paper_comments as comment')
    .selectAll('comment')
    .where('comment.paper', '=', paper)
    .orderBy('comment.resolved_at', (order) => order.asc().nullsFirst())
    .orderBy('comment.at')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    part: row.part,
    ...given('quote', row.quote),
    words: row.words,
    byPerson: row.by_person,
    by: row.by_name,
    at: row.at,
    ...given('resolvedBy', row.resolved_by),
    ...given('resolvedAt', row.resolved_at),
  }))
}
