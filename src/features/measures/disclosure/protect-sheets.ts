import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { oneToFive } from '#core/suppression/policy.ts'
import type { Definition } from '../definitions/definition.ts'
import type { MeasureSheet } from '../sheets/sheet.ts'
import { periodName } from '../sheets/shown.ts'
import { pointKey, type Place } from './figures.ts'
import { hideApart } from './hide-apart.ts'
import type { HiddenFigures, HiddenPoint } from './hide-figures.ts'
import { hiddenPoints } from './hidden-points.ts'
import { linkFigures } from './link-figures.ts'
import { policyNames } from './policies.ts'
import { byPolicyOfThen } from './policy-of-then.ts'
import type { HiddenFigure, ProtectedSheets } from './protected-sheets.ts'
import { placesIn, valuesIn } from './published-values.ts'
import { publicSheet } from './public-sheets.ts'

export type { HiddenFigure, ProtectedSheets }

/**
 * The sheets of a release as the public may have them: small counts of children hidden, with whatever would tell them by sums, years to date, shares, neighbours or
 * what was published before. `earlier` are the sheets of every release and version that is public, protected as they were published, oldest first. Refuses, with the figures
 * named, what cannot be hidden any more since it follows from what is public.
 */
export async function protectSheets(given: readonly MeasureSheet[], earlier: readonly MeasureSheet[]): Promise<Outcome<ProtectedSheets>> {
  const sheets = byPolicyOfThen(given, earlier)
  const linked = linkFigures(sheets, earlier)
  const found = await hideApart(linked.world, oneToFive)
  const { hidden, tooLate } = hiddenPoints(sheets, linked, { found, earlier })
  const faults = [...found.unsafe.map(unsafeFault), ...tooLate.map(tooLateFault)]
  if (faults.length > 0) return refuse('not-now', unprotectable, distinct(faults))
  const figures = hiddenFigures(sheets, hidden)
  const published = valuesIn(earlier)
  const known = {
    isHidden: (key: string) => hidden.has(key),
    isBeside: (key: string) => isBeside(found, linked.points.get(key)),
    wasPublished: (value: string) => published.has(value),
    hiddenIn: (measure: string, period?: string) => figures.filter((figure) => figure.measure === measure && (period === undefined || figure.period === period)),
  }
  return ok({ sheets: given.map((sheet) => publicSheet(sheet, known)), hidden: figures, policy: policyNames(sheets.map(({ definition }) => definition)) })
}

const unprotectable =
  'These figures cannot be published together: small numbers of children, named here, could be worked out from them and from what is public already. Leave the measures out, or wait for the next period.'

function isBeside({ beside }: HiddenFigures, point: number | undefined): boolean {
  return point !== undefined && beside.has(point)
}

function hiddenFigures(sheets: readonly MeasureSheet[], hidden: ReadonlyMap<string, HiddenPoint>): readonly HiddenFigure[] {
  return [...placesIn(sheets)].flatMap((place) => {
    const { sheet, series, point } = place
    const found = hidden.get(pointKey(sheet, series, point))
    if (found === undefined) return []
    const { area, breakdown } = series
    return [{ measure: sheet.definition.slug, area, breakdown, period: point.period, ...found, numbers: numbersOf(place) }]
  })
}

function numbersOf({ sheet, point: { value, numerator, denominator } }: Place): readonly number[] {
  const shown = value === undefined ? [] : [Number(value.toFixed(sheet.definition.decimals))]
  return [...new Set([...shown, numerator, denominator].filter((number) => number !== undefined && number !== 0))].filter((number) => number !== undefined)
}

interface Named {
  readonly definition: Definition
  readonly breakdown: string
  readonly period: string
}

/** The figure is named in the message too, for whoever reads only that. */
function faultOf({ definition, breakdown, period }: Named, because: string): Fault {
  const found = [definition.name, breakdown, periodName(period, definition)].filter((part) => part !== '').join(', ')
  return { field: definition.slug, found, message: `${found}: ${because}` }
}

function unsafeFault(figure: Named): Fault {
  return faultOf(figure, 'a small number here could be worked out from what is shown or public already, and what would hide it cannot be hidden any more.')
}

function tooLateFault({ sheet: { definition }, series: { breakdown }, point: { period } }: Place): Fault {
  return faultOf({ definition, breakdown, period }, 'this share is public already; with the denominator that this release brings, a small number could be worked out from it.')
}

function distinct(faults: readonly Fault[]): readonly Fault[] {
  return [...new Map(faults.map((fault) => [fault.message, fault])).values()]
}
