import { isSmall, type DisclosurePolicy } from '#core/suppression/policy.ts'
import type { Definition } from '../definitions/definition.ts'
import type { MeasureSheet, SheetPoint, SheetSeries } from '../sheets/sheet.ts'
import { nameOf, type Figure } from './figures.ts'
import { policyOf } from './policies.ts'
import { cellOf, families, familyOf, type World } from './world.ts'

/** A share or a rate whose numerator somebody could work out from a denominator that is told elsewhere. */
interface Implied {
  /** The denominator, and whether it is hidden. */
  readonly from: Figure | undefined
  readonly because: 'hidden' | 'small'
}

/**
 * What else a share or a rate rests on: the denominator of another measure with the same name, or its own where no numerator is given. Where that is hidden the
 * share would tell it; where it is shown, the share times the denominator may tell a small numerator, and an average of one to five children tells of each. Undefined where neither is so.
 */
export function impliedBy(world: World, { sheet, series, point }: { readonly sheet: MeasureSheet; readonly series: SheetSeries; readonly point: SheetPoint }, isHidden: (cell: number) => boolean): Implied | undefined {
  const { definition } = sheet
  const policy = policyOf(definition)
  if (policy === undefined || point.value === undefined) return undefined
  const [numerator, denominator] = (['numerator', 'denominator'] as const).map((field) => (point[field] === undefined ? figureNamed(world, { series, point, name: nameOf(definition, field), field }) : undefined))
  const hidden = [numerator, denominator].find((figure) => figure !== undefined && isHidden(cellOf(world, figure) ?? -1))
  if (hidden !== undefined) return { from: hidden, because: 'hidden' }
  const of = point.denominator ?? countIn(world, denominator)
  if (of !== undefined && scaleOf(definition) === undefined && isSmall(of, policy)) return { from: denominator, because: 'small' }
  if (point.numerator !== undefined || numerator !== undefined) return undefined
  return of !== undefined && shareTellsSmall(definition, point.value, of) ? { from: denominator, because: 'small' } : undefined
}

/** The numerator that a share or a rate without one gives away exactly, by its own denominator or by one of the same name. */
export function numeratorBehind(world: World, { definition }: Pick<MeasureSheet, 'definition'>, series: SheetSeries, point: SheetPoint): number | undefined {
  const scale = scaleOf(definition)
  if (scale === undefined || point.value === undefined || point.numerator !== undefined) return undefined
  const of = point.denominator ?? countIn(world, figureNamed(world, { series, point, name: nameOf(definition, 'denominator'), field: 'denominator' }))
  if (of === undefined) return undefined
  const { lowest, highest } = countsBehind(point.value, { of, scale, decimals: definition.decimals })
  return lowest === highest ? lowest : undefined
}

/** Whether a share or a rate of so many tells a small count: that of those who are counted or, where the rule says so, of those who are left. */
export function shareTellsSmall(definition: Definition, value: number, of: number): boolean {
  const [policy, scale] = [policyOf(definition), scaleOf(definition)]
  if (policy === undefined || scale === undefined) return false
  const { lowest, highest } = countsBehind(value, { of, scale, decimals: definition.decimals })
  const leavesSmall = policy.hidesRest === true && definition.unit === 'percent' && tellsSmall({ lowest: of - highest, highest: of - lowest }, policy)
  return leavesSmall || tellsSmall({ lowest, highest }, policy)
}

/** What a share of all of them is in its unit, a ratio as it is; none of what is no share, rate or ratio. */
export function scaleOf({ unit, per }: Definition): number | undefined {
  if (unit === 'percent') return 100
  if (unit === 'ratio') return 1
  return unit === 'rate' ? (per ?? 1) : undefined
}

function figureNamed(world: World, { series, point, name, field }: { readonly series: SheetSeries; readonly point: SheetPoint; readonly name: string; readonly field: Figure['field'] }): Figure | undefined {
  if (name === '') return undefined
  const place = families.place({ area: series.area, breakdown: series.breakdown, period: point.period } as Figure)
  return familyOf(world, 'place', place).find((figure) => figure.name === name && (figure.field === field || figure.field === 'value'))
}

function countIn(world: World, figure: Figure | undefined): number | undefined {
  const cell = figure === undefined ? undefined : cellOf(world, figure)
  return cell === undefined ? undefined : world.cells[cell]?.count
}

/** The whole numbers that give this share or rate of so many when it is rounded as it is. */
function countsBehind(value: number, { of, scale, decimals }: { readonly of: number; readonly scale: number; readonly decimals: number }): { readonly lowest: number; readonly highest: number } {
  const half = 0.5 * 10 ** -Math.max(decimals, decimalsOf(value))
  const nearly = 1e-9
  return { lowest: Math.max(0, Math.ceil(((value - half) * of) / scale - nearly)), highest: Math.floor(((value + half) * of) / scale + nearly) }
}

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0
}

/** Some small count is possible, and not all that the policy leaves open. */
export function tellsSmall({ lowest, highest }: { readonly lowest: number; readonly highest: number }, { smallest, largest }: DisclosurePolicy): boolean {
  const isPossible = lowest <= highest && highest >= smallest && lowest <= largest
  return isPossible && !(lowest <= smallest && highest >= largest)
}
