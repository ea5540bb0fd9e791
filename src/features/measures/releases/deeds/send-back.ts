import { formatDate } from '#core/date-words.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { assemblingAgain } from '../model/last-check.ts'
import { cannotMove, mayMove } from '../model/moves.ts'
import type { KeptRelease } from '../model/release-draft.ts'
import { changedSince } from '../preview/changed-since.ts'
import { releasePreview } from '../preview/read-preview.ts'
import { turnRelease, type ReleaseSeen, type ReleasesApp } from './turn-release.ts'

const mostWords = 1000

/** Sends a release back to be put together anew, with the reason; whoever approves may, and whoever puts it together. */
export function sendBack(context: Context, app: ReleasesApp, seen: ReleaseSeen, typed: string): Promise<Outcome<void>> {
  const reason = typed.trim()
  const stands = ({ standing }: KeptRelease) => standing.state === 'assembling' && standing.back === reason
  return turnRelease(context, app, seen, { verb: verbOf(context), did: 'sent back', stands }, async ({ standing }) => {
    if (standing.state === 'published' || !mayMove(standing.state, 'assembling')) return cannotMove(standing.state)
    if (reason === '' || reason.length > mostWords) return refuse('invalid', '', [{ field: 'back', message: reason === '' ? 'Say what is to be changed' : `Shorten this to ${mostWords} characters` }])
    return ok({ change: { standing: assemblingAgain(standing, reason) }, words: reason })
  })
}

/** Brings a release that is not any more what was checked back to its check, with what changed; refused where it still is. */
export function checkAgain(context: Context, app: ReleasesApp, seen: ReleaseSeen): Promise<Outcome<void>> {
  return turnRelease(context, app, seen, { verb: verbOf(context), did: 'sent back', stands: ({ standing }) => standing.state === 'assembling' }, async (kept, tx) => {
    const { standing } = kept
    if (!('checked' in standing)) return cannotMove(standing.state)
    const changed = changedSince(await releasePreview(tx.reader, kept, context.today), standing.checked)
    if (changed.length === 0) return refuse('not-now', 'It is still what was checked. Send it back with a reason where something is to be changed.')
    const back = `It is no longer what was checked on ${formatDate(standing.checked.on)}. ${changed.join(' ')}`.slice(0, mostWords)
    return ok({ change: { standing: assemblingAgain(standing, back) }, words: back })
  })
}

/** Whoever approves may, and whoever puts it together. */
function verbOf(context: Context): string {
  return context.may(context.actor, 'releases.approve') ? 'releases.approve' : 'releases.assemble'
}
