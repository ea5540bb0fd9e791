import { given } from '#core/given.ts'
import type { Reader } from '#platform/database/database.ts'
import { isWithheld, meetingInWork, type MeetingId, type MeetingInWork } from '#features/meetings'
import { standing } from './happening.ts'
import type { PublishedSitting } from './published-sitting.ts'
import { sittingFacts } from './read-sitting.ts'
import { seatsOn, type Seat } from './seats.ts'
import { sittingFrom, type SittingFacts } from './sitting-from.ts'
import type { Attendance } from './sitting-file.ts'
import { sittingOnFile } from './sitting-on-file.ts'
import type { DeclaredNow } from './sitting-now.ts'

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
    ...given('presiding', onFile.attendance.chair ?? presiding(seats, present)),
    present: present.map(({ member, substitute, remote, arrived, out }) => {
      const seat = seated(seats, member)
      return { ...seat, name: substitute ?? member, capacity: capacityOf(seats, member), ...(substitute === undefined ? {} : { substituteFor: member }), remote, ...given('arrived', arrived), out }
    }),
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

/** The chair where they were there themselves, else the vice-chair. */
function presiding(seats: readonly Seat[], present: Attendance['present']): string | undefined {
  const there = (capacity: string) => present.find(({ member, substitute }) => substitute === undefined && capacityOf(seats, member) === capacity)?.member
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

/** Somebody left this seat in the item; where they are there at its end, they came back in it. */
function leftDuring({ log }: SittingFacts, seat: string, item: number): boolean {
  return standing(log).some((one) => one.item === item && one.what.kind === 'leaves' && one.what.seat === seat)
}
