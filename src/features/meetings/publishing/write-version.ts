import { formatDay, formatTime } from '#core/date-words.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import { tell, toldOf } from '../planner/notices.ts'
import { publishVersion, type NewVersion } from '../publication/publish-version.ts'
import { publishedMeeting } from '../publication/published-meetings.ts'
import { meetingAddress } from '../record/meeting.ts'
import type { MeetingsTables } from '../tables.ts'
import { meetingWithText, type MeetingWithText } from '../work/draft-of-meeting.ts'
import { changeMeeting, markInStep, saveFacts, saveItem, touchMeeting } from '../work/keep-meeting.ts'
import { changedSinceSeen } from './ask-publication.ts'
import { endWithVersion, type Attempt } from './keep-publication.ts'
import { saysTheSame } from './same-content.ts'
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
 * where anything differs from what the version was made of, so that what is published is what somebody saw.
 */
export async function writeVersion(tx: Transaction, { proposal, built, attempt, origin, at, publishedAt }: VersionToWrite): Promise<Outcome<void>> {
  const { kept, next, draft, standing } = proposal
  const { id, facts, revision } = kept.meeting
  // Whoever changes the meeting waits here until this is over, and then sees that it changed.
  await tx.tables<MeetingsTables>().selectFrom('work.meetings').select('work.meetings.id').where('work.meetings.id', '=', id).forUpdate().execute()
  const again = await meetingWithText(tx.reader, id)
  const published = await publishedMeeting(tx.reader, facts.body, facts.date)
  if (!saysTheSame(again, kept) || published?.version !== standing?.version || !draft.ok) return changedSinceSeen
  const changed = await changeMeeting(tx, id, revision, at)
  if (!changed.ok) return changed
  await saveFacts(tx, id, next.meeting.facts)
  for (const item of changedItems(kept, next)) await saveItem(tx, item.id, item.facts, item.author)
  await markInStep(tx, id, draft.value.fingerprint)
  if (leavesOut(kept, next)) await touchMeeting(tx, id, at)
  const told = await tell(tx, await toldOf(tx.reader, facts.body, facts.date), `${noticeOf(proposal)}: ${proposal.body.name}, ${formatDay(facts.date)}`, noticeLines(proposal, built, origin))
  if (!told.ok) return told
  if (!(await endWithVersion(tx, attempt, built.version, at))) return changedSinceSeen
  await publishVersion(tx, built, publishedAt)
  return ok(undefined)
}

function changedItems(kept: MeetingWithText, next: MeetingWithText) {
  return next.meeting.items.filter((item) => !saysTheSame(item.facts, kept.meeting.items.find((one) => one.id === item.id)?.facts))
}

/** A report that is being written and is to follow: a file loaded over it would undo it unseen. */
function leavesOut(kept: MeetingWithText, next: MeetingWithText): boolean {
  return kept.meeting.items.some((item) => item.papers.length > (next.meeting.items.find((one) => one.id === item.id)?.papers.length ?? 0))
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
