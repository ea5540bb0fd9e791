import { given } from '#core/given.ts'
import { definition, type Definition } from '../definitions/definition.ts'
import { judgedSheet } from '../sheets/judged-sheet.ts'
import type { MeasureSheet, Role, SheetPoint } from '../sheets/sheet.ts'

const usual = {
  definition: 'What it is.',
  why: 'Families ask.',
  unit: 'count',
  decimals: 0,
  polarity: 'neither',
  frequency: 'quarter',
  counting: 'period',
  source: { name: 'Return' },
  steward: 'Business Intelligence',
  owner: 'Head of Inclusion',
  lag: { days: 30 },
} as const

/** A count, or a share as `[numerator, denominator]`, or a point in full. */
type Given = number | readonly [numerator: number, denominator: number] | Partial<SheetPoint>

/** Series by role and breakdown, such as `own phase=primary` or `own`, each with what is given of each period. */
export type GivenSeries = Readonly<Record<string, Readonly<Record<string, Given>>>>

/** A sheet of a measure of this slug; a neighbour is named by its area: `neighbour:E10000014`. */
export function sheet(slug: string, series: GivenSeries, changes: Partial<Definition> = {}): MeasureSheet {
  const made = definition.parse({ slug, name: slug, ...usual, ...changes })
  const all = Object.entries(series).map(([name, points]) => {
    const [who = 'own', breakdown = ''] = name.split(' ')
    const [role = 'own', area = role] = who.split(':')
    return { role: role as Role, area, name: area, breakdown, points: Object.entries(points).map(([period, what]) => pointOf(period, what, made)) }
  })
  return judgedSheet({ definition: made, asOf: all[0]?.points.at(-1)?.period ?? '2019-20-q4', series: all })
}

function pointOf(period: string, what: Given, { unit, decimals, per }: Definition): SheetPoint {
  const standing = { period, status: 'final', confidentiality: 'open', revision: 1 } as const
  if (typeof what === 'number') return { ...standing, value: what }
  if (!isPair(what)) return { ...standing, ...what }
  const [numerator, denominator] = what
  const value = denominator === 0 ? undefined : Number(((numerator / denominator) * (unit === 'rate' ? (per ?? 1) : 100)).toFixed(decimals))
  return { ...standing, numerator, denominator, ...given('value', value) }
}

function isPair(what: Given): what is readonly [number, number] {
  return Array.isArray(what)
}
