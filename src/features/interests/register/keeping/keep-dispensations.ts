import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import type { Context } from '#access/act.ts'
import { keepRegister } from '../change-register.ts'
import { faultsOfDispensation } from '../impossible.ts'
import { dispensationSchema, type Dispensation } from '../interest.ts'
import { newRef } from '../telling/tell-interests.ts'
import { addDispensation, replaceDispensation } from '../write-register.ts'
import type { TypedDispensation } from './typed-dispensation.ts'

/** Grants a member leave to take part in spite of an interest (Localism Act 2011 s33), public at once; once for each form, known by its `sending`. Refused beyond four years. */
export function grantDispensation(context: Context, member: string, typed: TypedDispensation, sending = ''): Promise<Outcome<void>> {
  return keepRegister(context, member, 'granted a dispensation', async (tx, { dispensations }) => {
    const ref = newRef(sending, typed)
    if (dispensations.some((one) => one.ref === ref)) return ok({ value: undefined, note: '' })
    const read = readDispensation(typed, ref, context.today)
    if (!read.ok) return read
    await addDispensation(tx, member, read.value)
    return ok({ value: undefined, note: 'A dispensation was granted.' })
  })
}

function readDispensation(typed: TypedDispensation, ref: string, today: LocalDate): Outcome<Dispensation> {
  const day = (text: string) => parseTypedDay(text) ?? text
  const { matter, may, ground, reason } = typed
  const read = dispensationSchema.safeParse({ ref, matter, may, ground, reason, from: day(typed.from), to: day(typed.to), grantedBy: typed['granted-by'], grantedOn: day(typed['granted-on']) })
  const faults: Fault[] = read.success ? faultsOfDispensation(read.data, today) : read.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }))
  if (read.success && faults.length === 0) return ok(read.data)
  return refuse('invalid', '', faults.map(({ field = '', message, ...fault }) => ({ ...fault, field: fieldsOfPaths[field] ?? field, message: read.success ? message : (ownWords[field] ?? message) })))
}

const fieldsOfPaths: Readonly<Record<string, string>> = { grantedBy: 'granted-by', grantedOn: 'granted-on' }
const ownWords: Readonly<Record<string, string>> = {
  may: 'Choose what the member may do',
  ground: 'Choose the ground on which it is granted',
  from: 'Give its first day, such as 1 May 2023',
  to: 'Give its last day, such as 30 April 2025',
  grantedOn: 'Give the day on which it was granted, such as 1 May 2023',
}

/** Ends a dispensation before its time; what was granted stays in the history. */
export function endDispensation(context: Context, member: string, { id, revision }: { id: string; revision: number }, typedDay: string): Promise<Outcome<void>> {
  return keepRegister(context, member, 'ended a dispensation', async (tx, { dispensations }) => {
    const found = dispensations.find((one) => one.id === id)
    if (found === undefined) return refuse('not-found', 'There is no such dispensation in this register.')
    const to = parseTypedDay(typedDay)
    const isWithin = to !== undefined && to >= found.from && to < found.to
    if (!isWithin) return refuse('invalid', '', [{ field: 'ends-on', found: typedDay.slice(0, 100), message: `Give its last day: ${formatDate(found.from)} or later, and before ${formatDate(found.to)}, when it ends anyway` }])
    const { id: _id, revision: _revision, ...dispensation } = found
    const isEnded = await replaceDispensation(tx, found.id, revision, { ...dispensation, to })
    return isEnded ? ok({ value: undefined, note: 'A dispensation was ended.' }) : refuse('conflict', 'Somebody else changed this dispensation while you had it open. Look at it again, then save.')
  })
}
