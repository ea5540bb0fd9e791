import { addDays, type LocalDate } from '#core/dates.ts'
import { numberInFile } from '#core/number-in-file.ts'
import { periodBefore } from '#core/periods/period-order.ts'
import type { Period } from '#core/periods/period.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import type { Definition, Target } from '../../definitions/definition.ts'
import { periodOf } from '../../definitions/frequencies.ts'
import { daysOf } from '../../definitions/target-days.ts'
import type { Change, ChangeTyped } from './changes.ts'

/** A version as it would be, before it is read by the schema of definitions; and where in it stands what was typed. */
export interface Drafted {
  readonly given: Readonly<Record<string, unknown>>
  readonly list: 'targets' | 'breaks' | 'rebases'
  readonly place: number
}

/** The version that follows the last with this change in it. Where no day is given from which it holds, it holds from the first day of the period that it names. */
export function nextVersion(last: Definition, what: Change, typed: ChangeTyped): Drafted {
  const { list, items, changed, from } = changedBy[what](last, typed)
  const { effectiveFrom: _day, changed: _words, ...rest } = last
  const given = { ...rest, [list]: items, version: last.version + 1, effectiveFrom: effectiveDay(last, typed, from), changed }
  return { given, list, place: items.length - 1 }
}

interface Changed {
  readonly list: Drafted['list']
  readonly items: readonly unknown[]
  readonly changed: string
  readonly from: Period | undefined
}

const changedBy: Readonly<Record<Change, (last: Definition, typed: ChangeTyped) => Changed>> = { target: withTarget, break: withBreak, limits: withLimits }

function withTarget(last: Definition, typed: ChangeTyped): Changed {
  const { value = '', from = '', to = '', whose = '', why = '' } = typed
  const setBy = typed['set-by'] ?? ''
  const read = numberInFile(value)
  const begins = periodOf(last.frequency, from, 'others')
  const target = { from, ...some('to', to), value: 'value' in read ? read.value : undefined, whose, setBy, ...day('setOn', typed['set-on']), ...day('reviewedOn', typed['reviewed-on']) }
  return { list: 'targets', items: [...last.targets.map((one) => ended(one, whose, begins)), target], changed: why === '' ? '' : `A target of ${value} from ${from}: ${why}`, from: begins }
}

/** A target without an end ends with the period before another of the same giver begins. */
function ended(target: Target, whose: string, begins: Period | undefined): Target {
  const before = begins === undefined ? undefined : periodBefore(begins)
  const since = daysOf(target).from
  const isReplaced = target.to === undefined && target.whose === whose && before !== undefined && since !== undefined && since <= before.to
  return isReplaced ? { ...target, to: before.slug } : target
}

function withBreak(last: Definition, { period = '', reason = '' }: ChangeTyped): Changed {
  return { list: 'breaks', items: [...last.breaks, { period, reason }], changed: `A break at ${period}: ${reason}`, from: periodOf(last.frequency, period) }
}

function withLimits(last: Definition, typed: ChangeTyped): Changed {
  const { period = '', reason = '' } = typed
  const rebase = { period, reason, decidedBy: typed['decided-by'] ?? '', decidedOn: dayTyped(typed['decided-on']) }
  return { list: 'rebases', items: [...last.rebases, rebase], changed: `New limits from ${period}: ${reason}`, from: periodOf(last.frequency, period) }
}

/** After the day from which the last version holds: a version holds for a day at least. */
function effectiveDay(last: Definition, typed: ChangeTyped, from: Period | undefined): string | undefined {
  const written = typed['effective-from'] ?? ''
  if (written !== '' || from === undefined) return written === '' ? undefined : dayTyped(written)
  const earliest = last.effectiveFrom === undefined ? from.from : addDays(last.effectiveFrom, 1)
  return earliest > from.from ? earliest : from.from
}

/** As files write it; what is no day stays, and is refused with what to give. */
function dayTyped(text = ''): string | LocalDate {
  return parseTypedDay(text) ?? text
}

function day(name: string, text = ''): Readonly<Record<string, string>> {
  return some(name, text === '' ? '' : dayTyped(text))
}

function some(name: string, text: string): Readonly<Record<string, string>> {
  return text === '' ? {} : { [name]: text }
}
