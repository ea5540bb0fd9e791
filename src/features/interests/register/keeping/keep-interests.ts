import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import type { Context } from '#access/act.ts'
import type { Reader } from '#platform/database/database.ts'
import { publishedBodies } from '#features/bodies'
import { changedMeanwhile, interestAtHand, keepRegister } from '../change-register.ts'
import { readInterestForm, type TypedInterest } from '../interest-form.ts'
import type { Interest } from '../interest.ts'
import type { KeptInterest } from '../kept-registers.ts'
import { memberSlug } from '../member-slug.ts'
import { takeAwayEntries } from '../publish-register.ts'
import type { InterestId, InterestsTables } from '../tables.ts'
import { newRef } from '../telling/tell-interests.ts'
import { addInterest, noteTold, replaceInterest } from '../write-register.ts'

/** What the monitoring officer’s office does with an interest that is open before it. */
export const decisions = ['save', 'register', 'withhold'] as const
export type Decision = (typeof decisions)[number]

/** The name of the member at this address: whoever a body names, or of whom a register is kept; undefined where there is nobody. */
export async function memberAt(reader: Reader, slug: string): Promise<string | undefined> {
  const kept = await reader.tables<InterestsTables>().selectFrom('work.interest_members as kept').select('kept.member').where('kept.slug', '=', slug).executeTakeFirst()
  if (kept !== undefined) return kept.member
  const names = new Set((await publishedBodies(reader)).flatMap(({ members }) => members.flatMap(({ person }) => person ?? [])))
  return [...names].find((name) => memberSlug(name) === slug)
}

/** Registers an interest that a member has told in another way: on paper, at a meeting. The same form sent twice, known by its `sending`, registers it once. */
export function registerInterest(context: Context, member: string, typed: TypedInterest, decision: Exclude<Decision, 'save'>, sending = ''): Promise<Outcome<InterestId>> {
  return keepRegister(context, member, 'registered an interest', async (tx, { interests }) => {
    const ref = newRef(sending, typed)
    const before = interests.find((one) => one.ref === ref)
    if (before !== undefined) return ok({ value: before.id, note: '' })
    const toldOn = toldDay(typed)
    if (!toldOn.ok) return toldOn
    const sensitive = decision === 'withhold' ? ({ reason: typed.reason, state: 'withheld' } as const) : undefined
    const read = readInterestForm({ ...typed, sensitive: '' }, { ref, toldOn: toldOn.value, registeredOn: context.today, sensitive }, context.today)
    if (!read.ok) return read
    const id = await addInterest(tx, member, read.value)
    return ok({ value: id, note: noteOf(decision) })
  })
}

/**
 * Saves an interest as it was typed, and with that decision: entered in the register openly, or with its details withheld (Localism Act 2011 s32). `takeOut`
 * takes what the public could read of it before out of every edition: for words that told where somebody lives.
 */
export function keepInterest(context: Context, member: string, { id, revision }: { id: string; revision: number }, typed: TypedInterest, decision: Decision, takeOut: boolean): Promise<Outcome<void>> {
  return keepRegister(context, member, changedWords[decision], async (tx, register) => {
    const found = interestAtHand(register, id, revision)
    if (!found.ok) return found
    const before = found.value
    const toldOn = toldDay(typed)
    if (!toldOn.ok) return toldOn
    const beside = { ref: before.ref, toldOn: toldOn.value, registeredOn: decision === 'save' ? before.registeredOn : (before.registeredOn ?? context.today), sensitive: decided(before, typed, decision) }
    const read = readInterestForm({ ...typed, sensitive: '' }, beside, context.today)
    if (!read.ok) return read
    if (takeOut) await takeAwayEntries(tx, before, before.shown)
    return (await replaceInterest(tx, before, read.value)) ? ok({ value: undefined, note: noteOf(decision) }) : changedMeanwhile
  })
}

/** Saving decides nothing; registering openly answers a member who asked, with no. */
function decided({ sensitive }: KeptInterest, { reason }: TypedInterest, decision: Decision): Interest['sensitive'] {
  const given = reason === '' ? (sensitive?.reason ?? '') : reason
  if (decision === 'withhold') return { reason: given, state: 'withheld' }
  if (sensitive === undefined) return undefined
  return { reason: given, state: decision === 'register' ? 'refused' : sensitive.state }
}

const changedWords: Readonly<Record<Decision, string>> = { save: 'changed an interest', register: 'registered an interest', withhold: 'withheld the details of an interest' }

function noteOf(decision: Decision): string {
  return decision === 'save' ? 'An interest was corrected or ended.' : decision === 'register' ? 'An interest was registered.' : 'Details are withheld under section 32(2) of the Localism Act 2011.'
}

function toldDay(typed: TypedInterest): Outcome<LocalDate> {
  const day = parseTypedDay(typed['told-on'])
  return day === undefined ? refuse('invalid', '', [{ field: 'told-on', found: typed['told-on'].slice(0, 100), message: 'Give the day on which the member told it, such as 14 April 2026' }]) : ok(day)
}

/** Notes that a member told they have nothing to register, on paper or at a meeting. */
export function noteNothing(context: Context, member: string, typedDay: string): Promise<Outcome<void>> {
  return keepRegister(context, member, 'noted that there is nothing', async (tx, { interests }) => {
    const day = parseTypedDay(typedDay)
    if (day === undefined || day > context.today) return refuse('invalid', '', [{ field: 'nothing-on', found: typedDay.slice(0, 100), message: day === undefined ? 'Give the day on which the member told it, such as 14 April 2026' : `Give a day that has come: today is ${formatDate(context.today)}` }])
    if (interests.some(({ to }) => to === undefined)) return refuse('not-now', 'The register holds interests of this member that have not ended.')
    await noteTold(tx, member, day)
    return ok({ value: undefined, note: 'The member told that they have nothing to register.' })
  })
}
