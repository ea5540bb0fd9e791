import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { checkKinds, isError, warningsIn, type CheckItem, type CheckKind } from '../checks/check-item.ts'
import { marksOf, newSince } from '../checks/finding-marks.ts'
import { cannotMove, mayMove } from '../model/moves.ts'
import type { Checked, KeptReason } from '../model/release-draft.ts'
import { partMarks } from '../preview/part-marks.ts'
import { releasePreview } from '../preview/read-preview.ts'
import type { ReleasePreview } from '../preview/release-preview.ts'
import { turnRelease, whoIs, type ReleaseSeen, type ReleasesApp } from './turn-release.ts'

const mostReason = 1000

/** What somebody says who looked through a release: by kind of warning why it may go out all the same, and the marks of what they were shown. */
interface TypedCheck {
  readonly reasons: Readonly<Record<string, string>>
  readonly shown: readonly string[]
}

const foundMeanwhile = 'More was found while you had this open: it is listed here. Look at it, and see whether your reasons hold for it too.'

/** Says that a release was looked through: refused while an error stands, a kind of warning without the reason why it may go out all the same, and where something was found that the form did not show. */
export function checkRelease(context: Context, app: ReleasesApp, seen: ReleaseSeen, typed: TypedCheck): Promise<Outcome<void>> {
  return turnRelease(context, app, seen, { verb: 'releases.assemble', did: 'checked', stands: ({ standing }) => standing.state === 'checked' }, async (kept, tx) => {
    if (!mayMove(kept.standing.state, 'checked')) return cannotMove(kept.standing.state)
    const preview = await releasePreview(tx.reader, kept, context.today)
    const stopped = stoppedBy(preview)
    if (stopped !== undefined) return stopped
    const unseen = newSince({ found: typed.shown }, preview.found)
    if (unseen.length > 0) return refuse('conflict', foundMeanwhile, unseen.map(({ message }) => ({ field: 'errors', message })))
    const reasons = reasonsFor(preview.found, typed.reasons)
    if (!reasons.ok) return reasons
    return ok({ change: { standing: { state: 'checked', checked: checkedNow(preview, { on: context.today, by: whoIs(context.actor), reasons: reasons.value }) } }, words: reasonsInWords(reasons.value) })
  })
}

/** What was looked through, with what it then held and what was warned of. */
export function checkedNow({ print, found, entries }: ReleasePreview, { on, by, reasons }: Pick<Checked, 'on' | 'by' | 'reasons'>): Checked {
  return { on, by, print, reasons, found: marksOf(found), parts: partMarks(entries) }
}

/** The refusal where an error stands in the way; undefined where none does. */
function stoppedBy({ found }: Pick<ReleasePreview, 'found'>) {
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
