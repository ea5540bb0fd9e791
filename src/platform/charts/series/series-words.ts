import type { Variation } from '#core/statistics/xmr/series.ts'
import { countOf } from '#core/count-in-words.ts'
import { eventsOf } from './events.ts'
import { stretchesOf, type DrawnSeries } from './series-chart.ts'

/** The drawing in words, for readers who do not see it: what was given, then the points, the lines and what stands out. */
export function seriesInWords(series: DrawnSeries): string {
  const lines = [...levelsOf(series), ...targetsOf(series), ...othersOf(series)]
  const standingOut = [...flaggedOf(series), provisionalOf(series), ...eventsOf(series).map(({ text }) => text)]
  const sentences = [series.description, spanOf(series), ...lines, ...standingOut]
  return sentences.flatMap((sentence) => (sentence === undefined || sentence === '' ? [] : [ended(sentence)])).join(' ')
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
}

function spanOf({ points, format }: DrawnSeries): string {
  const known = points.flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]))
  const [first, last] = [points[0], known.at(-1)]
  if (first === undefined || last === undefined) return 'A line chart without any figure'
  const ordered = known.toSorted((one, other) => one.value - other.value)
  const [lowest, highest] = [ordered[0] ?? last, ordered.at(-1) ?? last]
  const gaps = points.length - known.length
  const missing = gaps === 0 ? '' : `, ${countOf(gaps, 'periods')} of them without a figure`
  const said = (point: typeof last) => `${format(point.value)} (${point.label})`
  const span = `A line chart of ${countOf(points.length, 'periods')} from ${first.label} to ${points.at(-1)?.label}${missing}`
  return `${span}. Last figure ${said(last)}; lowest ${said(lowest)}; highest ${said(highest)}`
}

function levelsOf({ points, segments, median, format }: DrawnSeries): string[] {
  const limits = segments[points.at(-1)?.segment ?? 0]?.limits
  const middle = median === undefined ? [] : [`Median ${format(median)}`]
  return limits === undefined ? middle : [...middle, `Mean ${format(limits.mean)}, limits ${format(limits.lower)} and ${format(limits.upper)}`]
}

function targetsOf({ points, format, formatTarget = format }: DrawnSeries): string[] {
  return stretchesOf(points, ({ target }) => target).map(({ from, to, value }) => `Target ${formatTarget(value)} from ${points[from]?.label} to ${points[to]?.label}`)
}

function othersOf({ others = [], points, format }: DrawnSeries): string[] {
  return others.flatMap(({ name, values }) => {
    const index = values.findLastIndex((value) => value !== undefined)
    const value = values[index]
    return value === undefined ? [] : [`${name} ${format(value)} (${points[index]?.label})`]
  })
}

const flaggedWords: Record<Exclude<Variation, 'common-cause'>, string> = {
  'improving-high': 'Marked as improving, high',
  'improving-low': 'Marked as improving, low',
  'concerning-high': 'Marked as concerning, high',
  'concerning-low': 'Marked as concerning, low',
  'change-high': 'Marked as a change, high',
  'change-low': 'Marked as a change, low',
}

function flaggedOf({ points }: DrawnSeries): string[] {
  const stretches = stretchesOf(points, ({ variation }) => (variation === 'common-cause' ? undefined : variation))
  const kinds = [...new Set(stretches.map(({ value }) => value))]
  return kinds.map((kind) => {
    const spanOf = (from: number, to: number) => (from === to ? points[from]?.label : `${points[from]?.label} to ${points[to]?.label}`)
    const spans = stretches.filter(({ value }) => value === kind).map(({ from, to }) => spanOf(from, to))
    return `${flaggedWords[kind]}: ${spans.join(', ')}`
  })
}

function provisionalOf({ points }: DrawnSeries): string | undefined {
  const found = points.filter(({ value, isProvisional }) => value !== undefined && isProvisional === true).map(({ label }) => label)
  return found.length === 0 ? undefined : `Provisional: ${found.join(', ')}`
}
