import { given } from '#core/given.ts'
import { comparePeriods, periodBefore } from '#core/periods/period-order.ts'
import type { Period } from '#core/periods/period.ts'
import type { Definition } from '../definitions/definition.ts'
import { kindOf, periodOf, type Whose } from '../definitions/frequencies.ts'
import { breakAt, targetsIn } from '../definitions/in-force.ts'
import type { Observation } from '../observations/observation.ts'
import { intervalOf } from './interval-of.ts'
import type { SheetPoint } from './sheet.ts'

/** A figure that stands, and what stood before it. */
export interface StandingFigure extends Observation {
  readonly revision: number
  readonly before?: Pick<Observation, 'value' | 'status'>
}

/** The points of one series in order of time, those after `until` left out, with a gap wherever a period between the first and the last has no figure. */
export function pointsOf(figures: readonly StandingFigure[], definition: Definition, whose: Whose, until: Period): readonly SheetPoint[] {
  const dated = figures.flatMap((figure) => {
    const period = periodOf(definition.frequency, figure.period, whose)
    return period === undefined || period.to > until.to ? [] : [{ period, point: pointOfFigure(figure, period, definition, whose) }]
  })
  const all = whose === 'own' ? [...dated, ...gapsIn(dated.map(({ period }) => period), definition)] : dated
  return all.toSorted((one, other) => comparePeriods(one.period, other.period)).map(({ point }) => point)
}

function pointOfFigure(figure: StandingFigure, period: Period, definition: Definition, whose: Whose): SheetPoint {
  const { value, numerator, denominator, status, note, reason, revision, before } = figure
  return {
    period: period.slug,
    ...given('value', value),
    ...given('numerator', numerator),
    ...given('denominator', denominator),
    ...given('interval', intervalIn(figure, definition)),
    status,
    confidentiality: 'open',
    ...(note === '' ? {} : { note }),
    revision,
    ...given('before', before === undefined ? undefined : { ...given('value', before.value), status: before.status, reason }),
    ...(whose === 'own' ? given('target', targetsIn(definition, period)[0]?.value) : {}),
    ...given('brokenHere', breakAt(definition, period)?.reason),
  }
}

function intervalIn(figure: Observation, definition: Definition): SheetPoint['interval'] {
  const interval = intervalOf(figure, definition)
  if (interval === undefined) return undefined
  const { value: _value, ...range } = interval
  return range
}

/** The periods of the measure's own kind between the first and the last that have no figure. Days follow no other. */
function gapsIn(periods: readonly Period[], definition: Definition): { readonly period: Period; readonly point: SheetPoint }[] {
  const kind = kindOf(definition.frequency)
  const own = periods.filter((period) => period.kind === kind).toSorted(comparePeriods)
  const [first, last] = [own[0], own.at(-1)]
  if (first === undefined || last === undefined) return []
  const known = new Set(own.map(({ slug }) => slug))
  const gaps = []
  for (let period = periodBefore(last); period !== undefined && period.to > first.to; period = periodBefore(period)) {
    if (!known.has(period.slug)) gaps.push({ period, point: { period: period.slug, status: 'not-available', confidentiality: 'open', ...given('target', targetsIn(definition, period)[0]?.value), ...given('brokenHere', breakAt(definition, period)?.reason) } as const })
  }
  return gaps
}
