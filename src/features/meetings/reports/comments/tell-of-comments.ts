import type { PersonId } from '#access/actor.ts'
import { emailsOf } from '#access/people.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import { paperAddress, paperInMail } from '../mail/paper-in-mail.ts'
import type { OpenPaper } from '../rights/open-paper.ts'
import type { ReportsTables } from '../tables.ts'
import { nextTelling } from './next-telling.ts'

interface Telling {
  readonly person: PersonId
  readonly subject: string
  /** "There are new comments on". */
  readonly beginning: string
  readonly at: Date
  readonly origin: string
}

/** Tells somebody by mail of comments on a paper, at most once an hour; somebody without an account is not told. */
export async function tellOfComments(tx: Transaction, opened: OpenPaper, { person, subject, beginning, at, origin }: Telling): Promise<Outcome<void>> {
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
  const text = `${beginning} ${await paperInMail(tx.reader, opened)}.\n\nRead them: ${paperAddress(origin, opened.id, '/comments')}\n\nYou are told of comments at most once an hour.\n`
  return queueMail(tx, { to: email, subject, text }, when)
}
