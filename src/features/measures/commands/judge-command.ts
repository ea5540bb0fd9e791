import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { judge } from '#core/statistics/xmr/judge.ts'
import type { Judgement } from '#core/statistics/xmr/judgement.ts'
import type { Conventions, Polarity, SeriesPoint } from '#core/statistics/xmr/series.ts'
import { command, wrongUsage, type CommandAnswer, type WrongUsage } from '#platform/command/command.ts'
import { columns, seriesIn } from './series-given.ts'
import { tablesGiven } from './tables-given.ts'

const fewestInBaseline = 12

/** `judge FILE`: tells signal from noise in a series by the same rules as the pages. */
export const judgeCommand = command({
  name: 'judge',
  summary: 'Tell signal from noise in a series of figures',
  description:
    'FILE is a CSV file with the columns period,value and, if there are any, numerator,denominator,target,rebase: one line a period, in order of time. An empty value is a gap; a word or 1 in rebase begins new limits there.\n\nFor example: judge referrals.csv --polarity lower',
  needs: 'nothing',
  arguments: [{ name: 'file', summary: 'the series' }],
  options: {
    polarity: { type: 'string', summary: 'higher is better, lower is better, or neither (the usual)', value: 'higher|lower|neither' },
    baseline: { type: 'string', summary: 'make limits of the first N points of each segment, 12 at least', value: 'N' },
    screen: { type: 'string', summary: 'drop large moving ranges once before limits are drawn (on, the usual, or off)', value: 'on|off' },
    'beyond-counts': { type: 'string', summary: 'let points beyond a limit count towards two in three (off, the usual, or on)', value: 'on|off' },
    rolling: { type: 'string', summary: 'each value holds part of the one before, so no rule is applied (off, the usual, or on)', value: 'on|off' },
  },
  run: async ({ words, options }, io) => {
    const conventions = readConventions(options)
    if (!conventions.ok) return conventions
    const tables = await tablesGiven(words, io.folder, columns)
    if (!tables.ok) return tables
    const series = seriesIn(tables.value)
    if (!series.ok) return series
    return baselineFits(series.value, conventions.value) ?? ok(answer(judge(series.value, conventions.value)))
  },
})

interface Typed {
  readonly polarity?: string | undefined
  readonly baseline?: string | undefined
  readonly screen?: string | undefined
  readonly 'beyond-counts'?: string | undefined
  readonly rolling?: string | undefined
}

function readConventions(typed: Typed): { readonly ok: true; readonly value: Conventions } | WrongUsage {
  const polarity = (['higher', 'lower', 'neither'] satisfies Polarity[]).find((word) => word === (typed.polarity ?? 'neither'))
  if (polarity === undefined) return wrongUsage('Give --polarity as higher, lower or neither.')
  const baseline = typed.baseline === undefined ? undefined : Number(typed.baseline)
  if (baseline !== undefined && (!Number.isSafeInteger(baseline) || baseline < fewestInBaseline)) return wrongUsage(`Give --baseline as a whole number, ${fewestInBaseline} or more.`)
  const [screen, beyondCounts, isRolling] = [onOrOff(typed.screen, true), onOrOff(typed['beyond-counts'], false), onOrOff(typed.rolling, false)]
  if (screen === undefined || beyondCounts === undefined || isRolling === undefined) return wrongUsage('Give --screen, --beyond-counts and --rolling as on or off.')
  return { ok: true, value: { polarity, screen, beyondCounts, ...(isRolling ? { overlap: 'rolling' } : {}), ...(baseline === undefined ? {} : { baseline }) } }
}

function onOrOff(typed: string | undefined, usual: boolean): boolean | undefined {
  if (typed === undefined) return usual
  return typed === 'on' ? true : typed === 'off' ? false : undefined
}

/** Limits cannot be made of more points than there are; undefined where they are not to be. */
function baselineFits(series: readonly SeriesPoint[], { baseline }: Conventions): Outcome<never> | undefined {
  const points = series.filter(({ value }) => value !== undefined).length
  if (baseline === undefined || baseline <= points) return undefined
  const instead = points < fewestInBaseline ? 'Leave it out.' : `Give ${fewestInBaseline} to ${points}, or leave it out.`
  return refuse('invalid', `--baseline ${baseline} is more than the ${points} points with a value that the file has. ${instead}`)
}

function answer(judgement: Judgement): CommandAnswer {
  const { segments, points, variation, assurance, note } = judgement
  const json = {
    segments: segments.map(({ from, to, limits }) => ({ from, to, mean: exactly(limits?.mean), lower: exactly(limits?.lower), upper: exactly(limits?.upper), nearLower: exactly(limits?.nearLower), nearUpper: exactly(limits?.nearUpper) })),
    points: points.map(({ period, value, segment, flags, variation: kind }) => ({ period, value: value ?? null, segment, flags, kind: kind ?? null })),
    variation,
    assurance,
    note,
  }
  return { text: [note, '', ...segments.map(segmentLine), '', ...points.map(pointLine)].join('\n'), json }
}

function segmentLine({ from, to, limits }: Judgement['segments'][number]): string {
  const drawn = limits === undefined ? 'no limits' : `mean ${shortly(limits.mean)}, limits ${shortly(limits.lower)} to ${shortly(limits.upper)}`
  return `${from} to ${to}: ${drawn}`
}

function pointLine({ period, value, flags }: Judgement['points'][number]): string {
  return `  ${period.padEnd(12)} ${value === undefined ? 'no figure' : shortly(value)}${flags.length === 0 ? '' : `  ${flags.join(', ')}`}`
}

/** Without the noise of binary fractions: 72.76, and not 72.75999999999999. */
function exactly(value: number | undefined): number | null {
  return value === undefined ? null : Number(value.toPrecision(12))
}

function shortly(value: number): string {
  return String(Number(value.toFixed(4)))
}
