import { numberInFile } from '#core/number-in-file.ts'
import type { Definition } from '../definitions/definition.ts'
import { usualRange } from '../definitions/units.ts'
import { figureFrom, whyNotFrom } from './follows.ts'
import { didYouMean } from './nearest-name.ts'
import { hasFigure, statuses, type CellFault, type Observation, type RowGiven, type Status } from './observation.ts'
import { whyNoNumber } from './why-no-number.ts'

/** The part of a row that is its figure. */
export type Figures = Pick<Observation, 'numerator' | 'denominator' | 'value' | 'status'>

/** The columns that hold numbers. */
type NumberColumn = 'numerator' | 'denominator' | 'value'

/** Beyond this a number is not kept exactly. */
const largest = 1e15

/** Reads the figure of a row by the definition of its measure; what is wrong joins the faults, and then what is given back is not to be used. */
export function readFigures(row: RowGiven, definition: Definition, faults: CellFault[]): Figures {
  const status = readStatus(row.status, faults)
  const given = { numerator: readNumber(row, 'numerator', faults), denominator: readNumber(row, 'denominator', faults), value: readNumber(row, 'value', faults) }
  if (faults.length > 0) return { status, ...given }
  if (!hasFigure(status)) {
    noneFaults(row, status, faults)
    return { status, numerator: undefined, denominator: undefined, value: undefined }
  }
  const figures = { status, ...given, value: given.value ?? derived(definition, given) }
  checkCounted(row, definition, figures, faults)
  checkValue(row, definition, figures, faults)
  return figures
}

/** Left empty it is final. */
function readStatus(written: string, faults: CellFault[]): Status {
  if (written === '') return 'final'
  const status = statuses.find((known) => known === written)
  if (status !== undefined) return status
  faults.push({ field: 'status', found: written, message: `Give one of: ${statuses.join(', ')}; left empty it is final.${didYouMean(written, statuses)}` })
  return 'final'
}

function readNumber(row: RowGiven, field: NumberColumn, faults: CellFault[]): number | undefined {
  const text = row[field]
  if (text === '') return undefined
  const read = numberInFile(text)
  if ('value' in read && Math.abs(read.value) < largest) return read.value
  const message = 'value' in read ? 'This number is too large to be a figure. Correct it.' : whyNoNumber(text)
  faults.push({ field, found: text, message })
  return undefined
}

function noneFaults(row: RowGiven, status: Status, faults: CellFault[]): void {
  for (const field of ['numerator', 'denominator', 'value'] as const)
    if (row[field] !== '') faults.push({ field, found: row[field], message: `With the status ${status} there is no figure. Leave this empty, or give another status.` })
}

/** A figure that is left empty where it follows from what was counted. */
function derived(definition: Definition, counted: Pick<Figures, 'numerator' | 'denominator'>): number | undefined {
  const figure = figureFrom(definition, counted)
  return figure === undefined ? undefined : Number(figure.toPrecision(12))
}

function checkCounted(row: RowGiven, { unit, range }: Definition, { numerator, denominator }: Figures, faults: CellFault[]): void {
  const countsChildren = unit === 'count' || unit === 'percent' || unit === 'rate'
  if (denominator !== undefined && denominator < 0) faults.push({ field: 'denominator', found: row.denominator, message: 'Give 0 or more.' })
  if (denominator === 0 && unit !== 'count') faults.push({ field: 'denominator', found: row.denominator, message: 'Of nothing there is no figure. Give the status as not-applicable and leave the figures empty.' })
  if (!countsChildren) return
  if (numerator !== undefined && numerator < 0 && (range?.lowest ?? 0) >= 0) faults.push({ field: 'numerator', found: row.numerator, message: 'Give 0 or more.' })
  const isPart = unit === 'percent' && (range?.highest ?? 100) <= 100
  if (isPart && numerator !== undefined && denominator !== undefined && numerator > denominator)
    faults.push({ field: 'numerator', found: row.numerator, message: `This is more than the denominator, ${row.denominator}. Correct the one that is wrong.` })
}

function checkValue(row: RowGiven, definition: Definition, { numerator, denominator, value }: Figures, faults: CellFault[]): void {
  if (faults.length > 0) return
  if (value === undefined) return void faults.push({ field: 'value', message: 'Give the figure, or the status not-available or not-applicable.' })
  const { lowest, highest } = { ...usualRange(definition.unit), ...definition.range }
  const range = lowest !== undefined && value < lowest ? `Give ${lowest} or more` : highest !== undefined && value > highest ? `Give at most ${highest}` : undefined
  if (range !== undefined) return void faults.push({ field: 'value', found: row.value, message: `${range}: the measure is ${inUnit(definition)}.` })
  if (row.value === '') return
  if (definition.unit === 'count' && definition.decimals === 0 && !Number.isInteger(value)) return void faults.push({ field: 'value', found: row.value, message: 'Give a whole number: the measure is a count.' })
  const why = whyNotFrom(definition, { numerator, denominator }, value, row.value)
  if (why !== undefined) faults.push({ field: 'value', found: row.value, message: why })
}

function inUnit({ unit, per, counted }: Definition): string {
  if (unit === 'percent') return 'a percentage'
  if (unit === 'rate') return `a rate per ${per ?? 1}`
  if (unit === 'count') return `a count${counted === undefined ? '' : ` of ${counted}`}`
  return `given in ${unit}`
}
