import { parsePeriod, type Period, type PeriodKind } from '#core/periods/period.ts'

/** How often there is a figure. */
export const frequencies = ['month', 'quarter', 'term', 'academic-year', 'financial-year', 'calendar-year', 'snapshot'] as const
export type Frequency = (typeof frequencies)[number]

interface Kinds {
  /** Of the measure's own figures; the first is the usual one. */
  readonly own: readonly [PeriodKind, ...PeriodKind[]]
  readonly example: string
  /** How many to a year; none where days are counted. */
  readonly inYear: number
}

/** Months and quarters may have the outturn of their year beside them. */
const kinds: Readonly<Record<Frequency, Kinds>> = {
  month: { own: ['month', 'outturn'], example: '2022-04', inYear: 12 },
  quarter: { own: ['quarter', 'outturn'], example: '2019-20-q1', inYear: 4 },
  term: { own: ['term'], example: '2022-23-ay-autumn', inYear: 3 },
  'academic-year': { own: ['academic-year'], example: '2022-23-ay', inYear: 1 },
  'financial-year': { own: ['financial-year', 'outturn'], example: '2022-23', inYear: 1 },
  'calendar-year': { own: ['calendar-year'], example: '2022', inYear: 1 },
  snapshot: { own: ['day'], example: '2022-03-31', inYear: 1 },
}

const years: readonly PeriodKind[] = ['financial-year', 'academic-year', 'calendar-year', 'outturn']

/** Whose figure it is: England and others are often known by the year only. */
export type Whose = 'own' | 'others'

/** Reads the period of a figure of a measure of this frequency; undefined where it is none, or one of another frequency. */
export function periodOf(frequency: Frequency, slug: string, whose: Whose = 'own'): Period | undefined {
  const { own } = kinds[frequency]
  const taken = whose === 'own' ? own : [...own, ...years]
  const period = parsePeriod(slug, own[0])
  return period !== undefined && taken.includes(period.kind) ? period : undefined
}

/** The kind of period that a measure of this frequency is counted in: the outturn of a year stands beside it. */
export function kindOf(frequency: Frequency): PeriodKind {
  return kinds[frequency].own[0]
}

/** A period as files write it: for "Give … such as 2019-20-q1". */
export function exampleOf(frequency: Frequency): string {
  return kinds[frequency].example
}

/** How many figures there are to a year. */
export function timesAYear(frequency: Frequency): number {
  return kinds[frequency].inYear
}
