import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { meetingIdOn, meetingInWork, meetingsInList, type MeetingStatus } from '#features/meetings'
import type { Action, Step } from './action.ts'

/** A body said something at a meeting that is recorded as held; what is adjourned was held as far as it came. */
export const heldStatuses: readonly MeetingStatus[] = ['held', 'adjourned', 'minutes-draft', 'minutes-confirmed']

const mostOffered = 24

/** The held meetings of its body at which what was last reported could be closed, the latest first. */
export async function meetingsToClose(reader: Reader, { body, on, chain }: Pick<Action, 'body' | 'on' | 'chain'>): Promise<LocalDate[]> {
  return heldMeetings(reader, { body, from: lastDay({ on, chain }) })
}

/** The days on which a body met, from a day on, by the record: the latest first. */
export async function heldMeetings(reader: Reader, filter: { readonly body: string; readonly from: LocalDate }): Promise<LocalDate[]> {
  const met = await meetingsInList(reader, { ...filter, order: 'last-to-first', limit: 100 })
  return met.filter(({ status }) => heldStatuses.includes(status)).slice(0, mostOffered).map(({ date }) => date)
}

/** The day of the step that was taken last, or on which it was asked: nothing comes before it. */
export function lastDay({ on, chain }: Pick<Action, 'on' | 'chain'>): LocalDate {
  return chain.findLast(({ step }) => step.what !== 'corrected')?.step.on ?? on
}

/**
 * Only the body closes what it asked: at a meeting that is recorded as held, and for what satisfied it, which is not the same as what whoever was asked reports. Where it is kept
 * open at a meeting, the same is asked of that meeting.
 */
export async function saidByTheBody(reader: Reader, { body, chain }: Pick<Action, 'body' | 'chain'>, step: Step): Promise<Outcome<void>> {
  if ((step.what !== 'closed' && step.what !== 'kept-open') || step.meeting === undefined) return ok(undefined)
  if (step.what === 'closed' && chain.some((before) => isSame(reportedIn(before.step), step.evidence))) {
    return refuse('invalid', '', [{ field: 'evidence', found: step.evidence.slice(0, 100), message: 'These are the words of whoever answered. Say what satisfied the body' }])
  }
  const message = await notHeldOn(reader, body, step.meeting)
  return message === undefined ? ok(undefined) : refuse('invalid', '', [{ field: 'meeting', found: step.meeting, message }])
}

/** Why a body cannot have said something at a meeting of that day, by the record; undefined where it met. */
export async function notHeldOn(reader: Reader, body: string, day: LocalDate): Promise<string | undefined> {
  const id = await meetingIdOn(reader, body, day)
  const meeting = id === undefined ? undefined : await meetingInWork(reader, id)
  if (meeting === undefined) return `The record has no meeting of this body on ${formatDate(day)}. Give the day on which it met`
  return heldStatuses.includes(meeting.facts.status) ? undefined : `It is not recorded that the meeting of ${formatDate(day)} was held. Record that first: open and close it on its attendance page`
}

function reportedIn(step: Step): string {
  return step.what === 'done' ? step.evidence : step.what === 'answered' ? step.response : step.what === 'progress' ? step.words : ''
}

function isSame(one: string, other: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return one !== '' && plain(one) === plain(other)
}
