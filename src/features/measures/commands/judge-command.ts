import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { parsePeriod } from '#core/periods/period.ts'
import { judge } from '#core/statistics/xmr/judge.ts'
import type { Judgement } from '#core/statistics/xmr/judgement.ts'
import type { Conventions, Polarity, SeriesPoint } from '#core/statistics/xmr/series.ts'
import { command, wrongUsage, type CommandAnswer, type WrongUsage } from '#platform/command/command.ts'
import type { Columns, CsvRow } from '#platform/files/csv-rows.ts'
import { numberIn, tablesGiven, type TableGiven } from './tables-given.ts'

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
    return series.ok ? ok(answer(judge(series.value, conventions.value))) : series
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

type Column = 'period' | 'value' | 'numerator' | 'denominator' | 'target' | 'rebase'
const columns: Columns<Column> = { needed: ['period', 'value'], optional: ['numerator', 'denominator', 'target', 'rebase'] }

function seriesIn(tables: readonly TableGiven<Column>[]): Outcome<SeriesPoint[]> {
  const faults: Fault[] = []
  const met = new Set<string>()
  let last = ''
  const points = tables.flatMap(({ file, rows }) =>
    rows.map((row) => {
      faults.push(...periodFaults(file, row, { met, last }))
      last = row.cells.period
      met.add(last)
      return pointIn(file, row, faults)
    }),
  )
  return faults.length > 0 ? refuse('invalid', 'The series was not judged, because of what is listed here.', faults) : ok(points)
}

function periodFaults(file: string, { row, cells: { period } }: CsvRow<Column>, { met, last }: { readonly met: ReadonlySet<string>; readonly last: string }): Fault[] {
  if (period === '') return [{ file, row, field: 'period', message: 'Name the period, such as 2022-04.' }]
  if (met.has(period)) return [{ file, row, field: 'period', found: period, message: 'This period is given already. Give each once, in order of time.' }]
  const [before, here] = [parsePeriod(last), parsePeriod(period)]
  const isEarlier = before !== undefined && here !== undefined && before.kind === here.kind && here.to < before.to
  return isEarlier ? [{ file, row, field: 'period', found: period, message: `This comes before ${before.slug} in the line above. Give the periods in order of time.` }] : []
}

function pointIn(file: string, given: CsvRow<Column>, faults: Fault[]): SeriesPoint {
  const { row, cells } = given
  const number = (field: Column) => (cells[field] === '' ? undefined : numberIn(file, given, field, faults))
  const [value, numerator, denominator, target] = [number('value'), number('numerator'), number('denominator'), number('target')]
  if (denominator !== undefined && denominator <= 0 && value !== undefined)
    faults.push({ file, row, field: 'denominator', found: cells.denominator, message: 'Give a number above 0, or leave the value empty.' })
  if (numerator !== undefined && numerator < 0) faults.push({ file, row, field: 'numerator', found: cells.numerator, message: 'Give a number, 0 or more.' })
  const isRebase = !['', '0', 'no', 'false'].includes(cells.rebase.toLowerCase())
  return { period: cells.period, value, isRebase, ...(target === undefined ? {} : { target }) }
}

function answer(judgement: Judgement): CommandAnswer {
  const { segments, points, variation, assurance, note } = judgement
  const json = {
    segments: segments.map(({ from, to, limits }) => ({ from, to, mean: limits?.mean ?? null, lower: limits?.lower ?? null, upper: limits?.upper ?? null, nearLower: limits?.nearLower ?? null, nearUpper: limits?.nearUpper ?? null })),
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

function shortly(value: number): string {
  return String(Number(value.toFixed(4)))
}
