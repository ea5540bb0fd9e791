import type { Definition } from '../../../definitions/definition.ts'
import type { MeasureSheet, SheetPoint } from '../../../sheets/sheet.ts'
import { sheet } from '../../testing.ts'

/** Numbers by name, and what adds up: the attacker knows which numbers are parts of which, and of the numbers only what is public. */
export interface Truth {
  readonly numbers: Map<string, number>
  readonly equations: (readonly (readonly [string, number])[])[]
}

/** The same numbers at every run (mulberry32). */
export function dice(seed: number): (faces: number) => number {
  let state = seed
  return (faces) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (((mixed ^ (mixed >>> 14)) >>> 0) % (faces * 1000)) % faces
  }
}

/** Mostly small, often nought, sometimes large. */
export function count(roll: (faces: number) => number): number {
  return [0, roll(6), 1 + roll(5), 1 + roll(5), roll(12), 6 + roll(30)][roll(6)] ?? 0
}

interface Named {
  readonly slug?: string
  readonly breakdown?: string
  readonly period?: string
  readonly part?: string
  readonly revision?: number
  readonly area?: string
}

export const quarters = ['2019-20-q1', '2019-20-q2', '2019-20-q3', '2019-20-q4'] as const
export const ages = ['age=a', 'age=b', 'age=c'] as const

export function nameOf({ slug = 'missing', breakdown = '', period = '2019-20-q4', part = 'value', revision = 1, area = 'own' }: Named): string {
  return `${slug}|${area}|${breakdown}|${period}|${part}@${revision}`
}

export function emptyTruth(): Truth {
  return { numbers: new Map(), equations: [] }
}

export function put(truth: Truth, named: Named, number: number): string {
  truth.numbers.set(nameOf(named), number)
  return nameOf(named)
}

/** The total of numbers, as a number of its own. */
export function sumUp(truth: Truth, named: Named, parts: readonly string[]): string {
  const name = put(truth, named, parts.reduce((sum, part) => sum + (truth.numbers.get(part) ?? 0), 0))
  truth.equations.push([...parts.map((part) => [part, 1] as const), [name, -1]])
  return name
}

/** A measure's sheet of all numbers of that slug. */
export function sheetOf({ numbers }: Pick<Truth, 'numbers'>, slug: string, changes: Partial<Definition> = {}): MeasureSheet {
  const series = new Map<string, Map<string, Partial<SheetPoint>>>()
  for (const [name, number] of numbers) {
    const [of = '', area = '', breakdown = '', period = '', last = ''] = name.split('|')
    const [part = '', revision = ''] = last.split('@')
    if (of !== slug) continue
    const key = `${area}${breakdown === '' ? '' : ` ${breakdown}`}`
    const points = series.get(key) ?? new Map<string, Partial<SheetPoint>>()
    const standing = points.get(period)
    if ((standing?.revision ?? 0) <= Number(revision)) points.set(period, { ...standing, [part]: number, revision: Number(revision) })
    series.set(key, points)
  }
  const whole = [...series].map(([key, points]) => [key, Object.fromEntries([...points].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([period, point]) => [period, withShare(point)]))] as const)
  return sheet(slug, Object.fromEntries(whole.toSorted(([one], [other]) => one.length - other.length)), changes)
}

function withShare(point: Partial<SheetPoint>): Partial<SheetPoint> {
  const { numerator, denominator } = point
  return numerator === undefined || denominator === undefined || denominator === 0 ? point : { ...point, value: Number(((100 * numerator) / denominator).toFixed(1)) }
}

/** A table of two dimensions with every total. */
export function table(truth: Truth, roll: (faces: number) => number, named: Named, [rows, columns]: readonly [number, number]): string {
  const at = (row: number, column: number) => ({ ...named, breakdown: `sex=s${row};age=a${column}` })
  const every = (length: number) => Array.from({ length }, (_, place) => place)
  for (const row of every(rows)) for (const column of every(columns)) put(truth, at(row, column), count(roll))
  const byRow = every(rows).map((row) => sumUp(truth, { ...named, breakdown: `sex=s${row}` }, every(columns).map((column) => nameOf(at(row, column)))))
  const byColumn = every(columns).map((column) => sumUp(truth, { ...named, breakdown: `age=a${column}` }, every(rows).map((row) => nameOf(at(row, column)))))
  const total = sumUp(truth, named, byRow)
  truth.equations.push([...byColumn.map((name) => [name, 1] as const), [total, -1]])
  return total
}

/** What is given: all but these numbers, which nobody publishes. */
export function without({ numbers, equations }: Truth, ...names: readonly string[]): Truth {
  return { numbers: new Map([...numbers].filter(([name]) => !names.includes(name))), equations }
}
