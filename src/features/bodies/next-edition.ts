import { refuse, type Outcome } from '#core/outcome.ts'
import type { LocalDate } from '#core/dates.ts'
import { act, type Context } from '#access/act.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { Body } from './body.ts'
import { holdBodies, keptBodies, publishBodies, saveBodies } from './store.ts'

/** What becomes of a body as it is kept, on this day. */
type Change = (body: Body, today: LocalDate, reader: Reader) => Outcome<Body> | Promise<Outcome<Body>>

/**
 * Changes a body and publishes its next edition at once; `detail` says in the audit what was changed. Of two officers at the same moment the second changes what
 * the first left. Refused for a body that is not there.
 */
export function changeBody(context: Context, slug: string, detail: Readonly<Record<string, string>>, change: Change): Promise<Outcome<void>> {
  const deed = { verb: 'bodies.edit-members', subject: { kind: 'body', id: slug.slice(0, 200) }, detail }
  return act(context, deed, async (tx) => {
    await holdBodies(tx, slug)
    const body = (await keptBodies(tx.reader)).find((one) => one.slug === slug)
    if (body === undefined) return refuse('not-found', 'There is no body of this name.')
    const next = await change(body, context.today, tx.reader)
    return next.ok ? publishNext(tx, next.value) : next
  })
}

/** What the last edition corrected is said of that one alone. */
async function publishNext(tx: Transaction, { correction: _correction, ...next }: Body): Promise<Outcome<void>> {
  await saveBodies(tx, [next])
  await publishBodies(tx, [next])
  return { ok: true, value: undefined }
}
