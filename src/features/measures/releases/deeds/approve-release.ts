import { countOf } from '#core/count-in-words.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import type { Actor } from '#access/actor.ts'
import { personsNames } from '#features/minutes'
import { cannotMove, mayMove } from '../model/moves.ts'
import type { Checked, KeptRelease } from '../model/release-draft.ts'
import { releasePreview } from '../preview/read-preview.ts'
import type { ReleasePreview } from '../preview/release-preview.ts'
import { stoppedBy } from './check-release.ts'
import { turnRelease, type ReleaseSeen, type ReleasesApp } from './turn-release.ts'

const mostWords = 1000

/** Approves what was checked, in the name of a post that the public reads. Refused where figures or words are not those that were checked. */
export function approveRelease(context: Context, app: ReleasesApp, seen: ReleaseSeen, post: string): Promise<Outcome<void>> {
  const by = post.trim()
  return turnRelease(context, app, seen, { verb: 'releases.approve', did: 'approved', stands: ({ standing }) => standing.state === 'approved' && standing.approved.by === by }, async (kept, tx) => {
    const { standing } = kept
    if (standing.state !== 'checked') return standing.state === 'assembling' ? refuse('not-now', 'It is being put together, and is not checked yet.') : cannotMove(standing.state)
    if (by === '' || by.length > 150) return refuse('invalid', '', [{ field: 'by', message: by === '' ? 'Say in the name of which post it is approved' : 'Shorten this to 150 characters' }])
    const person = (await personsNames(tx.reader))(by)
    if (person !== undefined) return refuse('invalid', '', [{ field: 'by', found: by, message: person }])
    const preview = await releasePreview(tx.reader, kept, context.today)
    const changed = stoppedBy(preview) ?? unlikeChecked(preview, standing.checked)
    const own = signedByThem(preview, context.actor)
    return changed ?? ok({ change: { standing: { state: 'approved', checked: standing.checked, approved: { by, on: context.today } } }, words: own === 0 ? by : `${by}\nThe same person signed ${countOf(own, 'commentaries')} in it.` })
  })
}

/** How many of the commentaries in a release somebody signed who is to approve it. */
export function signedByThem({ signers }: Pick<ReleasePreview, 'signers'>, actor: Actor): number {
  return actor.kind === 'person' ? (signers.get(actor.name) ?? 0) : 0
}

/** Refused where what would be published is not what was checked; undefined where it is. */
export function unlikeChecked({ print }: Pick<ReleasePreview, 'print'>, checked: Checked) {
  return print === checked.print ? undefined : refuse('conflict', 'Figures, commentary or what was published before changed since this was checked, so it is not what was looked at. Send it back, look at it and check it again.')
}

/** Sends a release back to be put together anew, with the reason; whoever approves may, and whoever puts it together. */
export function sendBack(context: Context, app: ReleasesApp, seen: ReleaseSeen, typed: string): Promise<Outcome<void>> {
  const reason = typed.trim()
  const stands = ({ standing }: KeptRelease) => standing.state === 'assembling' && standing.back === reason
  return turnRelease(context, app, seen, { verb: context.may(context.actor, 'releases.approve') ? 'releases.approve' : 'releases.assemble', did: 'sent back', stands }, async ({ standing }) => {
    if (standing.state === 'published' || !mayMove(standing.state, 'assembling')) return cannotMove(standing.state)
    if (reason === '' || reason.length > mostWords) return refuse('invalid', '', [{ field: 'back', message: reason === '' ? 'Say what is to be changed' : `Shorten this to ${mostWords} characters` }])
    return ok({ change: { standing: { state: 'assembling', back: reason } }, words: reason })
  })
}
