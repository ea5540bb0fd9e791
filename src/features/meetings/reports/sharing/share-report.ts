import type { Context } from '#access/act.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { PersonId } from '#access/actor.ts'
import type { Reader } from '#platform/database/database.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import type { PaperId } from '../../work/meeting-in-work.ts'
import { paperAddress, paperInMail } from '../mail/paper-in-mail.ts'
import { actOnPaper } from '../rights/act-on-paper.ts'
import { isRecordId } from '../rights/record-id.ts'
import type { ReportsTables } from '../tables.ts'
import { colleaguesWho } from './colleagues.ts'

interface Sharing {
  readonly paper: string
  readonly person: string
  readonly at: Date
  readonly origin: string
}

/** Lets somebody write in a report, and tells them. Only those who may write reports at all can be chosen. */
export function shareReport(context: Context, { paper, person, at, origin }: Sharing): Promise<Outcome<void>> {
  return actOnPaper(context, { verb: 'reports.write', paper, wanted: 'manage', detail: { sharedWith: person } }, async (tx, opened) => {
    const chosen = (await colleaguesWho(tx.reader, context, 'reports.write')).find((one) => one.person === person)
    if (chosen === undefined) return refuse('invalid', '', [{ field: 'person', message: 'Choose somebody with an account that may write reports' }])
    const sharedBy = context.actor.kind === 'person' ? context.actor.name : ''
    const row = await tx
      .tables<ReportsTables>()
      .insertInto('work.paper_writers')
      .values({ paper: opened.id, person: chosen.person, name: chosen.name, shared_by: sharedBy, shared_at: at })
      .onConflict((conflict) => conflict.columns(['council', 'paper', 'person'] as never).doNothing())
      .returning('work.paper_writers.person')
      .executeTakeFirst()
    if (row === undefined) return ok(undefined)
    const named = await paperInMail(tx.reader, opened)
    const text = `${sharedBy} shares ${named} with you: you can write in it.\n\nOpen it: ${paperAddress(origin, opened.id)}\n`
    return queueMail(tx, { to: chosen.email, subject: 'A report is shared with you', text })
  })
}

/** Ends somebody's writing in a report; what they wrote stays. */
export function endSharing(context: Context, { paper, person }: Pick<Sharing, 'paper' | 'person'>): Promise<Outcome<void>> {
  return actOnPaper(context, { verb: 'reports.write', paper, wanted: 'manage', detail: { noLongerSharedWith: person } }, async (tx, opened) => {
    if (!isRecordId(person)) return refuse('not-found', 'The report is not shared with this person.')
    await tx
      .tables<ReportsTables>()
      .deleteFrom('work.paper_writers')
      .where('work.paper_writers.paper', '=', opened.id)
      .where('work.paper_writers.person', '=', person as PersonId)
      .execute()
    return ok(undefined)
  })
}

/** With whom a report is shared, by name. */
export function writersOf(reader: Reader, paper: PaperId) {
  return reader
    .tables<ReportsTables>()
    .selectFrom('work.paper_writers as writer')
    .select(['writer.person', 'writer.name', 'writer.shared_by', 'writer.shared_at'])
    .where('writer.paper', '=', paper)
    .orderBy('writer.name')
    .execute()
}
