import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import type { QuorumFinding } from '#features/bodies'
import type { ItemFacts, MeetingFacts } from '#features/meetings'

/** What was confirmed at an item: the minutes of an earlier meeting. */
export interface ConfirmedHere {
  readonly date: LocalDate
  readonly amended?: string
}

/** What minutes say of the meeting as a whole by themselves: why its agenda was late (Local Government Act 1972 s100B(4)), which day it goes on from, and to which it was adjourned. */
export function saidOfMeeting({ lateReason, resumedFrom, resumesOn }: Pick<MeetingFacts, 'lateReason' | 'resumedFrom' | 'resumesOn'>): string[] {
  return [
    ...(lateReason === undefined ? [] : [`The agenda was published later than five clear working days before the meeting. The Chair’s reason for urgency: ${lateReason}`]),
    ...(resumedFrom === undefined ? [] : [`The meeting went on from ${formatDate(resumedFrom)}, when it was adjourned.`]),
    ...(resumesOn === undefined ? [] : [`The meeting was adjourned to ${formatDate(resumesOn)}.`]),
  ]
}

/** What the record of the meeting knows of an item. */
interface SaidBesides {
  readonly isPublicExcluded: boolean
  readonly confirmed: readonly ConfirmedHere[]
  /** The meeting ended before it came to it. */
  readonly isNotReached?: boolean
  /** The day on which the adjourned meeting takes it up. */
  readonly carriedOverTo?: LocalDate
  /** There was a quorum at some time in it. */
  readonly wasQuorate?: boolean
  /** Undefined where the body's record states none, or no attendance is recorded. */
  readonly quorum?: QuorumFinding
}

/**
 * What the minute of an item says by itself: why a late item was urgent (Local Government Act 1972 s100B(4)), under which paragraph the public was excluded
 * (s100A(4) and (5): the resolution names the part of the meeting and the paragraph) or had to be (s100A(2)), that it was carried over or not reached, that
 * there was no quorum, and which minutes were confirmed.
 */
export function saidOfItem(item: Pick<ItemFacts, 'lateReason' | 'exempt' | 'confidential' | 'withdrawn'>, more: SaidBesides): string[] {
  const { lateReason, exempt, confidential, withdrawn } = item
  return [
    ...(withdrawn === undefined ? [] : ['This item was withdrawn.']),
    ...(lateReason === undefined ? [] : [`The Chair was of the opinion that this item, which was not on the agenda as published, should be taken as a matter of urgency, because of these special circumstances: ${lateReason}`]),
    ...(exempt === undefined || !more.isPublicExcluded ? [] : [excluded(exempt.paragraph)]),
    ...(confidential ? ['The public was excluded during this item, because confidential information would otherwise have been disclosed (Local Government Act 1972, section 100A(2)).'] : []),
    ...(withdrawn === undefined ? notTaken(more) : []),
    ...(more.quorum === undefined || more.quorum.met || withdrawn !== undefined || isSaidOtherwise(more) ? [] : [withoutQuorum(more.quorum, more.wasQuorate === true)]),
    ...more.confirmed.map(confirmedInWords),
  ]
}

/** Nobody asks for a quorum in an item that was not taken; of one that was begun and goes on another day it is said where it was lost. */
function isSaidOtherwise({ isNotReached, carriedOverTo, wasQuorate }: SaidBesides): boolean {
  return isNotReached === true || (carriedOverTo !== undefined && wasQuorate !== true)
}

function notTaken({ isNotReached, carriedOverTo }: SaidBesides): string[] {
  if (carriedOverTo !== undefined) return [`Carried over to ${formatDate(carriedOverTo)}.`]
  return isNotReached === true ? ['Not reached.'] : []
}

function withoutQuorum({ counted, needed, missing }: QuorumFinding, wasQuorate: boolean): string {
  const finding = `${counted} counted of ${needed} needed; missing ${missing.join(' and ')}`
  return wasQuorate ? `The quorum was lost during this item (${finding}), so that the body could decide nothing further in it.` : `There was no quorum during this item (${finding}), so that the body could not decide in it.`
}

function excluded(paragraph: number): string {
  return `RESOLVED under section 100A(4) of the Local Government Act 1972 that the public be excluded during this item, because exempt information as defined in paragraph ${paragraph} of Part 1 of Schedule 12A to the Act was likely to be disclosed, and the public interest in keeping it outweighed the public interest in disclosing it.`
}

function confirmedInWords({ date, amended }: ConfirmedHere): string {
  const minutes = `The minutes of the meeting of ${formatDate(date)} were confirmed as a correct record`
  return amended === undefined ? `${minutes}.` : `${minutes}, with this amendment: ${amended}`
}

/** Why a part of a minute is not published, in the words of the law. */
export function whyWithheld({ exempt, confidential }: Pick<ItemFacts, 'exempt' | 'confidential'>): string | undefined {
  if (exempt !== undefined) return `A part of this minute is not published: it is exempt under paragraph ${exempt.paragraph} of Part 1 of Schedule 12A to the Local Government Act 1972.`
  return confidential ? 'A part of this minute is not published: it is confidential (Local Government Act 1972, section 100A(2)).' : undefined
}
