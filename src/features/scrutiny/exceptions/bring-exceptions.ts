import { ok, type Outcome } from '#core/outcome.ts'
import type { LocalDate } from '#core/dates.ts'
import { act, type Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import { bodiesWithOpenAgenda, instantOf, publishedMeeting, type FollowAgendas, type MeetingsApp } from '#features/meetings'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { itemOut } from '../groups/agenda/item-out.ts'
import { exceptionsSubject, type Exception } from './exception.ts'
import { bindException, waitingExceptions } from './keep-exceptions.ts'
import { placeExceptions, publishDecided } from './report-exception.ts'

interface ToBring {
  readonly out: readonly (Exception & { readonly meeting: LocalDate })[]
  /** Whose board has another meeting that can take them. */
  readonly missed: readonly Exception[]
}

/**
 * Publishes the exceptions whose agenda is published, and takes on those for which no meeting was planned, or whose meeting was cancelled, went by, or went
 * out without them. Writes nothing where nothing has changed.
 */
export async function bringExceptions(context: Context, app: Pick<MeetingsApp, 'now'>): Promise<Outcome<{ published: number; placed: number }>> {
  const found = await context.database.read(actorKey(context.actor), (reader) => exceptionsToBring(reader, context.today))
  if (found.out.length + found.missed.length === 0) return ok({ published: 0, placed: 0 })
  return act(context, { verb: 'groups.publish', subject: { kind: 'exceptions', id: 'waiting' } }, async (tx) => {
    const toBring = await exceptionsToBring(tx.reader, context.today)
    return ok({ published: toBring.out.length, placed: await bring(tx, toBring, context.today, instantOf(context.today, app.now())) })
  })
}

/** The same for one board, in the deed that publishes its agenda, or after which another of its agendas is open. */
export const exceptionsFollowAgendas: FollowAgendas = async (tx, { body, context: { today }, app }) => {
  await bring(tx, await exceptionsToBring(tx.reader, today, body), today, instantOf(today, app.now()))
}

/** Answers how many were put on another agenda. */
async function bring(tx: Transaction, { out, missed }: ToBring, today: LocalDate, at: Date): Promise<number> {
  for (const one of out) {
    await bindException(tx, one.id, { meeting: one.meeting, isOut: true })
    await publishDecided(tx, one, at)
  }
  let placed = 0
  for (const [board, waiting] of Map.groupBy(missed, (one) => one.board)) {
    const meeting = await placeExceptions(tx, board, today)
    if (meeting === undefined) continue
    for (const { id } of waiting) await bindException(tx, id, { meeting, isOut: false })
    placed += waiting.length
  }
  return placed
}

async function exceptionsToBring(reader: Reader, today: LocalDate, ofBoard?: string): Promise<ToBring> {
  const waiting = (await waitingExceptions(reader, ofBoard)).map((kept) => kept.exception)
  const [out, missed]: [(Exception & { meeting: LocalDate })[], Exception[]] = [[], []]
  // A board has one meeting for which something waits, or two.
  for (const group of Map.groupBy(waiting, ({ board, meeting }) => `${board} ${meeting ?? ''}`).values()) {
    const [{ board, meeting } = { board: '', meeting: undefined }] = group
    if (meeting === undefined) missed.push(...group)
    else if ((await itemOut(reader, board, meeting, exceptionsSubject)) !== undefined) out.push(...group.map((one) => ({ ...one, meeting })))
    else if (meeting < today || ((await publishedMeeting(reader, board, meeting))?.meeting.status ?? 'planned') !== 'planned') missed.push(...group)
  }
  const open = await bodiesWithOpenAgenda(reader, missed.map(({ board }) => board), today)
  return { out, missed: missed.filter(({ board }) => open.has(board)) }
}
