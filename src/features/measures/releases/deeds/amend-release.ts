import { given } from '#core/given.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { assemblingAgain, lastCheck } from '../model/last-check.ts'
import { isAmended, type KeptRelease } from '../model/release-draft.ts'
import { draftPublished } from '../store/draft-published.ts'
import { turnRelease, type ReleaseSeen, type ReleasesApp } from './turn-release.ts'

const mostNote = 1000

/** Begins the next version of what is published, with the note that the public will read of it; what stands stands until that is published. */
export function amendRelease(context: Context, app: ReleasesApp, seen: ReleaseSeen, typed: string): Promise<Outcome<void>> {
  const note = typed.trim()
  const stands = (kept: KeptRelease) => kept.standing.state === 'assembling' && kept.note === note
  return turnRelease(context, app, seen, { verb: 'releases.publish', did: 'amended', stands }, async ({ standing }) => {
    if (standing.state !== 'published') return refuse('not-now', 'Only what is published is amended. This can be changed as it is.')
    if (note === '' || note.length > mostNote) return refuse('invalid', '', [{ field: 'note', message: note === '' ? 'Say what the next version corrects: the public reads it' : `Shorten this to ${mostNote} characters` }])
    return ok({ change: { standing: assemblingAgain(standing), note }, words: note })
  })
}

/** Drops a next version that was begun: what is published stands, and what it is made of is what is chosen again. */
export function dropAmendment(context: Context, app: ReleasesApp, seen: ReleaseSeen): Promise<Outcome<void>> {
  return turnRelease(context, app, seen, { verb: 'releases.publish', did: 'dropped', stands: ({ standing }) => standing.state === 'published' }, async (kept, tx) => {
    if (!isAmended(kept)) return refuse('not-now', 'No amendment of this release was begun, so there is none to drop.')
    return ok({ change: { standing: { state: 'published', ...given('last', lastCheck(kept.standing)) }, note: '', draft: { ...kept.draft, ...(await draftPublished(tx.reader, kept)) } }, words: kept.note })
  })
}
