import { createHash, randomUUID } from 'node:crypto'
import { formatDate } from '#core/date-words.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import type { Context } from '#access/act.ts'
import { changedMeanwhile, interestAtHand, tellRegister } from '../change-register.ts'
import { readInterestForm, type TypedInterest } from '../interest-form.ts'
import type { Interest } from '../interest.ts'
import type { TypedDispensation } from '../keeping/typed-dispensation.ts'
import { homesOf, type KeptInterest } from '../kept-registers.ts'
import type { InterestId } from '../tables.ts'
import type { Transaction } from '#platform/database/database.ts'
import { addInterest, noteTold, replaceInterest, takeBack } from '../write-register.ts'

/** More than anybody has; a script that runs away is stopped. */
const mostInterests = 200

/** A member tells the monitoring officer an interest (Localism Act 2011 s30, s31). Nothing of it is public before it is registered. The same form sent twice, known by its `sending`, tells it once. */
export function tellInterest(context: Context, typed: TypedInterest, sending = ''): Promise<Outcome<InterestId>> {
  return tellRegister(context, 'told an interest', async (tx, { member, interests }) => {
    const ref = newRef(sending, typed)
    const before = interests.find((one) => one.ref === ref)
    if (before !== undefined) return ok({ value: before.id, note: '' })
    if (interests.length >= mostInterests) return refuse('not-now', `You have told ${mostInterests} interests. Ask the monitoring officer to help you with more.`)
    const read = readInterestForm(typed, { ref, toldOn: context.today }, context.today)
    if (!read.ok) return read
    const id = await addInterest(tx, member, read.value)
    return ok({ value: id, note: '' })
  })
}

/** A name that tells a new entry from the member’s others: the same for the same form sent again with the same words. */
export function newRef(sending: string, typed: TypedInterest | TypedDispensation): string {
  const words = JSON.stringify([sending || randomUUID(), typed])
  return `interest-${createHash('sha256').update(words).digest('hex').slice(0, 12)}`
}

/** A member says that they have nothing to register: that is told too, and the public reads it. */
export function tellNothing(context: Context): Promise<Outcome<void>> {
  return tellRegister(context, 'told that there is nothing', async (tx, { member, interests }) => {
    if (interests.some(({ to }) => to === undefined)) return refuse('not-now', 'You have told interests that have not ended. End those you no longer have; then the register says by itself that there is nothing.')
    await noteTold(tx, member, context.today)
    return ok({ value: undefined, note: 'The member told that they have nothing to register.' })
  })
}

/** A form that does not say what it tells, as a program sends it: refused, so that nobody's register says that there is nothing because of it. */
export function tellUnsaid(context: Context): Promise<Outcome<void>> {
  return tellRegister(context, 'told without saying what', () => Promise.resolve(refuse('invalid', 'The form did not say what you tell. Tell an interest, or press “I have nothing to register”.')))
}

/** Puts right what was told and not registered yet; afterwards only the monitoring officer’s office does. */
export function changeTold(context: Context, id: string, revision: number, typed: TypedInterest): Promise<Outcome<void>> {
  return tellRegister(context, 'changed what was told', async (tx, register) => {
    const found = interestAtHand(register, id, revision)
    if (!found.ok) return found
    if (found.value.registeredOn !== undefined) return alreadyRegistered
    const read = readInterestForm(typed, { ref: found.value.ref, toldOn: found.value.toldOn }, context.today)
    if (!read.ok) return read
    return (await replaceInterest(tx, found.value, read.value)) ? unseen : changedMeanwhile
  })
}

const alreadyRegistered = refuse('not-now', 'This interest is in the register already. End it and tell the new one, or ask the monitoring officer to correct it.')
const unseen = ok({ value: undefined, note: '' })

/** Takes back what was told by mistake, while it is not registered. */
export function takeBackTold(context: Context, id: string, revision: number): Promise<Outcome<void>> {
  return tellRegister(context, 'took back what was told', async (tx, register) => {
    const found = interestAtHand(register, id, revision)
    if (!found.ok) return found
    if (found.value.registeredOn !== undefined) return alreadyRegistered
    return (await takeBack(tx, found.value)) ? unseen : changedMeanwhile
  })
}

/** Ends an interest on its last day; it stays in the history of the register. Refused before it began and for a day to come. */
export function endOwnInterest(context: Context, id: string, revision: number, typedDay: string): Promise<Outcome<void>> {
  return tellRegister(context, 'ended an interest', async (tx, register) => {
    const found = interestAtHand(register, id, revision)
    if (!found.ok) return found
    const to = parseTypedDay(typedDay)
    const { from } = found.value
    if (to === undefined) return refuse('invalid', '', [{ field: 'last-day', found: typedDay.slice(0, 100), message: 'Give the last day on which you had it, such as 14 April 2026' }])
    if (to < from) return refuse('invalid', '', [{ field: 'last-day', found: to, message: `You have had it since ${formatDate(from)}. Give that day or a later one` }])
    if (to > context.today) return refuse('invalid', '', [{ field: 'last-day', found: to, message: 'This day is still to come. End the interest once you no longer have it' }])
    const ended = { ...(await interestOf(tx, found.value)), to }
    return (await replaceInterest(tx, found.value, ended)) ? ok({ value: undefined, note: 'An interest ended.' }) : changedMeanwhile
  })
}

/** Asks that the details be withheld (s32(1)(b)); the monitoring officer decides. Refused without a reason, and where they are withheld already. */
export function askToWithhold(context: Context, id: string, revision: number, reason: string): Promise<Outcome<void>> {
  return tellRegister(context, 'asked that details be withheld', async (tx, register) => {
    const found = interestAtHand(register, id, revision)
    if (!found.ok) return found
    if (found.value.sensitive?.state === 'withheld') return refuse('not-now', 'The details of this interest are withheld already.')
    if (reason === '' || reason.length > 4000) return refuse('invalid', '', [{ field: 'reason', message: reason === '' ? 'Say who would be at risk, and of what, if the details were published' : 'Shorten this to 4000 characters' }])
    const asked = { ...(await interestOf(tx, found.value)), sensitive: { reason, state: 'asked' as const } }
    return (await replaceInterest(tx, found.value, asked)) ? unseen : changedMeanwhile
  })
}

/** The interest whole, with the address of a home. */
async function interestOf(tx: Pick<Transaction, 'reader'>, { id, isHome, shown: _shown, revision: _revision, ...interest }: KeptInterest): Promise<Interest> {
  const homes = isHome ? await homesOf(tx.reader, [id]) : new Map<InterestId, string>()
  return { ...interest, ...(isHome ? { home: { address: homes.get(id) ?? '' } } : {}) }
}
