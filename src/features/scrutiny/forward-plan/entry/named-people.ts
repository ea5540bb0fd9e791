import type { LocalDate } from '#core/dates.ts'
import { membersOn, type Body } from '#features/bodies'
import type { FieldFault } from '#platform/files/placed.ts'
import { scrutinyKinds } from '../../call-in/who-may-call-in.ts'
import { bodyOfOffice } from '../deeds/agree-urgency.ts'
import type { Agreement, EntryFacts, PlanEntry } from './plan-entry.ts'
import { makerWords, officeWords } from './words.ts'

/** Against what the names in an entry are held. */
interface KnownNames {
  readonly bodies: readonly Body[]
  /** Why words that ought to be a role or an office cannot stand: they name a person. */
  readonly namesPerson: (words: string) => string | undefined
}

type Decider = Pick<EntryFacts, 'decisionMaker'>

/** What of an entry’s facts names somebody wrongly: a person where a role or an office belongs, or a member who decides whom the record of the executive does not have from that day on. */
export function factsPeopleFaults(facts: Decider & Pick<EntryFacts, 'leadMember' | 'contact' | 'consultees'>, day: LocalDate, known: KnownNames): FieldFault[] {
  const { leadMember = '', contact = '', consultees, decisionMaker } = facts
  const roles: (readonly [string, string])[] = [
    ['lead-member', leadMember],
    ['contact', contact],
    ...consultees.map((words, place) => [`consultees[${place + 1}]`, words] as const),
    ['decision-maker.title', decisionMaker.title ?? ''],
  ]
  const named = roles.flatMap(([field, words]) => faultOf(field, words, words === '' ? undefined : known.namesPerson(words)))
  return [...named, ...makerFaults(facts, day, known)]
}

function makerFaults({ decisionMaker: { kind, name } }: Decider, day: LocalDate, { bodies }: KnownNames): FieldFault[] {
  const sitting = namesIn(executive(bodies), day)
  if (kind !== 'member' || name === undefined || sitting.length === 0 || sitting.includes(name)) return []
  return faultOf('decision-maker.name', name, `The record of the executive has no member of this name. It has: ${sitting.slice(0, mostGiven).join(', ')}`)
}

const mostGiven = 12

/** Who is said to have decided, to have agreed or to belong to the body that decides, and by the record of the bodies did not on that day. */
export function deedsPeopleFaults(entry: PlanEntry, known: KnownNames): FieldFault[] {
  const { decisionMaker, decision, callIn, route, noticed, expected } = entry
  const agreed = entry.private?.agreed
  return [
    ...(decisionMaker.kind === 'body' ? decisionMaker.members.flatMap((name, place) => memberFaults(`decision-maker.members[${place + 1}]`, name, known.bodies.find(({ slug }) => slug === decisionMaker.body), noticed ?? expected.from)) : []),
    ...(route?.kind === 'special-urgency' ? agreementFaults('route.by', route, entry, known) : []),
    ...(agreed === undefined ? [] : agreementFaults('private.agreed.by', agreed, entry, known)),
    ...(decision === undefined ? [] : deciderFaults('decision.by', decision.by, entry, decision.on, known)),
    ...(decision?.exempt === undefined ? [] : chairFaults('decision.exempt.agreed-by', decision.exempt.agreedBy, decision.on, known)),
    ...(callIn?.reconsidered === undefined || callIn.reconsidered.by === decision?.by ? [] : deciderFaults('call-in.reconsidered.by', callIn.reconsidered.by, entry, callIn.reconsidered.on, known)),
  ]
}

/** A member of a body stands by name, or by the seat. */
function memberFaults(field: string, name: string, body: Body | undefined, day: LocalDate): FieldFault[] {
  const names = body === undefined ? [] : namesIn([body], day)
  const isKnown = names.length === 0 || names.includes(name) || body?.members.some(({ seat }) => isSame(seat, name)) === true
  return isKnown ? [] : faultOf(field, name, 'The record of this body has neither a member of this name nor a seat that is called so. Give either as the record has it')
}

/** The chair of that day; where the record has none of it, somebody whom it names, or the office itself. */
function agreementFaults(field: string, { office, by, on }: Agreement, entry: PlanEntry, { bodies, namesPerson }: KnownNames): FieldFault[] {
  const { body, capacity } = bodyOfOffice(office, entry, bodies)
  if (body === undefined || isOffice(by, namesPerson)) return []
  const holders = membersOn(body.members, on).flatMap((seat) => (seat.capacity === capacity && seat.person !== undefined ? [seat.person] : []))
  const could = holders.length > 0 ? holders : namesIn([body], on)
  return could.length === 0 || could.includes(by) ? [] : faultOf(field, by, `By the record of ${body.name} this was not ${officeWords[office]} on that day${holders.length === 0 ? '' : `: it was ${holders.join(', ')}`}. Give the name as the record has it`)
}

/** A chair by name or by the office. */
export function chairFaults(field: string, by: string, day: LocalDate, { bodies, namesPerson }: KnownNames): FieldFault[] {
  const chaired = bodies.filter(({ kind }) => kind === 'council' || scrutinyKinds.includes(kind))
  const could = namesIn(chaired, day, ['chair', 'vice-chair'])
  return isOffice(by, namesPerson) || could.includes(by) ? [] : faultOf(field, by, 'Give which chair agreed, e.g. Chair of the scrutiny board, or the name of a chair as the record has it')
}

function isOffice(words: string, namesPerson: KnownNames['namesPerson']): boolean {
  return /\bchair/i.test(words) && namesPerson(words) === undefined
}

/** Who decides stands as the plan has it, or as the record of the bodies does. */
function deciderFaults(field: string, by: string, entry: PlanEntry, day: LocalDate, { bodies }: KnownNames): FieldFault[] {
  const { name = '', title = '' } = entry.decisionMaker
  const ruling = executive(bodies)
  const known = [makerWords(entry.decisionMaker), name, title, ...bodies.map((body) => body.name), ...ruling.flatMap(({ members }) => members.map(({ seat }) => seat)), ...namesIn(ruling, day)]
  return known.some((one) => isSame(one, by)) ? [] : faultOf(field, by, 'Neither the entry nor the record of the bodies has anybody of this name who decides. Give the body, or the member or officer as decision-maker has them')
}

function executive(bodies: readonly Body[]): readonly Body[] {
  return bodies.filter(({ kind }) => kind === 'cabinet')
}

/** Who sits on these bodies from that day on: a record may begin later than what it is asked for. */
function namesIn(bodies: readonly Body[], day: LocalDate, capacities?: readonly Body['members'][number]['capacity'][]): string[] {
  const seats = bodies.flatMap(({ members }) => members).filter(({ to, capacity }) => (to === undefined || to >= day) && (capacities === undefined || capacities.includes(capacity)))
  return [...new Set(seats.flatMap(({ person }) => person ?? []))]
}

/** “The Cabinet” and “Cabinet” are one. */
function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other)
}

function plain(words: string): string {
  return words.trim().toLowerCase().replace(/^the /, '')
}

function faultOf(field: string, found: string, message: string | undefined): FieldFault[] {
  return message === undefined ? [] : [{ field, found: found.slice(0, 200), message }]
}
