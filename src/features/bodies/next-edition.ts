import { refuse, type Outcome } from '#core/outcome.ts'
import type { LocalDate } from '#core/dates.ts'
import { act, type Context } from '#access/act.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { isUniqueViolation } from '#platform/database/sql-errors.ts'
import type { Body } from './body.ts'
import { keptBodies, publishBodies, saveBodies } from './store.ts'

/** What becomes of a body as it is kept, on this day. */
type Change = (body: Body, today: LocalDate, reader: Reader) => Outcome<Body> | Promise<Outcome<Body>>

/**
 * Changes a body and publishes its next edition at once; `detail` says in the audit what was changed. Refused for a body that is not there, and as a
 * conflict where two officers change it at the same moment.
 */
export async function changeBody(context: Context, slug: string, detail: Readonly<Record<string, string>>, change: Change): Promise<Outcome<void>> {
  const deed = { verb: 'bodies.edit-members', subject: { kind: 'body', id: slug.slice(0, 200) }, detail }
  try {
    return await act(context, deed, async (tx) => {
      const body = (await keptBodies(tx.reader)).find((one) => one.slug === slug)
      if (body === undefined) return refuse('not-found', 'There is no body of this name.')
      const next = await change(body, context.today, tx.reader)
      return next.ok ? publishNext(tx, next.value) : next
    })
  } catch (error) {
    // Two officers at the same moment: the edition is published once.
    if (isUniqueViolation(error)) return refuse('conflict', 'Somebody else changed this body at the same moment. What you typed is still here: save again.')
    throw error
  }
}

/** What the last edition corrected is said of that one alone. */
async function publishNext(tx: Transaction, { correction: _correction, ...next }: Body): Promise<Outcome<void>> {
  await saveBodies(tx, [next])
  await publishBodies(tx, [next])
  return { ok: true, value: undefined }
}
