import type { BesideOther } from '../sheets/sheet-judgement.ts'
import { pointOf, type MeasureSheet, type SheetPoint } from '../sheets/sheet.ts'
import { periodName, shownPoint, shownValue } from '../sheets/shown.ts'

/** One of those with whom a measure is compared, as texts. */
export interface BesideWords {
  /** England, West Midlands, Statistical neighbours. */
  readonly name: string
  /** "5.0% (2018/19)", "4.9% (mean of 9 of 10, 2018/19)" */
  readonly figure: string
  /** "worse"; why there is no such word where there is none. */
  readonly found: string
}

/** England, the region and the neighbours beside the figure, each with the period of theirs and how it is made. */
export function besideOthers(sheet: MeasureSheet): readonly BesideWords[] {
  return sheet.judgement.others.flatMap((other) => {
    const found = other.found
    const period = other.period ?? sheet.asOf
    const point = pointOf(sheet, other.role, '', period)
    const shown = point === undefined ? shownOf(found, sheet) : shownPoint(point, sheet.definition)
    return shown === undefined ? [] : [{ name: other.name, figure: `${shown} (${howMade(point)}${periodName(period, sheet.definition)})`, found: foundWords(found) }]
  })
}

function shownOf(found: BesideOther['found'], { definition }: MeasureSheet): string | undefined {
  return found.kind === 'none' ? undefined : shownValue(found.other, definition)
}

function howMade(point: SheetPoint | undefined): string {
  const made = point?.made
  return made === undefined ? '' : `${made.method} of ${made.used === made.of ? made.of : `${made.used} of ${made.of}`}, `
}

function foundWords(found: BesideOther['found']): string {
  if (found.kind !== 'none') return found.kind
  return found.why === 'no-interval' ? 'not judged' : 'not compared'
}

/** "England 5.0% (2018/19): worse" */
export function besideInWords({ name, figure, found }: BesideWords): string {
  return `${name} ${figure}: ${found}`
}
