import type { Definition } from '../definitions/definition.ts'
import { periodOf } from '../definitions/frequencies.ts'
import { targetsIn } from '../definitions/in-force.ts'
import { isTargetOfOtherDefinition, otherTarget } from '../glance/target-words.ts'
import { againstTarget } from '../judgement/against-target.ts'
import type { ReleaseEntry } from '../releases/release.ts'
import { countedBy } from '../sheets/counted-by.ts'
import { pointOf, type MeasureSheet, type SheetPoint, type SheetSeries } from '../sheets/sheet.ts'
import { shorthandOf } from '../sheets/shown.ts'
import { given } from '#core/given.ts'
import type { Beside, FigureRow } from './figure-row.ts'
import { judgingRule } from './judging-rule.ts'

/** What of an entry its rows are made of. */
type Told = Pick<ReleaseEntry, 'measure' | 'heading' | 'sheet' | 'isConfirmed'>

/** The figures of these measures in long form: one row for each measure, area, breakdown and period, in the order of the entries and of time. */
export function longForm(entries: readonly Told[]): readonly FigureRow[] {
  return entries.flatMap((entry) => {
    const judgedBy = judgingRule(entry.sheet.definition)
    const variations = new Map(entry.sheet.process?.points.map(({ period, variation }) => [period, variation]))
    return entry.sheet.series.flatMap((series) => series.points.map((point) => rowOf(entry, series, point, { judgedBy, variations })))
  })
}

interface Judging {
  readonly judgedBy: string
  readonly variations: ReadonlyMap<string, string | undefined>
}

function rowOf(entry: Told, series: SheetSeries, point: SheetPoint, judging: Judging): FigureRow {
  const { definition } = entry.sheet
  const period = periodOf(definition.frequency, point.period, series.role === 'own' ? 'own' : 'others')
  return {
    measure: entry.measure,
    measureName: definition.name,
    heading: entry.heading,
    period: point.period,
    from: period?.from,
    to: period?.to,
    area: series.area,
    areaName: series.name,
    role: series.role,
    breakdown: series.breakdown === '' ? 'all' : series.breakdown,
    ...figurePart(point, definition),
    ...judgementPart(entry, series, point, judging),
    comparatorMethod: point.made?.method,
    comparatorUsed: point.made?.used,
    comparatorOf: point.made?.of,
    polarity: definition.polarity,
    definitionVersion: countedBy(entry.sheet, point.period, series.role).version,
    breakReason: point.brokenHere,
    note: point.note,
    source: definition.source.name,
  }
}

type FigurePart = Pick<
  FigureRow,
  | 'numerator' | 'denominator' | 'value' | 'unit' | 'per' | 'decimals' | 'lower95' | 'upper95' | 'lower998' | 'upper998' | 'intervalMethod' | 'status' | 'confidentiality' | 'instead' | 'shorthand'
  | 'revision' | 'valueBefore' | 'revisedBecause'
>

function figurePart(point: SheetPoint, definition: Definition): FigurePart {
  const { unit, per, decimals } = definition
  const { instead, behind } = shorthandOf(point, definition)
  const rounded = (value: number | undefined, places = decimals) => (value === undefined ? undefined : Number(value.toFixed(places)))
  // Of whole numbers the limits are not whole.
  const limit = (value: number | undefined) => rounded(value, Math.max(decimals, 1))
  const { interval, before } = point
  return {
    numerator: point.numerator,
    denominator: point.denominator,
    value: rounded(point.value),
    unit,
    per,
    decimals,
    lower95: limit(interval?.lower95),
    upper95: limit(interval?.upper95),
    lower998: limit(interval?.lower998),
    upper998: limit(interval?.upper998),
    intervalMethod: interval?.method,
    status: point.status,
    confidentiality: point.confidentiality,
    instead,
    shorthand: [...(instead === undefined ? [] : [instead]), ...behind],
    revision: point.revision,
    valueBefore: rounded(before?.value),
    revisedBecause: before?.reason,
  }
}

type JudgementPart = Pick<
  FigureRow,
  'target' | 'targetWhose' | 'targetSetBy' | 'targetSetOn' | 'otherTarget' | 'otherTargetFrom' | 'otherTargetTo' | 'againstTarget' | 'variation' | 'assurance' | 'england' | 'region' | 'neighbours' | 'rag' | 'ragBecause' | 'judgedBy' | 'isConfirmed'
>

const unjudged: JudgementPart = {
  target: undefined, targetWhose: undefined, targetSetBy: undefined, targetSetOn: undefined, otherTarget: undefined, otherTargetFrom: undefined, otherTargetTo: undefined, againstTarget: undefined, variation: undefined, assurance: undefined,
  england: undefined, region: undefined, neighbours: undefined, rag: undefined, ragBecause: undefined, judgedBy: undefined, isConfirmed: undefined,
}

/** Only the council’s own figures of all together are judged; of those the one that the release is about in all its parts. */
function judgementPart({ sheet, isConfirmed }: Told, { role, breakdown }: SheetSeries, point: SheetPoint, { judgedBy, variations }: Judging): JudgementPart {
  if (role !== 'own' || breakdown !== '') return unjudged
  const inForce = { ...unjudged, ...targetPart(sheet, point), variation: variations.get(point.period), judgedBy }
  if (point.period !== sheet.asOf) return inForce
  const { time, rag, derivation } = sheet.judgement
  const other = isTargetOfOtherDefinition(sheet) ? undefined : otherTarget(sheet)
  return { ...inForce, otherTarget: other?.value, otherTargetFrom: other?.from, otherTargetTo: other?.to, variation: time.variation, assurance: time.assurance, ...besidePart(sheet), rag, ragBecause: derivation, isConfirmed }
}

function targetPart({ definition }: MeasureSheet, { period: slug, target, value, interval }: SheetPoint): Pick<FigureRow, 'target' | 'targetWhose' | 'targetSetBy' | 'targetSetOn' | 'againstTarget'> {
  const period = periodOf(definition.frequency, slug)
  const of = period === undefined ? undefined : targetsIn(definition, period).find((one) => one.value === target)
  const { kind } = againstTarget({ value, ...given('interval', interval) }, target, definition.polarity)
  return { target, targetWhose: of?.whose, targetSetBy: of?.setBy, targetSetOn: of?.setOn, againstTarget: kind === 'none' ? undefined : kind }
}

function besidePart(sheet: MeasureSheet): Pick<FigureRow, 'england' | 'region' | 'neighbours'> {
  const beside = (role: 'england' | 'region' | 'neighbours'): Beside | undefined => {
    const other = sheet.judgement.others.find((one) => one.role === role)
    if (other === undefined) return undefined
    const { found, period = sheet.asOf } = other
    const value = pointOf(sheet, role, '', period)?.value
    return { value: value === undefined ? undefined : Number(value.toFixed(sheet.definition.decimals)), period: value === undefined ? undefined : period, found: found.kind === 'none' ? undefined : found.kind }
  }
  return { england: beside('england'), region: beside('region'), neighbours: beside('neighbours') }
}
