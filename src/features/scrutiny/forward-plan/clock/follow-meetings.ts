import type { LocalDate } from '#core/dates.ts'
import { formatDay } from '#core/date-words.ts'
import { given } from '#core/given.ts'
import type { PlanEntry } from '../entry/plan-entry.ts'
import { whereItEnds, type CalendarPlace } from './where-it-ends.ts'

type Calendar = readonly (CalendarPlace & { readonly body: string })[]

/**
 * An entry whose call-in or referrals follow the meeting of scrutiny on whose agenda they were put: to the day to which it moved, and off one that is cancelled, to be
 * put on another. The same entry where nothing changes: also once it is decided or considered.
 */
export function followMeetings(entry: PlanEntry, calendar: Calendar): PlanEntry {
  const { callIn, referrals, decision } = entry
  const called = callIn === undefined || callIn.considered !== undefined ? callIn : followed(callIn, calendar)
  const referred = decision === undefined ? referrals.map((one) => followed(one, calendar)) : referrals
  const isSame = called === callIn && referred.every((one, place) => one === referrals[place])
  return isSame ? entry : { ...entry, referrals: referred, ...given('callIn', called) }
}

function followed<Placed extends { readonly body: string; readonly meeting?: LocalDate | undefined }>(placed: Placed, calendar: Calendar): Placed {
  const { meeting } = placed
  const last = meeting === undefined ? undefined : whereItEnds(meeting, calendar.filter(({ body }) => body === placed.body))
  if (last === undefined || (last.date === meeting && last.status !== 'cancelled')) return placed
  const { meeting: _before, ...rest } = placed
  return { ...rest, ...(last.status === 'cancelled' ? {} : { meeting: last.date }) } as Placed
}

/** The bodies for whose next agenda something of this entry waits. */
export function bodiesAwaited({ callIn, referrals, decision }: PlanEntry): string[] {
  const waiting = [...(callIn === undefined || callIn.considered !== undefined ? [] : [callIn]), ...(decision === undefined ? referrals : [])]
  return waiting.flatMap(({ body, meeting }) => (meeting === undefined ? [body] : []))
}

/** What became of its meetings, for the history: "Put on the agenda of a meeting of scrutiny, on Wednesday 2 August 2023." */
export function placedWords(before: PlanEntry, after: PlanEntry, names: ReadonlyMap<string, string>): string {
  const was = meetingsOf(before)
  const changed = meetingsOf(after).flatMap(({ body, meeting }, place) => (was[place]?.meeting === meeting ? [] : [{ name: names.get(body) ?? body, meeting, former: was[place]?.meeting }]))
  return changed.map(({ name, meeting, former }) => `${former === undefined ? '' : `The meeting of ${name} on ${formatDay(former)} is moved or cancelled. `}${meeting === undefined ? 'This goes on its next agenda that is planned.' : `Put on the agenda of ${name} for ${formatDay(meeting)}.`}`).join(' ')
}

function meetingsOf({ callIn, referrals }: PlanEntry) {
  return [...referrals, ...(callIn === undefined ? [] : [callIn])]
}
