import { ok, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import { queueMails } from '#platform/mail/queue-mail.ts'
import { mailSubject } from '../../record/mail-words.ts'
import type { MeetingId } from '../../work/meeting-in-work.ts'
import type { SpeakingTables } from '../tables.ts'

/**
 * Tells everybody who asked to speak at a meeting, and was neither declined nor withdrew, what becomes of it: that it is moved, cancelled or adjourned.
 * In the deed's own transaction, one letter to a mailbox however often it asked; answers how many are told.
 */
export async function tellSpeakers(tx: Transaction, meeting: MeetingId, subject: string, lines: readonly string[]): Promise<Outcome<number>> {
  const rows = await tx
    .tables<SpeakingTables>()
    .selectFrom('work.speaking_requests as request')
    .select(['request.email', 'request.mailbox', 'request.reference'])
    .where('request.meeting', '=', meeting)
    .where('request.state', 'in', ['asked', 'accepted'])
    .where('request.email', 'is not', null)
    .$narrowType<{ email: string }>()
    .orderBy('request.asked_at')
    .execute()
  const people = Map.groupBy(rows, ({ mailbox, email }) => mailbox ?? email.toLowerCase())
  const mails = [...people.values()].map((requests) => {
    const why = `This message was sent because you asked to speak at this meeting (${requests.length === 1 ? 'reference' : 'references'} ${requests.map(({ reference }) => reference).join(', ')}).`
    return { to: requests[0]?.email ?? '', subject: mailSubject(subject), text: `${[...lines, '', why].join('\n')}\n` }
  })
  const queued = await queueMails(tx, mails)
  return queued.ok ? ok(people.size) : queued
}
