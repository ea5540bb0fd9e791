import { act, type Context, type Deed } from '#access/act.ts'
import type { Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import { openPaper, type OpenPaper } from './open-paper.ts'
import type { PaperRights } from './paper-rights.ts'

interface PaperDeed {
  readonly verb: 'reports.write' | 'reports.comment' | 'reports.clear'
  /** As an address or a form names it. */
  readonly paper: string
  /** The right on this paper that the deed needs. */
  readonly wanted: keyof PaperRights
  readonly detail: NonNullable<Deed['detail']>
}

/** Does a deed to a paper, for somebody with the right to it on this very paper: `act`, with the paper found in the same transaction. */
export function actOnPaper<T>(context: Context, { verb, paper, wanted, detail }: PaperDeed, work: (tx: Transaction, opened: OpenPaper) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  return act(context, { verb, subject: { kind: 'paper', id: paper }, detail }, async (tx) => {
    const opened = await openPaper(tx.reader, context.actor, paper, wanted)
    return opened.ok ? work(tx, opened.value) : opened
  })
}
