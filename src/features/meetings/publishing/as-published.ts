import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { MeetingWithText } from '../work/draft-of-meeting.ts'
import type { ItemInWork, MeetingFacts, PaperId } from '../work/meeting-in-work.ts'
import type { ReportStanding } from '../reports/report-standing.ts'

/** What is added to a meeting at the moment of its publication. */
export interface AtPublication {
  /** The agenda is published for the first time. */
  readonly isFirst: boolean
  readonly isLate: boolean
  readonly today: LocalDate
  /** The chair's reason for publishing late. */
  readonly lateReason?: string | undefined
  /** The chair's reasons for late items, by the item's number. */
  readonly itemReasons: Readonly<Record<string, string>>
}

/**
 * The meeting as it would be published now: with the day of issue, the chair's reasons, and the reports that have come. A report that is to follow and was
 * not handed in stays out, however much of it is written.
 */
export function asPublished(kept: MeetingWithText, standings: ReadonlyMap<PaperId, ReportStanding>, at: AtPublication): MeetingWithText {
  const { meeting } = kept
  const items = meeting.items.map((item) => withReason(withReportThatCame(item, standings), at.itemReasons[String(item.number)]))
  return { ...kept, meeting: { ...meeting, facts: at.isFirst ? factsAtIssue(meeting.facts, at) : meeting.facts, items } }
}

function factsAtIssue({ lateReason: before, issued: _issued, issuedSource: _source, ...facts }: MeetingFacts, { isLate, today, lateReason }: AtPublication): MeetingFacts {
  return { ...facts, status: facts.status === 'planned' ? 'agenda-published' : facts.status, issued: today, ...given('lateReason', isLate ? (lateReason ?? before) : undefined) }
}

function withReportThatCame(item: ItemInWork, standings: ReadonlyMap<PaperId, ReportStanding>): ItemInWork {
  const report = reportToFollow(item)
  if (report === undefined) return item
  if (standings.get(report.id)?.state === 'handed-in') return { ...item, facts: { ...item.facts, toFollow: false } }
  return { ...item, papers: item.papers.filter((paper) => paper !== report) }
}

/** The report that an item's agenda promises, where somebody has begun it. */
function reportToFollow(item: ItemInWork): ItemInWork['papers'][number] | undefined {
  return item.facts.toFollow ? item.papers.find((paper) => paper.kind === 'report' && !paper.isPublicVersion && paper.isHeld) : undefined
}

function withReason(item: ItemInWork, lateReason: string | undefined): ItemInWork {
  return lateReason === undefined || lateReason === '' ? item : { ...item, facts: { ...item.facts, lateReason } }
}
