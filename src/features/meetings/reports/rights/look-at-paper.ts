import type { Context } from '#access/act.ts'
import { look } from '#access/look.ts'
import type { Outcome } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { openPaper, type OpenPaper } from './open-paper.ts'
import type { PaperRights } from './paper-rights.ts'

type Reading<T> = (reader: Reader, opened: OpenPaper) => Promise<Outcome<T>>

/** Reads something of a paper, as an address names it, for somebody with this right on it. */
export function lookAtPaper<T>(context: Context, id: string | undefined, reading: Reading<T>, wanted: keyof PaperRights = 'read'): Promise<Outcome<T>> {
  const paper = id ?? ''
  return look(context, { verb: 'reports.read', subject: { kind: 'paper', id: paper } }, async (reader) => {
    const opened = await openPaper(reader, context.actor, paper, wanted)
    return opened.ok ? reading(reader, opened.value) : opened
  })
}
