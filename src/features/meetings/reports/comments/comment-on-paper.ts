import { act, type Context } from '#access/act.ts'
import type { PersonId } from '#access/actor.ts'
import { emailsOf } from '#access/people.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import { reportPartNames, type ReportPartName } from '../../record/report-parts.ts'
import { paperAddress, paperInMail } from '../mail/paper-in-mail.ts'
import { openPaper, type OpenPaper } from '../rights/open-paper.ts'
import { standingPart } from '../saving/save-section.ts'
import { partInWords } from '../saving/part-words.ts'
import type { ReportsTables } from '../tables.ts'
import { nextTelling } from './next-telling.ts'

interface NewComment {
  readonly paper: string
  readonly part: string
  /** The words of the part that it speaks of; empty where it speaks of the whole. */
  readonly quote: string
  readonly words: string
  readonly at: Date
  readonly origin: string
}

const longest = 4000
const longestQuote = 500

/** Remarks on a part of a paper or on words in it; the author is told by mail, at most once an hour. */
export function commentOnPaper(context: Context, comment: NewComment): Promise<Outcome<void>> {
  return act(context, { verb: 'reports.comment', subject: { kind: 'paper', id: comment.paper }, detail: { part: comment.part } }, async (tx) => {
    const opened = await openPaper(tx.reader, context.actor, comment.paper, 'comment')
    if (!opened.ok) return opened
    if (context.actor.kind !== 'person') return refuse('not-allowed', 'Comments are signed: sign in to make one.')
    const part = reportPartNames.find((name) => name === comment.part)
    if (part === undefined) return refuse('invalid', 'Say on which part of the report you comment.', [{ field: 'part', message: 'Choose a part of the report' }])
    const checked = await checkWords(tx, opened.value, part, comment)
    if (!checked.ok) return checked
    const { person, name } = context.actor
    const quote = comment.quote === '' ? null : comment.quote
    await tx
      .tables<ReportsTables>()
      .insertInto('work.paper_comments')
      .values({ paper: opened.value.id, part, quote, words: comment.words, by_person: person, by_name: name, at: comment.at, resolved_by: null, resolved_at: null })
      .execute()
    const { author } = opened.value.item
    return author === undefined || author === person ? ok(undefined) : tell(tx, opened.value, author, comment)
  })
}

async function checkWords(tx: Transaction, { id }: OpenPaper, part: ReportPartName, { words, quote }: NewComment): Promise<Outcome<void>> {
  if (words === '') return refuse('invalid', '', [{ field: 'comment', message: 'Write your comment' }])
  if (words.length > longest) return refuse('invalid', '', [{ field: 'comment', message: `Shorten your comment to ${longest} characters` }])
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

async function tell(tx: Transaction, opened: OpenPaper, person: PersonId, { at, origin }: NewComment): Promise<Outcome<void>> {
  const email = (await emailsOf(tx.reader, [person])).get(person)
  if (email === undefined) return ok(undefined)
  const tables = tx.tables<ReportsTables>()
  const told = await tables
    .selectFrom('work.paper_tellings as telling')
    .select('telling.told_at')
    .where('telling.paper', '=', opened.id)
    .where('telling.person', '=', person)
    .forUpdate()
    .executeTakeFirst()
  const when = nextTelling(told?.told_at, at)
  if (when === undefined) return ok(undefined)
  await tables
    .insertInto('work.paper_tellings')
    .values({ paper: opened.id, person, told_at: when })
    .onConflict((conflict) => conflict.columns(['council', 'paper', 'person'] as never).doUpdateSet({ told_at: when }))
    .execute()
  const named = await paperInMail(tx.reader, opened)
  const text = `There are new comments on ${named}.\n\nRead them: ${paperAddress(origin, opened.id, '/comments')}\n\nYou are told of comments at most once an hour.\n`
  return queueMail(tx, { to: email, subject: 'New comments on your report', text }, when)
}
