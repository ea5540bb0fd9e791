import { formatTime } from '#core/date-words.ts'
import { londonMoment, timeOf } from '#core/london-time.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { Actor } from '#access/actor.ts'
import { instantOf, type MeetingsApp } from '#features/meetings'
import type { Transaction } from '#platform/database/database.ts'
import type { KeptRelease, ReleaseKey } from '../model/release-draft.ts'
import { publishInTurn, saveRelease, type ReleaseChange } from '../store/keep-release.ts'
import { nameOf, releaseKept, stepsOf } from '../store/read-releases.ts'
import type { StepKind } from '../store/tables.ts'

export type ReleasesApp = Pick<MeetingsApp, 'now'>

/** Which release, as it was seen. */
export interface ReleaseSeen extends ReleaseKey {
  readonly revision: number
}

export const noRelease = refuse('not-found', 'There is no release of this body and period. The list has them all.')

interface What {
  readonly verb: string
  readonly did: StepKind
  /** Whether it stands already as the form would have it: the same press came a second time. */
  readonly stands?: (kept: KeptRelease) => boolean
  /** It publishes: one after another. */
  readonly publishes?: boolean
}

/** What becomes of a release, and what is noted of it. */
export interface Turned {
  readonly change: ReleaseChange
  readonly words?: string
}

/** Does one thing to a release as it was seen: refused where somebody else has changed it since, with what they did. */
export function turnRelease(context: Context, app: ReleasesApp, seen: ReleaseSeen, { verb, did, stands = () => false, publishes = false }: What, work: (kept: KeptRelease, tx: Transaction, at: Date) => Promise<Outcome<Turned>>): Promise<Outcome<void>> {
  return act(context, { verb, subject: { kind: 'release', id: nameOf(seen).slice(0, 150) }, detail: { did } }, async (tx): Promise<Outcome<void>> => {
    if (publishes) await publishInTurn(tx)
    const kept = await releaseKept(tx.reader, seen)
    if (kept === undefined) return noRelease
    if (kept.revision !== seen.revision) return stands(kept) ? ok(undefined) : changedMeanwhile(tx, seen)
    const at = instantOf(context.today, app.now())
    const turned = await work(kept, tx, at)
    if (!turned.ok) return turned
    const { change, words = '' } = turned.value
    if (await saveRelease(tx, kept, change, { did, who: whoIs(context.actor), words, at })) return ok(undefined)
    const now = await releaseKept(tx.reader, seen)
    return now !== undefined && stands(now) ? ok(undefined) : changedMeanwhile(tx, seen)
  })
}

async function changedMeanwhile(tx: Transaction, seen: ReleaseSeen): Promise<Outcome<never>> {
  const [last] = await stepsOf(tx.reader, seen)
  const what = last === undefined ? 'Somebody else changed this release' : `${last.who} changed this release at ${formatTime(timeOf(londonMoment(last.at.toISOString())))} (${last.did})`
  return refuse('conflict', `${what} while you had it open, so nothing was saved. It stands below as it is now. What you typed is still here.`)
}

/** Who did something, for those who work on it. */
export function whoIs(actor: Actor): string {
  return actor.kind === 'public' ? 'Somebody' : actor.name
}
