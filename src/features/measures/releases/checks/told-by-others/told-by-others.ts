import { isSmall } from '#core/suppression/policy.ts'
import { countedFields, policyOf } from '../../../disclosure/policies.ts'
import type { HiddenFigure } from '../../../disclosure/protect-sheets.ts'
import type { MeasureSheet } from '../../../sheets/sheet.ts'
import { placeOf, type CheckItem } from '../check-item.ts'
import { figureName } from '../figure-name.ts'
import { changesTold } from './change-told.ts'
import { knownFigures, type KnownFigure } from './known-figures.ts'
import { isLikely } from './reckoning.ts'
import { stocksAndFlows } from './stock-and-flow.ts'
import { totalsByAverages } from './total-by-average.ts'

/** So many are named of one measure; the rest are counted. */
const mostNamed = 5

/**
 * Hidden counts to which shown figures of other measures reckon exactly, though no definition ties them: a total by an average, counts on two days with who came and left, and what a figure was with how it changed.
 * `sheets` as they stand in the work, `beside` as readers can lay them beside each other. What is all public already is not asked about again.
 */
export function toldByOthers({ sheets, hidden }: { readonly sheets: readonly MeasureSheet[]; readonly hidden: readonly HiddenFigure[] }, beside: readonly MeasureSheet[], published: readonly MeasureSheet[] = []): readonly CheckItem[] {
  const known = knownFigures(sheets, beside, published)
  const reasons = new Map(hidden.map((figure) => [keyOf(figure), figure.reason]))
  const guarded = Map.groupBy(known.all.filter((figure) => !figure.isShown && isGuarded(figure, reasons.get(keyOf({ ...figure, measure: figure.definition.slug })))), ({ definition }) => definition.slug)
  return sheets.flatMap((sheet) => {
    const { slug: measure, name } = sheet.definition
    const found = (guarded.get(measure) ?? []).flatMap((figure) =>
      [totalsByAverages, stocksAndFlows, changesTold]
        .flatMap((ways) => ways(figure, known))
        .filter((way) => ![figure, ...way.used].every(({ isPublic }) => isPublic) && isLikely(way, figure, known))
        .map(({ words }): CheckItem => ({ kind: 'told-by-other-measures', measure, figure: placeOf(figure), message: `${figureName(sheet, figure)}, is hidden, and a reader can reckon ${what(figure)}: ${words()}, is ${figure.number}. ${putRight}` })),
    )
    const more = found.length - mostNamed
    return more <= 0 ? found : [...found.slice(0, mostNamed), { kind: 'told-by-other-measures' as const, measure, message: `“${name}”: ${more} more such ${more === 1 ? 'way' : 'ways'} to hidden figures.` }]
  })
}

const putRight = 'Leave one of these measures out, or say why nobody can work it out.'

/** A small count of children, or one that is hidden since it would tell a small one. */
function isGuarded({ definition, field, number }: KnownFigure, reason: HiddenFigure['reason'] | undefined): boolean {
  const policy = policyOf(definition)
  if (reason === undefined || policy === undefined || !countedFields(definition).includes(field)) return false
  return isSmall(number, policy) || (reason === 'secondary' && number > 0)
}

function what({ field }: KnownFigure): string {
  return field === 'value' ? 'it' : `its ${field}`
}

function keyOf({ measure, area, breakdown, period }: Pick<HiddenFigure, 'measure' | 'area' | 'breakdown' | 'period'>): string {
  return `${measure}|${area}|${breakdown}|${period}`
}
