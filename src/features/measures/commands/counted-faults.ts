import type { Fault } from '#core/outcome.ts'
import type { Definition } from '../definitions/definition.ts'
import { whyNotFrom } from '../observations/follows.ts'

/** What a row says of how its value was counted, as far as it could be read. */
export interface CountedRow {
  readonly row: number
  readonly value: number | undefined
  /** The value as it was written: its decimals are the rounding that it may have. */
  readonly written: string
  readonly numerator: number | undefined
  readonly denominator: number | undefined
}

type Unit = Pick<Definition, 'unit' | 'per' | 'interval'>

/** What a value can be beside what was counted. The file does not say it, so that it is the one that bears most rows. */
const units: readonly Unit[] = [{ unit: 'percent', interval: 'none' }, ...[1, 1000, 10_000, 100_000].map((per): Unit => ({ unit: 'rate', per, interval: 'none' }))]

/** What is wrong with the numerator and the denominator of each row, and with its value beside them. */
export function countedFaults(file: string, rows: readonly CountedRow[]): readonly (readonly Fault[])[] {
  const unit = unitOf(rows)
  return rows.map((row): Fault[] => {
    const { numerator, denominator, value, written } = row
    const fault = (field: string, found: number | string, message: string): Fault[] => [{ file, row: row.row, field, found: String(found), message }]
    if (numerator !== undefined && numerator < 0) return fault('numerator', numerator, 'Give a number, 0 or more.')
    if (denominator !== undefined && denominator <= 0 && value !== undefined) return fault('denominator', denominator, 'Give a number above 0, or leave the value empty.')
    if (numerator !== undefined && denominator !== undefined && numerator > denominator && unit.per !== 1) return fault('numerator', numerator, `This is more than the denominator, ${denominator}. Correct the one that is wrong.`)
    const why = whyNot(row, unit)
    return why === undefined ? [] : fault('value', written, why)
  })
}

function unitOf(rows: readonly CountedRow[]): Unit {
  const misfits = (unit: Unit) => rows.filter((row) => whyNot(row, unit) !== undefined).length
  const [first = { unit: 'percent', interval: 'none' } satisfies Unit] = units.toSorted((one, other) => misfits(one) - misfits(other))
  return first
}

function whyNot({ value, written, numerator, denominator }: CountedRow, unit: Unit): string | undefined {
  if (value === undefined || Number.isNaN(value) || numerator === undefined || denominator === undefined) return undefined
  const decimals = written.split('.')[1]?.length ?? 0
  return whyNotFrom({ ...unit, decimals: Math.max(decimals, 1) }, { numerator, denominator }, value, written)
}
