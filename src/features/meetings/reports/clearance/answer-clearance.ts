import { act, type Context } from '#access/act.ts'
import { emailsOf } from '#access/people.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import type { PaperId } from '../../work/meeting-in-work.ts'
import { paperAddress, paperInMail } from '../mail/paper-in-mail.ts'
import { textDigestOf } from '../report-standing.ts'
import { openPaper } from '../rights/open-paper.ts'
import type { ClearanceId, ReportsTables } from '../tables.ts'
import { clearanceName } from './clearance-words.ts'
import { textStamp } from './text-stamp.ts'

interface Answering {
  readonly paper: string
  readonly clearance: string
  readonly answer: string
  readonly note: string
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
  return act(context, { verb: 'reports.clear', subject: { kind: 'paper', id: answering.paper }, detail: { clearance: answering.clearance, answer: answering.answer } }, async (tx) => {
    const opened = await openPaper(tx.reader, context.actor, answering.paper, 'read')
    if (!opened.ok) return opened
    const checked = checkAnswer(answering)
    if (!checked.ok) return checked
    const asked = await askedOf(tx, context, opened.value.id, answering.clearance)
    if (!asked.ok) return asked
    const digest = await textDigestOf(tx.reader, opened.value.id)
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
    const text = `${officer} (${clearanceName(asked.value.kind).toLowerCase()}) ${done} ${await paperInMail(tx.reader, opened.value)}.\n\nRead the answer: ${paperAddress(answering.origin, opened.value.id, '/clearance')}\n`
    return queueMail(tx, { to: email, subject: isCleared ? 'Your report is cleared' : 'Your report comes back from clearance', text })
  })
}

function checkAnswer({ answer, note }: Answering): Outcome<void> {
  if (answer !== 'cleared' && answer !== 'returned') return refuse('invalid', '', [{ field: 'answer', message: 'Say whether you clear the report or return it' }])
  if (answer === 'returned' && note === '') return refuse('invalid', '', [{ field: 'note', message: 'Say what must be put right' }])
  return note.length > 4000 ? refuse('invalid', '', [{ field: 'note', message: 'Shorten your note to 4000 characters' }]) : ok(undefined)
}

async function askedOf(tx: Transaction, { actor }: Context, paper: PaperId, id: string) {
  const person = actor.kind === 'person' && /^[0-9a-f-]{36}$/i.test(id) ? actor.person : undefined
  if (person === undefined) return notAsked
  const row = await tx
    .tables<ReportsTables>()
    .selectFrom('work.clearances as asked')
    .select(['asked.id', 'asked.kind', 'asked.state', 'asked.asked_by'])
    .where('asked.id', '=', id as ClearanceId)
    .where('asked.paper', '=', paper)
    .where('asked.officer', '=', person)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return notAsked
  return row.state === 'asked' ? ok(row) : refuse('not-now', 'You have answered already. The author can ask you again.')
}

const notAsked = refuse('not-allowed', 'Only the officer who was asked can clear this report.')
