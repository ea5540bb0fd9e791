import type { Reader } from '#platform/database/database.ts'
import type { CommentId, ReportsTables } from '../tables.ts'

export interface CommentReply {
  readonly comment: CommentId
  readonly words: string
  readonly by: string
  readonly at: Date
}

/** What was answered to these comments, from the oldest. */
export async function repliesOf(reader: Reader, comments: readonly CommentId[]): Promise<CommentReply[]> {
  if (comments.length === 0) return []
  return reader
    .tables<ReportsTables>()
    .selectFrom('work.comment_replies as reply')
    .select(['reply.comment', 'reply.words', 'reply.by_name as by', 'reply.at'])
    .where('reply.comment', 'in', comments)
    .orderBy('reply.at')
    .execute()
}
