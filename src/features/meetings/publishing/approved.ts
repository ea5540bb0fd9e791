import type { Reader } from '#platform/database/database.ts'
import type { ReportStanding } from '../reports/report-standing.ts'
import type { MeetingWithText } from '../work/draft-of-meeting.ts'
import type { PaperId } from '../work/meeting-in-work.ts'
import type { ApprovedRow, PublicationId, PublishingTables } from './tables.ts'

/** A meeting with the words of all its papers, and how far each of them has come: at the moment of a request to publish it, what was approved. */
export interface Approved {
  readonly kept: MeetingWithText
  readonly standings: ReadonlyMap<PaperId, ReportStanding>
}

export function approvedRow({ kept, standings }: Approved): ApprovedRow {
  return { kept, standings: [...standings] }
}

/** What was approved with this publication; undefined once it is over. */
export async function approvedWith(reader: Reader, id: PublicationId): Promise<Approved | undefined> {
  const row = await reader.tables<PublishingTables>().selectFrom('work.publications').select('work.publications.approved').where('work.publications.id', '=', id).executeTakeFirst()
  const approved = row?.approved
  return approved === null || approved === undefined ? undefined : { kept: approved.kept, standings: new Map(approved.standings) }
}
