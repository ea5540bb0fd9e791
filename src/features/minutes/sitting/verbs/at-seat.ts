import { keptOutWords } from '#features/bodies'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Happening } from '../happening.ts'
import type { Addition } from '../keep-log.ts'
import { whyNotPreside } from '../may-preside.ts'
import { outForEarlier } from '../out-for-earlier.ts'
import type { SeatNow, Sitting } from '../sitting-now.ts'
import { maySubstitute, whoMaySit } from '../substitutes.ts'
import type { SeatDeed, Wish } from './wish.ts'

/** What a button beside a seat adds; nothing where it is so already. */
export function atSeat(sitting: Sitting, key: string, does: SeatDeed): Outcome<Addition[]> {
  const one = sitting.seats.find(({ seat }) => seat.key === key)
  const holder = one?.seat.membership.person
  if (one === undefined || holder === undefined) return refuse('conflict', 'This seat is vacant, or no longer in the body’s record. Look at the members of the body.')
  if ((does === 'present' || does === 'remote') && sitting.keptOut.has(holder)) return refuse('invalid', `${keptOutWords(holder, sitting.day)} Where they answer questions, add them to those in attendance; where they have left the cabinet, change its members first.`)
  const unable = does === 'chair' && one.where.is === 'there' ? whyNotPreside(sitting, { ...one, where: one.where }) : undefined
  if (unable !== undefined) return refuse('invalid', `${unable} Choose somebody else for the chair.`)
  const what = happeningAt(one, holder, does)
  return what.ok ? ok(what.value === undefined ? [] : [{ item: sitting.item, what: what.value }]) : what
}

function happeningAt({ seat, where, hasApologised }: SeatNow, holder: string, does: SeatDeed): Outcome<Happening | undefined> {
  const key = seat.key
  switch (does) {
    case 'present':
    case 'remote': {
      const remotely = does === 'remote'
      const isSo = where.is === 'there' && where.person === holder && where.remotely === remotely
      return ok(isSo ? undefined : { kind: 'arrives', seat: key, person: holder, asSubstitute: false, remotely })
    }
    case 'apologies':
      if (where.is === 'there' && !where.asSubstitute) return refuse('conflict', `${holder} is recorded as there. If that is wrong, take that line back; if they go now, press “Leaves”.`)
      return ok(hasApologised ? undefined : { kind: 'apologises', seat: key })
    case 'leaves':
    case 'leaves-for-interest':
      if (where.is === 'out') return ok(undefined)
      return where.is === 'there' ? ok({ kind: 'leaves', seat: key, forInterest: does === 'leaves-for-interest' }) : refuse('conflict', `${holder} is not in the room, so cannot leave it.`)
    case 'returns':
      if (where.is === 'there') return ok(undefined)
      return where.is === 'out' ? ok({ kind: 'returns', seat: key }) : refuse('conflict', `${holder} was not in the room before, so does not return. Press “Present”.`)
    case 'chair':
      return where.is === 'there' ? ok({ kind: 'chairs', seat: key }) : refuse('conflict', `${holder} is not in the room, so cannot take the chair.`)
  }
}

/** A substitute takes the seat; of a holder who was not there before, apologies are recorded with it. */
export function substituted(sitting: Sitting, { seat: key, person: typed }: Extract<Wish, { does: 'substitute' }>): Outcome<Addition[]> {
  const one = sitting.seats.find(({ seat }) => seat.key === key)
  if (one === undefined) return refuse('conflict', 'This seat is no longer in the body’s record. Look at the members of the body.')
  const person = whoMaySit(sitting, one.seat).find((name) => name.toLowerCase() === typed.toLowerCase()) ?? typed
  if (one.where.is === 'there' && one.where.person === person) return ok([])
  const may = maySubstitute(sitting, one, person)
  if (!may.ok) return may
  const apologies: Addition[] = one.where.is === 'unknown' ? [{ item: sitting.item, what: { kind: 'apologises', seat: key } }] : []
  return ok([...apologies, { item: sitting.item, what: { kind: 'arrives', seat: key, person, asSubstitute: true, remotely: false } }])
}

/** Everybody of whom nothing is recorded yet is there, save who may not sit here. */
export function everybody(sitting: Sitting): Outcome<Addition[]> {
  return ok(
    sitting.seats.flatMap(({ seat, where }): Addition[] => {
      const { person } = seat.membership
      return where.is !== 'unknown' || person === undefined || sitting.keptOut.has(person) ? [] : [{ item: sitting.item, what: { kind: 'arrives', seat: seat.key, person, asSubstitute: false, remotely: false } }]
    }),
  )
}

/** Everybody who left for an interest in an earlier item and has none in this one is back. */
export function allBack(sitting: Sitting): Outcome<Addition[]> {
  return ok(outForEarlier(sitting).map(({ seat }) => ({ item: sitting.item, what: { kind: 'returns', seat: seat.key } })))
}
