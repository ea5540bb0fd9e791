import { countOf } from '#core/count-in-words.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import type { Actor } from '#access/actor.ts'
import { personsNames } from '#features/minutes'
import { postFault } from '../../commentary/model/post.ts'
import { cannotMove } from '../model/moves.ts'
import { unlikeChecked } from '../preview/changed-since.ts'
import { releasePreview } from '../preview/read-preview.ts'
import type { ReleasePreview } from '../preview/release-preview.ts'
import { turnRelease, type ReleaseSeen, type ReleasesApp } from './turn-release.ts'

/** Approves what was checked, in the name of a post that the public reads. Refused where figures or words are not those that were checked. */
export function approveRelease(context: Context, app: ReleasesApp, seen: ReleaseSeen, post: string): Promise<Outcome<void>> {
  const by = post.trim()
  return turnRelease(context, app, seen, { verb: 'releases.approve', did: 'approved', stands: ({ standing }) => standing.state === 'approved' && standing.approved.by === by }, async (kept, tx) => {
    const { standing } = kept
    if (standing.state !== 'checked') return standing.state === 'assembling' ? refuse('not-now', 'It is being put together, and is not checked yet.') : cannotMove(standing.state)
    if (by === '' || by.length > 150) return refuse('invalid', '', [{ field: 'by', message: by === '' ? 'Say in the name of which post it is approved' : 'Shorten this to 150 characters' }])
    const wrong = postFault(by) ?? (await personsNames(tx.reader))(by)
    if (wrong !== undefined) return refuse('invalid', '', [{ field: 'by', found: by, message: wrong }])
    const preview = await releasePreview(tx.reader, kept, context.today)
    const changed = unlikeChecked(preview, standing.checked)
    const own = signedByThem(preview, context.actor)
    return changed ?? ok({ change: { standing: { state: 'approved', checked: standing.checked, approved: { by, on: context.today } } }, words: own === 0 ? by : `${by}\nThe same person signed ${countOf(own, 'commentaries')} in it.` })
  })
}

/** How many of the commentaries in a release somebody signed who is to approve it. */
export function signedByThem({ signers }: Pick<ReleasePreview, 'signers'>, actor: Actor): number {
  return actor.kind === 'person' ? (signers.get(actor.name) ?? 0) : 0
}
