import { formatDate, formatTime } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { Fault, Outcome } from '#core/outcome.ts'
import type { QuotedMarks } from '#platform/documents/quoted.ts'
import { timingsOf } from '../agenda/timing-of-agenda.ts'
import { isOpenMeeting, isWithheldItem } from '../record/withheld.ts'
import type { MeetingDraft } from '../record/meeting-draft.ts'
import { reportReadiness, type PublishedText, type ReadinessFinding } from '../reports/readiness/report-readiness.ts'
import type { ReportStanding } from '../reports/report-standing.ts'
import type { BodyTemplate } from '../templates/body-template.ts'
import { paperSlug, type MeetingWithText } from '../work/draft-of-meeting.ts'
import type { ItemId, ItemInWork, MeetingFacts, PaperId, PaperInList } from '../work/meeting-in-work.ts'
import type { InternalLink } from './dead-links.ts'
import { isPaperWithdrawn } from './withdraw.ts'
import { isOpenedUnreleased, type WithheldBefore } from './withheld-before.ts'

/** Something to know before publishing: what stops it, or what is only told. */
export interface Finding {
  readonly severity: 'stops' | 'told'
  readonly message: string
  /** It is about when, where or for whom the meeting is. */
  readonly isOfFacts?: true
  /** It is put right where what was withheld is released. */
  readonly isOfRelease?: true
  /** Which item, and which of its papers; neither where it is about the whole meeting. */
  readonly item?: { readonly id: ItemId; readonly number: number; readonly title: string }
  readonly paper?: { readonly id: PaperId; readonly title: string }
}

export interface ReadinessFacts {
  /** As it would be published: reports that are still to follow are not among its papers. */
  readonly kept: MeetingWithText
  readonly draft: Outcome<MeetingDraft>
  /** What the marks of figures in the papers stand for. */
  readonly quoted?: QuotedMarks
  readonly standings: ReadonlyMap<PaperId, ReportStanding>
  readonly template: Pick<BodyTemplate, 'clearances'>
  /** Links to pages of this site that are not there. */
  readonly deadLinks: readonly InternalLink[]
  /** Papers that stand published as they are, by their part of an address: what they lack stops nothing. */
  readonly unchanged: ReadonlySet<string>
  /** What stands published of each paper, by its part of an address: what it lacked then stops no correction. */
  readonly published: ReadonlyMap<string, PublishedText>
  /** The items that the version that stands withholds. */
  readonly withheldBefore: ReadonlyMap<ItemId, WithheldBefore>
  /** What the readers of a document beside the pack would meet in it, by its checksum. */
  readonly inFiles: ReadonlyMap<string, readonly ReadinessFinding[]>
  /** Whom to ask about the body, where the meeting names nobody. */
  readonly contact?: MeetingFacts['contact']
  readonly today: LocalDate
}

/** What stands between a meeting and its publication, what stops it first. Each paper is checked as its own editor checks it. */
export function readinessOf(facts: ReadinessFacts): Finding[] {
  const { meeting } = facts.kept
  const found = [...meetingFindings(facts), ...meeting.items.flatMap((item) => itemFindings(item, facts)), ...textFindings(facts)]
  return found.toSorted((one, other) => Number(one.severity === 'told') - Number(other.severity === 'told'))
}

function meetingFindings({ kept: { meeting }, today, contact }: ReadinessFacts): Finding[] {
  const { facts, items } = meeting
  const { troubles } = timingsOf(facts.time, items)
  return [
    ...(items.length === 0 ? [stops('The agenda has no items. Add at least one.')] : []),
    ...(facts.status === 'cancelled' ? [stops('The meeting is cancelled.')] : []),
    ...(facts.time === undefined ? [ofFacts('The time of the meeting is not given.')] : []),
    ...(facts.attendance !== 'online' && facts.venue === undefined ? [ofFacts('The place of the meeting is not given.')] : []),
    ...((facts.contact ?? contact) === undefined ? [ofFacts('No contact is given: the public would not know whom to ask.')] : []),
    ...(facts.date < today && facts.status === 'planned' ? [stops(`The day of the meeting, ${formatDate(facts.date)}, is over.`)] : []),
    ...troubles.map((trouble) => told(trouble)),
    ...untimedBefore(meeting),
  ]
}

/** Items without minutes for which the times of the others leave none. */
function untimedBefore({ facts, items }: MeetingWithText['meeting']): Finding[] {
  const standing = items.filter((item) => item.facts.withdrawn === undefined)
  const { spans } = timingsOf(facts.time, items)
  const first = standing.findIndex((item) => spans.has(item.number))
  const [timed, before] = [standing[first], standing.slice(0, Math.max(first, 0))]
  const from = timed === undefined ? undefined : spans.get(timed.number)?.from
  if (timed === undefined || from === undefined || facts.time === undefined || before.length === 0 || from > facts.time) return []
  const [one, last] = [before[0]?.number, before.at(-1)?.number]
  return [told(`${one === last ? `Item ${one} has` : `Items ${one} to ${last} have`} no minutes, and item ${timed.number} begins at ${formatTime(from)}, when the meeting begins.`)]
}

function itemFindings(item: ItemInWork, facts: ReadinessFacts): Finding[] {
  const opened = releaseFindings(item, facts)
  if (item.facts.withdrawn !== undefined) return opened
  const papers = item.papers.filter((paper) => paper.isHeld && !isPaperWithdrawn(item, paper))
  return [...opened, ...reportMissing(item, papers), ...withheldFindings(item, facts), ...papers.flatMap((paper) => paperFindings(item, paper, facts))]
}

