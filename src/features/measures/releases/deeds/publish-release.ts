import { formatDate, formatTime } from '#core/date-words.ts'
import { dateOf, londonInstant, londonMoment, parseTime, timeOf } from '#core/london-time.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import type { Context } from '#access/act.ts'
import { instantOf } from '#features/meetings'
import type { Transaction } from '#platform/database/database.ts'
import { keepPublished } from '../keep-published.ts'
import { lastOf } from '../model/last-check.ts'
import { cannotMove, mayMove } from '../model/moves.ts'
import type { Approval, Checked, KeptRelease } from '../model/release-draft.ts'
import { unlikeChecked } from '../preview/changed-since.ts'
import { releasePreview } from '../preview/read-preview.ts'
import type { ReleasePreview } from '../preview/release-preview.ts'
import { turnRelease, type ReleaseSeen, type ReleasesApp, type Turned } from './turn-release.ts'

/** Publishes what was approved, now: the next version, which nobody can change. Refused where it is not any more what was approved. */
export function publishRelease(context: Context, app: ReleasesApp, seen: ReleaseSeen): Promise<Outcome<void>> {
  return turnRelease(context, app, seen, { verb: 'releases.publish', did: 'published', publishes: true, stands: ({ standing }) => standing.state === 'published' }, async (kept, tx, at) => {
    const { standing } = kept
    if (standing.state !== 'approved' && standing.state !== 'embargoed') return cannotMove(standing.state)
    const preview = await releasePreview(tx.reader, kept, context.today)
    return unlikeChecked(preview, standing.checked) ?? ok(await writeVersion(tx, preview, { approved: standing.approved, at, checked: standing.checked }))
  })
}

interface ToWrite {
  readonly approved: Approval
  readonly at: Date
  readonly checked: Checked
}

/** Writes the next version of a release from its preview, and says how it then stands. */
export async function writeVersion(tx: Transaction, { kept, outline, entries }: ReleasePreview, { approved, at, checked }: ToWrite): Promise<Turned> {
  const version = kept.version + 1
  await keepPublished(tx, { ...outline, version, publishedAt: at, approvedBy: approved.by, approvedOn: approved.on }, entries)
  return { change: { standing: { state: 'published', last: lastOf(checked) }, version, note: '' }, words: `Version ${version}` }
}

/** When a release is to go out, as typed. */
interface TypedMoment {
  readonly day: string
  readonly time: string
}

/** Holds what was approved until a moment of London time, at which it goes out by itself; a moment that is set already may be moved. */
export function embargoRelease(context: Context, app: ReleasesApp, seen: ReleaseSeen, typed: TypedMoment): Promise<Outcome<void>> {
  const stands = ({ standing }: KeptRelease) => standing.state === 'embargoed' && standing.until === untilOf(typed)
  return turnRelease(context, app, seen, { verb: 'releases.publish', did: 'embargoed', stands }, async ({ standing }) => {
    if ((standing.state !== 'approved' && standing.state !== 'embargoed') || !mayMove(standing.state, 'embargoed')) return cannotMove(standing.state)
    const until = untilOf(typed)
    const now = instantOf(context.today, app.now())
    const faults: Fault[] = [
      ...(parseTypedDay(typed.day) === undefined ? [{ field: 'day', found: typed.day, message: 'Give the day, for example 14 April 2026' }] : []),
      ...(parseTime(typed.time) === undefined ? [{ field: 'time', found: typed.time, message: 'Give the time on the 24-hour clock, for example 09:00' }] : []),
      ...(until !== undefined && new Date(until) <= now ? [{ field: 'day', found: typed.day, message: 'This moment is over. Give one that is still to come, or publish it now' }] : []),
    ]
    if (faults.length > 0 || until === undefined) return refuse('invalid', '', faults)
    const { checked, approved } = standing
    return ok({ change: { standing: { state: 'embargoed', checked, approved, until } }, words: momentInWords(until) })
  })
}

function untilOf({ day, time }: TypedMoment): string | undefined {
  const [on, at] = [parseTypedDay(day), parseTime(time.trim())]
  return on === undefined || at === undefined ? undefined : londonInstant(on, at)
}

/** "9 July 2020 at 9.00 am" */
export function momentInWords(instant: string): string {
  const moment = londonMoment(instant)
  return `${formatDate(dateOf(moment))} at ${formatTime(timeOf(moment))}`
}

/** Takes the moment back: what was approved waits again for somebody to publish it. */
export function liftEmbargo(context: Context, app: ReleasesApp, seen: ReleaseSeen): Promise<Outcome<void>> {
  return turnRelease(context, app, seen, { verb: 'releases.publish', did: 'lifted', stands: ({ standing }) => standing.state === 'approved' }, async ({ standing }) => {
    if (standing.state !== 'embargoed') return cannotMove(standing.state)
    const { checked, approved } = standing
    return ok({ change: { standing: { state: 'approved', checked, approved } } })
  })
}
