import { formatDay } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { Transaction } from '#platform/database/database.ts'
import { publishedBodies, type Body } from '#features/bodies'
import { itemsTimed } from '../agenda/retime-agenda.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { meetingAddress } from '../record/meeting.ts'
import { whenInWords } from '../record/meeting-words.ts'
import type { MeetingsTables } from '../tables.ts'
import type { BodyTemplate } from '../templates/body-template.ts'
import { templateOf } from '../templates/keep-template.ts'
import { templateFacts, templateItems } from '../templates/meeting-from-template.ts'
import { daysLeft, leftInWords } from '../work/days-left.ts'
import type { MeetingFacts, MeetingId } from '../work/meeting-in-work.ts'
import { announce } from './announce.ts'
import { ownBodies } from './calendar.ts'
import { tell, toldOf } from './notices.ts'
import { mostMeetings, type PlanFrame } from './plan.ts'
import { skippedTime, wrongHolidays } from './possible-day.ts'
import { datesInWords, type ProposedTime } from './proposals.ts'
import type { PlannerTables } from './tables.ts'
import { instantOf } from '../speaking/moment.ts'

interface Created {
  readonly meetings: readonly MeetingId[]
  /** How many members are told by e-mail. */
  readonly told: number
}

/**
 * Creates the meetings of a plan, all or none, each with the standing items of the body's template, announces them in the calendar and tells
 * the members who have accounts, each once. Refused as a conflict where the body meets on one of the days already, or moved away from it.
 */
export function createMeetings(context: Context, app: Pick<MeetingsApp, 'now' | 'origin' | 'followAgendas'>, frame: PlanFrame, times: readonly ProposedTime[]): Promise<Outcome<Created>> {
  const deed = {
    verb: 'meetings.plan',
    subject: { kind: 'body', id: frame.body.slice(0, 200) },
    detail: { meetings: times.length, dates: times.map(({ date }) => date).join(' ').slice(0, 700) },
  }
  return act(context, deed, async (tx): Promise<Outcome<Created>> => {
    const wrong = wrongTimes(times, context.today)
    if (wrong.length > 0) return refuse('invalid', '', wrong)
    const body = ownBodies(await publishedBodies(tx.reader), context.today).find(({ slug }) => slug === frame.body)
    if (body === undefined) return refuse('not-found', 'There is no body of this council’s own with that address word. Choose one from the list.')
    const template = await templateOf(tx.reader, body.slug)
    const facts = times.map((proposed) => factsOf(frame, proposed, template, body))
    const meetings = await insertMeetings(tx, facts, frame.minutes, app.now())
    if (!meetings.ok) return meetings
    // Once the rows are in, so that a move at the same moment is seen.
    const left = await daysTaken(tx, body.slug, times)
    if (left.length > 0) return refuse('conflict', 'No meeting was created.', left)
    if (frame.kind !== 'development') await insertItems(tx, meetings.value, times, template)
    for (const each of facts) await announce(tx, each, body, instantOf(context.today, app.now()))
    await app.followAgendas?.(tx, { body: body.slug, context, app })
    const told = await tellMembers(tx, body, facts, app.origin)
    return told.ok ? ok({ meetings: meetings.value.map(({ id }) => id), told: told.value }) : told
  })
}

function wrongTimes(times: readonly ProposedTime[], today: LocalDate): Fault[] {
  if (times.length === 0) return [{ field: 'use-0', message: 'Tick at least one meeting' }]
  if (times.length > mostMeetings) return [{ field: 'use-0', message: `Create at most ${mostMeetings} meetings at a time` }]
  const past = times.filter(({ date }) => date < today).map(({ date }) => ({
    field: date,
    found: date,
    message: `${formatDay(date)} is over: choose a day to come`,
  }))
  const impossible = times.flatMap(({ date, time }) => [...wrongHolidays(date), ...skippedTime(date, time)].map((fault) => ({ ...fault, field: date })))
  const twice = times.filter(({ date }, index) => times.findIndex((other) => other.date === date) !== index)
  return [...past, ...impossible, ...twice.map(({ date }) => ({ field: date, found: date, message: `${formatDay(date)} is named twice: a body meets once a day` }))]
}

