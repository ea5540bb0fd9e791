import { isDeepStrictEqual } from 'node:util'
import { countOf } from '#core/count-in-words.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { definitionsIn } from '../store/definitions-in.ts'
import { assemblingAgain } from '../model/last-check.ts'
import { cannotMove } from '../model/moves.ts'
import { measuresOf } from '../model/release-draft.ts'
import { draftOfTyped, typedFaults, type TypedDraft } from '../model/typed-draft.ts'
import { turnRelease, type ReleaseSeen, type ReleasesApp } from './turn-release.ts'

/**
 * Chooses and orders the measures of a release, with its rankings. Whatever it was before, it is being put together again: it is checked and approved as it is
 * then. What is published is amended first.
 */
export function assembleRelease(context: Context, app: ReleasesApp, seen: ReleaseSeen, typed: TypedDraft): Promise<Outcome<void>> {
  return turnRelease(context, app, seen, { verb: 'releases.assemble', did: 'assembled', stands: ({ draft, standing }) => standing.state === 'assembling' && isDeepStrictEqual(draftOfTyped(typed, draft), draft) }, async (kept, tx) => {
    if (kept.standing.state === 'published') return cannotMove('published')
    const faults = typedFaults(typed, kept.body, await definitionsIn(tx.reader, kept.period))
    if (faults.length > 0) return refuse('invalid', '', faults)
    const draft = draftOfTyped(typed, kept.draft)
    return ok({ change: { draft, standing: assemblingAgain(kept.standing) }, words: countOf(measuresOf(draft).length, 'measures') })
  })
}
