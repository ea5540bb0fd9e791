import type { Definition } from '../../../definitions/definition.ts'
import type { MeasureSheet } from '../../../sheets/sheet.ts'
import { count, emptyTruth, nameOf, put, quarters, sheetOf, type Truth } from './truth.ts'

type Roll = (faces: number) => number

/** A measure as somebody might define it, and by which dimensions its figures are given. */
interface Measure {
  readonly slug: string
  readonly changes: Partial<Definition>
  readonly isGiven: (breakdown: string) => boolean
  /** The truth behind its figures: children by quarter, sex and age, and part. */
  readonly children: Map<string, number>
}

const [sexes, ages] = [['sex=b', 'sex=g'], ['age=a', 'age=b']] as const
const cells = sexes.flatMap((sex) => ages.map((age) => `${sex};${age}`))
const breakdowns = ['', ...sexes, ...ages, ...cells]
const ways = [[''], ['', 'sex'], ['sex'], ['age', 'sex'], ['', 'age', 'sex'], ['', 'sex;age'], ['', 'sex', 'age', 'sex;age'], ['age', 'sex;age']] as const

/** Measures, what they count and their corrections, all by lot: some are shares, some hide what is left, some are made up of the others. Each release has another version of their definitions. */
export class RandomWorld {
  readonly truth: Truth = emptyTruth()
  /** The small numbers that nobody may find. */
  readonly guarded = new Set<string>()
  private readonly given = new Map<string, number>()
  private readonly revisions = new Map<string, { readonly revision: number; readonly counts: string }>()
  private readonly measures: readonly Measure[]
  /** The release whose definitions say first that one measure is made up of the others. */
  private readonly sumFrom: number
  private readonly roll: Roll
  /** Once the year is given, it is given again with each correction. */
  private hasYear = false
  private readonly isYearStale: boolean

  /** A stale year stands as it was published, whatever is corrected below it. */
  constructor(roll: Roll, { isYearStale = false } = {}) {
    this.roll = roll
    this.isYearStale = isYearStale
    this.sumFrom = roll(3) === 0 ? Number.POSITIVE_INFINITY : 1 + roll(2)
    const isShare = roll(3) === 0
    const counting = (['period', 'year-to-date', 'snapshot', 'period'] as const)[roll(4)] ?? 'period'
    const parts = ['home', 'care'].map((slug) => this.measureOf(slug, { isShare, counting }))
    const whole = this.measureOf('all', { isShare, counting })
    for (const key of parts[0]?.children.keys() ?? []) whole.children.set(key, parts.reduce((sum, { children }) => sum + (children.get(key) ?? 0), 0))
    this.measures = [...parts, whole]
  }

  private measureOf(slug: string, { isShare, counting }: { readonly isShare: boolean; readonly counting: Definition['counting'] }): Measure {
    const way: readonly string[] = ways[this.roll(ways.length)] ?? ['']
    const policy = (['one-to-five', 'one-to-five', 'one-to-five-v2', this.roll(4) === 0 ? 'none' : 'one-to-five'] as const)[this.roll(4)] ?? 'one-to-five'
    const children = new Map(quarters.flatMap((period) => cells.flatMap((cell) => (isShare ? ['numerator', 'left'] : ['value']).map((part) => [`${period}|${cell}|${part}`, count(this.roll) + (part === 'left' ? 1 : 0)] as const))))
    const changes = { counting, decimals: this.roll(2), policy, ...(policy === 'none' ? { exempt: 'Schools.' } : {}), ...(isShare ? { unit: 'percent' as const } : {}) }
    return { slug, changes, isGiven: (breakdown) => way.includes(breakdown.replaceAll(/=\w/g, '')), children }
  }

  /** What the next release brings: another quarter, sometimes the year, and sometimes a correction of what stood before. */
  release(number: number): readonly MeasureSheet[] {
    if (number > 1 && this.roll(3) > 0) this.correct(number - 2)
    this.hasYear = this.roll(3) === 0 || (this.hasYear && !this.isYearStale)
    const periods = [...quarters.slice(0, number), ...(this.hasYear ? ['2019-20-outturn'] : [])].filter((period) => period.includes('-q') || this.measures.every(({ changes }) => changes.counting !== 'snapshot'))
    for (const measure of this.measures) for (const period of periods) for (const breakdown of breakdowns) this.tell(measure, { period, breakdown, number })
    // What definitions say of what is counted was so before they said it.
    if (number >= this.sumFrom) for (let at = number === this.sumFrom ? 1 : number; at <= number; at += 1) this.tieSums(at)
    const sumOf = number >= this.sumFrom ? ['home', 'care'] : []
    return this.measures.map(({ slug, changes }) => sheetOf({ numbers: this.given }, slug, { ...changes, sumOf: slug === 'all' ? sumOf : [], version: number }))
  }