/** The days among these that a meeting of the body moved away from. */
async function daysTaken(tx: Transaction, body: string, times: readonly ProposedTime[]): Promise<Fault[]> {
  const dates = times.map(({ date }) => date).toSorted()
  const [from, to] = [dates.at(0), dates.at(-1)]
  if (from === undefined || to === undefined) return []
  const left = await daysLeft(tx.reader, { body, from, to })
  return left.filter(({ date }) => dates.includes(date)).map((day) => ({ field: day.date, found: day.date, message: leftInWords(day) }))
}

function factsOf(frame: PlanFrame, { date, time }: ProposedTime, template: BodyTemplate, body: Body): MeetingFacts {
  const { time: _time, venue: _venue, contact, ...usual } = templateFacts(template, date)
  const isDevelopment = frame.kind === 'development'
  return {
    ...usual,
    ...given('time', time),
    ...given('venue', frame.venue),
    ...given('title', frame.title ?? (isDevelopment ? 'Private development session' : undefined)),
    ...given('contact', contact ?? body.contact),
    public: frame.kind === 'public',
    privateDevelopment: isDevelopment,
    ...(frame.kind === 'public' ? {} : { webcast: false }),
  }
}

interface InsertedMeeting {
  readonly id: MeetingId
  readonly meeting_date: LocalDate
}

async function insertMeetings(tx: Transaction, facts: readonly MeetingFacts[], minutes: number, at: Date): Promise<Outcome<InsertedMeeting[]>> {
  const rows = await tx
    .tables<MeetingsTables & PlannerTables>()
    .insertInto('work.meetings')
    .values(facts.map((each) => ({
      body: each.body,
      meeting_date: each.date,
      facts: JSON.stringify(each),
      fingerprint: null,
      edited_at: at,
      expected_minutes: minutes,
    })))
    .onConflict((conflict) => conflict.columns(['council', 'body', 'meeting_date'] as never).doNothing())
    .returning(['work.meetings.id', 'work.meetings.meeting_date'])
    .execute()
  const taken = facts.filter(({ date }) => !rows.some((row) => row.meeting_date === date))
  if (taken.length === 0) return ok(rows)
  return refuse(
    'conflict',
    `This body has a meeting already on ${datesInWords(taken.map(({ date }) => date))}. Somebody may have planned it while you had this page open. No meeting was created.`,
    taken.map(({ date }) => ({ field: date, found: date, message: `${formatDay(date)}: the body meets on that day already` })),
  )
}

/** The standing items of the template, with the times that follow from their minutes. */
async function insertItems(tx: Transaction, meetings: readonly InsertedMeeting[], times: readonly ProposedTime[], template: BodyTemplate): Promise<void> {
  const items = templateItems(template).map((facts, index) => ({ number: index + 1, facts }))
  const rows = meetings.flatMap(({ id, meeting_date: date }) => {
    const timed = itemsTimed(times.find((one) => one.date === date)?.time, items)
    return timed.map(({ number, facts }) => ({ meeting: id, number, facts: JSON.stringify(facts), author: null }))
  })
  if (rows.length > 0) await tx.tables<MeetingsTables>().insertInto('work.items').values(rows).execute()
}

async function tellMembers(tx: Transaction, body: Body, facts: readonly MeetingFacts[], origin: string): Promise<Outcome<number>> {
  const first = facts[0]
  if (first === undefined) return ok(0)
  const emails = await toldOf(tx.reader, body.slug, first.date)
  const what = first.privateDevelopment ? 'private development sessions' : 'meetings'
  const lines = facts.map((each) => `${[whenInWords(each), ...(each.venue === undefined ? [] : [each.venue])].join(', ')}\n  ${origin}${meetingAddress(each)}`)
  return tell(tx, emails, `Dates of ${what}: ${body.name}`, [`The ${body.name} has these new ${what} in its calendar:`, '', ...lines])
}
