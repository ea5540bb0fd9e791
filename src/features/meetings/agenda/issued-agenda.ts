import type { Reader } from '#platform/database/database.ts'
import { issuedMeeting } from '../publication/issued-meetings.ts'
import { withheldIn, type WithheldBefore } from '../publishing/withheld-before.ts'
import type { ItemId, MeetingInWork } from '../work/meeting-in-work.ts'

/** The agenda as its members were given it. */
export interface IssuedAgenda {
  readonly numbers: ReadonlySet<number>
  /** Those of its items whose report was still to follow. */
  readonly toFollow: ReadonlySet<number>
  /** What it says of the items that it withholds. */
  readonly withheld: ReadonlyMap<ItemId, WithheldBefore>
}

/** What of the agenda was published; undefined before its first publication, when items may still be renumbered. */
export async function issuedAgenda(reader: Reader, { facts: { body, date }, items: kept }: Pick<MeetingInWork, 'facts' | 'items'>): Promise<IssuedAgenda | undefined> {
  const issued = await issuedMeeting(reader, body, date)
  const items = issued?.meeting.items ?? []
  if (issued === undefined || items.length === 0) return undefined
  const toFollow = items.filter((item) => item.toFollow).map((item) => item.number)
  const withheld = await withheldIn(reader, { ...issued, items: kept })
  return { numbers: new Set(items.map((item) => item.number)), toFollow: new Set(toFollow), withheld }
}
