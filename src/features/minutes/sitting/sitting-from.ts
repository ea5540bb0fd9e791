import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import { hasFullVote, keptOutWords, quorumFinding, type Body, type QuorumRule } from '#features/bodies'
import { whatFollows, type Dispensation } from './what-follows.ts'
import { standing, type Recorded } from './happening.ts'
import type { KnownMember } from './known-members.ts'
import { whyNotPreside } from './may-preside.ts'
import { remoteRule } from './remote-attendance.ts'
import { seatsOn } from './seats.ts'
import type { DeclaredNow, SeatedNow, Sitting } from './sitting-now.ts'
import { currentItem, upTo } from './timeline.ts'
import { follow, type InTheChair } from './whereabouts.ts'

/** All that is known of a meeting's attendance. */
export interface SittingFacts {
  readonly body: Pick<Body, 'kind' | 'members' | 'termsOfReference'>
  readonly day: LocalDate
  readonly isDevelopment: boolean
  readonly log: readonly Recorded[]
  /** Those in force on the day, by the name of the member. */
  readonly dispensations: ReadonlyMap<string, readonly Dispensation[]>
  /** Those of the executive, where none of them may sit on the body; empty elsewhere. */
  readonly keptOut: ReadonlySet<string>
  /** Everybody whom the record of some body names on the day. */
  readonly known: readonly KnownMember[]
}

/** The meeting as it stood in an item, or as it stands now: the happenings up to and in that item, and what the body's own rules make of them. */
export function sittingFrom(facts: SittingFacts, asked: number | 'now'): Sitting {
  const { body, day, isDevelopment } = facts
  const log = standing(facts.log)
  const item = asked === 'now' ? currentItem(log) : asked
  const happened = upTo(log, item)
  const come = follow(seatsOn(body, day), happened)
  const presentMembers = come.seats.filter((one): one is SeatedNow => one.where.is === 'there')
  const declarations = declaredIn(log, facts.dispensations, item)
  const frame = { item, day, kind: body.kind, isDevelopment, declarations, presentMembers }
  return {
    ...frame,
    ...timesOf(log),
    seats: come.seats,
    keptOut: facts.keptOut,
    known: facts.known,
    inAttendance: inAttendance(log),
    ...given('presiding', presiding(presentMembers.filter((one) => whyNotPreside({ ...frame, keptOut: facts.keptOut }, one) === undefined), come.chairs)),
    ...given('quorumRule', quorumRuleOf(body)),
    ...quorumOf(facts, frame),
    ...given('decision', body.termsOfReference?.decision),
    isEducationMatter: isEducationMatter(log, item),
  }
}

/**
 * The item with everybody who was there at any time in it: who left during it, save for an interest, may have decided before. A body that has no quorum even so
 * can have decided nothing in the item.
 */
export function sittingAtItsFullest(facts: SittingFacts, item: number): Sitting {
  return sittingFrom({ ...facts, log: facts.log.filter(({ item: during, what }) => during !== item || what.kind !== 'leaves' || what.forInterest) }, item)
}

function declaredIn(log: readonly Recorded[], dispensations: SittingFacts['dispensations'], item: number): DeclaredNow[] {
  return log.flatMap(({ id, what }) => {
    if (what.kind !== 'declares' || what.declaration.item !== item) return []
    const { declaration } = what
    return [{ id, declaration, follows: whatFollows(declaration, dispensations.get(declaration.member) ?? []) }]
  })
}

type Frame = Pick<Sitting, 'kind' | 'day' | 'declarations' | 'presentMembers'>

/** What the body's terms say; of the council itself, where they say nothing, a quarter of its members (Local Government Act 1972, Schedule 12, paragraph 6). */
function quorumRuleOf({ kind, termsOfReference }: SittingFacts['body']): QuorumRule | undefined {
  const ofTheAct = { share: 0.25, substitutesCount: false, amongThem: [], source: 'Local Government Act 1972, Schedule 12, paragraph 6' }
  return termsOfReference?.quorum ?? (kind === 'council' ? ofTheAct : undefined)
}

/**
 * The body's own quorum; a share of seats that nobody has recorded cannot be worked out. Whoever must leave for an interest, attends remotely where that is not
 * presence, or may not sit there, does not count; nor does a seat that cannot vote, whatever the record says of it.
 */
function quorumOf({ body, keptOut }: SittingFacts, frame: Frame): Pick<Sitting, 'quorum' | 'notCounted'> {
  const rule = quorumRuleOf(body)
  const votingSeats = seatsOn(body, frame.day).filter(({ membership }) => hasFullVote(membership)).length
  if (rule === undefined || (rule.atLeast === undefined && votingSeats === 0)) return { quorum: undefined, notCounted: [] }
  const voting = frame.presentMembers.filter(({ seat }) => hasFullVote(seat.membership))
  const reasons = new Map(voting.map((one) => [one, keptOut.has(one.where.person) ? keptOutWords(one.where.person, frame.day) : whyNotCounted(frame, rule, one)]))
  const counted = voting.filter((one) => reasons.get(one) === undefined)
  return {
    quorum: quorumFinding(rule, counted.map(({ seat, where }) => ({ seat: seat.membership, asSubstitute: where.asSubstitute })), votingSeats),
    notCounted: [...reasons].flatMap(([one, why]) => (why === undefined ? [] : [{ member: one.where.person, why }])),
  }
}

function whyNotCounted({ kind, day, declarations }: Frame, { substitutesCount }: QuorumRule, { where }: SeatedNow): string | undefined {
  const remote = remoteRule(kind, day)
  if (where.asSubstitute && !substitutesCount) return 'The quorum of this body counts no substitutes.'
  if (where.remotely && !remote.counts) return remote.why
  return declarations.find(({ declaration, follows }) => declaration.member === where.person && follows.leaves !== 'no')?.follows.why
}

/** Of those who can preside: whoever was recorded in the chair and sits there still, else the chair, else the vice-chair, who have no substitute in their office. */
function presiding(present: readonly SeatedNow[], recorded: InTheChair | undefined): SeatedNow | undefined {
  const holder = (capacity: 'chair' | 'vice-chair') => present.find(({ seat, where }) => seat.membership.capacity === capacity && !where.asSubstitute)
  return present.find(({ seat, where }) => seat.key === recorded?.seat && (recorded.person ?? where.person) === where.person) ?? holder('chair') ?? holder('vice-chair')
}

function isEducationMatter(log: readonly Recorded[], item: number): boolean {
  const flag = log.findLast((one) => one.item === item && one.what.kind === 'education')?.what
  return flag?.kind === 'education' && flag.isSo
}

/** Whoever was in attendance is named once, in whichever item they were noted. */
function inAttendance(log: readonly Recorded[]): Sitting['inAttendance'] {
  return log.flatMap(({ what }) => (what.kind === 'attends' ? [{ name: what.name, role: what.role }] : []))
}

function timesOf(log: readonly Recorded[]): Pick<Sitting, 'opened' | 'closed'> {
  const opens = log.findLast(({ what }) => what.kind === 'opens')?.what
  const closes = log.findLast(({ what }) => what.kind === 'closes')?.what
  return { ...given('opened', opens?.kind === 'opens' ? opens.at : undefined), ...given('closed', closes?.kind === 'closes' ? closes.at : undefined) }
}
