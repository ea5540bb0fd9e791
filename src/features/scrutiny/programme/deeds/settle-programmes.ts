import { ok, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { MeetingsApp } from '#features/meetings'
import { holdProgramme, programmesAt } from '../store/read-programmes.ts'
import { changeHeld } from './change-programme.ts'

/**
 * Once an hour: entries follow meetings that moved, those of cancelled meetings come back to be placed, and what is due goes on the agendas that are
 * open. Programmes whose year is over stay as they are.
 */
export function settleProgrammes(context: Context, app: Pick<MeetingsApp, 'now'>): Promise<Outcome<{ placed: number }>> {
  return act(context, { verb: 'programme.settle', subject: { kind: 'work-programme', id: 'all' } }, async (tx) => {
    let placed = 0
    for (const { body, year } of await programmesAt(tx.reader, context.today)) {
      const kept = await holdProgramme(tx, { body, year })
      if (kept === undefined) continue
      const settled = await changeHeld(tx, context, app, kept, ({ programme }) => ok({ programme, changes: [] }))
      if (!settled.ok) return settled
      placed += settled.value.onAgendas.length
    }
    return ok({ placed })
  })
}
