import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import type { Context } from '#access/act.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { isWithheldItem } from '../record/withheld.ts'
import { changeItem, type ItemSeen } from './change-item.ts'
import { withheldBefore } from './withheld-before.ts'

const notWithheld = refuse('not-now', 'The papers of this item are not withheld.')

/** Who decided that the reason has lapsed, by their role, and when, as typed. */
export interface Release {
  readonly decidedBy: string
  readonly decidedOn: string
}

/**
 * Releases the papers of a withheld item, or records the decision of one that the agenda opened already: the next version publishes them, with its true
 * title.
 */
export function release(context: Context, app: MeetingsApp, seen: ItemSeen, { decidedBy, decidedOn }: Release): Promise<Outcome<void>> {
  return changeItem(context, app, seen, 'release', async ({ id, facts }, meeting, reader) => {
    const day = parseTypedDay(decidedOn)
    const faults: Fault[] = [
      ...(decidedBy === '' ? [{ field: 'decided-by', message: 'Say who decided, by their role' }] : []),
      ...(day === undefined ? [{ field: 'decided-on', found: decidedOn, message: 'Give the day of the decision, for example 14 April 2026' }] : []),
      ...(day !== undefined && day > context.today ? [{ field: 'decided-on', found: decidedOn, message: 'Give a day that is not still to come' }] : []),
    ]
    if (faults.length > 0 || day === undefined) return refuse('invalid', '', faults)
    const before = isWithheldItem(facts) ? facts : (await withheldBefore(reader, meeting)).get(id)
    if (before === undefined) return notWithheld
    const { exempt: _exempt, ...rest } = facts
    return ok({ ...rest, confidential: false, released: { ...(before.exempt === undefined ? {} : { paragraph: before.exempt.paragraph }), decidedBy, decidedOn: day } })
  })
}

/** Keeps the papers of an exempt item withheld until they are looked at again on another day. */
export function keepWithheld(context: Context, app: MeetingsApp, seen: ItemSeen, until: string): Promise<Outcome<void>> {
  return changeItem(context, app, seen, 'keep withheld', ({ facts }) => {
    const day: LocalDate | undefined = parseTypedDay(until)
    if (day === undefined || day <= context.today) return refuse('invalid', '', [{ field: 'review-on', found: until, message: 'Give a day that is still to come, for example 14 April 2026' }])
    return isWithheldItem(facts) ? ok({ ...facts, withheld: { ...facts.withheld, reviewOn: day } }) : notWithheld
  })
}
