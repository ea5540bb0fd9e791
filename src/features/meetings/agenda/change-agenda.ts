import { refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import type { WithheldBefore } from '../publishing/withheld-before.ts'
import type { BodyTemplate } from '../templates/body-template.ts'
import { templateOf } from '../templates/keep-template.ts'
import { changeMeeting } from '../work/keep-meeting.ts'
import type { ItemId, MeetingId, MeetingInWork } from '../work/meeting-in-work.ts'
import { meetingInWork } from '../work/read-work.ts'
import { issuedAgenda } from './issued-agenda.ts'
import { retimeAgenda } from './retime-agenda.ts'

/** What every verb of an agenda knows when it begins. */
export interface AgendaInWork {
  readonly meeting: MeetingInWork
  readonly template: BodyTemplate
  /** The numbers on the agenda as it was published; undefined before. */
  readonly issued: ReadonlySet<number> | undefined
  /** What the published agenda says of the items that it withholds. */
  readonly withheldBefore: ReadonlyMap<ItemId, WithheldBefore>
}

/** Facts for the audit: never a title, which may be exempt. */
type Detail = Readonly<Record<string, string | number | boolean>>

/**
 * Changes the agenda of a meeting in one deed: the meeting's revision goes up, the work is done, and the times are worked out anew. Refused where
 * there is no such meeting, where it is cancelled, and where somebody else changes it at the same moment.
 */
export function changeAgenda<T>(
  context: Context,
  app: Pick<MeetingsApp, 'now'>,
  id: MeetingId,
  detail: Detail,
  work: (tx: Transaction, agenda: AgendaInWork) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return act(context, { verb: 'agendas.edit', subject: { kind: 'meeting', id }, detail }, async (tx) => {
    const meeting = await meetingInWork(tx.reader, id)
    if (meeting === undefined) return noMeeting
    if (meeting.facts.status === 'cancelled') return refuse('not-now', 'This meeting is cancelled: its agenda stays as it is.')
    const begun = await changeMeeting(tx, id, meeting.revision, app.now())
    if (!begun.ok) return begun
    const issued = await issuedAgenda(tx.reader, meeting)
    const agenda = { meeting, template: await templateOf(tx.reader, meeting.facts.body), issued: issued?.numbers, withheldBefore: issued?.withheld ?? new Map() }
    const done = await work(tx, agenda)
    if (done.ok) await retimeAgenda(tx, id)
    return done
  })
}

export const noMeeting = refuse('not-found', 'There is no such meeting. It may have been removed: look in the list of meetings.')
export const noItem = refuse('not-found', 'There is no such item. Somebody else may have taken it off the agenda.')
