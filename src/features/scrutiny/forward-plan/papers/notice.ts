import { formatDay } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { dateOf } from '#core/london-time.ts'
import { isKey, needsPrivateNotices } from '../clock/may-decide.ts'
import type { Decision } from '../entry/decision.ts'
import type { PlanEntry } from '../entry/plan-entry.ts'
import { closesWords, expectedWords, makerWords, officeWords, privateWords } from '../entry/words.ts'

/** Every notice or statement that an entry can have, by the last part of its address. */
export const noticeKinds = ['key-decision', 'general-exception', 'special-urgency', 'private-first', 'private-second', 'private-urgency', 'decision'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** A notice or a statement that the law asks for, made from the facts of its entry. */
export interface Notice {
  /** "General exception" */
  readonly title: string
  readonly on: LocalDate
  /** The regulation: "regulation 10". */
  readonly under: string
  readonly says: string
  /** What it says, each under its heading; what is not known is left out. */
  readonly rows: readonly (readonly [string, string | undefined])[]
}

export const regulations = 'Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012'

/** What an entry has published, in the order in which it happens. */
export function noticesOf(entry: PlanEntry): readonly { readonly kind: NoticeKind; readonly notice: Notice }[] {
  return noticeKinds.flatMap((kind) => {
    const notice = noticeOf(entry, kind)
    return notice === undefined || entry.noticed === undefined ? [] : [{ kind, notice }]
  })
}

/** The notice of that kind; undefined where none was published. */
export function noticeOf(entry: PlanEntry, kind: NoticeKind): Notice | undefined {
  switch (kind) {
    case 'key-decision':
      return keyDecision(entry)
    case 'general-exception':
    case 'special-urgency':
      return entry.route?.kind === kind ? routeNotice(entry, entry.route) : undefined
    case 'private-first':
      return privateNotice(entry, entry.private?.firstNotice, 'First notice of a private meeting', 'regulation 5(2)', false)
    case 'private-second':
      return privateNotice(entry, entry.private?.secondNotice, 'Second notice of a private meeting', 'regulation 5(4)', true)
    case 'private-urgency':
      return privateNotice(entry, entry.private?.agreed?.on, 'Notice of an urgent private meeting', 'regulation 5(6) and (7)', false)
    case 'decision':
      return entry.decision && statement(entry, entry.decision)
  }
}

function matterRows(entry: PlanEntry): Notice['rows'] {
  const { decisionMaker } = entry
  return [
    ['Matter', entry.matter],
    ['Who decides', makerWords(decisionMaker)],
    ['Its members', decisionMaker.members.join(', ')],
    ['When', expectedWords(entry.expected)],
  ]
}

function keyDecision(entry: PlanEntry): Notice | undefined {
  if (entry.noticed === undefined || !isKey(entry)) return undefined
  const rows: Notice['rows'] = [
    ...matterRows(entry),
    ['Documents', entry.documents.join('; ')],
    ['Copies from', entry.copiesFrom],
    ['Other documents', entry.otherDocuments],
    ['How to ask for them', entry.procedure],
  ]
  return { title: 'Notice of a key decision', on: entry.noticed, under: 'regulation 9', says: entry.key === 'key' ? 'A key decision is to be made on behalf of the council.' : 'A decision that may be a key decision is to be made on behalf of the council.', rows }
}

function routeNotice(entry: PlanEntry, route: NonNullable<PlanEntry['route']>): Notice {
  if (route.kind === 'general-exception') {
    const rows: Notice['rows'] = [...matterRows(entry), ['Notice given to', route.to], ['Why 28 clear days are impracticable', route.reason]]
    return { title: 'General exception', on: route.on, under: 'regulation 10', says: 'A key decision is to be made without 28 clear days of notice, once five clear days have passed after this notice.', rows }
  }
  const rows: Notice['rows'] = [...matterRows(entry), ['Agreed by', `${route.by}, ${officeWords[route.office]}`], ['Why it cannot reasonably be deferred', route.reason]]
  return { title: 'Special urgency', on: route.on, under: 'regulation 11', says: 'It is agreed that a key decision is urgent and cannot reasonably be deferred. It is reported to the Council.', rows }
}

function privateNotice(entry: PlanEntry, on: LocalDate | undefined, title: string, under: string, isSecond: boolean): Notice | undefined {
  const held = entry.private
  if (held === undefined || on === undefined || !needsPrivateNotices(entry)) return undefined
  const heard = held.representations.map(({ words, answer }) => `${words} Answer: ${answer ?? 'none yet'}`).join(' ')
  const rows: Notice['rows'] = [
    ...matterRows(entry),
    ['Which part', privateWords(held)],
    ['Why', held.reason],
    ...(isSecond ? [['Representations received', heard === '' ? 'None' : heard] as const] : []),
    ...(held.agreed === undefined || isSecond ? [] : [['Agreed by', `${held.agreed.by}, ${officeWords[held.agreed.office]}: ${held.agreed.reason}`] as const]),
  ]
  return { title, on, under, says: 'The meeting, or a part of it, is to be held in private.', rows }
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
    ['Documents', entry.documents.join('; ')],
    ['Call-in', window === undefined ? (exempt === undefined ? 'It cannot be called in.' : `Exempt: ${exempt.reason} Agreed by ${exempt.agreedBy}.`) : `By ${window.members} members of scrutiny, until ${closesWords(window.closes)}.`],
  ]
  return { title: 'Statement of a decision', on: dateOf(decision.published), under: isBody ? 'regulation 12' : 'regulation 13', says: isBody ? 'A decision of the council’s executive was made at a meeting.' : 'A decision was made on behalf of the council’s executive.', rows }
}
