import { given } from '#core/given.ts'
import { dateTime, londonInstant, parseTime, timeOf, dateOf, type LocalDateTime } from '#core/london-time.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import { act, type Context } from '#access/act.ts'
import { namedMembers } from '#features/bodies'
import { instantOf, momentOf, type MeetingsApp } from '#features/meetings'
import { noEntry } from '../forward-plan/deeds/turn-entry.ts'
import type { PlanEntry } from '../forward-plan/entry/plan-entry.ts'
import { closesWords } from '../forward-plan/entry/words.ts'
import { entryHeld } from '../forward-plan/store/keep-entry.ts'
import { addAndCount, isSaid, readSignature, sentBefore, windowOf, type Signed, type TypedSignature } from './sign.ts'
import { tellCalledIn } from './lapse.ts'
import type { ReceivedBy } from './tables.ts'
import { whoMayCallIn, whoMayWords } from './who-may-call-in.ts'

/** A signature that reached an officer, as it was typed. */
export interface TypedReceipt extends TypedSignature {
  readonly member: string
  /** The day and the time at which it was received. */
  readonly on: string
  readonly at: string
  readonly by: string
}

interface Receipt {
  readonly moment: LocalDateTime
  readonly by: ReceivedBy
}

/**
 * An officer enters the signature of a member that came on paper or by e-mail. It counts by the time at which it was received, which is within the window and not to
 * come; entered later, it still counts. Refused for a member who could not sign on that day. The same form sent twice is one signature.
 */
export function receiveSignature(context: Context, app: Pick<MeetingsApp, 'now' | 'origin'>, reference: string, typed: TypedReceipt): Promise<Outcome<Signed>> {
  return act(context, { verb: 'decisions.keep', subject: { kind: 'plan-entry', id: reference.slice(0, 100) }, detail: { signature: 'received' } }, async (tx): Promise<Outcome<Signed>> => {
    const found = await entryHeld(tx, reference)
    if (found === undefined) return noEntry
    const again = await sentBefore(tx, found, (one) => one.member === typed.member && one.received?.by === typed.by && isSaid(one, typed))
    if (again !== undefined) return ok(again)
    const window = windowOf(found.entry)
    if (!window.ok) return window
    const [receipt, words] = [readReceipt(typed, found.entry, momentOf(context.today, app.now())), readSignature(typed)]
    const able = receipt.ok ? await whoMayCallIn(tx.reader, found.entry, dateOf(receipt.value.moment)) : undefined
    const stranger = able?.includes(typed.member) ?? typed.member !== '' ? [] : [{ field: 'member', message: typed.member === '' ? 'Choose who signed' : `Choose a member who could sign on that day. ${whoMayWords({ ...found.entry, members: window.value.members })}` }]
    const faults = [...stranger, ...(receipt.ok ? [] : receipt.refusal.faults), ...(words.ok ? [] : words.refusal.faults)]
    if (!receipt.ok || !words.ok || faults.length > 0) return refuse('invalid', '', faults)
    const { moment, by } = receipt.value
    const person = (await namedMembers(tx.reader, dateOf(moment))).find(({ name }) => name === typed.member)?.person
    const signature = { member: typed.member, ...given('person', person), ...words.value, signedAt: new Date(londonInstant(dateOf(moment), timeOf(moment))), received: { by, enteredAt: instantOf(context.today, app.now()) } }
    const added = await addAndCount(tx, found, signature, { today: context.today, now: app.now(), members: window.value.members })
    const told = added.ok && added.value.isCalledIn ? await tellCalledIn(tx, found.entry, app.origin) : added
    return told.ok ? added : told
  })
}

function readReceipt({ on, at, by }: TypedReceipt, { decision }: PlanEntry, now: LocalDateTime): Outcome<Receipt> {
  const [day, time] = [parseTypedDay(on), parseTime(at)]
  const moment = day === undefined || time === undefined ? undefined : dateTime(day, time)
  const means = by === 'paper' || by === 'email' ? by : undefined
  const faults: Fault[] = [
    ...(day === undefined ? [{ field: 'on', message: 'Give the day on which it was received as 14 April 2026' }] : []),
    ...(time === undefined ? [{ field: 'at', message: 'Give the time at which it was received as 14:00' }] : []),
    ...(moment === undefined ? [] : momentFaults(moment, decision, now)),
    ...(means === undefined ? [{ field: 'by', message: 'Choose how it was received' }] : []),
  ]
  return moment === undefined || means === undefined || faults.length > 0 ? refuse('invalid', '', faults) : ok({ moment, by: means })
}

function momentFaults(moment: LocalDateTime, decision: PlanEntry['decision'], now: LocalDateTime): Fault[] {
  if (moment > now) return [{ field: dateOf(moment) > dateOf(now) ? 'on' : 'at', message: 'This is to come: give when it was received' }]
  if (decision === undefined) return []
  if (moment < decision.published) return [{ field: 'on', message: `The statement was published at ${closesWords(decision.published)}: nobody could sign before` }]
  const closes = decision.window?.closes
  return closes === undefined || moment <= closes ? [] : [{ field: 'at', message: `The time for calling this in ended at ${closesWords(closes)}: what was received later does not count` }]
}
