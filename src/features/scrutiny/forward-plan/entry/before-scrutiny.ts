import { formatDay } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import type { PlanEntry } from './plan-entry.ts'

type Referral = PlanEntry['referrals'][number]

/** The referrals that scrutiny has not considered on that day: its meeting is later, or it waits for one. */
export function notConsideredOn({ referrals }: Pick<PlanEntry, 'referrals'>, on: LocalDate): readonly Referral[] {
  return referrals.filter(({ meeting }) => meeting === undefined || meeting > on)
}

/** "Decided before the Children’s Panel considered it at its meeting on Wednesday 12 July 2023." */
export function decidedBeforeWords({ body, meeting }: Referral, names: ReadonlyMap<string, string>): string {
  const name = names.get(body) ?? body
  return meeting === undefined ? `Decided before ${name}, to which it was referred, had a meeting to consider it.` : `Decided before ${name} considered it at its meeting on ${formatDay(meeting)}.`
}

/** "This is referred to the Children’s Panel, which meets on Wednesday 12 July 2023 and has not considered it yet." */
export function notYetWords({ body, meeting }: Referral, names: ReadonlyMap<string, string>): string {
  const name = names.get(body) ?? body
  return meeting === undefined
    ? `This is referred to ${name}, which has no meeting planned for it and has not considered it yet.`
    : `This is referred to ${name}, which meets on ${formatDay(meeting)} and has not considered it yet.`
}
