import type { Transaction } from '#platform/database/database.ts'
import type { Body } from '#features/bodies'
import { copyVersion } from '../publication/copy-version.ts'
import { issueOf } from '../publication/prepare-issue.ts'
import { publicationOf } from '../publication/prepare-publication.ts'
import { publishedMeeting, type MeetingVersion } from '../publication/published-meetings.ts'
import { publishVersion } from '../publication/publish-version.ts'
import type { PublishedMeeting } from '../record/meeting.ts'
import { withoutAgenda } from '../record/meeting-draft.ts'
import type { MeetingFacts } from '../work/meeting-in-work.ts'

/** What the public may know of a meeting whose agenda is not published: when and where it is; of a private one, only that it meets. */
export function announcementOf(facts: MeetingFacts, body: Body): PublishedMeeting {
  return publicationOf(withoutAgenda(facts), body).meeting
}

/** Announces a meeting in the calendar, after whatever was published for that body and day before. */
export async function announce(tx: Transaction, facts: MeetingFacts, body: Body, at: Date, note = 'Announced in the calendar.'): Promise<void> {
  const before = await publishedMeeting(tx.reader, facts.body, facts.date)
  await publishVersion(
    tx,
    { version: (before?.version ?? 0) + 1, note, meeting: announcementOf(facts, body), papers: [], issue: issueOf(withoutAgenda(facts), body) },
    at,
  )
}

/** What becomes of a published meeting: its agenda and papers stay as they are. */
type Turn = Partial<Pick<PublishedMeeting, 'status' | 'movedTo' | 'resumesOn'>>

/** Publishes the version that stands again with another state; its papers, pictures and pack go with it. */
export async function republish(tx: Transaction, standing: MeetingVersion, turn: Turn, note: string, at: Date): Promise<void> {
  const { body, date } = standing.meeting
  const version = standing.version + 1
  const pack = standing.pack === undefined ? {} : { pack: standing.pack, packVersion: standing.packVersion }
  await publishVersion(tx, { version, note, meeting: { ...standing.meeting, ...turn }, papers: [], ...pack }, at)
  await copyVersion(tx, { body, date, version: standing.version }, { date, version }, { said: turn })
}
