import { formatDate } from '#core/date-words.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import type { Transaction } from '#platform/database/database.ts'
import { bodyNames } from '#features/bodies'
import { isWithheldItem } from '#features/meetings'
import { castingVote } from '../../sitting/casting-vote.ts'
import { sittingAt } from '../../sitting/read-sitting.ts'
import { mayDecide } from '../../sitting/sitting-now.ts'
import { whoMayVote } from '../../sitting/who-may-vote.ts'
import { decides, type Resolution, type ResolutionId } from '../record/resolution.ts'
import { checkVote, isCarried } from '../record/vote.ts'
import { changeResolution, deleteResolution, ensureMinute, insertResolution } from '../work/keep-minutes.ts'
import { take, type AtItem, type Place } from './take.ts'

/** Adds a resolution to the minute of an item, after the others. Refused as `checked` says. */
export function addResolution(context: Context, place: Place, resolution: Resolution, at: Date): Promise<Outcome<ResolutionId>> {
  return take(context, place, at, { kind: resolution.kind }, async (tx, found) => {
    const able = await checked(tx, found, resolution)
    if (!able.ok) return able
    const where = { meeting: found.meeting.id, item: found.item.number, by: found.by, at }
    await ensureMinute(tx, { ...where, body: found.meeting.facts.body })
    return ok(await insertResolution(tx, { ...where, resolution: able.value }))
  })
}

/** Which resolution, as the officer saw it. */
export interface ResolutionSeen extends Place {
  readonly id: string
  readonly basedOn: number
}

/** Changes a resolution, its vote included. Refused as a conflict where somebody else changed it since, and as `checked` says. */
export function changeResolved(context: Context, { id, basedOn, ...place }: ResolutionSeen, resolution: Resolution, at: Date): Promise<Outcome<void>> {
  return take(context, place, at, { kind: resolution.kind }, async (tx, found): Promise<Outcome<void>> => {
    const standing = found.minutes.resolutions.get(found.item.number)?.find((one) => one.id === id)
    if (standing === undefined) return gone
    if (standing.revision !== basedOn) return changedMeanwhile
    const able = await checked(tx, found, resolution)
    if (!able.ok) return able
    const isSaved = await changeResolution(tx, { id: standing.id, resolution: able.value, basedOn, by: found.by, at })
    return isSaved ? ok(undefined) : changedMeanwhile
  })
}

/** Takes a resolution out; those after it take the letters before them. */
export function removeResolution(context: Context, { id, basedOn, ...place }: ResolutionSeen, at: Date): Promise<Outcome<void>> {
  return take(context, place, at, { removed: id.slice(0, 40) }, async (tx, found): Promise<Outcome<void>> => {
    const standing = found.minutes.resolutions.get(found.item.number)?.find((one) => one.id === id)
    if (standing === undefined) return gone
    return (await deleteResolution(tx, { id: standing.id, basedOn })) ? ok(undefined) : changedMeanwhile
  })
}

export const gone = refuse('not-found', 'This resolution is not in the minute any more: somebody took it out. Open the minutes again.')
const changedMeanwhile = refuse('conflict', 'Somebody else changed this resolution while you had it open, so nothing was saved. It stands below the form as it is now. What you typed is still here.')

/**
 * A resolution that can stand: one that decides needs a quorum in its item; a vote needs those who may vote on it, and must have gone the way that is minuted.
 * Nothing is asked by a day before the meeting. Of an item that is open nothing is withheld. A body that is asked by its name is known by its address.
 */
async function checked(tx: Transaction, { meeting, item }: AtItem, resolution: Resolution): Promise<Outcome<Resolution>> {
  const sitting = await sittingAt(tx.reader, meeting.id, item.number)
  const quorate = decides(resolution.kind) ? mayDecide(sitting) : ok(undefined)
  if (!quorate.ok) return quorate
  const { vote, whom, due } = resolution
  const { date } = meeting.facts
  if (due !== undefined && due < date) return refuse('invalid', '', [{ field: 'due', found: due, message: `This day is before the meeting of ${formatDate(date)}: give the day by which it is to be done or answered` }])
  if (vote !== undefined) {
    const taken = checkVote(vote, { voters: whoMayVote(sitting), casting: castingVote(sitting, vote), isNotAgreed: resolution.kind === 'not-agreed' })
    if (!taken.ok) return taken
    const wrongWay = outcomeFault(resolution)
    if (wrongWay !== undefined) return refuse('invalid', 'This vote cannot stand as it is recorded.', [wrongWay])
  }
  const names = whom === undefined || whom.body !== undefined ? new Map<string, string>() : await bodyNames(tx.reader)
  const named = [...names].find(([, name]) => name.toLowerCase() === whom?.name.toLowerCase())
  return ok({
    ...resolution,
    withheld: resolution.withheld && isWithheldItem(item.facts),
    ...(named === undefined || whom === undefined ? {} : { whom: { ...whom, body: named[0] } }),
  })
}

/** What was put and lost is minuted as not agreed, and nothing else is. */
function outcomeFault({ kind, vote }: Resolution): Fault | undefined {
  if (vote === undefined) return undefined
  const carried = isCarried(vote)
  if (kind !== 'not-agreed' && carried !== true) return { field: 'kind', message: `The vote was ${vote.for} for and ${vote.against} against: what was put is not carried. Record it as “not agreed”` }
  if (kind === 'not-agreed' && carried === true) return { field: 'kind', message: `The vote was ${vote.for} for and ${vote.against} against: what was put is carried. Choose what was resolved` }
  return undefined
}
