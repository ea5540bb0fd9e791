import { formatDate, formatDay } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { dateOf } from '#core/london-time.ts'
import { isKey, needsPrivateNotices } from '../clock/may-decide.ts'
import type { Decision } from '../entry/decision.ts'
import { inventedWords } from '../entry/invention.ts'
import { issuedKinds, noticeKinds, type IssuedKind, type NoticeKind } from '../entry/notice-kinds.ts'
import { documentAddress, documentTitle, type PlanDocument } from '../entry/plan-document.ts'
import type { IssuedNotice, NoticeFacts, PlanEntry } from '../entry/plan-entry.ts'
import { closesWords, expectedWords, makerWords, officeWords, privateWords } from '../entry/words.ts'

/** A notice or a statement that the law asks for, made from the facts of its entry. */
export interface Notice {
  /** "General exception" */
  readonly title: string
  readonly on: LocalDate
  /** The regulation: "regulation 10". */
  readonly under: string
  readonly says: string
  /** Of an example’s entry that is made up: that it is. */
  readonly invented?: string
  /** What it says, each under its heading; what is not known is left out. */
  readonly rows: readonly (readonly [string, string | undefined])[]
}

export const regulations = 'Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012'

/** A notice with the last part of its address: `key-decision`, or `key-decision-1` where another has taken its place. */
export interface AddressedNotice {
  readonly kind: NoticeKind
  readonly word: string
  readonly notice: Notice
  /** Since when it holds no longer, and why. */
  readonly replaced?: IssuedNotice['replaced']
}

/** What an entry has published, in the order in which it happens: what is in force, and after it what was. */
export function noticesOf(entry: PlanEntry): readonly AddressedNotice[] {
  const inForce = noticeKinds.flatMap((kind): AddressedNotice[] => {
    const notice = noticeOf(entry, kind)
    return notice === undefined || entry.noticed === undefined ? [] : [{ kind, word: kind, notice }]
  })
  return [...inForce, ...earlierNotices(entry)]
}

/** The notices that hold no longer, as they were issued. */
export function earlierNotices(entry: PlanEntry): readonly AddressedNotice[] {
  const { notices = [] } = entry
  return notices.flatMap((issued, index) => {
    const { kind, replaced } = issued
    const notice = replaced === undefined ? undefined : asIssued(issued)
    const place = notices.slice(0, index + 1).filter((one) => one.kind === kind).length
    return notice === undefined ? [] : [{ kind, word: `${kind}-${place}`, notice: marked(notice, entry), replaced }]
  })
}

/** The notice of that kind that is in force, as it was issued; undefined where there is none. */
export function noticeOf(entry: PlanEntry, kind: NoticeKind): Notice | undefined {
  const notice = noticeInForce(entry, kind)
  return notice && marked(notice, entry)
}

/** What is printed of an entry that an example makes up says so. */
function marked(notice: Notice, entry: PlanEntry): Notice {
  return { ...notice, ...given('invented', inventedWords(entry)) }
}

function noticeInForce(entry: PlanEntry, kind: NoticeKind): Notice | undefined {
  if (kind === 'decision') return entry.decision && statement(entry, entry.decision)
  const issued = entry.notices?.find((one) => one.kind === kind && one.replaced === undefined)
  return issued === undefined ? noticeFrom(entry, kind) : asIssued(issued)
}

/** The kinds of notice that an entry has in force. */
export function kindsInForce(entry: PlanEntry): IssuedKind[] {
  return entry.noticed === undefined ? [] : issuedKinds.filter((kind) => noticeOf(entry, kind) !== undefined)
}

function asIssued({ kind, said, corrected }: IssuedNotice): Notice | undefined {
  const notice = noticeFrom(said, kind)
  return notice && { ...notice, rows: [...notice.rows, ...corrected.map(({ on, words, reason }) => [`Corrected on ${formatDate(on)}`, `${words} ${reason}`] as const)] }
}

/** The notice that these facts make. */
export function noticeFrom(facts: NoticeFacts, kind: IssuedKind): Notice | undefined {
  switch (kind) {
    case 'key-decision':
      return keyDecision(facts)
    case 'general-exception':
    case 'special-urgency':
      return facts.route?.kind === kind ? routeNotice(facts, facts.route) : undefined
    case 'private-first':
      return privateNotice(facts, facts.private?.firstNotice, 'First notice of a private meeting', 'regulation 5(2)', 'first')
    case 'private-second':
      return privateNotice(facts, facts.private?.secondNotice, 'Second notice of a private meeting', 'regulation 5(4)', 'second')
    case 'private-urgency':
      return privateNotice(facts, facts.private?.agreed?.on, 'Notice of an urgent private meeting', 'regulation 5(6) and (7)', 'urgent')
  }
}

