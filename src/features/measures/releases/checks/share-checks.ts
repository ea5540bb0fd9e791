import { isSmall, type DisclosurePolicy } from '#core/suppression/policy.ts'
import type { Definition } from '../../definitions/definition.ts'
import { scaleOf, shareTellsSmall } from '../../disclosure/implied-counts.ts'
import { policyOf } from '../../disclosure/policies.ts'
import { periodName, shownValue } from '../../sheets/shown.ts'
import { pointOf, type MeasureSheet } from '../../sheets/sheet.ts'
import type { ReleaseEntry } from '../release.ts'
import type { CheckItem, CheckKind } from './check-item.ts'
import { isSameName, isSpokenOf, wholesIn, type Share } from './wholes-of-shares.ts'

/**
 * What shares and rates tell besides what the figures hide: those of which nobody gave the counts, those that tell a small count beside a figure that seems to be what they are a share of, and those that leave a small
 * number of the others. `beside` are the sheets that a reader can lay beside it, as the public sees them.
 */
export function shareChecks({ sheet }: Pick<ReleaseEntry, 'sheet'>, published: Pick<ReleaseEntry, 'sheet'> | undefined, beside: readonly MeasureSheet[]): readonly CheckItem[] {
  const policy = policyOf(sheet.definition)
  if (policy === undefined || (scaleOf(sheet.definition) === undefined && !isAverage(sheet.definition))) return []
  const shares = newShares(sheet, published?.sheet)
  const uncounted = shares.filter(({ point }) => (point.numerator === undefined || isAverage(sheet.definition)) && point.denominator === undefined)
  const unknown = uncounted.filter((share) => wholesIn(share, beside, isSameName).length === 0)
  const telling = unknown.flatMap((share) => wholesIn(share, beside, isSpokenOf).filter(({ count }) => shareTellsSmall(share.definition, share.point.value, count)).slice(0, 1).map((whole) => ({ share, whole })))
  const told = new Set(telling.map(({ share }) => share))
  return [
    ...item('counts-not-given', sheet, unknown.filter((share) => !told.has(share)).map(placeOf), (places) => `no counts are given for ${places}, so whether a small number is told is not known. Give numerator and denominator, or say why nobody can work it out.`),
    ...item('share-may-tell', sheet, telling.map(({ share, whole }) => `${shownValue(share.point.value, share.definition)} of the ${whole.count} of “${whole.name}” in ${placeOf(share)}`), (found) => `${found} would be a small number. Give the counts, so that it is hidden, or leave it out, unless it is a share of something else.`),
    ...item('rest-small', sheet, shares.flatMap((share) => restOf(share, policy)), (found) => `${found}. The rule of the measure does not hide what is left: give it the one that does (one-to-five-v2), leave the measure out, or say why that may be known.`),
  ]
}

/** Of how many children an average is has to be known: of one to five it tells of each. Money and marks are one where the definition says of how many. */
function isAverage({ unit, denominator }: Definition): boolean {
  return ['days', 'weeks', 'months', 'years'].includes(unit) || (denominator !== undefined && ['pounds', 'score'].includes(unit))
}

/** The council's own, shown, not nought, and not public already. */
function newShares(sheet: MeasureSheet, published: MeasureSheet | undefined): readonly Share[] {
  const { definition } = sheet
  return sheet.series
    .filter(({ role }) => role === 'own')
    .flatMap(({ breakdown, points }) =>
      points.flatMap((point): Share[] => {
        const { value, confidentiality } = point
        const isPublic = published !== undefined && pointOf(published, 'own', breakdown, point.period)?.value === value
        return value === undefined || value === 0 || confidentiality !== 'open' || isPublic ? [] : [{ definition, breakdown, point: { ...point, value } }]
      }),
    )
}

/** "30 of 33 in Q4 2019/20 leaves 3" */
function restOf(share: Share, policy: DisclosurePolicy): readonly string[] {
  const { numerator, denominator } = share.point
  if (share.definition.unit !== 'percent' || numerator === undefined || denominator === undefined) return []
  const rest = denominator - numerator
  return isSmall(rest, policy) ? [`${numerator} of ${denominator} in ${placeOf(share)} leaves ${rest}`] : []
}

function placeOf({ definition, breakdown, point }: Share): string {
  return `${periodName(point.period, definition)}${breakdown === '' ? '' : ` (${breakdown})`}`
}

/** So many are named of one measure; the rest are counted. */
const mostNamed = 3

function item(kind: CheckKind, { definition }: MeasureSheet, found: readonly string[], inWords: (found: string) => string): readonly CheckItem[] {
  if (found.length === 0) return []
  const more = found.length > mostNamed ? `, and ${found.length - mostNamed} more` : ''
  return [{ kind, measure: definition.slug, message: `“${definition.name}”: ${inWords(`${found.slice(-mostNamed).toReversed().join('; ')}${more}`)}` }]
}
