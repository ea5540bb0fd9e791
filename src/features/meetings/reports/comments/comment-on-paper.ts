import type { Context } from '#access/act.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import { reportPartNames, type ReportPartName } from '../../record/report-parts.ts'
import { actOnPaper } from '../rights/act-on-paper.ts'
import type { OpenPaper } from '../rights/open-paper.ts'
import { standingPart } from '../saving/save-section.ts'
import { partInWords } from '../saving/part-words.ts'
import type { ReportsTables } from '../tables.ts'
import { tellOfComments } from './tell-of-comments.ts'

interface NewComment {
  readonly paper: string
  readonly part: string
  /** The words of the part that it speaks of; empty where it speaks of the whole. */
  readonly quote: string
  readonly words: string
  readonly at: Date
  readonly origin: string
}

/** Of a comment and of a reply, in characters. */
export const longestComment = 4000
const longestQuote = 500

/** Remarks on a part of a paper or on words in it; the author is told by mail, at most once an hour. */
export function commentOnPaper(context: Context, comment: NewComment): Promise<Outcome<void>> {
  return actOnPaper(context, { verb: 'reports.comment', paper: comment.paper, wanted: 'comment', detail: { part: comment.part } }, async (tx, opened) => {
    if (context.actor.kind !== 'person') return refuse('not-allowed', 'Comments are signed: sign in to make one.')
    const part = reportPartNames.find((name) => name === comment.part)
    if (part === undefined) return refuse('invalid', 'Say on which part of the report you comment.', [{ field: 'part', message: 'Choose a part of the report' }])
    const checked = await checkWords(tx, opened, part, comment)
    if (!checked.ok) return checked
    const { person, name } = context.actor
    const quote = comment.quote === '' ? null : comment.quote
    await tx
      .tables<ReportsTables>()
      .insertInto('work.paper_comments')
      .values({ paper: opened.id, part, quote, words: comment.words, by_person: person, by_name: name, at: comment.at, resolved_by: null, resolved_at: null })
      .execute()
    const { author } = opened.item
    if (author === undefined || author === person) return ok(undefined)
    return tellOfComments(tx, opened, { person: author, subject: 'New comments on your report', beginning: 'There are new comments on', at: comment.at, origin: comment.origin })
  })
}

async function checkWords(tx: Transaction, { id }: OpenPaper, part: ReportPartName, { words, quote }: NewComment): Promise<Outcome<void>> {
  if (words === '') return refuse('invalid', '', [{ field: 'comment', message: 'Write your comment' }])
  if (words.length > longestComment) return refuse('invalid', '', [{ field: 'comment', message: `Shorten your comment to ${longestComment} characters` }])
  if (quote === '') return ok(undefined)
  if (quote.length > longestQuote) return refuse('invalid', '', [{ field: 'quote', message: `Quote at most ${longestQuote} characters` }])
  const standing = await standingPart(tx.reader, id, part)
  const text = partInWords(part, standing?.content)
  return holds(text, quote) ? ok(undefined) : refuse('invalid', '', [{ field: 'quote', message: 'Quote words that stand in this part, exactly as they stand there' }])
}

/** Whether the text holds these words, whatever stands between them: the preview shows neither line ends nor marks. */
function holds(text: string, quote: string): boolean {
  const plain = (given: string) => given.replaceAll(/[*_`[\]()#>|\\]|\s+/g, ' ').replaceAll(/\s+/g, ' ').trim()
  return plain(text).includes(plain(quote))
}
