import { judge } from '#core/statistics/xmr/judge.ts'
import type { Conventions, SeriesPoint } from '#core/statistics/xmr/series.ts'
import { inSeconds, type Report, type Row } from './report.ts'
import { alternate, median, seconds } from './rounds.ts'

const measures = 10_000
const points = 60
const rounds = 5

const conventions: Conventions = { polarity: 'higher', screen: true, beyondCounts: false }

/** Signal from noise in many series, beside the least that anybody could work out of them. */
export async function judgement(): Promise<Report> {
  const all = Array.from({ length: measures }, (_, measure) => seriesOf(measure))
  const found = { signals: 0, spread: 0 }
  const measured = await alternate(
    rounds,
    () => seconds(() => Promise.resolve((found.signals = all.filter((series) => judge(series, conventions).variation !== 'common-cause').length))),
    () => seconds(() => Promise.resolve((found.spread = all.reduce((sum, series) => sum + plainSpread(series), 0)))),
  )
  const [ours, theirs] = [median(measured.ours), median(measured.theirs)]
  const row: Row = { measure: 'limits, rules, variation, assurance and the sentence', ours: inSeconds(ours), alternative: inSeconds(theirs), ratio: (ours / theirs).toFixed(1), aim: '' }
  return {
    title: `Judging ${measures.toLocaleString('en-GB')} measures of ${points} points each`,
    against: 'the mean and the standard deviation of each, in one pass',
    rows: [row],
    notes: [`${Math.round((measures * points) / ours).toLocaleString('en-GB')} points a second; ${found.signals} of the measures showed a signal`, `median of ${rounds} readings in turn after one rehearsal`],
  }
}

/** A series about 100 with noise, a gap here and there, and in every third measure a shift half way. */
function seriesOf(measure: number): readonly SeriesPoint[] {
  let state = measure + 1
  const noise = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32 - 0.5
  }
  return Array.from({ length: points }, (_, place) => {
    const value = 100 + 20 * (noise() + noise()) + (measure % 3 === 0 && place >= points / 2 ? 25 : 0)
    return { period: `p${place}`, value: noise() > 0.48 ? undefined : value, target: 110 }
  })
}

function plainSpread(series: readonly SeriesPoint[]): number {
  let [count, sum, squares] = [0, 0, 0]
  for (const { value } of series) {
    if (value === undefined) continue
    count += 1
    sum += value
    squares += value * value
  }
  return Math.sqrt(squares / count - (sum / count) ** 2)
}
