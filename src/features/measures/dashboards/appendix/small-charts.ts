import { countOf } from '#core/count-in-words.ts'
import { checksumOf } from '#platform/files/content-store.ts'
import { smallMultiples } from '#platform/charts/small-multiples.ts'
import { chartPoints } from '../../glance/chart-points.ts'
import { smallTrend } from '../../glance/trend.ts'
import type { Release, ReleaseEntry } from '../../releases/release.ts'
import { figureAndPeriod } from '../parts/figure-words.ts'
import { dashboardView } from '../view/dashboard-view.ts'
import { words } from './block-words.ts'
import type { ExceptionChart } from './exception-charts.ts'

/** Two pictures of so many fill a sheet of paper. */
const inPicture = 8
/** Seven or eight sheets of paper: of more measures the tables tell. */
export const mostDrawn = 15 * inPicture
/** Of fewer figures a drawing shows no shape. */
export const fewestFigures = 3

/** The small charts of a release, as pictures of many each, and which of its measures have none. */
export interface SmallCharts {
  readonly charts: readonly ExceptionChart[]
  /** How many have too few figures to be drawn, or come after those that are. */
  readonly left: number
}

/** How each measure went, at a glance, in the order of the dashboard: what is judged by heading, and then what is for context. */
export function smallCharts(release: Release, entries: readonly ReleaseEntry[]): SmallCharts {
  const { headed, context } = dashboardView({ release, entries, versions: [release] })
  const all = [...headed.flatMap((group) => group.entries), ...context]
  const drawn = all.filter(hasShape).slice(0, mostDrawn)
  const pictures = Array.from({ length: Math.ceil(drawn.length / inPicture) }, (_, index) => drawn.slice(index * inPicture, (index + 1) * inPicture))
  return { charts: pictures.map((shown, index) => pictureOf(shown, index + 1, pictures.length)), left: all.length - drawn.length }
}

function hasShape({ sheet }: ReleaseEntry): boolean {
  return chartPoints(sheet).filter(({ value }) => value !== undefined).length >= fewestFigures
}

function pictureOf(entries: readonly ReleaseEntry[], number: number, of: number): ExceptionChart {
  const title = `Small charts of ${countOf(entries.length, 'measures')}`
  const description = `${entries.map(({ sheet }) => `${sheet.definition.name}: ${figureAndPeriod(sheet)}`).join('; ')}.`
  const text = smallMultiples({ id: `small-charts-${number}`, title, description, charts: entries.map(({ sheet }) => smallTrend(sheet)) }).toString()
  const file = { checksum: checksumOf(Buffer.from(text)), mediaType: 'image/svg+xml' }
  const caption = of === 1 ? [] : words(`Small charts, ${number} of ${of}`)
  return { figure: { kind: 'figure', file, alternative: `${title}. ${description} Their last figures are in tables below.`, caption }, picture: { file, text } }
}
