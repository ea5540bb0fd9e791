import type { Fault } from '#core/outcome.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import { openClaims, type Checked, type CheckedClaim } from '../claims/check-commentary.ts'
import { isSilent, type Content } from './commentary.ts'

/** What is to be signed: the words, the figures that they are of, and what the check found. */
interface ToSign {
  readonly content: Content
  readonly sheet: MeasureSheet
  readonly checked: Checked
}

/**
 * Why a commentary cannot be signed, by the fields of its form. A measure that is no exception may be confirmed without a word; an exception says what happened, why, what is being
 * done by whom and by when, and when it will be back on track. Every claim is borne by the figures, or somebody has said why it stands or why it is no claim.
 */
export function signFaults({ content, sheet, checked }: ToSign): readonly Fault[] {
  return [...figureFaults(sheet), ...(sheet.judgement.isException ? exceptionFaults(content) : wordFaults(content)), ...claimFaults(checked)]
}

/** Nothing is confirmed of which nobody has given a figure, or said that there is none. */
function figureFaults(sheet: MeasureSheet): Fault[] {
  const isGiven = sheet.series.some(({ role, points }) => role === 'own' && points.some(({ period, value, revision }) => period === sheet.asOf && (value !== undefined || revision !== undefined)))
  return isGiven ? [] : [{ message: 'No figure was given for this period yet. Ask the steward to enter it, or to say that there is none.' }]
}

function exceptionFaults({ happened, why, doing, backOnTrack }: Content): Fault[] {
  return [
    ...(happened === '' ? [{ field: 'happened', message: 'Say what happened: this measure is an exception' }] : []),
    ...(why === '' ? [{ field: 'why', message: 'Say why it happened' }] : []),
    ...(doing.length === 0 ? [{ field: 'doing-1-what', message: 'Say what is being done, by whom and by when' }] : []),
    ...(backOnTrack === '' ? [{ field: 'back-on-track', message: 'Say when it will be back on track' }] : []),
  ]
}

function wordFaults(content: Content): Fault[] {
  return content.happened === '' && !isSilent(content) ? [{ field: 'happened', message: 'Say what happened, or leave everything empty to confirm the figure without comment' }] : []
}

function claimFaults(checked: Checked): Fault[] {
  return openClaims(checked).map((claim) => ({ field: `claim-${checked.claims.indexOf(claim) + 1}-reason`, message: claimInWords(claim) }))
}

/** “Attendance improved”: the figures do not bear it. … */
function claimInWords({ claim, verdict, because, instead, tie }: CheckedClaim): string {
  if (tie?.noClaim === true) return `“${claim.words}”: say why it is no claim about a measure. The public reads the reason beside the words.`
  const more = instead === undefined ? '' : ` You could write: ${instead}.`
  return `“${claim.words}”: ${verdict === 'not-supported' ? 'the figures do not bear it' : 'the figures cannot tell'}. ${because}${more}`
}
