import { formatDay } from '#core/date-words.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { addMonths, type LocalDate } from '#core/dates.ts'
import { act, type Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import { bodiesWithOpenAgenda, meetingsInList, placeOnNextAgenda, type FollowAgendas, type MeetingInList, type MeetingsApp } from '#features/meetings'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { bodyNames, publishedBodies } from '#features/bodies'
import { bodiesAwaited, followMeetings, placedWords } from '../clock/follow-meetings.ts'
import type { PlanEntry } from '../entry/plan-entry.ts'
import { expectedOn, referredTitle } from '../entry/words.ts'
import { entriesBeforeScrutiny, entryHeld } from '../store/keep-entry.ts'
import { turnFound, type EntryTurn, type Turning } from './turn-entry.ts'

/** Refers an entry to a scrutiny body, with the reason: it goes on that body's next agenda that is still open, or waits for one. */
export function referEntry(body: string, reason: string): EntryTurn {
  return async (entry, turning) => {
    if (entry.noticed === undefined) return refuse('not-now', 'Publish the entry in the forward plan first.')
    if (entry.decision !== undefined || entry.ended !== undefined) return refuse('not-now', 'This entry is not to be decided any more.')
    const found = (await publishedBodies(turning.tx.reader)).find(({ slug, kind }) => slug === body && (kind.startsWith('scrutiny') || kind === 'health-overview-committee'))
    const faults = [...(found === undefined ? [{ field: 'body', message: 'Choose a scrutiny body' }] : []), ...(reason === '' ? [{ field: 'reason', message: 'Say why it is referred: the public reads it' }] : [])]
    if (found === undefined || faults.length > 0) return refuse('invalid', '', faults)
    if (entry.referrals.some((one) => one.body === body)) return refuse('not-now', `It is referred to the ${found.name} already.`)
    const referrals = [...entry.referrals, { body, on: turning.today, reason }]
    const placed = await placeReferrals({ ...entry, referrals }, turning)
    const meeting = placed.referrals.at(-1)?.meeting
    return ok({ entry: placed, what: `Referred to ${found.name}${meeting === undefined ? '; it goes on the next agenda that is planned' : `, for its meeting on ${formatDay(meeting)}`}.` })
  }
}

/** Puts each referral that has no meeting yet on the next open agenda of its body. */
async function placeReferrals(entry: PlanEntry, { tx, today }: Turning): Promise<PlanEntry> {
  const referrals = []
  for (const referral of entry.referrals) {
    const placed =
      referral.meeting !== undefined || entry.decision !== undefined
        ? undefined
        : await placeOnNextAgenda(tx, { body: referral.body, after: today }, {
            origin: `forward-plan/${entry.reference}`,
            title: referredTitle(entry),
            note: `Referred on ${formatDay(referral.on)}, when the decision was expected ${expectedOn(entry.expected)}. ${referral.reason}`.slice(0, 1000),
            subjects: entry.subjects,
          })
    referrals.push(placed === undefined ? referral : { ...referral, meeting: placed.date })
  }
  return { ...entry, referrals }
}

const mostAtOnce = 500
const mostMeetings = 1000

/** Puts on an agenda what else of an entry waits for one. */
type PlaceOthers = (entry: PlanEntry, turning: Turning) => Promise<PlanEntry>

/** Tries again what waits for a meeting whose agenda is open, and what stood on the agenda of one that moved or was cancelled; `others` places what else of an entry waits. */
export async function placeWaiting(context: Context, app: Pick<MeetingsApp, 'now'>, others: PlaceOthers): Promise<Outcome<{ placed: number }>> {
  const waiting = await context.database.read(actorKey(context.actor), (reader) => entriesToPlace(reader, context.today))
  if (waiting.length === 0) return ok({ placed: 0 })
  return act(context, { verb: 'decisions.place', subject: { kind: 'forward-plan', id: 'waiting' } }, async (tx) => {
    return ok({ placed: await placeEach(tx, waiting, { today: context.today, now: app.now() }, others) })
  })
}

/** The same in the deed after which another agenda of a body is open, or one of its meetings is moved or cancelled. */
export function waitingFollowAgendas(others: PlaceOthers): FollowAgendas {
  return async (tx, { context: { today }, app }) => void (await placeEach(tx, await entriesToPlace(tx.reader, today), { today, now: app.now() }, others))
}

/** The entries of which something can be put on an agenda now, or no longer stands where it was put. Three queries. */
async function entriesToPlace(reader: Reader, today: LocalDate): Promise<string[]> {
  const entries = await entriesBeforeScrutiny(reader, mostAtOnce)
  if (entries.length === 0) return []
  const calendar = await calendarNow(reader, today)
  const followed = entries.map((entry) => ({ entry, now: followMeetings(entry, calendar) }))
  const open = await bodiesWithOpenAgenda(reader, followed.flatMap(({ now }) => bodiesAwaited(now)), today)
  return followed.flatMap(({ entry, now }) => (now !== entry || bodiesAwaited(now).some((body) => open.has(body)) ? [entry.reference] : []))
}

/** What was cancelled of the last month counts: it may have been noted late. */
function calendarNow(reader: Reader, today: LocalDate): Promise<MeetingInList[]> {
  return meetingsInList(reader, { from: addMonths(today, -1), order: 'first-to-last', limit: mostMeetings })
}

async function placeEach(tx: Transaction, references: readonly string[], when: { readonly today: LocalDate; readonly now: Date }, others: PlaceOthers): Promise<number> {
  if (references.length === 0) return 0
  const [calendar, names] = [await calendarNow(tx.reader, when.today), await bodyNames(tx.reader)]
  let placed = 0
  for (const reference of references) {
    const found = await entryHeld(tx, reference)
    if (found === undefined) continue
    const turned = await turnFound(tx, { ...found, press: undefined }, when, async (entry, turning) => {
      const now = await others(await placeReferrals(followMeetings(entry, calendar), turning), turning)
      const what = placedWords(entry, now, names)
      return what === '' ? refuse('not-now', 'No meeting is planned yet.') : ok({ entry: now, what })
    })
    if (turned.ok) placed += 1
  }
  return placed
}
