import { ok, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import { instantOf, type MeetingsApp } from '#features/meetings'
import type { Reader } from '#platform/database/database.ts'
import { forgetMailTo } from '#platform/mail/forget-mail-to.ts'
import type { AlertsTables } from '../tables.ts'

const day = 24 * 3600_000
/** As the letter promises it. */
const daysUnconfirmed = 7
/** News older than this cannot come again, and nobody opens a letter that is older. */
const daysTold = 400

/** Forgets who asked for news and never said that it was they, and from which network anybody asked a day ago; writes nothing where nobody is to be forgotten. */
export async function forgetReaders(context: Context, app: Pick<MeetingsApp, 'now'>): Promise<Outcome<{ forgotten: number }>> {
  const at = instantOf(context.today, app.now())
  if (!(await context.database.read(actorKey(context.actor), (reader) => isAnythingOld(reader, at)))) return ok({ forgotten: 0 })
  return act(context, { verb: 'alerts.send', subject: { kind: 'alert', id: 'forgotten' } }, async (tx) => {
    const tables = tx.tables<AlertsTables>()
    const forgotten = await tables.deleteFrom('work.alert_readers').where('work.alert_readers.confirmed_at', 'is', null).where('work.alert_readers.asked_at', '<=', before(at, daysUnconfirmed)).returning('work.alert_readers.email').execute()
    await forgetMailTo(tx, forgotten.map(({ email }) => email), '/alerts/confirm/')
    await tables.updateTable('work.alert_readers').set({ network: null }).where('work.alert_readers.network', 'is not', null).where('work.alert_readers.asked_at', '<=', before(at, 1)).execute()
    await tables.deleteFrom('work.alert_told').where('work.alert_told.at', '<=', before(at, daysTold)).execute()
    await tables.deleteFrom('work.alert_stops').where('work.alert_stops.at', '<=', before(at, daysTold)).execute()
    return ok({ forgotten: forgotten.length })
  })
}

async function isAnythingOld(reader: Reader, at: Date): Promise<boolean> {
  const row = await reader
    .tables<AlertsTables>()
    .selectFrom('work.alert_readers as reader')
    .select('reader.id')
    .where((where) => where.or([where.and([where('reader.confirmed_at', 'is', null), where('reader.asked_at', '<=', before(at, daysUnconfirmed))]), where.and([where('reader.network', 'is not', null), where('reader.asked_at', '<=', before(at, 1))])]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

function before(at: Date, days: number): Date {
  return new Date(at.getTime() - days * day)
}
