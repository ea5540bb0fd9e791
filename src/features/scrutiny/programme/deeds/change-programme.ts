import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { Transaction } from '#platform/database/database.ts'
import { instantOf, type MeetingsApp } from '#features/meetings'
import type { Changed } from '../model/changed.ts'
import type { WorkProgramme } from '../model/work-programme.ts'
import { byWhom, saveProgramme } from '../store/keep-programme.ts'
import { holdProgramme, type ProgrammeKey } from '../store/read-programmes.ts'
import { calendarWithAgendas, type MeetingWithAgenda } from './calendar.ts'
import { followAll } from './follow-all.ts'
import { placeOnAgendas, type OnAgenda } from './place-on-agendas.ts'

export const noProgramme = refuse('not-found', 'This body has no work programme of this year. The list of programmes shows those there are.')

/** What a deed is done to: the programme as it stands after what became of its meetings, and the calendar of its year. */
export interface ProgrammeAtHand {
  readonly programme: WorkProgramme
  readonly calendar: readonly MeetingWithAgenda[]
  readonly at: Date
}

export interface Done {
  readonly programme: WorkProgramme
  readonly calendar: readonly MeetingWithAgenda[]
  /** What went on an agenda with it. */
  readonly onAgendas: readonly OnAgenda[]
}

type Work = (found: ProgrammeAtHand, tx: Transaction) => Outcome<Changed> | Promise<Outcome<Changed>>

/** Changes a programme in one deed: entries follow their meetings first; afterwards what is due stands on the open agendas, and the public reads the change. */
export function changeProgramme(context: Context, app: Pick<MeetingsApp, 'now'>, key: ProgrammeKey, work: Work): Promise<Outcome<Done>> {
  return act(context, { verb: 'programme.edit', subject: { kind: 'work-programme', id: `${key.body}/${key.year}` } }, async (tx) => {
    const kept = await holdProgramme(tx, key)
    return kept === undefined ? noProgramme : changeHeld(tx, context, app, kept, work)
  })
}

/** The same within a deed that holds the programme already. */
export async function changeHeld(tx: Transaction, context: Pick<Context, 'actor' | 'today'>, app: Pick<MeetingsApp, 'now'>, kept: WorkProgramme, work: Work): Promise<Outcome<Done>> {
  const at = instantOf(context.today, app.now())
  const calendar = await calendarWithAgendas(tx.reader, kept)
  const followed = followAll(kept, calendar)
  const done = await work({ programme: followed.programme, calendar, at }, tx)
  if (!done.ok) return done
  const changes = [...followed.changes, ...done.value.changes]
  const { programme } = done.value
  if (changes.length > 0) await saveProgramme(tx, { programme, changes }, byWhom(context.actor, at))
  return ok({ programme, calendar, onAgendas: await placeOnAgendas(tx, programme, calendar, { today: context.today, at }) })
}
