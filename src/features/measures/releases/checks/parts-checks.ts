import { besideWhole } from '../../definitions/beside-whole.ts'
import { breakdownSums, dimensionsOf } from '../../disclosure/breakdown-sums.ts'
import { figuresIn, type Figure } from '../../disclosure/figures.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import { placeOf, type CheckItem } from './check-item.ts'
import { figureName } from './figure-name.ts'
import { newPlaces } from './new-figures.ts'

/** A count as it stands in the work, and what stood before it was corrected. */
interface Standing {
  readonly count: number
  readonly was: number | undefined
}

/**
 * Parts that are more than their whole, and several parts that are all given and less than it: of the period, of any other of which a figure is new or changed since the measure was published last, and
 * wherever a single correction has parted them. They may be counted otherwise, as where a child is in several; those that added up until one was corrected are not, and stop the release.
 */
export function partsChecks(sheet: MeasureSheet, published?: MeasureSheet): readonly CheckItem[] {
  const { definition, asOf } = sheet
  const isNew = newPlaces(sheet, published)
  const counts = countsIn(sheet)
  const ofWhole = [...counts.keys()].filter(({ breakdown }) => !dimensionsOf(breakdown).includes(besideWhole))
  const tables = Map.groupBy(ofWhole, ({ period, field }) => `${period}|${field}`)
  return [...tables.values()].flatMap(breakdownSums).flatMap(({ total, parts, isInPart }): readonly CheckItem[] => {
    const [whole, sum] = [counts.get(total)?.count ?? 0, parts.reduce((sofar, part) => sofar + (counts.get(part)?.count ?? 0), 0)]
    if (sum === whole || (sum < whole && isInPart)) return []
    const found = `${figureName(sheet, total)}: ${parts.map(({ breakdown }) => breakdown).join(', ')} add up to ${sum}, and the whole is ${whole}.`
    const corrected = correctedAlone([total, ...parts], counts, sum - whole)
    if (corrected !== undefined) return [{ kind: 'parts-revised', measure: definition.slug, figure: placeOf(corrected.figure), message: `${found} They added up until ${corrected.words}. Correct ${parts.length === 1 ? 'the other' : 'the others'} too, or put it back.` }]
    // Of one part alone nobody says that it is all there is.
    if (parts.length === 1 && sum < whole) return []
    const latest = [total, ...parts].find(isNew)
    return total.period === asOf || latest !== undefined ? [{ kind: 'parts-unlike-whole', measure: definition.slug, figure: placeOf(latest ?? total), message: `${found} Correct them, or say why they do not add up.` }] : []
  })
}

/** The council's own counts, in every period. */
function countsIn(sheet: MeasureSheet): ReadonlyMap<Figure, Standing> {
  const own = sheet.series.filter(({ role }) => role === 'own')
  return new Map(
    own.flatMap((series) =>
      series.points.flatMap((point) =>
        figuresIn(sheet, series, point).flatMap(({ figure, told }) => (told === 'hidden' ? [] : [[figure, { count: told.count, was: figure.field === 'value' ? point.before?.value : undefined }] as const])),
      ),
    ),
  )
}

/** The one figure without whose correction all of them would add up, in words: the whole is less than the parts by so many. */
function correctedAlone([total, ...parts]: readonly Figure[], counts: ReadonlyMap<Figure, Standing>, tooMany: number): { readonly figure: Figure; readonly words: string } | undefined {
  const explains = (figure: Figure, sign: number) => {
    const { count = 0, was } = counts.get(figure) ?? {}
    return was !== undefined && sign * (count - was) === tooMany
  }
  const part = parts.find((figure) => explains(figure, 1)) ?? (total !== undefined && explains(total, -1) ? total : undefined)
  if (part === undefined) return undefined
  const { count, was } = counts.get(part) ?? {}
  return { figure: part, words: `${part.breakdown === '' ? 'the whole' : part.breakdown} was corrected from ${was} to ${count}` }
}
