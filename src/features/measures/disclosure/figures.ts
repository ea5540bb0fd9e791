import { plainQuotes } from '#core/plain-quotes.ts'
import type { Definition } from '../definitions/definition.ts'
import type { MeasureSheet, Role, SheetPoint, SheetSeries } from '../sheets/sheet.ts'
import { countedFields, policyOf, type Field } from './policies.ts'

/** A count that a reader could get, whatever its revision. */
export interface Figure {
  readonly key: string
  readonly definition: Definition
  readonly role: Role
  readonly area: string
  readonly breakdown: string
  readonly period: string
  /** The part of a point that it is, or what a share leaves. */
  readonly field: Field | 'left'
  /** What it counts, in the words of the definition; figures of the same name are the same. Empty where nothing is said. */
  readonly name: string
  /** By which dimensions it is added up, where nobody gives it: the end of its key. */
  readonly madeBy?: string
}

/** A point in its place. */
export interface Place {
  readonly sheet: MeasureSheet
  readonly series: SheetSeries
  readonly point: SheetPoint
}

/** What a sheet tells of it: the count, that it is hidden, or nothing at all. */
export type Told = { readonly count: number } | 'hidden'

/** The counts in a point, each with what is told of it. Parts of children, as in estimates, are no counts. */
export function figuresIn(sheet: Pick<MeasureSheet, 'definition'>, series: SheetSeries, point: SheetPoint): readonly { readonly figure: Figure; readonly told: Told }[] {
  const { definition } = sheet
  return countedFields(definition).flatMap((field) => {
    const told = toldOf(point, field, definition)
    return told === undefined ? [] : [{ figure: figureOf(definition, series, point, field), told }]
  })
}

function toldOf(point: SheetPoint, field: Field, { unit }: Definition): Told | undefined {
  // What was hidden may have had any of the parts that such a measure has.
  if (point.confidentiality !== 'open') return (unit === 'count') === (field === 'value') ? 'hidden' : undefined
  const count = point[field]
  return count === undefined || !Number.isSafeInteger(count) || count < 0 ? undefined : { count }
}

/** A part of a point as a figure. */
export function figureOf(definition: Definition, { role, area, breakdown }: SheetSeries, { period }: SheetPoint, field: Field): Figure {
  return { key: `${definition.slug}|${area}|${breakdown}|${period}|${field}`, definition, role, area, breakdown, period, field, name: nameOf(definition, field) }
}

/** Whether a small count of it has to be protected: not of a measure that is exempt, and what a share leaves only where the rule says so. */
export function isGuarded({ definition, field }: Pick<Figure, 'definition' | 'field'>): boolean {
  const policy = policyOf(definition)
  return policy !== undefined && (field !== 'left' || policy.hidesRest === true)
}

/** In what words a definition says what this part of its figures counts, whichever quotes and dashes a word processor has made of theirs. */
export function nameOf({ name, numerator, denominator }: Pick<Definition, 'name' | 'numerator' | 'denominator'>, field: Field): string {
  const words = field === 'value' ? name : field === 'numerator' ? numerator : denominator
  return plainQuotes((words ?? '').normalize('NFKC').replaceAll(/[ʼ´`]/g, "'")).toLowerCase().replaceAll(/[‐‑–—]/g, '-').replaceAll(/\s+/g, ' ').trim()
}

export function pointKey({ definition }: Pick<MeasureSheet, 'definition'>, { area, breakdown }: Pick<SheetSeries, 'area' | 'breakdown'>, { period }: Pick<SheetPoint, 'period'>): string {
  return `${definition.slug}|${area}|${breakdown}|${period}`
}
