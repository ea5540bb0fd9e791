import type { Context } from '#access/act.ts'
import { emailsOf } from '#access/people.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import type { PaperId } from '../../work/meeting-in-work.ts'
import { paperAddress, paperInMail } from '../mail/paper-in-mail.ts'
import { textDigestOf } from '../report-standing.ts'
import { actOnPaper } from '../rights/act-on-paper.ts'
import { isRecordId } from '../rights/record-id.ts'
import type { ClearanceId, ReportsTables } from '../tables.ts'
import { clearanceName } from './clearance-words.ts'
import { textStamp } from './text-stamp.ts'

interface Answering {
  readonly paper: string
  readonly clearance: string
  readonly answer: string
  readonly note: string
  /** What the form calls the two. */
  readonly fields?: { readonly answer: string; readonly note: string }
  /** Of the text that the officer read: `textStamp`. */
  readonly stamp: string
  readonly at: Date
  readonly origin: string
}

/**
 * Clears a report, or returns it with a note: by the officer who was asked, for the text that this officer read. Whoever asked is told. Refused as a
 * conflict where the text has gone on since the officer opened it.
 */
export function answerClearance(context: Context, answering: Answering): Promise<Outcome<void>> {
  return actOnPaper(context, { verb: 'reports.clear', paper: answering.paper, wanted: 'read', detail: { clearance: answering.clearance, answer: answering.answer } }, async (tx, opened) => {
    const checked = checkAnswer(answering)
    if (!checked.ok) return checked
    const asked = await askedOf(tx, context, opened.id, answering.clearance)
    if (!asked.ok) return asked
    const digest = await textDigestOf(tx.reader, opened.id)
    if (textStamp(digest) !== answering.stamp) return refuse('conflict', 'The report was changed after you opened this page. Read it as it stands now, then answer. Your note is still here.')
    const isCleared = answering.answer === 'cleared'
    await tx
      .tables<ReportsTables>()
      .updateTable('work.clearances')
      .set({ state: isCleared ? 'cleared' : 'returned', answered_at: answering.at, note: answering.note === '' ? null : answering.note, text_cleared: isCleared ? JSON.stringify(digest) : null })
      .where('work.clearances.id', '=', asked.value.id)
      .execute()
    const email = (await emailsOf(tx.reader, [asked.value.asked_by])).get(asked.value.asked_by)
    if (email === undefined) return ok(undefined)
    const officer = context.actor.kind === 'person' ? context.actor.name : ''
    const done = isCleared ? 'has cleared' : 'returns'
    const text = `${officer} (${clearanceName(asked.value.kind).toLowerCase()}) ${done} ${await paperInMail(tx.reader, opened)}.\n\nRead the answer: ${paperAddress(answering.origin, opened.id, '/clearance')}\n`
    return queueMail(tx, { to: email, subject: isCleared ? 'Your report is cleared' : 'Your report comes back from clearance', text })
  })
}

function checkAnswer({ answer, note, fields = { answer: 'answer', note: 'note' } }: Answering): Outcome<void> {
  if (answer !== 'cleared' && answer !== 'returned') return refuse('invalid', '', [{ field: fields.answer, message: 'Say whether you clear the report or return it' }])
  if (answer === 'returned' && note === '') return refuse('invalid', '', [{ field: fields.note, message: 'Say what must be put right' }])
  return note.length > 4000 ? refuse('invalid', '', [{ field: fields.note, message: 'Shorten your note to 4000 characters' }]) : ok(undefined)
}

async function askedOf(tx: Transaction, { actor }: Context, paper: PaperId, id: string) {
  if (actor.kind !== 'person' || !isRecordId(id)) return notAsked
  const row = await tx
    .tables<ReportsTables>()
    .selectFrom('work.clearances as asked')
    .select(['asked.id', 'asked.kind', 'asked.state', 'asked.asked_by'])
    .where('asked.id', '=', id as ClearanceId)
    .where('asked.paper', '=', paper)
    .where('asked.officer', '=', actor.person)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return notAsked
  return row.state === 'asked' ? ok(row) : refuse('not-now', 'You have answered already. The author can ask you again.')
}

const notAsked = refuse('not-allowed', 'Only the officer who was asked can clear this report.')
