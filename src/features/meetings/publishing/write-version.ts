import { sql } from 'kysely'
import { formatDay, formatTime } from '#core/date-words.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import { tell, toldOf } from '../planner/notices.ts'
import { publishVersion, type NewVersion } from '../publication/publish-version.ts'
import { publishedMeeting } from '../publication/published-meetings.ts'
import { meetingAddress } from '../record/meeting.ts'
import { reportStandings } from '../reports/report-standing.ts'
import type { MeetingsTables } from '../tables.ts'
import { meetingWithText, type MeetingWithText } from '../work/draft-of-meeting.ts'
import { changeMeeting, markInStep, saveFacts, touchMeeting } from '../work/keep-meeting.ts'
import type { ItemInWork, PaperId } from '../work/meeting-in-work.ts'
import { changedMeanwhile } from './changed-meanwhile.ts'
import { endWithVersion, type Attempt } from './keep-publication.ts'
import { saysTheSame } from './same-content.ts'
import { shownPapers } from './shown-papers.ts'
import type { PaperOfItem } from './tables.ts'
import type { Proposal } from './to-publish.ts'

interface VersionToWrite {
  readonly proposal: Proposal
  readonly built: NewVersion
  readonly attempt: Attempt
  readonly origin: string
  readonly at: Date
  /** The same, on the product's day. */
  readonly publishedAt: Date
}

/**
 * Everything that a publication changes, in the transaction of its deed: the snapshots, the working record, the notices and the end of the attempt. Refused
 * where what may be read is no longer what was approved; words that were written meanwhile stay in the working record for the next version.
 */
export async function writeVersion(tx: Transaction, version: VersionToWrite): Promise<Outcome<void>> {
  const { proposal, built, attempt, origin, at, publishedAt } = version
  const { body, date } = proposal.kept.meeting.facts
  const changed = await changedSinceApproved(tx, proposal)
  if (!changed.ok) return changed
  const kept = await keepAsPublished(tx, version, changed.value)
  if (!kept.ok) return kept
  const told = await tell(tx, await toldOf(tx.reader, body, date), `${noticeOf(proposal)}: ${proposal.body.name}, ${formatDay(date)}`, noticeLines(proposal, built, origin))
  if (!told.ok) return told
  if (!(await endWithVersion(tx, attempt, { version: built.version, changedMeanwhile: unsaid(proposal, changed.value) }, at))) return anotherVersion
  await publishVersion(tx, built, publishedAt)
  return ok(undefined)
}

export const anotherVersion = refuse('conflict', 'Another version of this meeting was published meanwhile. Nothing was published here: look at the changes, then publish again.')

/** The papers that got other words since. Whoever changes the meeting waits from here until all is written, and then sees that it changed. */
async function changedSinceApproved(tx: Transaction, proposal: Proposal): Promise<Outcome<readonly PaperId[]>> {
  const { id, facts } = proposal.kept.meeting
  await tx.tables<MeetingsTables>().selectFrom('work.meetings').select('work.meetings.id').where('work.meetings.id', '=', id).forUpdate().execute()
  const now = await meetingWithText(tx.reader, id)
  const published = await publishedMeeting(tx.reader, facts.body, facts.date)
  if (now === undefined || published?.version !== proposal.standing?.version) return anotherVersion
  return changedMeanwhile(proposal, { kept: now, standings: await reportStandings(tx.reader, id) }, new Set(shownPapers(proposal).keys()))
}

/** The working record says what the publication added to it, and whether what is published is what is kept. */
async function keepAsPublished(tx: Transaction, { proposal, at }: VersionToWrite, changed: readonly PaperId[]): Promise<Outcome<void>> {
  const { kept, next, draft } = proposal
  const { id, revision } = kept.meeting
  if (!draft.ok) return draft
  const begun = await changeMeeting(tx, id, revision, at)
  if (!begun.ok) return begun
  await saveFacts(tx, id, next.meeting.facts)
  await saveItems(tx, changedItems(kept, next))
  await markInStep(tx, id, draft.value.fingerprint)
  const shown = shownPapers(proposal)
  const differs = proposal.staying.length > 0 || changed.some((paper) => shown.has(paper))
  if (changed.length > 0 || leavesOut(proposal)) await touchMeeting(tx, id, at, differs)
  return ok(undefined)
}

/** Those of the changed papers of which the version says what they said before; a paper that stays as published says so anyway. */
function unsaid(proposal: Proposal, changed: readonly PaperId[]): PaperOfItem[] {
  const shown = shownPapers(proposal)
  return changed.filter((paper) => !proposal.staying.some(({ listed }) => listed.id === paper)).flatMap((paper) => shown.get(paper) ?? [])
}

/** What the publication itself says of items: the chair's reason, a report that has come. */
async function saveItems(tx: Transaction, items: readonly ItemInWork[]): Promise<void> {
  if (items.length === 0) return
  const rows = sql.join(items.map(({ id, facts }) => sql`(${id}::uuid, ${JSON.stringify(facts)}::jsonb)`))
  await sql`update work.items set facts = said.facts from (values ${rows}) as said (id, facts) where items.id = said.id`.execute(tx.tables())
}

function changedItems(kept: MeetingWithText, next: MeetingWithText): ItemInWork[] {
  return next.meeting.items.filter((item) => !saysTheSame(item.facts, kept.meeting.items.find((one) => one.id === item.id)?.facts))
}

/** A report that is being written and is to follow, or a change that waits: a file loaded over it would undo it unseen. */
function leavesOut({ kept, next, staying }: Proposal): boolean {
  return staying.length > 0 || kept.meeting.items.some((item) => item.papers.length > (next.meeting.items.find((one) => one.id === item.id)?.papers.length ?? 0))
}

function noticeOf({ isFirst, isOpen }: Proposal): string {
  if (!isOpen) return 'Papers for members'
  return isFirst ? 'Agenda published' : 'Agenda changed'
}

/** No title of an item stands here: mail goes through many hands. */
function noticeLines({ body, next, isOpen }: Proposal, built: NewVersion, origin: string): string[] {
  const { date, time } = next.meeting.facts
  const when = time === undefined ? formatDay(date) : `${formatDay(date)} at ${formatTime(time)}`
  const address = `${origin}${meetingAddress({ body: body.slug, date })}`
  return [
    `${body.name}: the meeting on ${when}.`,
    ...(isOpen ? ['', built.note] : []),
    '',
    `Read your pack: ${origin}/staff/packs/${body.slug}/${date}`,
    ...(isOpen ? [`What the public reads: ${address}`] : []),
  ]
}
