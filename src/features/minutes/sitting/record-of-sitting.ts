import { given } from '#core/given.ts'
import type { Reader } from '#platform/database/database.ts'
import { isWithheld, meetingInWork, type MeetingId, type MeetingInWork } from '#features/meetings'
import { standing } from './happening.ts'
import type { PublishedSitting } from './published-sitting.ts'
import { sittingFacts } from './read-sitting.ts'
import { seatsOn, type Seat } from './seats.ts'
import { leftDuring } from './must-leave.ts'
import { sittingFrom, type SittingFacts } from './sitting-from.ts'
import type { Attendance } from './sitting-file.ts'
import { remoteRule } from './remote-attendance.ts'
import { sittingOnFile } from './sitting-on-file.ts'
import type { DeclaredNow } from './sitting-now.ts'
import { inOrder } from './timeline.ts'
import { follow } from './whereabouts.ts'

/**
 * What is published of a sitting with its minutes: presence with seat and capacity, in and out by item, apologies, substitutes, who was in attendance, what was
 * declared and what followed, the whip. The details of a sensitive interest, and the words of a declaration against an item that is not open, are not in it.
 * Undefined where nothing is recorded.
 */
export async function recordOfSitting(reader: Reader, id: MeetingId): Promise<PublishedSitting | undefined> {
  const meeting = await meetingInWork(reader, id)
  const facts = meeting && (await sittingFacts(reader, id, meeting.facts))
  return meeting === undefined || facts === undefined ? undefined : publishedFrom(facts, meeting)
}

/** The same from what is read already. Apologies of somebody who came all the same are not in it: their presence says from which item. */
export function publishedFrom(facts: SittingFacts, meeting: Pick<MeetingInWork, 'facts' | 'items'>): PublishedSitting | undefined {
  const seats = seatsOn(facts.body, facts.day)
  const onFile = sittingOnFile(seats, facts.log)
  if (onFile?.attendance === undefined) return undefined
  const { opened, closed, present, apologies, inAttendance } = onFile.attendance
  return {
    ...given('opened', opened),
    ...given('closed', closed),
    ...given('presiding', follow(seats, inOrder(standing(facts.log))).chairs?.person ?? sitterOf(present, onFile.attendance.chair) ?? presiding(facts, seats, present)),
    present: present.map(({ member, substitute, remote, arrived, out }) => ({ ...(substitute === undefined ? holds(seats, member) : sitsFor(seats, member, substitute)), remote, ...given('arrived', arrived), out })),
    apologies: apologies.filter((member) => !present.some((one) => one.member === member && one.substitute === undefined)).map((member) => ({ ...seated(seats, member), ...given('substitute', present.find((one) => one.member === member)?.substitute) })),
    inAttendance,
    declarations: standing(facts.log).flatMap(({ id, what }) => (what.kind === 'declares' ? declared(facts, meeting, id, what.declaration.item) : [])),
    whips: onFile.whips,
  }
}

function seated(seats: readonly Seat[], member: string) {
  const membership = seats.find((seat) => seat.membership.person === member)?.membership
  return { name: member, seat: membership?.seat ?? '', organisation: membership?.organisation ?? '' }
}

function holds(seats: readonly Seat[], member: string) {
  return { ...seated(seats, member), capacity: capacityOf(seats, member) }
}

/** A substitute takes the member's place and vote, and not their office: nobody is chair or vice-chair for another (Local Government Act 1972, Schedule 12, paragraph 5). */
function sitsFor(seats: readonly Seat[], member: string, substitute: string) {
  const capacity = capacityOf(seats, member)
  return { ...seated(seats, member), name: substitute, seat: `Substitute for ${member}`, capacity: capacity === 'chair' || capacity === 'vice-chair' ? ('voting' as const) : capacity, substituteFor: member }
}

/** Who sat in the seat that was recorded in the chair: its holder, or their substitute. */
function sitterOf(present: Attendance['present'], holder: string | undefined): string | undefined {
  const sitter = present.find(({ member }) => member === holder)
  return sitter?.substitute ?? holder
}

/** The chair where they were there themselves, and not remotely where that is no presence, else the vice-chair. */
function presiding({ body, day }: SittingFacts, seats: readonly Seat[], present: Attendance['present']): string | undefined {
  const remote = remoteRule(body.kind, day)
  const there = (capacity: string) => present.find((one) => one.substitute === undefined && (remote.counts || !one.remote) && capacityOf(seats, one.member) === capacity)?.member
  return there('chair') ?? there('vice-chair')
}

function capacityOf(seats: readonly Seat[], member: string) {
  return seats.find((seat) => seat.membership.person === member)?.membership.capacity ?? 'invited'
}

function declared(facts: SittingFacts, { facts: meeting, items }: Pick<MeetingInWork, 'facts' | 'items'>, id: DeclaredNow['id'], number: number): PublishedSitting['declarations'] {
  const sitting = sittingFrom(facts, number)
  const item = items.find((one) => one.number === number)
  const isOpen = item === undefined || !isWithheld(meeting, item.facts)
  const here = sitting.declarations.find((one) => one.id === id)
  if (here === undefined) return []
  const { declaration, follows } = here
  const left = sitting.seats.some(({ seat, where }) => (where.is === 'out' && where.person === declaration.member) || (where.is === 'there' && where.person === declaration.member && leftDuring(facts, seat.key, number)))
  return [{
    item: number,
    member: declaration.member,
    nature: declaration.nature,
    ...given('words', isOpen ? (declaration.sensitive ? 'a sensitive interest' : declaration.words) : undefined),
    follows: follows.why,
    left,
  }]
}
