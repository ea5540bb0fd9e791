import { ok, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { FollowAgendas, MeetingsApp } from '#features/meetings'
import { holdProgramme, programmesAt, type ProgrammeKey } from '../store/read-programmes.ts'
import type { Transaction } from '#platform/database/database.ts'
import { changeHeld } from './change-programme.ts'

/**
 * Once an hour: entries follow meetings that moved, those of cancelled meetings come back to be placed, and what is due goes on the agendas that are
 * open. Programmes whose year is over stay as they are.
 */
export function settleProgrammes(context: Context, app: Pick<MeetingsApp, 'now'>): Promise<Outcome<{ placed: number }>> {
  return act(context, { verb: 'programme.settle', subject: { kind: 'work-programme', id: 'all' } }, async (tx) => {
    let placed = 0
    for (const key of await programmesAt(tx.reader, context.today)) placed += await settle(tx, context, app, key)
    return ok({ placed })
  })
}

/** The same for one body, in the deed that turned its meetings. */
export const programmesFollowAgendas: FollowAgendas = async (tx, { body, context, app }) => {
  for (const key of await programmesAt(tx.reader, context.today, body)) await settle(tx, context, app, key)
}

/** Answers how many items it put on agendas. */
async function settle(tx: Transaction, context: Pick<Context, 'actor' | 'today'>, app: Pick<MeetingsApp, 'now'>, { body, year }: ProgrammeKey): Promise<number> {
  const kept = await holdProgramme(tx, { body, year })
  if (kept === undefined) return 0
  const settled = await changeHeld(tx, context, app, kept, ({ programme }) => ok({ programme, changes: [] }))
  return settled.ok ? settled.value.onAgendas.length : 0
}
