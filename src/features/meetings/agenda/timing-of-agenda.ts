import { formatTime } from '#core/date-words.ts'
import type { LocalTime } from '#core/dates.ts'
import { countOf } from '#core/count-in-words.ts'
import type { ItemFacts } from '../work/meeting-in-work.ts'

interface TimedItem {
  readonly number: number
  readonly facts: Pick<ItemFacts, 'minutes' | 'timing' | 'withdrawn'>
}

interface Span {
  readonly from: LocalTime
  readonly to: LocalTime
}

interface AgendaTimings {
  /** When each item is expected, by its number; items without minutes or times are missing. */
  readonly spans: ReadonlyMap<number, Span>
  /** When the last timed item ends; undefined where nothing is timed. */
  readonly end?: LocalTime
  /** Items that have neither minutes nor times. */
  readonly untimed: readonly number[]
  /** Where the times do not meet, a sentence each. */
  readonly troubles: readonly string[]
}

/** A time that was set for an item, as against one that follows from the minutes of those before it. */
export function isFixed({ minutes, timing }: Pick<ItemFacts, 'minutes' | 'timing'>): boolean {
  return minutes === undefined && timing !== undefined
}

/**
 * The times of an agenda: each item with minutes begins where the one before it ends, the first at the start of the meeting. Fixed times stay, and
 * gaps before them and overlaps are told. Nothing is computed where the start is not known, or past midnight.
 */
export function timingsOf(start: LocalTime | undefined, items: readonly TimedItem[]): AgendaTimings {
  const spans = new Map<number, Span>()
  const untimed: number[] = []
  const troubles: string[] = []
  let now = start === undefined ? undefined : minuteOf(start)
  let before: { readonly number: number; readonly isKnown: boolean } | undefined
  for (const { number, facts } of items) {
    if (facts.withdrawn !== undefined) continue
    const span = spanFrom(now, facts)
    if (span === undefined) {
      if (facts.minutes === undefined) untimed.push(number)
      before = { number, isKnown: false }
      continue
    }
    const trouble = now === undefined ? undefined : troubleBefore(number, minuteOf(span.from) - now, before)
    if (trouble !== undefined) troubles.push(trouble)
    spans.set(number, span)
    now = minuteOf(span.to)
    before = { number, isKnown: true }
  }
  const end = [...spans.values()].at(-1)?.to
  return { spans, ...(end === undefined ? {} : { end }), untimed, troubles }
}

function spanFrom(now: number | undefined, { minutes, timing }: TimedItem['facts']): Span | undefined {
  if (minutes === undefined) return timing
  if (now === undefined || now + minutes >= minutesOfDay) return undefined
  return { from: timeAt(now), to: timeAt(now + minutes) }
}

/** An item without minutes may fill whatever lies before a fixed time, so that it leaves no gap. */
function troubleBefore(number: number, minutes: number, before: { readonly number: number; readonly isKnown: boolean } | undefined): string | undefined {
  if (minutes < 0) return `Item ${number} begins ${countOf(-minutes, 'minutes')} before ${before === undefined ? 'the meeting does' : `item ${before.number} ends`}.`
  if (minutes === 0 || before?.isKnown === false) return undefined
  return `${countOf(minutes, 'minutes')} ${minutes === 1 ? 'is' : 'are'} free before item ${number}.`
}

/** How the timings add up, in a sentence: "The meeting ends at 12.05 pm, 5 minutes after the planned end." */
export function endInWords(start: LocalTime | undefined, plannedMinutes: number, timings: AgendaTimings): string {
  if (start === undefined) return 'The meeting has no time yet, so items cannot be timed.'
  if (timings.end === undefined) return 'No item has minutes yet, so nothing adds up.'
  const planned = minuteOf(start) + plannedMinutes
  const late = minuteOf(timings.end) - planned
  const ends = `Timings add up: the meeting ends at ${formatTime(timings.end)}`
  if (planned >= minutesOfDay) return `${ends}.`
  if (late === 0) return `${ends}, as planned.`
  return `${ends}, ${countOf(Math.abs(late), 'minutes')} ${late > 0 ? 'after' : 'before'} the planned end of ${formatTime(timeAt(planned))}.`
}

const minutesOfDay = 24 * 60

function minuteOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

function timeAt(minute: number): LocalTime {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}` as LocalTime
}
