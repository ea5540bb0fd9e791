import type { Context } from '#access/act.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { actOnPaper } from '../rights/act-on-paper.ts'
import { isRecordId } from '../rights/record-id.ts'
import type { CommentId, ReportsTables } from '../tables.ts'

interface Resolving {
  readonly paper: string
  readonly comment: string
  /** Resolved, or open again. */
  readonly isResolved: boolean
  readonly at: Date
}

/** Marks a comment as resolved, or opens it again: those who write the paper may, and whoever made the comment. */
export function resolveComment(context: Context, { paper, comment, isResolved, at }: Resolving): Promise<Outcome<void>> {
  return actOnPaper(context, { verb: 'reports.comment', paper, wanted: 'comment', detail: { comment, isResolved } }, async (tx, opened) => {
    const { actor } = context
    if (actor.kind !== 'person' || !isRecordId(comment)) return noSuchComment
    const row = await tx
      .tables<ReportsTables>()
      .updateTable('work.paper_comments')
      .set(isResolved ? { resolved_by: actor.name, resolved_at: at } : { resolved_by: null, resolved_at: null })
      .where('work.paper_comments.id', '=', comment as CommentId)
      .where('work.paper_comments.paper', '=', opened.id)
      .$if(!opened.rights.write, (query) => query.where('work.paper_comments.by_person', '=', actor.person))
      .returning('work.paper_comments.id')
      .executeTakeFirst()
    return row === undefined ? noSuchComment : ok(undefined)
  })
}

const noSuchComment = refuse('not-found', 'There is no such comment that you may resolve.')
