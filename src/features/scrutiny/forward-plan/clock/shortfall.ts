import { countOf } from '#core/count-in-words.ts'
import { formatDay } from '#core/date-words.ts'
import { daysBetween, type LocalDate } from '#core/dates.ts'
import type { LocalSettings } from '#features/rules'
import type { PlanEntry } from '../entry/plan-entry.ts'
import { isKey, mayDecide, needsPrivateNotices } from './may-decide.ts'
import { clock, type DayDue } from './notice-clock.ts'

/**
 * By how much the notices of a decision that was made on a day fell short (SI 2012/2089, regulations 5, 9, 10 and 11), by each of the two counts that the law leaves:
 * what was decided is recorded all the same. Undefined where they sufficed, and for years whose holidays are not known.
 */
export function shortfall(entry: PlanEntry, on: LocalDate, local: LocalSettings): string | undefined {
  const may = mayDecide(entry, on, local)
  if (may.ok || may.refusal.kind !== 'not-now') return undefined
  const parts = [...(isKey(entry) ? [keyPart(entry, on, local)] : []), ...(needsPrivateNotices(entry) ? privateParts(entry, on, local) : [])]
  return parts.filter((part) => part !== undefined).join(' ')
}

function keyPart(entry: PlanEntry, on: LocalDate, local: LocalSettings): string | undefined {
  const { route, noticed } = entry
  if (mayDecide({ ...entry, private: undefined }, on, local).ok) return undefined
  if (route?.kind === 'special-urgency') return `That it was urgent was agreed on ${formatDay(route.on)}, after the decision.`
  if (route !== undefined) {
    const said = byEachCount(clock('general-exception', route.on, local), (due) => `it could be decided from ${formatDay(due)}${on >= due ? ', and was' : `, and was ${countOf(daysBetween(on, due), 'days')} early`}`)
    return `The notice of the general exception was published on ${formatDay(route.on)}. ${said}`
  }
  return noticePart('The notice of this key decision', noticed, clock('key-decision-notice', on, local))
}

function privateParts(entry: PlanEntry, on: LocalDate, local: LocalSettings): (string | undefined)[] {
  const { firstNotice, secondNotice, agreed } = entry.private ?? {}
  if (agreed !== undefined) return []
  const parts = [
    ['The first notice of the private meeting', firstNotice, clock('private-meeting-notice', on, local)],
    ['The second notice of the private meeting', secondNotice, clock('private-meeting-second-notice', on, local)],
  ] as const
  return parts.map(([name, given, due]) => (due.ok && given !== undefined && given <= due.value.due ? undefined : noticePart(name, given, due)))
}

function noticePart(name: string, given: LocalDate | undefined, due: ReturnType<typeof clock>): string {
  const published = given === undefined ? `${name} was not published.` : `${name} was published on ${formatDay(given)}.`
  return `${published} ${byEachCount(due, (day) => `it was due by ${formatDay(day)}${lateWords(day, given)}`)}`
}

function lateWords(due: LocalDate, given: LocalDate | undefined): string {
  if (given === undefined) return ''
  return given <= due ? ', and was in time' : `, and was ${countOf(daysBetween(due, given), 'days')} late`
}

/** The same said of each of the two dates that clear days can mean: "With weekends and bank holidays left out, it was due by …". */
function byEachCount(due: ReturnType<typeof clock>, say: (day: LocalDate) => string): string {
  return due.ok ? counts(due.value).map(([count, day]) => capital(`${count}${say(day)}.`)).join(' ') : ''
}

function counts({ readings, due }: DayDue): readonly (readonly [string, LocalDate])[] {
  return readings === undefined ? [['', due]] : readings.map(({ convention, due: day }) => [`with ${convention}, `, day] as const)
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