function matterRows(entry: NoticeFacts): Notice['rows'] {
  const { decisionMaker } = entry
  return [
    ['Matter', entry.matter],
    ['Who decides', makerWords(decisionMaker)],
    ['Its members', decisionMaker.members.join(', ')],
    ['When', expectedWords(entry.expected)],
  ]
}

function keyDecision(entry: NoticeFacts): Notice | undefined {
  if (entry.noticed === undefined || !isKey(entry)) return undefined
  const rows: Notice['rows'] = [
    ...matterRows(entry),
    ['Documents', entry.documents.map(documentTitle).join('; ')],
    ['Copies from', entry.copiesFrom],
    ['Other documents', entry.otherDocuments],
    ['How to ask for them', entry.procedure],
  ]
  return { title: 'Notice of a key decision', on: entry.noticed, under: 'regulation 9', says: entry.key === 'key' ? 'A key decision is to be made on behalf of the council.' : 'A decision that may be a key decision is to be made on behalf of the council.', rows }
}

function routeNotice(entry: NoticeFacts, route: NonNullable<NoticeFacts['route']>): Notice {
  if (route.kind === 'general-exception') {
    const rows: Notice['rows'] = [...matterRows(entry), ['Notice given to', route.to], ['Why 28 clear days are impracticable', route.reason]]
    return { title: 'General exception', on: route.on, under: 'regulation 10', says: 'A key decision is to be made without 28 clear days of notice, once five clear days have passed after this notice.', rows }
  }
  const rows: Notice['rows'] = [...matterRows(entry), ['Agreed by', `${route.by}, ${officeWords[route.office]}`], ['Why it cannot reasonably be deferred', route.reason]]
  return { title: 'Special urgency', on: route.on, under: 'regulation 11', says: 'It is agreed that a key decision is urgent and cannot reasonably be deferred. It is reported to the Council.', rows }
}

function privateNotice(entry: NoticeFacts, on: LocalDate | undefined, title: string, under: string, which: 'first' | 'second' | 'urgent'): Notice | undefined {
  const held = entry.private
  if (held === undefined || on === undefined || !needsPrivateNotices(entry)) return undefined
  const heard = held.representations.map(({ words, answer }) => `${words} Answer: ${answer ?? 'none yet'}`).join(' ')
  const rows: Notice['rows'] = [
    ...matterRows(entry),
    ['Which part', privateWords(held)],
    ['Why', held.reason],
    ...(which === 'second' ? [['Representations received', heard === '' ? 'None' : heard] as const] : []),
    ...(held.agreed === undefined || which !== 'urgent' ? [] : [['Agreed by', `${held.agreed.by}, ${officeWords[held.agreed.office]}: ${held.agreed.reason}`] as const]),
  ]
  return { title, on, under, says: 'The meeting, or a part of it, is to be held in private.', rows }
}

/** "Report to Cabinet (https://…)": on paper an address is of use where it can be read. */
function documentPrinted(document: PlanDocument): string {
  const [title, address] = [documentTitle(document), documentAddress(document)]
  return address === undefined ? title : `${title} (${address})`
}

/** The written statement of a decision: of a body by regulation 12, of a member or an officer by regulation 13. */
function statement(entry: PlanEntry, decision: Decision): Notice {
  const { window, exempt } = decision
  const isBody = entry.decisionMaker.kind === 'body'
  const rows: Notice['rows'] = [
    ['Matter', entry.matter],
    ['Decided', formatDay(decision.on)],
    ['By', decision.by],
    ['Its members', isBody ? entry.decisionMaker.members.join(', ') : undefined],
    ['Decision', decision.outcome],
    ['Reasons', decision.reasons],
    ['Alternatives considered and rejected', decision.alternatives],
    ['Conflicts of interest', decision.conflicts],
    ['Dispensations', decision.dispensations],
    ['How it differs from the forward plan', decision.differs],
    ['Decided without the full notice', decision.shortfall?.finding],
    ['Why it was', decision.shortfall?.reason],
    ['Documents', entry.documents.map(documentPrinted).join('; ')],
    ['Call-in', window === undefined ? (exempt === undefined ? 'It cannot be called in.' : `Exempt: ${exempt.reason} Agreed by ${exempt.agreedBy}.`) : `By ${window.members} members of scrutiny, until ${closesWords(window.closes)}.`],
  ]
  return { title: 'Statement of a decision', on: dateOf(decision.published), under: isBody ? 'regulation 12' : 'regulation 13', says: isBody ? 'A decision of the council’s executive was made at a meeting.' : 'A decision was made on behalf of the council’s executive.', rows }
}
