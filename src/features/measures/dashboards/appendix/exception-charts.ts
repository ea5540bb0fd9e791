import { checksumOf } from '#platform/files/content-store.ts'
import type { Figure } from '#platform/documents/blocks.ts'
import type { QuotedPicture } from '#platform/documents/quoted.ts'
import { chartPoints } from '../../glance/chart-points.ts'
import { drawMeasure } from '../../measure-pages/measure-chart.ts'
import type { ReleaseEntry } from '../../releases/release.ts'

/** The chart of a measure, as a document shows it. */
export interface ExceptionChart {
  readonly figure: Figure
  readonly picture: QuotedPicture
}

/** The charts of what needs looking at first, and of what did last time, by measure; none of what is hidden, or has a single figure. */
export function exceptionCharts(entries: readonly ReleaseEntry[]): ReadonlyMap<string, ExceptionChart> {
  const shown = entries.filter(({ exception, sheet }) => exception !== 'none' && chartPoints(sheet).filter(({ value }) => value !== undefined).length > 1)
  return new Map(shown.map((entry) => [entry.measure, chartOf(entry)]))
}

function chartOf({ sheet }: ReleaseEntry): ExceptionChart {
  const { definition, judgement } = sheet
  const svg = drawMeasure(sheet, 'wide').toString()
  const file = { checksum: checksumOf(Buffer.from(svg)), mediaType: 'image/svg+xml' }
  const points = chartPoints(sheet)
  const alternative = `Chart of ${definition.name}, ${points[0]?.label ?? ''} to ${points.at(-1)?.label ?? ''}. ${judgement.sentence} Its last figures are in a table below.`
  return { figure: { kind: 'figure', file, alternative, caption: [] }, picture: { file, text: svg } }
}
