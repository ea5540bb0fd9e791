import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { checkKinds, isError, warningsIn, type CheckItem, type CheckKind } from '../checks/check-item.ts'
import { cannotMove, mayMove } from '../model/moves.ts'
import type { KeptReason } from '../model/release-draft.ts'
import { releasePreview } from '../preview/read-preview.ts'
import type { ReleasePreview } from '../preview/release-preview.ts'
import { turnRelease, whoIs, type ReleaseSeen, type ReleasesApp } from './turn-release.ts'

const mostReason = 1000

/** Says that a release was looked through: refused while an error stands, or a kind of warning without the reason why it may go out all the same. */
export function checkRelease(context: Context, app: ReleasesApp, seen: ReleaseSeen, typed: Readonly<Record<string, string>>): Promise<Outcome<void>> {
  return turnRelease(context, app, seen, { verb: 'releases.assemble', did: 'checked', stands: ({ standing }) => standing.state === 'checked' }, async (kept, tx) => {
    if (!mayMove(kept.standing.state, 'checked')) return cannotMove(kept.standing.state)
    const preview = await releasePreview(tx.reader, kept, context.today)
    const stopped = stoppedBy(preview)
    if (stopped !== undefined) return stopped
    const reasons = reasonsFor(preview.found, typed)
    if (!reasons.ok) return reasons
    return ok({ change: { standing: { state: 'checked', checked: { on: context.today, by: whoIs(context.actor), print: preview.print, reasons: reasons.value } } }, words: reasonsInWords(reasons.value) })
  })
}

/** The refusal where an error stands in the way; undefined where none does. */
export function stoppedBy({ found }: Pick<ReleasePreview, 'found'>) {
  const errors = found.filter(isError)
  return errors.length === 0 ? undefined : refuse('not-now', 'This cannot go out as it stands. Put right what is listed here, then check it again.', errors.map(({ message }) => ({ field: 'errors', message })))
}

function reasonsFor(found: readonly CheckItem[], typed: Readonly<Record<string, string>>): Outcome<readonly KeptReason[]> {
  const faults: Fault[] = []
  const reasons = warningsIn(found).map((warning) => {
    const reason = (typed[warning] ?? '').trim()
    if (reason === '') faults.push({ field: reasonField(warning), message: `Say why it may go out all the same: ${checkKinds[warning][1].toLowerCase()}` })
    if (reason.length > mostReason) faults.push({ field: reasonField(warning), message: `Shorten the reason to ${mostReason} characters` })
    return { warning, reason }
  })
  return faults.length > 0 ? refuse('invalid', '', faults) : ok(reasons)
}

/** With what it went out, and why: kept among what was done with it. */
export function reasonsInWords(reasons: readonly KeptReason[]): string {
  return reasons.map(({ warning, reason }) => `${checkKinds[warning][1]}: ${reason}`).join('\n')
}

/** The field of the form that takes the reason. */
export function reasonField(warning: CheckKind): string {
  return `reason-${warning}`
}
