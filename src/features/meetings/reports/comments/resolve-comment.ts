import { act, type Context } from '#access/act.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { openPaper } from '../rights/open-paper.ts'
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
  return act(context, { verb: 'reports.comment', subject: { kind: 'paper', id: paper }, detail: { comment, isResolved } }, async (tx) => {
    const opened = await openPaper(tx.reader, context.actor, paper, 'comment')
    if (!opened.ok) return opened
    const { actor } = context
    if (actor.kind !== 'person' || !/^[0-9a-f-]{36}$/i.test(comment)) return noSuchComment
    const row = await tx
      .tables<ReportsTables>()
      .updateTable('work.paper_comments')
      .set(isResolved ? { resolved_by: actor.name, resolved_at: at } : { resolved_by: null, resolved_at: null })
      .where('work.paper_comments.id', '=', comment as CommentId)
      .where('work.paper_comments.paper', '=', opened.value.id)
      .$if(!opened.value.rights.write, (query) => query.where('work.paper_comments.by_person', '=', actor.person))
      .returning('work.paper_comments.id')
      .executeTakeFirst()
    return row === undefined ? noSuchComment : ok(undefined)
  })
}

const noSuchComment = refuse('not-found', 'There is no such comment that you may resolve.')
