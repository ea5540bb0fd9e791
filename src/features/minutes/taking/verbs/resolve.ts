import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { formatDate } from '#core/date-words.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { bodyNames } from '#features/bodies'
import { isWithheldItem, type MeetingInWork } from '#features/meetings'
import { notAPersonsName } from '../../not-a-persons-name.ts'
import { isPresided } from '../../sitting/in-the-chair.ts'
import { mayTakeItem } from '../../sitting/reached.ts'
import { sittingFacts } from '../../sitting/read-sitting.ts'
import { sittingFrom, type SittingFacts } from '../../sitting/sitting-from.ts'
import { mayDecide, mayResolve, type Sitting } from '../../sitting/sitting-now.ts'
import { decides, needsChair, type Resolution, type ResolutionId } from '../record/resolution.ts'
import { uuidOf } from '../record/resolution-id.ts'
import { voteFaults } from '../record/vote-faults.ts'
import { changeResolution, deleteResolution, ensureMinute, insertResolution } from '../work/keep-minutes.ts'
import type { ResolutionInWork } from '../work/minutes-in-work.ts'
import { take, type AtItem, type Place } from './take.ts'

/** What became of a resolution that was sent. */
export interface Added {
  readonly id: ResolutionId
  /** The same form was sent before: the resolution stands once. */
  readonly isAgain: boolean
}

/** Adds a resolution to the minute of an item, after the others; a form that is sent twice, known by its `sending`, adds it once. Refused as `checked` says. */
export function addResolution(context: Context, place: Place, resolution: Resolution, at: Date, sending: string = randomUUID()): Promise<Outcome<Added>> {
  const id = idOf(sending, place, resolution)
  return take(context, place, at, { kind: resolution.kind }, async (tx, found): Promise<Outcome<Added>> => {
    if (found.minutes.resolutions.get(found.item.number)?.some((one) => one.id === id) === true) return ok({ id, isAgain: true })
    const able = await checked(tx, found, resolution)
    if (!able.ok) return able
    const where = { meeting: found.meeting.id, item: found.item.number, by: found.by, at }
    await ensureMinute(tx, { ...where, body: found.meeting.facts.body })
    return ok({ id: await insertResolution(tx, { ...where, resolution: able.value, id }), isAgain: false })
  })
}

/** What is typed into the same form after it was sent is another resolution. */
function idOf(sending: string, { meeting, item }: Place, resolution: Resolution): ResolutionId {
  return uuidOf(JSON.stringify([sending, meeting, item, resolution])) as ResolutionId
}

/** Which resolution, as the officer saw it. */
export interface ResolutionSeen extends Place {
  readonly id: string
  readonly basedOn: number
}

/**
 * Changes a resolution, its vote included; what stands so already, as after a button that was pressed twice, stays as it is. Refused as a conflict where somebody
 * else changed it since, and as `checked` says.
 */
export function changeResolved(context: Context, { id, basedOn, ...place }: ResolutionSeen, resolution: Resolution, at: Date): Promise<Outcome<void>> {
  return take(context, place, at, { kind: resolution.kind }, async (tx, found): Promise<Outcome<void>> => {
    const standing = found.minutes.resolutions.get(found.item.number)?.find((one) => one.id === id)
    if (standing === undefined) return gone
    found.tell({ resolution: standing.id })
    const able = await checked(tx, found, resolution)
    if (able.ok && saysTheSame(standing, able.value)) return ok(undefined)
    if (standing.revision !== basedOn) return changedMeanwhile
    if (!able.ok) return able
    const isSaved = await changeResolution(tx, { id: standing.id, resolution: able.value, basedOn, by: found.by, at })
    return isSaved ? ok(undefined) : changedMeanwhile
  })
}

function saysTheSame({ id: _id, item: _item, place: _place, revision: _revision, ...standing }: ResolutionInWork, said: Resolution): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(standing)), JSON.parse(JSON.stringify(said)))
}

/** Takes a resolution out; those after it take the letters before them. */
export function removeResolution(context: Context, { id, basedOn, ...place }: ResolutionSeen, at: Date): Promise<Outcome<void>> {
  return take(context, place, at, {}, async (tx, found): Promise<Outcome<void>> => {
    const standing = found.minutes.resolutions.get(found.item.number)?.find((one) => one.id === id)
    if (standing === undefined) return gone
    found.tell({ removed: standing.id })
    return (await deleteResolution(tx, { id: standing.id, basedOn })) ? ok(undefined) : changedMeanwhile
  })
}

export const gone = refuse('not-found', 'This resolution is not in the minute any more: somebody took it out. Open the minutes again.')
const changedMeanwhile = refuse('conflict', 'Somebody else changed this resolution while you had it open, so nothing was saved. It stands below the form as it is now. What you typed is still here.')

/**
 * A resolution that can stand: the meeting has come to its item; there is a quorum in it, and for one that decides somebody in the chair; a vote needs those who may vote on it, and must have gone the way that is minuted.
 * Nothing is asked by a day before the meeting, or of somebody by their name. Of an item that is open nothing is withheld. A body that is asked by its name is known by its address.
 */
async function checked(tx: Transaction, { meeting, item }: AtItem, resolution: Resolution): Promise<Outcome<Resolution>> {
  const facts = await factsOf(tx.reader, meeting)
  const sitting = sittingFrom(facts, item.number)
  const able = mayStand(meeting, facts, sitting, resolution)
  if (!able.ok) return able
  const { whom, due } = resolution
  const { date } = meeting.facts
  if (due !== undefined && due < date) return refuse('invalid', '', [{ field: 'due', found: due, message: `This day is before the meeting of ${formatDate(date)}: give the day by which it is to be done or answered` }])
  const person = whom === undefined ? undefined : await notAPersonsName(tx.reader, whom.name)
  if (person !== undefined) return refuse('invalid', '', [{ field: 'whom', found: whom?.name ?? '', message: person }])
  const votes = voteFaults(resolution, sitting)
  if (votes.length > 0) return refuse('invalid', 'This vote cannot stand as it is recorded.', votes)
  const names = whom === undefined || whom.body !== undefined ? new Map<string, string>() : await bodyNames(tx.reader)
  const named = [...names].find(([, name]) => name.toLowerCase() === whom?.name.toLowerCase())
  return ok({
    ...resolution,
    withheld: resolution.withheld && isWithheldItem(item.facts),
    ...(named === undefined || whom === undefined ? {} : { whom: { ...whom, body: named[0] } }),
  })
}

async function factsOf(reader: Reader, { id, facts }: MeetingInWork): Promise<SittingFacts> {
  const found = await sittingFacts(reader, id, facts)
  if (found === undefined) throw new Error(`There is no meeting ${id} of a published body`)
  return found
}

/** The meeting has come to the item; there is a quorum in it, and where something is decided or voted on somebody in the chair. */
function mayStand({ facts: { status } }: MeetingInWork, { log }: SittingFacts, sitting: Sitting, resolution: Resolution): Outcome<void> {
  const isAhead = status === 'planned' || status === 'agenda-published'
  if (isAhead && sitting.opened === undefined) return refuse('not-now', 'This meeting has not been opened, so it has resolved nothing. Open it on its attendance page first.')
  const taken = mayTakeItem(log, sitting.item)
  const quorate = !taken.ok ? taken : decides(resolution.kind) ? mayDecide(sitting) : mayResolve(sitting)
  return quorate.ok && needsChair(resolution) ? isPresided(sitting) : quorate
}
