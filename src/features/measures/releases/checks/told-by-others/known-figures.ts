import { addDays, type LocalDate } from '#core/dates.ts'
import type { Definition } from '../../../definitions/definition.ts'
import { figureOf } from '../../../disclosure/figures.ts'
import type { Field } from '../../../disclosure/policies.ts'
import { lastDayOf, spanOf } from '../../../disclosure/spans.ts'
import { isGiven, type MeasureSheet, type SheetPoint } from '../../../sheets/sheet.ts'

/** A number of the council's own figures as staff know it, and whether a reader does. */
export interface KnownFigure {
  readonly definition: Definition
  readonly area: string
  readonly breakdown: string
  readonly period: string
  readonly field: Field
  readonly number: number
  /** The first day that it counts; none of a count on one day. */
  readonly from: LocalDate | undefined
  readonly to: LocalDate
  /** The day before the first, and the one after the last. */
  readonly dayBefore: LocalDate | undefined
  readonly dayAfter: LocalDate
  /** Whether the release or what is public shows it. */
  readonly isShown: boolean
  /** Whether the public has it already, or reads already that it is hidden. */
  readonly isPublic: boolean
}

export interface KnownFigures {
  readonly all: readonly KnownFigure[]
  readonly endingOn: (breakdown: string, day: LocalDate) => readonly KnownFigure[]
  readonly beginningOn: (breakdown: string, day: LocalDate) => readonly KnownFigure[]
  /** The same part of the figures of a measure for this breakdown and last day: two where a year ends with its quarter. */
  readonly at: (figure: KnownFigure, breakdown: string, day: LocalDate) => readonly KnownFigure[]
  /** The same for this first day. */
  readonly since: (figure: KnownFigure, breakdown: string, day: LocalDate) => readonly KnownFigure[]
  /** The same part of the figures of one measure, over all breakdowns and periods. */
  readonly like: (figure: KnownFigure) => readonly KnownFigure[]
}

/** What staff and readers know: `sheets` as they stand in the work, `beside` as readers can lay them beside each other, `published` as they have them already. */
export function knownFigures(sheets: readonly MeasureSheet[], beside: readonly MeasureSheet[], published: readonly MeasureSheet[]): KnownFigures {
  const working = new Set(sheets.map(({ definition }) => definition.slug))
  const days = new Map<string, LocalDate>()
  const dayBeside: DayBeside = (day, step) => {
    const beside = days.get(`${day}|${step}`) ?? addDays(day, step)
    days.set(`${day}|${step}`, beside)
    return beside
  }
  const [shown, standing] = [pointsIn(beside), pointsIn(published)]
  const all = [...sheets, ...beside.filter(({ definition }) => !working.has(definition.slug))].flatMap((sheet) => figuresOf(sheet, { shown, standing, dayBeside }))
  const ending = Map.groupBy(all, ({ breakdown, to }) => `${breakdown}|${to}`)
  const beginning = Map.groupBy(all, ({ breakdown, from }) => `${breakdown}|${from}`)
  const alike = Map.groupBy(all, keyOf)
  const begun = Map.groupBy(all, (figure) => `${keyOf(figure)}|${figure.breakdown}|${figure.from}`)
  const placed = Map.groupBy(all, (figure) => `${keyOf(figure)}|${figure.breakdown}|${figure.to}`)
  return {
    all,
    endingOn: (breakdown, day) => ending.get(`${breakdown}|${day}`) ?? [],
    beginningOn: (breakdown, day) => beginning.get(`${breakdown}|${day}`) ?? [],
    at: (figure, breakdown, day) => placed.get(`${keyOf(figure)}|${breakdown}|${day}`) ?? [],
    since: (figure, breakdown, day) => begun.get(`${keyOf(figure)}|${breakdown}|${day}`) ?? [],
    like: (figure) => alike.get(keyOf(figure)) ?? [],
  }
}

/** Whether both are the same part of the figures of one measure. */
export function isAlike(one: KnownFigure, other: KnownFigure): boolean {
  return one.definition.slug === other.definition.slug && one.field === other.field
}

/** Whether both begin on one day; a count on a day is of the time that ends with it. */
export function isSameTime({ from }: Pick<KnownFigure, 'from'>, other: KnownFigure): boolean {
  return from === other.from || from === undefined || other.from === undefined
}

type Points = ReadonlyMap<string, SheetPoint>

function pointsIn(sheets: readonly MeasureSheet[]): Points {
  return new Map(sheets.flatMap(({ definition, series }) => series.filter(({ role }) => role === 'own').flatMap(({ breakdown, points }) => points.map((point) => [`${definition.slug}|${breakdown}|${point.period}`, point] as const))))
}

/** Days are slow to reckon, and figures are of the same few. */
type DayBeside = (day: LocalDate, step: 1 | -1) => LocalDate

function figuresOf(sheet: MeasureSheet, { shown, standing, dayBeside }: { readonly shown: Points; readonly standing: Points; readonly dayBeside: DayBeside }): readonly KnownFigure[] {
  const { definition } = sheet
  return sheet.series.filter(({ role }) => role === 'own').flatMap((series) =>
    series.points.flatMap((point) => {
      const place = `${definition.slug}|${series.breakdown}|${point.period}`
      const was = standing.get(place)
      return (['value', 'numerator', 'denominator'] as const).flatMap((field): KnownFigure[] => {
        const [number, figure] = [point[field], figureOf(definition, series, point, field)]
        const [span, to] = [spanOf(figure), lastDayOf(figure)]
        if (number === undefined || to === undefined) return []
        const isPublic = was !== undefined && isGiven(was) && (was.confidentiality !== 'open' || was[field] === number)
        return [{ definition, area: series.area, breakdown: series.breakdown, period: point.period, field, number, from: span?.from, to, dayBefore: span && dayBeside(span.from, -1), dayAfter: dayBeside(to, 1), isShown: shown.get(place)?.[field] !== undefined, isPublic }]
      })
    }),
  )
}

function keyOf({ definition, field }: KnownFigure): string {
  return `${definition.slug}|${field}`
}