  /** Whoever reads that a measure is made up of others knows it of every number behind them. */
  private tieSums(number: number): void {
    for (const key of this.measures[2]?.children.keys() ?? []) {
      const terms = this.measures.map(({ slug }) => [this.cellOf(slug, key, number), slug === 'all' ? -1 : 1] as const)
      if (terms.every(([name]) => this.truth.numbers.has(name))) this.truth.equations.push(terms)
    }
  }

  private correct(quarter: number): void {
    const [part, whole] = [this.measures[this.roll(2)], this.measures[2]]
    const keys = [...(part?.children.keys() ?? [])].filter((key) => key.startsWith(quarters[quarter] ?? '?'))
    const key = keys[this.roll(keys.length)] ?? ''
    const more = 1 + this.roll(12)
    for (const { children } of [part, whole].flatMap((one) => one ?? [])) children.set(key, (children.get(key) ?? 0) + more)
  }

  /** A number behind the figures, as it was at a release: nobody is told which of those that are not given have changed. */
  private cellOf(slug: string, key: string, number: number): string {
    return `${slug} behind|${key} at ${number}`
  }

  private tell(measure: Measure, { period, breakdown, number }: { readonly period: string; readonly breakdown: string; readonly number: number }): void {
    const { slug, changes, children } = measure
    const behind = (part: string) => [...children.keys()].filter((key) => isBehind(key, { period, breakdown, part, counting: changes.counting ?? 'period' }))
    const parts = changes.unit === 'percent' ? { numerator: ['numerator'], denominator: ['numerator', 'left'], left: ['left'] } : { value: ['value'] }
    const told = Object.entries(parts).map(([part, of]) => ({ part, keys: of.flatMap(behind) }))
    const counts = told.map(({ keys }) => keys.reduce((sum, key) => sum + (children.get(key) ?? 0), 0))
    const isGiven = measure.isGiven(breakdown)
    // What is not given is guarded where its parts are, which anybody can add up.
    const canBeAdded = breakdowns.some((one) => measure.isGiven(one) && one !== breakdown && breakdown.split(';').every((piece) => one.includes(piece)))
    const revision = this.revisionOf(`${slug}|${period}|${breakdown}`, counts.join(' '))
    for (const [at, { part, keys }] of told.entries()) {
      for (const key of keys) this.truth.numbers.set(this.cellOf(slug, key, number), children.get(key) ?? 0)
      if (!isGiven && !canBeAdded) continue
      const name = put(this.truth, { slug: isGiven ? slug : `${slug} added up`, period, breakdown, part: isGiven ? part : `${part} of all`, revision }, counts[at] ?? 0)
      this.truth.equations.push([...keys.map((key) => [this.cellOf(slug, key, number), 1] as const), [name, -1]])
      if (isGiven && part !== 'left') this.given.set(nameOf({ slug, period, breakdown, part, revision }), counts[at] ?? 0)
      if (changes.policy !== 'none' && (part !== 'left' || changes.policy === 'one-to-five-v2')) this.guarded.add(name)
    }
  }

  private revisionOf(key: string, counts: string): number {
    const standing = this.revisions.get(key)
    const revision = standing === undefined ? 1 : standing.revision + (standing.counts === counts ? 0 : 1)
    this.revisions.set(key, { revision, counts })
    return revision
  }
}

function isBehind(key: string, { period, breakdown, part, counting }: { readonly period: string; readonly breakdown: string; readonly part: string; readonly counting: Definition['counting'] }): boolean {
  const [quarter = '', cell = '', of] = key.split('|')
  const isThen = period.endsWith('outturn') || quarter === period || (counting === 'year-to-date' && quarter < period)
  return isThen && of === part && breakdown.split(';').every((piece) => cell.includes(piece))
}
