import { parseDate, type LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import type { Reader } from '#platform/database/database.ts'
import type { PersonId } from '#access/actor.ts'
import { touchedInterests, type TouchedItem } from '#features/interests'
import { membersWithAccounts } from '#features/bodies'
import { meetingIdOn, meetingInWork, openMeeting, publishedMeeting, type MeetingFacts, type MeetingId, type PublishedMeeting } from '#features/meetings'
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
  /** What of their own interests the agenda mentions, as they may read it: for their eyes alone. */
  readonly touched: readonly TouchedItem[]
}

/** What is done to the meeting of an address, for the audit: nothing else that an address says. */
export function meetingAsked(body: string, day: string): { readonly kind: string; readonly id: string } {
  return { kind: 'meeting', id: /^[a-z0-9-]{1,200}$/.test(body) && parseDate(day) !== undefined ? `${body}/${day}` : 'no such meeting' }
}

const noMeeting = refuse('not-found', 'No agenda of this body is published for this day, so there is no item to declare against.')

/** The meeting of the address for a member of its body. Refused for anybody without a seat there on the day, and once the meeting has begun. */
export async function ownView(reader: Reader, context: Context, body: string, day: string): Promise<Outcome<OwnView>> {
  const { actor, today } = context
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
  return ok({ id, member: seat.name, meeting, facts, declared, touched: await touchedHere(reader, context, actor.person, { body, date }) })
}

/** Looked for in the agenda as this member may read it, and nowhere else. */
async function touchedHere(reader: Reader, context: Context, person: PersonId, at: { readonly body: string; readonly date: LocalDate }): Promise<readonly TouchedItem[]> {
  const opened = await openMeeting(reader, context, at)
  if (!opened.ok) return []
  const items = opened.value.meeting.items.filter(({ withdrawn }) => withdrawn === undefined)
  return touchedInterests(reader, { person }, items.map((item) => ({ ...item, papers: [...item.papers, ...item.withheld], on: at.date })))
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
