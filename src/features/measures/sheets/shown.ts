import { parsePeriod } from '#core/periods/period.ts'
import { shortPeriod } from '#core/periods/period-words.ts'
import type { Definition } from '../definitions/definition.ts'
import { kindOf } from '../definitions/frequencies.ts'
import type { SheetPoint } from './sheet.ts'

/** The shorthand of statistics that governments publish (Government Statistical Service, guidance on symbols in tables). */
export const shorthand = [
  { code: 'c', meaning: 'confidential: hidden, since it is small or would tell a small number' },
  { code: 'x', meaning: 'not available' },
  { code: 'z', meaning: 'not applicable' },
  { code: 'low', meaning: 'not nought, though it rounds to it' },
  { code: 'p', meaning: 'provisional' },
  { code: 'r', meaning: 'revised' },
  { code: 'b', meaning: 'a break: not like the figures before it' },
] as const

export type Shorthand = (typeof shorthand)[number]['code']

/** The shorthand that belongs to a point: the one that stands in the place of its value, or those that stand behind it. */
export function shorthandOf({ value, status, confidentiality, brokenHere }: SheetPoint, definition: Pick<Definition, 'decimals'>): { readonly instead?: Shorthand; readonly behind: readonly Shorthand[] } {
  const broken: readonly Shorthand[] = brokenHere === undefined ? [] : ['b']
  if (confidentiality !== 'open') return { instead: 'c', behind: broken }
  if (value === undefined) return { instead: status === 'not-applicable' ? 'z' : 'x', behind: broken }
  const sureness: readonly Shorthand[] = status === 'provisional' ? ['p'] : status === 'revised' ? ['r'] : []
  return { ...(isLow(value, definition) ? { instead: 'low' as const } : {}), behind: [...sureness, ...broken] }
}

/** Not nought, and nought when it is rounded. */
function isLow(value: number, { decimals }: Pick<Definition, 'decimals'>): boolean {
  return value !== 0 && Number(value.toFixed(decimals)) === 0
}

/** A point as everybody reads it, on every page, in every chart and file for people: `5.2%`, `1,234`, `12.4% [p]`, `[c]`, `[x]`. */
export function shownPoint(point: SheetPoint, definition: Pick<Definition, 'unit' | 'decimals'>): string {
  const { instead, behind } = shorthandOf(point, definition)
  const value = instead === undefined && point.value !== undefined ? shownValue(point.value, definition) : `[${instead}]`
  return [value, ...behind.map((code) => `[${code}]`)].join(' ')
}

/** A value in the unit and with the decimals of its measure: `5.2%`, `£1,234`, `3.5 days`. */
export function shownValue(value: number, { unit, decimals }: Pick<Definition, 'unit' | 'decimals'>): string {
  const number = numberFormat(decimals).format(Math.abs(Number(value.toFixed(decimals))))
  const minus = Number(value.toFixed(decimals)) < 0 ? '−' : ''
  if (unit === 'percent') return `${minus}${number}%`
  if (unit === 'pounds') return `${minus}£${number}`
  const after = lasting[unit as keyof typeof lasting]
  return after === undefined ? `${minus}${number}` : `${minus}${number} ${value === 1 ? after.slice(0, -1) : after}`
}

/** A target as it was set: where that was more closely than the figures are given, in its own decimals. */
export function shownTarget(target: number, { unit, decimals }: Pick<Definition, 'unit' | 'decimals'>): string {
  const own = String(target).split('.')[1]?.length ?? 0
  return shownValue(target, { unit, decimals: Math.max(own, decimals) })
}

/** One for each number of decimals: to make one takes longer than to use it a hundred times. */
const formats = new Map<number, Intl.NumberFormat>()

function numberFormat(decimals: number): Intl.NumberFormat {
  const format = formats.get(decimals) ?? new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  formats.set(decimals, format)
  return format
}

const lasting = { days: 'days', weeks: 'weeks', months: 'months', years: 'years' } as const

/** What a measure's figures are given in, for the head of a column or an axis: `per 10,000`, `%`, `pupils`. */
export function unitInWords({ unit, per, counted }: Pick<Definition, 'unit' | 'per' | 'counted'>): string {
  if (unit === 'rate') return `per ${(per ?? 1).toLocaleString('en-GB')}`
  if (unit === 'percent') return '%'
  if (unit === 'pounds') return '£'
  return unit === 'count' ? (counted ?? 'number') : unit
}

/** The short name of a period, read as the measure counts time: `Q4 2019/20`, `Sep 2008`. */
export function periodName(slug: string, definition?: Pick<Definition, 'frequency'>): string {
  const period = parsePeriod(slug, definition === undefined ? undefined : kindOf(definition.frequency))
  return period === undefined ? slug : shortPeriod(period)
}

/** A period as the end of a sentence: "in Q4 2019/20"; "on 31 Mar 2023" where it is a day. */
export function inPeriod(slug: string, { frequency }: Pick<Definition, 'frequency'>): string {
  return `${parsePeriod(slug, kindOf(frequency))?.kind === 'day' ? 'on' : 'in'} ${periodName(slug, { frequency })}`
}