/** Standing items and those that name no report may have none; an item of business has one, or says that it is to follow. */
function reportMissing(item: ItemInWork, held: readonly PaperInList[]): Finding[] {
  const report = item.papers.find((paper) => paper.kind === 'report' && !paper.isPublicVersion)
  if (item.facts.toFollow) return held.some((paper) => paper.id === report?.id) ? [] : [about(item, told('Its report is to follow: it can be published as a supplement.'))]
  if (held.some((paper) => paper.id === report?.id)) return []
  if (report !== undefined && !isPaperWithdrawn(item, report)) return [about(item, stops('Nobody has written its report. Wait for it, mark the item “to follow”, or take the report off the item.'))]
  if (item.facts.standing === undefined && held.length === 0 && item.papers.length === 0) return [about(item, told('It has no report. If one comes later, mark it “to follow”.'))]
  return []
}

/** What was withheld is opened by a decision that is recorded, never by a change of the agenda alone: of a withdrawn item too, which may come back. */
function releaseFindings(item: ItemInWork, { kept: { meeting }, withheldBefore }: ReadinessFacts): Finding[] {
  if (!isOpenMeeting(meeting.facts) || !isOpenedUnreleased(item.facts, withheldBefore.get(item.id))) return []
  return [{ ...about(item, stops('It is withheld in the version that stands. Release it: say who decided that it may be read, and on which day.')), isOfRelease: true }]
}

function withheldFindings(item: ItemInWork, { kept: { meeting }, today }: ReadinessFacts): Finding[] {
  const { exempt, confidential, withheld } = item.facts
  if (!isWithheldItem(item.facts) || !isOpenMeeting(meeting.facts)) return []
  return [
    ...(exempt !== undefined && exempt.reason.trim() === '' ? [about(item, stops('Give the reason for which the public interest is better served by withholding it.'))] : []),
    ...(withheld?.decidedBy === undefined ? [about(item, stops('Say who decided to withhold it, by their role.'))] : []),
    ...(exempt !== undefined && withheld?.reviewOn === undefined ? [about(item, told('Give a day on which to ask again whether it must be withheld.'))] : []),
    ...(withheld?.reviewOn !== undefined && withheld.reviewOn <= today ? [about(item, told(`It was to be looked at again by ${formatDate(withheld.reviewOn)}.`))] : []),
    ...(withheld?.publicTitle === undefined ? [about(item, told(`The public reads its title as it stands: “${item.facts.title}”. Give another if it would disclose.`))] : []),
    ...(confidential && exempt !== undefined ? [about(item, stops('It is marked both exempt and confidential. Choose one.'))] : []),
  ]
}

function paperFindings(item: ItemInWork, listed: PaperInList, { kept, standings, template, unchanged, published, inFiles, quoted }: ReadinessFacts): Finding[] {
  const paper = kept.papers.find((one) => one.id === listed.id)
  if (paper === undefined || unchanged.has(paperSlug(item.number, listed))) return []
  const standing = standings.get(paper.id)
  const asked = { needed: template.clearances, clearances: standing?.clearances ?? [] }
  const handing = standing !== undefined && isUnfinished(listed, standing) ? [told(standing.state === 'returned' ? 'It was returned to its author and has not come back.' : 'Its author has not handed it in yet.')] : []
  const comments = (standing?.openComments ?? 0) > 0 ? [told(`${standing?.openComments === 1 ? 'A comment on it is' : `${standing?.openComments ?? 0} comments on it are`} still open.`)] : []
  const file = paper.attachment === undefined ? [] : (inFiles.get(paper.attachment.checksum) ?? [])
  const own = [...reportReadiness({ ...paper, ...given('quoted', quoted) }, asked, published.get(paperSlug(item.number, listed))), ...file].map(fromReport)
  return [...own, ...handing, ...comments].map((finding) => ({ ...about(item, finding), paper: { id: paper.id, title: paper.title } }))
}

/** A text that came in a file has no writer to hand it in. */
function isUnfinished(paper: PaperInList, standing: ReportStanding): boolean {
  return paper.kind === 'report' && paper.fileName === undefined && (standing.state === 'writing' || standing.state === 'returned')
}

function fromReport({ severity, message, line }: ReadinessFinding): Finding {
  return { severity: severity === 'must' ? 'stops' : 'told', message: line === undefined ? message : `${message} (line ${line})` }
}

/** Texts that cannot be read as they stand, and links to places of this site that are not there. */
function textFindings({ draft, kept, deadLinks }: ReadinessFacts): Finding[] {
  if (draft.ok) return deadLinks.map(({ item, paper, address }) => aboutNumber(kept, item, told(`${paper} links to ${address}, where nothing is published.`)))
  // What the paper's own check says already is not said twice.
  const faults = draft.refusal.faults.filter((fault) => !kept.papers.some((paper) => paper.title === fault.file))
  return faults.map((fault: Fault) => stops(`${fault.file === undefined ? '' : `${fault.file}: `}${fault.message}`))
}

function aboutNumber({ meeting }: MeetingWithText, number: number, finding: Finding): Finding {
  const item = meeting.items.find((one) => one.number === number)
  return item === undefined ? finding : about(item, finding)
}

function about(item: ItemInWork, finding: Finding): Finding {
  return { ...finding, item: { id: item.id, number: item.number, title: item.facts.title } }
}

const stops = (message: string): Finding => ({ severity: 'stops', message })
const told = (message: string): Finding => ({ severity: 'told', message })
const ofFacts = (message: string): Finding => ({ severity: 'told', message, isOfFacts: true })
