import { parseDate, type LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import type { Reader } from '#platform/database/database.ts'
import { membersWithAccounts } from '#features/bodies'
import { meetingIdOn, meetingInWork, publishedMeeting, type MeetingFacts, type MeetingId, type PublishedMeeting } from '#features/meetings'
import { sittingFacts } from '../sitting/read-sitting.ts'
import { mayRecord } from '../sitting/may-record.ts'
import { sittingFrom, type SittingFacts } from '../sitting/sitting-from.ts'
import type { DeclaredNow } from '../sitting/sitting-now.ts'

/** What a member of a body sees who declares ahead of one of its meetings. */
export interface OwnView {
  readonly id: MeetingId
  /** As the body's record has it. */
  readonly member: string
  /** As it is published: an item that is not open stands under what the public may read of it. */
  readonly meeting: PublishedMeeting
  readonly facts: SittingFacts
  /** What they declared already. */
  readonly declared: readonly DeclaredNow[]
}

const noMeeting = refuse('not-found', 'No agenda of this body is published for this day, so there is no item to declare against.')

/** The meeting of the address for a member of its body. Refused for anybody without a seat there on the day, and once the meeting has begun. */
export async function ownView(reader: Reader, { actor, today }: Context, body: string, day: string): Promise<Outcome<OwnView>> {
  const date = parseDate(day)
  if (date === undefined || actor.kind !== 'person') return noMeeting
  const seat = (await membersWithAccounts(reader, body, date)).find(({ person }) => person === actor.person)
  if (seat === undefined) return refuse('not-allowed', 'Only a member of this body declares here, for their own seat. An officer records what others declare at the meeting.')
  const found = await atDay(reader, body, date)
  if (found === undefined) return noMeeting
  const may = mayRecord(found.work, today, 'ahead')
  if (!may.ok) return may
  const { facts, meeting, id } = found
  const { opened } = sittingFrom(facts, 'now')
  if (opened !== undefined || date < today) return refuse('not-now', 'The meeting has begun. Declare the interest there: the officer who takes the minutes records it.')
  const declared = meeting.items.flatMap(({ number }) => sittingFrom(facts, number).declarations.filter(({ declaration }) => declaration.member === seat.name))
  return ok({ id, member: seat.name, meeting, facts, declared })
}

interface AtDay {
  readonly id: MeetingId
  readonly work: MeetingFacts
  readonly meeting: PublishedMeeting
  readonly facts: SittingFacts
}

async function atDay(reader: Reader, body: string, date: LocalDate): Promise<AtDay | undefined> {
  const id = await meetingIdOn(reader, body, date)
  const work = id && (await meetingInWork(reader, id))
  const published = await publishedMeeting(reader, body, date)
  if (id === undefined || work === undefined || published === undefined || published.meeting.items.length === 0) return undefined
  const facts = await sittingFacts(reader, id, work.facts)
  return facts === undefined ? undefined : { id, work: work.facts, meeting: published.meeting, facts }
}
