import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { TakingTables } from '../tables.ts'
import { meetingNamed, subjectOf } from '../work/minutable.ts'
import { seriesOf } from '../work/read-minutes.ts'

/** Sets the number with which the minutes of a body begin here. Refused once some of its minutes are circulated, whose numbers are fixed. */
export function setFirstNumber(context: Context, meeting: string, typed: string): Promise<Outcome<void>> {
  const deed = { verb: 'minutes.publish', subject: subjectOf(meeting), detail: { turn: 'numbered' } }
  return act(context, deed, async (tx): Promise<Outcome<void>> => {
    const found = await meetingNamed(tx.reader, meeting)
    if (!found.ok) return found
    if (!/^[1-9]\d{0,5}$/.test(typed)) return refuse('invalid', '', [{ field: 'first', found: typed.slice(0, 40), message: 'Give a whole number from 1 to 999999' }])
    const { body } = found.value.facts
    const series = await seriesOf(tx.reader, body)
    if (series.meetings.some(({ fixed }) => fixed.size > 0)) return refuse('not-now', 'Minutes of this body are circulated already: their numbers are fixed, and the next ones go on from them.')
    const first = Number(typed)
    await tx
      .tables<TakingTables>()
      .insertInto('work.minute_series')
      .values({ body, first })
      .onConflict((on) => on.columns(['council', 'body'] as never).doUpdateSet({ first }))
      .execute()
    return ok(undefined)
  })
}
