import type { LocalDate } from '#core/dates.ts'
import { dateOf } from '#core/london-time.ts'
import { isKnownMember, membersOn, type Body } from '#features/bodies'
import type { LocalSettings } from '#features/rules'
import type { FieldFault } from '#platform/files/placed.ts'
import { mayCallIn, scrutinyKinds } from '../../call-in/who-may-call-in.ts'
import { mayDecide } from '../clock/may-decide.ts'
import type { CallIn, Decision } from '../entry/decision.ts'
import type { PlanEntry } from '../entry/plan-entry.ts'

/** Against what the chain of an entry is held. */
interface Known {
  readonly bodies: ReadonlyMap<string, Body>
  readonly local: LocalSettings
  /** The last day on which something can have happened. */
  readonly latest: LocalDate
}

/** What cannot have happened so: a decision before its notice had run of which that is not said, a call-in outside its window or by those who may not, what is carried out before it is decided. */
export function chainFaults(entry: PlanEntry, known: Known): FieldFault[] {
  const { decision, callIn } = entry
  if (decision === undefined) return []
  return [...decisionFaults(entry, decision, known), ...(callIn === undefined ? [] : callInFaults(entry, decision, callIn, known)), ...implementedFaults(entry, decision, known)]
}

function decisionFaults(entry: PlanEntry, decision: Decision, { local }: Known): FieldFault[] {
  const may = mayDecide(entry, decision.on, local)
  return [
    ...(entry.noticed !== undefined && decision.on < entry.noticed && decision.shortfall === undefined ? [fault('decision.on', decision.on, 'This is before the notice was published. Correct one of the days.')] : []),
    // Of years whose holidays are not known nothing can be counted.
    ...(may.ok || may.refusal.kind !== 'not-now' || decision.shortfall !== undefined ? [] : [fault('decision.on', decision.on, `${may.refusal.message} If it was decided all the same, give decision.shortfall with the reason.`)]),
    ...(dateOf(decision.published) < decision.on ? [fault('decision.published', decision.published, 'A statement is published after its decision. Correct one of the days.')] : []),
  ]
}

function callInFaults(entry: PlanEntry, { published, window, exempt }: Decision, callIn: CallIn, known: Known): FieldFault[] {
  const { at, body, members, considered, reconsidered, considerBy, meeting } = callIn
  const kind = known.bodies.get(body)?.kind
  const day = dateOf(at)
  const isTwice = (name: string, place: number) => members.indexOf(name) !== place
  return [
    ...(day > known.latest ? [toCome('call-in.at', at)] : []),
    ...(at < published ? [fault('call-in.at', at, 'This is before the statement of the decision was published. Only what is published can be called in.')] : []),
    ...(exempt !== undefined ? [fault('call-in', undefined, 'This decision is exempt from call-in. Take out the one or the other.')] : []),
    ...(window !== undefined && at > window.closes ? [fault('call-in.at', at, `The window for calling it in had closed at ${window.closes.replace('T', ' ')}. Correct the moment, or leave the call-in out.`)] : []),
    ...(window !== undefined && new Set(members).size < window.members ? [fault('call-in.members', String(new Set(members).size), `This decision is called in by ${window.members} members. Give all who signed.`)] : []),
    ...members.flatMap((name, place) => (isTwice(name, place) ? [fault(`call-in.members[${place + 1}]`, name, 'This member is given already. Give each once.')] : signerFaults(name, day, entry, known).map((message) => fault(`call-in.members[${place + 1}]`, name, message)))),
    ...(kind === undefined || scrutinyKinds.includes(kind) ? [] : [fault('call-in.body', body, 'This is no scrutiny body, and only scrutiny considers what is called in. Give the body that does.')]),
    ...(considerBy < day ? [fault('call-in.consider-by', considerBy, 'This is before it was called in. Give a later day.')] : []),
    ...(meeting !== undefined && meeting < day ? [fault('call-in.meeting', meeting, 'This meeting was before it was called in. Give a later one.')] : []),
    ...(considered === undefined ? [] : laterThan('call-in.considered.on', considered.on, day, 'it was called in', known)),
    ...(reconsidered !== undefined && (considered === undefined || considered.outcome === 'accepted') ? [fault('call-in.reconsidered', undefined, 'Only what scrutiny referred is considered again. Give what scrutiny made of it, or leave this out.')] : []),
    ...(reconsidered === undefined ? [] : laterThan('call-in.reconsidered.on', reconsidered.on, considered?.on ?? day, 'scrutiny considered it', known)),
  ]
}

/** Why somebody cannot have signed, by the seats that the bodies' record gives that name on the day; who is named only in a record that begins later is believed. */
function signerFaults(name: string, day: LocalDate, entry: PlanEntry, { bodies }: Known): string[] {
  const all = [...bodies.values()]
  const scrutiny = all.filter(({ kind }) => scrutinyKinds.includes(kind))
  if (!isKnownMember(all, name, day)) return ['No body’s record has a member of this name on the day of the call-in. Give the name as the record has it, or load the seat first.']
  const seats = all.flatMap(({ kind, members }) => membersOn(members, day).flatMap(({ person, capacity, votes }) => (person === name ? [{ kind, capacity, votes }] : [])))
  const isBelieved = !seats.some(({ kind }) => scrutinyKinds.includes(kind)) && isKnownMember(scrutiny, name, day)
  const may = isBelieved ? undefined : mayCallIn(seats, entry)
  return may === undefined || may.ok ? [] : [`By the record this member could not sign: only councillors who sit on scrutiny and not on the executive can, and co-opted members of scrutiny who vote, on education matters.`]
}

function implementedFaults({ implemented, callIn }: PlanEntry, { on, window }: Decision, { latest }: Known): FieldFault[] {
  if (implemented === undefined) return []
  const waits = callIn !== undefined && (callIn.considered === undefined || (callIn.considered.outcome !== 'accepted' && callIn.reconsidered === undefined))
  const closes = window === undefined || callIn !== undefined ? undefined : dateOf(window.closes)
  return [
    ...(implemented.on > latest ? [toCome('implemented.on', implemented.on)] : []),
    ...(implemented.on < on ? [fault('implemented.on', implemented.on, 'This is before it was decided. Correct one of the days.')] : []),
    ...(closes !== undefined && implemented.on >= on && implemented.on < closes ? [fault('implemented.on', implemented.on, `It could be called in until ${closes}, and is carried out after that. Correct the day, or say why it was exempt from call-in.`)] : []),
    ...(waits ? [fault('implemented', undefined, 'It is called in, and what became of that is not given: until then it is not carried out. Give what scrutiny made of it, or leave this out.')] : []),
  ]
}

function laterThan(field: string, on: LocalDate, after: LocalDate, what: string, { latest }: Known): FieldFault[] {
  if (on > latest) return [toCome(field, on)]
  return on < after ? [fault(field, on, `This is before ${what}. Correct one of the days.`)] : []
}

function toCome(field: string, day: string): FieldFault {
  return fault(field, day, 'This day is to come. Leave it out until it has happened.')
}

function fault(field: string, found: string | undefined, message: string): FieldFault {
  return { field, message, ...(found === undefined ? {} : { found }) }
}
