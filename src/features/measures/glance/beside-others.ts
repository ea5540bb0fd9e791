import { given } from '#core/given.ts'
import { againstOthers } from '../judgement/against-others.ts'
import type { BesideOther } from '../sheets/sheet-judgement.ts'
import { pointOf, seriesOf, type MeasureSheet, type SheetPoint } from '../sheets/sheet.ts'
import { periodName, shownPoint } from '../sheets/shown.ts'

/** One of those with whom a measure is compared, as texts. */
export interface BesideWords {
  /** England, West Midlands, Statistical neighbours. */
  readonly name: string
  /** "5.0% (2018/19)", "4.9% (mean of 9 of 10, 2018/19)" */
  readonly figure: string
  /** What the council is beside it: "worse"; "the council is higher; no test was made: the measure names no interval"; why nothing is said where nothing is. */
  readonly found: string
  /** The footnote of the other's figure. */
  readonly note?: string
}

/** England, the region and the neighbours beside the figure, each with the period of theirs and how it is made. Of those that have nothing recent, the last that they have, beside the council’s of that time. */
export function besideOthers(sheet: MeasureSheet): readonly BesideWords[] {
  return sheet.judgement.others.flatMap((other) => {
    const period = other.period ?? sheet.asOf
    const point = pointOf(sheet, other.role, '', period)
    const isGiven = point !== undefined && (point.value !== undefined || point.confidentiality !== 'open')
    const last = isGiven ? undefined : seriesOf(sheet, other.role)?.points.findLast(({ value }) => value !== undefined)
    if (last !== undefined) return [wordsOf(other, last, sheet, thenWords(last, sheet))]
    return point === undefined ? [] : [wordsOf(other, point, sheet, foundWords(other.found, point, sheet))]
  })
}

function wordsOf({ name }: BesideOther, point: SheetPoint, { definition }: MeasureSheet, found: string): BesideWords {
  return { name, figure: `${shownPoint(point, definition)} (${howMade(point)}${periodName(point.period, definition)})`, found, ...given('note', point.note) }
}

function howMade(point: SheetPoint | undefined): string {
  const made = point?.made
  return made === undefined ? '' : `${made.method} of ${made.used === made.of ? made.of : `${made.used} of ${made.of}`}, `
}

function foundWords(found: BesideOther['found'], point: SheetPoint, sheet: MeasureSheet): string {
  if (found.kind !== 'none') return found.kind
  const then = point.period === sheet.asOf ? undefined : pointOf(sheet, 'own', '', point.period)
  const now = plainly(pointOf(sheet)?.value, point.value, sheet, then?.value === undefined ? 'is' : 'is now') ?? 'not compared'
  return then?.value === undefined ? now : `the council had ${shownPoint(then, sheet.definition)} then; ${now}`
}

/** Beside a figure that is too old for the one of now: what the council was then. */
function thenWords(point: SheetPoint, sheet: MeasureSheet): string {
  const own = pointOf(sheet, 'own', '', point.period)
  const found = againstOthers({ value: own?.value, ...given('interval', own?.interval) }, point.value, sheet.definition.polarity)
  if (found.kind !== 'none') return `${found.kind} then`
  return plainly(own?.value, point.value, sheet, 'was then') ?? 'too long ago to be held beside it'
}

/** By nothing but arithmetic, on figures as they are written. */
function plainly(own: number | undefined, other: number | undefined, { definition: { decimals, interval } }: MeasureSheet, verb = 'is'): string | undefined {
  if (own === undefined || other === undefined) return undefined
  const difference = Number(own.toFixed(decimals)) - Number(other.toFixed(decimals))
  const untested = interval === 'none' ? '; no test was made: the measure names no interval' : ', chance was not ruled out'
  return difference === 0 ? `the council ${verb} the same` : `the council ${verb} ${difference > 0 ? 'higher' : 'lower'}${untested}`
}

/** "England 5.0% (2018/19): worse" */
export function besideInWords({ name, figure, found }: BesideWords): string {
  return `${name} ${figure}: ${found}`
}
