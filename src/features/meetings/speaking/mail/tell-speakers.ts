import { ok, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import type { MeetingId } from '../../work/meeting-in-work.ts'
import type { SpeakingTables } from '../tables.ts'

/**
 * Tells everybody who asked to speak at a meeting, and was neither declined nor withdrew, what becomes of it: that it is moved, cancelled or adjourned.
 * In the deed's own transaction; answers how many are told.
 */
export async function tellSpeakers(tx: Transaction, meeting: MeetingId, subject: string, lines: readonly string[]): Promise<Outcome<number>> {
  const rows = await tx
    .tables<SpeakingTables>()
    .selectFrom('work.speaking_requests as request')
    .select(['request.email', 'request.reference'])
    .where('request.meeting', '=', meeting)
    .where('request.state', 'in', ['asked', 'accepted'])
    .orderBy('request.asked_at')
    .execute()
  for (const { email, reference } of rows) {
    if (email === null) continue
    const text = `${[...lines, '', `This message was sent because you asked to speak at this meeting (reference ${reference}).`].join('\n')}\n`
    const queued = await queueMail(tx, { to: email, subject: subject.replaceAll(/\s+/g, ' ').slice(0, 200), text })
    if (!queued.ok) return queued
  }
  return ok(rows.length)
}
