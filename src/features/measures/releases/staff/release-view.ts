import { ok, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { look } from '#access/look.ts'
import { noRelease } from '../deeds/turn-release.ts'
import type { KeptRelease, ReleaseKey } from '../model/release-draft.ts'
import { releasePreview } from '../preview/read-preview.ts'
import type { ReleasePreview } from '../preview/release-preview.ts'
import { releaseOut, type ReleaseOut } from '../published-releases.ts'
import { postsThatApproved } from '../store/posts-known.ts'
import { nameOf, releaseKept, stepsOf, type ReleaseStep } from '../store/read-releases.ts'

/** A release as those who make it see it. */
export interface ReleaseView {
  readonly kept: KeptRelease
  readonly steps: readonly ReleaseStep[]
  /** What would be published now; none of what is published already. */
  readonly preview?: ReleasePreview
  readonly versions: ReleaseOut['versions']
  /** Posts that releases were approved by; read where somebody may approve this one. */
  readonly posts: readonly string[]
}

/** Reads a release for somebody who may see what is not published. */
export function lookAtRelease(context: Context, key: ReleaseKey): Promise<Outcome<ReleaseView>> {
  return look(context, { verb: 'measures.see', subject: { kind: 'release', id: nameOf(key).slice(0, 150) } }, async (reader) => {
    const kept = await releaseKept(reader, key)
    if (kept === undefined) return noRelease
    const versions = (await releaseOut(reader, key))?.versions ?? []
    const steps = await stepsOf(reader, key)
    const posts = kept.standing.state === 'checked' ? await postsThatApproved(reader) : []
    return ok({ kept, steps, versions, posts, ...(kept.standing.state === 'published' ? {} : { preview: await releasePreview(reader, kept, context.today) }) })
  })
}
