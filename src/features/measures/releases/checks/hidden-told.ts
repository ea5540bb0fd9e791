import { smallNumbersIn } from '../../disclosure/small-numbers.ts'
import type { HiddenFigure } from '../../disclosure/protect-sheets.ts'
import { asRead, numbersTold } from '../../disclosure/numbers-told.ts'
import { sentencesOf } from '../../commentary/claims/sentences.ts'
import { pointOf, type MeasureSheet } from '../../sheets/sheet.ts'
import { placesOfElse } from './counts-something-else.ts'
import { tellsHowManyOfEach } from './how-many-of-each.ts'
import { namesFigure, namesMeasure } from './names-measure.ts'
import { placesOfFigureBefore, placesShown } from './places-shown.ts'
import { shownNumbers } from './shown-numbers.ts'

/** Hidden figures, and the sheets that they are of. */
export interface KnownHidden {
  readonly figures: readonly HiddenFigure[]
  /** What wholes leave beside hidden parts. */
  readonly rests: readonly HiddenFigure[]
  /** As they stand in the work. */
  readonly sheets: readonly MeasureSheet[]
  /** As the public sees them. */
  readonly shown: readonly MeasureSheet[]
}

type Told = ReturnType<typeof smallNumbersIn>

/** The hidden numbers in a text. */
interface HiddenTold {
  readonly stops: Told
  /** Those that a figure of the same measure shows too, where the sentence does not name the hidden one. */
  readonly alsoShown: Told
  readonly warned: Told
}

/**
 * The hidden numbers in a text, sentence by sentence: those that stop it, those that are also shown, and those that are warned of. One that plainly counts something else is warned of, and so is one that another
 * measure hides, unless the figures that the text stands beside show it.
 */
export function hiddenTold(text: string, measure: string | undefined, { figures, rests, sheets, shown }: KnownHidden): HiddenTold {
  const mayBeElse = !tellsHowManyOfEach(text)
  const found = sentencesOf(text).map((sentence): HiddenTold => {
    const read = asRead(sentence)
    const numbers = new Set(numbersTold(read).map(({ number }) => number))
    const isTold = (figure: HiddenFigure) => figure.numbers.some((number) => numbers.has(number))
    const [mayBeTold, mayBeLeft] = [figures.filter(isTold), rests.filter(isTold)]
    const isSpokenOf = speaksOf(sentence, measure, sheets)
    const spokenOf = mayBeTold.filter(isSpokenOf)
    const ofMeasure = toldIn(sentence, spokenOf, sheets)
    const onlyHidden = placesOf(toldIn(sentence, spokenOf, sheets, (figure) => (namesHidden(sentence, figure, sheets) ? nothingShown : shownNumbers(figure.measure, shown))))
    const ofElse = mayBeElse ? placesOfElse(read, spokenOf.flatMap(({ measure: of, breakdown }) => sheets.filter(({ definition }) => definition.slug === of).map(({ definition }) => ({ definition, breakdown })))) : noPlaces
    const isSure = ({ at, isUnsure }: Told[number]) => !isUnsure && !ofElse.has(at)
    const sure = ofMeasure.filter(isSure)
    const left = notAt(toldIn(sentence, mayBeLeft.filter(isSpokenOf), sheets), placesOf(ofMeasure), placesOfFigureBefore(read, measure, shown))
    const elsewhere = notAt(toldIn(sentence, mayBeTold.filter((figure) => !isSpokenOf(figure)), sheets), placesOf([...ofMeasure, ...left]), placesShown(read, measure, shown))
    return {
      stops: sure.filter(({ at }) => onlyHidden.has(at)),
      alsoShown: sure.filter(({ at }) => !onlyHidden.has(at)),
      warned: [...ofMeasure.filter((one) => !isSure(one)), ...left, ...elsewhere],
    }
  })
  return { stops: found.flatMap(({ stops }) => stops), alsoShown: found.flatMap(({ alsoShown }) => alsoShown), warned: found.flatMap(({ warned }) => warned) }
}

const noPlaces: ReadonlySet<number> = new Set()

function notAt(told: Told, ...places: readonly ReadonlySet<number>[]): Told {
  return told.filter(({ at }) => !places.some((of) => of.has(at)))
}

const nothingShown: ReturnType<typeof shownNumbers> = { all: new Set(), values: new Set() }

function placesOf(told: Told): ReadonlySet<number> {
  return new Set(told.map(({ at }) => at))
}

/** Each place once. What is given in per cent tells no count, and how far two shares lie apart tells a share only by reckoning. */
function toldIn(sentence: string, figures: readonly HiddenFigure[], sheets: readonly MeasureSheet[], shownOf: (figure: HiddenFigure) => ReturnType<typeof shownNumbers> = () => nothingShown): Told {
  const left = (figure: HiddenFigure, numbers: readonly number[], shown: ReadonlySet<number>) => ({ ...figure, numbers: numbers.filter((number) => !shown.has(number)) })
  const asCounts = smallNumbersIn(sentence, figures.map((figure) => left(figure, figure.numbers, shownOf(figure).all)))
  const asShares = smallNumbersIn(sentence, figures.map((figure) => left(figure, sharesOf(figure, sheets), shownOf(figure).values)))
  const told = [...asCounts.filter(({ inPercent }) => inPercent === undefined), ...asShares.flatMap((one) => (one.inPercent === undefined ? [] : [{ ...one, isUnsure: one.isUnsure || one.inPercent === 'points' }]))]
  return told.toSorted((one, other) => one.at - other.at)
}

/** What of a hidden figure is a share. Its counts, and what a whole leaves beside it, are none. */
function sharesOf({ measure, area, breakdown, period, numbers }: HiddenFigure, sheets: readonly MeasureSheet[]): readonly number[] {
  const sheet = sheets.find(({ definition }) => definition.slug === measure)
  if (sheet === undefined) return numbers
  const { unit, decimals } = sheet.definition
  const role = sheet.series.find((series) => series.area === area)?.role
  const point = role && pointOf({ ...sheet, series: sheet.series.filter((series) => series.area === area) }, role, breakdown, period)
  const shares = [point?.value, point?.before?.value].map((value) => Number(value?.toFixed(decimals)))
  return unit === 'percent' ? numbers.filter((number) => shares.includes(number)) : []
}

function namesHidden(sentence: string, figure: HiddenFigure, sheets: readonly MeasureSheet[]): boolean {
  const sheet = sheets.find(({ definition }) => definition.slug === figure.measure)
  return sheet === undefined || namesFigure(sentence, figure, sheet)
}

function speaksOf(sentence: string, measure: string | undefined, sheets: readonly MeasureSheet[]): (figure: HiddenFigure) => boolean {
  const definitions = new Map(sheets.map(({ definition }) => [definition.slug, definition]))
  return (figure) => {
    const definition = definitions.get(figure.measure)
    return figure.measure === measure || (definition !== undefined && namesMeasure(sentence, definition, figure.breakdown))
  }
}
