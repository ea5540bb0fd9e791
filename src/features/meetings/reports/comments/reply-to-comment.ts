import type { Context } from '#access/act.ts'
import type { PersonId } from '#access/actor.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import { isRecordId } from '../rights/record-id.ts'
import { actOnPaper } from '../rights/act-on-paper.ts'
import type { OpenPaper } from '../rights/open-paper.ts'
import type { CommentId, ReportsTables } from '../tables.ts'
import { longestComment } from './comment-on-paper.ts'
import { tellOfComments } from './tell-of-comments.ts'
import { toldOfReply } from './told-of-reply.ts'

interface NewReply {
  readonly paper: string
  readonly comment: string
  readonly words: string
  readonly at: Date
  readonly origin: string
}

/** More than one matter is settled by talking. */
const mostReplies = 50

/** The field of a page in which a comment is answered; each comment has its own. */
export function replyField(comment: string): string {
  return `reply-${comment}`
}

/** Answers a comment that is open. Whoever is answered is told by mail, at most once an hour. */
export function replyToComment(context: Context, reply: NewReply): Promise<Outcome<void>> {
  return actOnPaper(context, { verb: 'reports.comment', paper: reply.paper, wanted: 'comment', detail: { comment: reply.comment, isReply: true } }, async (tx, opened) => {
    const { actor } = context
    if (actor.kind !== 'person') return refuse('not-allowed', 'Replies are signed: sign in to make one.')
    const comment = isRecordId(reply.comment) ? await lockedComment(tx, opened, reply.comment as CommentId) : undefined
    if (comment === undefined) return refuse('not-found', 'There is no such comment.')
    const checked = checkReply(reply)
    if (!checked.ok) return checked
    if (comment.resolved_at !== null) return refuse('not-now', 'The comment was resolved meanwhile. Open it again to reply to it.')
    const tables = tx.tables<ReportsTables>()
    const before = await tables.selectFrom('work.comment_replies as reply').select('reply.by_person').where('reply.comment', '=', comment.id).orderBy('reply.at').limit(mostReplies).execute()
    if (before.length >= mostReplies) return refuse('not-now', `A comment takes at most ${mostReplies} replies. Resolve it, and make a new one of what is left.`)
    await tables.insertInto('work.comment_replies').values({ comment: comment.id, words: reply.words, by_person: actor.person, by_name: actor.name, at: reply.at }).execute()
    const told = toldOfReply(actor.person, [comment.by_person, ...before.map((one) => one.by_person)], opened.item.author)
    return told === undefined ? ok(undefined) : tell(tx, opened, told, reply)
  })
}

/** Locked, so that it is not resolved, nor a reply too many made, at the same moment. */
function lockedComment(tx: Transaction, { id }: OpenPaper, comment: CommentId) {
  return tx
    .tables<ReportsTables>()
    .selectFrom('work.paper_comments as comment')
    .select(['comment.id', 'comment.by_person', 'comment.resolved_at'])
    .where('comment.id', '=', comment)
    .where('comment.paper', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

function checkReply({ comment, words }: NewReply): Outcome<void> {
  const field = replyField(comment)
  if (words === '') return refuse('invalid', '', [{ field, message: 'Write your reply' }])
  return words.length > longestComment ? refuse('invalid', '', [{ field, message: `Shorten your reply to ${longestComment} characters` }]) : ok(undefined)
}

function tell(tx: Transaction, opened: OpenPaper, person: PersonId, { at, origin }: NewReply): Promise<Outcome<void>> {
  return tellOfComments(tx, opened, { person, subject: 'Replies to comments on a report', beginning: 'There are replies to comments on', at, origin })
}
