import type { ItemFacts, MeetingFacts } from '../../work/meeting-in-work.ts'
import { clearanceName } from '../clearance/clearance-words.ts'
import type { Clearance, ReportStanding } from '../report-standing.ts'

export interface OnAgenda {
  readonly status: MeetingFacts['status']
  /** The agenda says that the report comes later. */
  readonly toFollow: boolean
  /** The report, or its whole item, was withdrawn after it had been published. */
  readonly isWithdrawn: boolean
}

/** What the agenda says of a report. */
export function onAgenda(meeting: Pick<MeetingFacts, 'status'>, item: Pick<ItemFacts, 'toFollow' | 'withdrawn' | 'withdrawnPapers'>): OnAgenda {
  const isWithdrawn = item.withdrawn !== undefined || item.withdrawnPapers?.some(({ paper }) => paper === 'report') === true
  return { status: meeting.status, toFollow: item.toFollow, isWithdrawn }
}

type Handed = Pick<ReportStanding, 'state' | 'handedInAt' | 'returnedWith' | 'clearances'>

/** Whether somebody still writes the report: until its agenda is published, and after that where it is to follow, was never begun or was returned. */
export function isAwaited({ status, toFollow, isWithdrawn }: OnAgenda, { state }: Pick<Handed, 'state'>): boolean {
  return !isWithdrawn && (status === 'planned' || toFollow || state === 'not-begun' || state === 'returned')
}

/** Why a report came back. */
export interface Returned {
  /** "finance (Fay Finance)", "a scrutiny officer". */
  readonly by: string
  readonly note: string
  readonly isFromClearance: boolean
}

/** Who gave the report back since it was handed in last, each with the note. */
export function returnsOf({ state, handedInAt, returnedWith, clearances }: Handed): Returned[] {
  const fromOfficer = state === 'returned' ? [{ by: 'a scrutiny officer', note: returnedWith ?? '', isFromClearance: false }] : []
  const fromClearance = clearances
    .filter((one) => one.state === 'returned' && (handedInAt === undefined || one.at > handedInAt))
    .map((one: Clearance) => ({ by: `${clearanceName(one.kind).toLowerCase()} (${one.officer})`, note: one.note ?? '', isFromClearance: true }))
  return [...fromOfficer, ...fromClearance]
}

/** Whether the author has something to do: to write, or to put right what came back. */
export function waitsForAuthor(agenda: OnAgenda, standing: Handed): boolean {
  return !agenda.isWithdrawn && (returnsOf(standing).length > 0 || (isAwaited(agenda, standing) && standing.state !== 'handed-in'))
}
