import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { PersonId } from '#access/actor.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { memberOf, membersOn, publishedBodies, seatsOf, type Body } from '#features/bodies'
import { offices, type Office, type PlanEntry } from '../entry/plan-entry.ts'
import { officeWords } from '../entry/words.ts'
import { needsPrivateNotices } from '../clock/may-decide.ts'
import { mayTakeRoute } from './notices.ts'
import { keepNotices } from './renew-notices.ts'
import type { EntryTurn } from './turn-entry.ts'

/** The scrutiny body within whose terms the matter lies: the one that the entry names, or else the scrutiny board. */
export function scrutinyOf(entry: Pick<PlanEntry, 'scrutiny'>, bodies: readonly Body[]): Body | undefined {
  return bodies.find(({ slug }) => slug === entry.scrutiny) ?? bodies.find(({ kind }) => kind === 'scrutiny-board')
}

/** The office in which somebody may agree that this is urgent: chair of its scrutiny body, else chair or vice-chair of the council; undefined for anybody else. */
export async function officeOf(reader: Reader, person: PersonId, day: LocalDate, entry: Pick<PlanEntry, 'scrutiny'>): Promise<Office | undefined> {
  const bodies = await publishedBodies(reader)
  const seats = await seatsOf(reader, person, day)
  return offices.find((office) => {
    const { body, capacity } = bodyOfOffice(office, entry, bodies)
    return seats.some((seat) => seat.body === body?.slug && seat.capacity === capacity)
  })
}

/** Of which body an office is the chair or the vice-chair; no body where the council has none of that kind. */
export function bodyOfOffice(office: Office, entry: Pick<PlanEntry, 'scrutiny'>, bodies: readonly Body[]): { readonly body: Body | undefined; readonly capacity: 'chair' | 'vice-chair' } {
  if (office === 'scrutiny-chair') return { body: scrutinyOf(entry, bodies), capacity: 'chair' }
  return { body: bodies.find(({ kind }) => kind === 'council'), capacity: office === 'council-chair' ? 'chair' : 'vice-chair' }
}

/** Which office is asked first: the chair of scrutiny; where nobody holds that seat on the day, the council's chair, or else its vice-chair. */
export function firstOffice(entry: Pick<PlanEntry, 'scrutiny'>, bodies: readonly Body[], day: LocalDate): { readonly body: string; readonly capacity: 'chair' | 'vice-chair' } | undefined {
  return offices.flatMap((office) => {
    const { body, capacity } = bodyOfOffice(office, entry, bodies)
    return body !== undefined && membersOn(body.members, day).some((seat) => seat.person !== undefined && seat.capacity === capacity) ? [{ body: body.slug, capacity }] : []
  })[0]
}

/** A meeting that is to be private can be agreed to without its notices, once. */
export function canBePrivate(entry: PlanEntry): boolean {
  return needsPrivateNotices(entry) && entry.decision === undefined && entry.private?.agreed === undefined
}

/** What a chair types. */
export interface TypedAgreement {
  readonly what: string
  readonly reason: string
  /** Why those before them could not be asked. */
  readonly unable: string
}

/**
 * Agrees that a key decision is urgent and cannot reasonably be deferred (SI 2012/2089, regulation 11), or that a meeting is to be private without its notices
 * (regulation 5(6)): the chair of scrutiny; the chair of the council where there is none or they cannot act; its vice-chair where neither can.
 */
export function agreeUrgency(by: { readonly person: PersonId; readonly name: string }, typed: TypedAgreement): EntryTurn {
  return async (entry, { tx, today, local }) => {
    const office = await officeOf(tx.reader, by.person, today, entry)
    if (office === undefined) return refuse('not-allowed', 'Only the chair of the scrutiny body for this matter can agree to this, or else the chair or the vice-chair of the council. You hold none of these seats today.')
    const checked = checkAgreement(typed, office)
    if (!checked.ok) return checked
    const reason = office === 'scrutiny-chair' ? typed.reason : `${typed.reason} (${typed.unable})`
    const agreement = { office, by: (await memberOf(tx.reader, by.person)) ?? by.name, on: today, reason }
    if (typed.what === 'private') {
      if (entry.private === undefined || !needsPrivateNotices(entry) || entry.decision !== undefined) return refuse('not-now', 'This is not to be heard by a body in private.')
      return ok({ entry: { ...entry, private: { ...entry.private, agreed: agreement } }, what: `Agreed by ${officeWords[office]}: it is heard in private without the full notice.` })
    }
    const may = mayTakeRoute(entry, local)
    if (!may.ok) return may
    const urgent: PlanEntry = { ...entry, route: { kind: 'special-urgency', ...agreement } }
    const falls = new Map([['general-exception', { on: today, reason: 'It is agreed since that this is urgent.' }] as const])
    return ok({ entry: { ...urgent, ...keepNotices(entry, urgent, falls) }, what: `Special urgency: agreed by ${officeWords[office]}. It can be decided from today.` })
  }
}

function checkAgreement({ what, reason, unable }: TypedAgreement, office: Office): Outcome<void> {
  const faults = [
    ...(what !== 'urgency' && what !== 'private' ? [{ field: 'what', message: 'Choose what you agree to' }] : []),
    ...(reason === '' ? [{ field: 'reason', message: 'Say why it cannot reasonably be deferred: the notice gives it' }] : []),
    ...(office !== 'scrutiny-chair' && unable === '' ? [{ field: 'unable', message: 'Say why the chair of scrutiny, and anyone else before you, could not be asked' }] : []),
  ]
  return faults.length > 0 ? refuse('invalid', '', faults) : ok(undefined)
}
