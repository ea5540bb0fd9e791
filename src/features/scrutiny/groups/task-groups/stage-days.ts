import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import type { TaskGroup } from './task-group.ts'

/** A day on which a group came to a stage. */
interface StageDay {
  /** Where the record has it. */
  readonly field: string
  readonly on: LocalDate
  /** What happened on it, behind "when". */
  readonly what: string
}

/** The days of a group's stages, in the order in which they follow one another. */
export function stageDays({ commissioned, standing }: TaskGroup): StageDay[] {
  const days: StageDay[] = commissioned === undefined ? [] : [{ field: 'commissioned.date', on: commissioned.date, what: 'it was commissioned' }]
  const draft = standing.stage === 'draft' || standing.stage === 'final' ? standing.draft : undefined
  if (draft !== undefined) {
    days.push({ field: 'standing.draft.on', on: draft.on, what: 'it had its draft' })
    days.push(...draft.comments.map(({ on }, place) => ({ field: `standing.draft.comments[${place + 1}].on`, on, what: 'its draft was commented on' })))
  }
  if (standing.stage === 'final') days.push({ field: 'standing.on', on: standing.on, what: 'it reported' })
  if (standing.stage === 'final' && standing.considered !== undefined) days.push({ field: 'standing.considered.date', on: standing.considered.date, what: 'its report was considered' })
  if (standing.stage === 'ended') days.push({ field: 'standing.on', on: standing.on, what: 'it ended' })
  if (standing.stage === 'paused' && standing.on !== undefined) days.push({ field: 'standing.on', on: standing.on, what: 'it was paused' })
  return days
}

/** Why a group cannot come to its next stage on this day: it lies before a stage that it came to already, or is still to come. */
export function wrongDay(on: LocalDate, before: readonly StageDay[], today: LocalDate): string | undefined {
  if (on > today) return 'Give a day that is not to come: this records what has happened'
  const last = before.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)).at(-1)
  return last !== undefined && on < last.on ? `Give a day that is not before ${formatDate(last.on)}, when ${last.what}` : undefined
}

/** What is wrong with the days of a group's stages, by field. A group that is only proposed may be meant for a meeting to come. */
export function wrongDays(group: TaskGroup, today: LocalDate): { readonly field: string; readonly found: string; readonly message: string }[] {
  if (group.standing.stage === 'proposed') return []
  const days = stageDays(group)
  return days.flatMap(({ field, on }, place) => {
    // Those who comment on a draft do so in any order.
    const before = days.slice(0, place).filter((other) => !(field.includes('.comments') && other.field.includes('.comments')))
    const message = wrongDay(on, before, today)
    return message === undefined ? [] : [{ field, found: on, message }]
  })
}

/** Why a group cannot have been commissioned on the day that is given: a later stage lies before it, or it is still to come. */
export function wrongCommissioning(group: TaskGroup, today: LocalDate): string | undefined {
  if (group.commissioned === undefined || group.standing.stage === 'proposed') return undefined
  if (group.commissioned.date > today) return 'Give a day that is not to come: it is commissioned already'
  const { date } = group.commissioned
  const earlier = stageDays(group).find(({ on }) => on < date)
  return earlier && `Give a day that is not after ${formatDate(earlier.on)}, when ${earlier.what}`
}
