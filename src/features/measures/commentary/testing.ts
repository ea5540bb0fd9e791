import { given } from '#core/given.ts'
import { periodBefore } from '#core/periods/period-order.ts'
import { parsePeriod } from '#core/periods/period.ts'
import { definition } from '../definitions/definition.ts'
import { breakAt } from '../definitions/in-force.ts'
import { judgedSheet } from '../sheets/judged-sheet.ts'
import type { MeasureSheet, Role, SheetPoint, SheetSeries } from '../sheets/sheet.ts'

interface Drawn {
  /** Of the definition. */
  readonly changes?: object
  /** England’s figure, the region’s and the neighbours’ for the period, or those up to it. */
  readonly others?: Readonly<Partial<Record<Exclude<Role, 'own' | 'neighbour'>, number | readonly number[]>>>
  /** The figure of each statistical neighbour for the period. */
  readonly neighbours?: readonly number[]
  /** Half the width of each interval; none is known where it is left out. */
  readonly around?: number
  readonly target?: number
}

/** A sheet of quarters up to the fourth of 2019/20, with these own figures, the last of that quarter. */
export function sheetWith(values: readonly (number | undefined)[], { changes = {}, others = {}, neighbours = [], around, target }: Drawn = {}): MeasureSheet {
  const measure = definition.parse({
    slug: 'absence', name: 'Persistent absence', definition: 'Pupils who miss a tenth.', why: 'They miss out.', denominator: 'pupils', unit: 'percent', decimals: 1, polarity: 'lower',
    frequency: 'quarter', counting: 'period', source: { name: 'School census' }, steward: 'Intelligence', owner: 'Head of Inclusion', lag: { days: 30 },
    ...(target === undefined ? {} : { targets: [{ from: '2010-11-q1', value: target, whose: 'council', setBy: 'Cabinet' }] }), ...changes,
  })
  const asOf = '2019-20-q4'
  const interval = (value: number) => (around === undefined ? {} : { interval: { lower95: value - around, upper95: value + around, lower998: value - around, upper998: value + around, method: 'wilson' as const } })
  const own: SheetSeries = { role: 'own', area: 'E10000034', name: 'Worcestershire', breakdown: '', points: pointsTo(asOf, values).map((point) => ({ ...point, ...(point.value === undefined ? {} : interval(point.value)), ...given('brokenHere', breakAt(measure, { slug: point.period })?.reason) })) }
  const names = { england: 'England', region: 'West Midlands', neighbours: 'statistical neighbours' }
  const beside = (Object.keys(others) as (keyof typeof names)[]).map((role): SheetSeries => ({ role, area: role, name: names[role], breakdown: '', points: pointsTo(asOf, [others[role]].flat()) }))
  const each = neighbours.map((value, place): SheetSeries => ({ role: 'neighbour', area: `E${place}`, name: `Neighbour ${place + 1}`, breakdown: '', points: pointsTo(asOf, [value]) }))
  return judgedSheet({ definition: measure, asOf, series: [own, ...beside, ...each] })
}

function pointsTo(asOf: string, values: readonly (number | undefined)[]): SheetPoint[] {
  let period = parsePeriod(asOf, 'quarter')
  return values
    .toReversed()
    .map((value): SheetPoint => {
      const slug = period?.slug ?? ''
      period = period && periodBefore(period)
      return { period: slug, ...(value === undefined ? {} : { value }), status: value === undefined ? 'not-available' : 'final', confidentiality: 'open' }
    })
    .toReversed()
}

/** Twelve quarters of ten and twelve in turn, and what comes after them. */
export const calm = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12]
