import { formatDay } from '#core/date-words.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { LocalDate } from '#core/dates.ts'
import { act, type Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import { placeOnNextAgenda, type FollowAgendas, type MeetingsApp } from '#features/meetings'
import type { Transaction } from '#platform/database/database.ts'
import { publishedBodies } from '#features/bodies'
import type { PlanEntry } from '../entry/plan-entry.ts'
import { expectedOn, referredTitle } from '../entry/words.ts'
import { entryInWork, waitingEntries } from '../store/keep-entry.ts'
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

const mostAtOnce = 50

/** Puts on an agenda what else of an entry waits for one. */
type PlaceOthers = (entry: PlanEntry, turning: Turning) => Promise<PlanEntry>

/** Tries again what waits for a meeting whose agenda is open; `others` places what else of an entry waits. */
export async function placeWaiting(context: Context, app: Pick<MeetingsApp, 'now'>, others: PlaceOthers): Promise<Outcome<{ placed: number }>> {
  const waiting = await context.database.read(actorKey(context.actor), (reader) => waitingEntries(reader, mostAtOnce))
  if (waiting.length === 0) return ok({ placed: 0 })
  return act(context, { verb: 'decisions.place', subject: { kind: 'forward-plan', id: 'waiting' } }, async (tx) => {
    return ok({ placed: await placeEach(tx, waiting, { today: context.today, now: app.now() }, others) })
  })
}

/** The same in the deed after which another agenda of a body is open. */
export function waitingFollowAgendas(others: PlaceOthers): FollowAgendas {
  return async (tx, { context: { today }, app }) => void (await placeEach(tx, await waitingEntries(tx.reader, mostAtOnce), { today, now: app.now() }, others))
}

async function placeEach(tx: Transaction, references: readonly string[], when: { readonly today: LocalDate; readonly now: Date }, others: PlaceOthers): Promise<number> {
  let placed = 0
  for (const reference of references) {
    const found = await entryInWork(tx.reader, reference)
    if (found === undefined) continue
    const turned = await turnFound(tx, found, when, async (entry, turning) => {
      const now = await others(await placeReferrals(entry, turning), turning)
      if (JSON.stringify(now) === JSON.stringify(entry)) return refuse('not-now', 'No meeting is planned yet.')
      return ok({ entry: now, what: 'Put on the agenda of a meeting of scrutiny.' })
    })
    if (turned.ok) placed += 1
  }
  return placed
}
