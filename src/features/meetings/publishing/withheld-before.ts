import { given } from '#core/given.ts'
import type { Reader } from '#platform/database/database.ts'
import { issuedMeeting } from '../publication/issued-meetings.ts'
import type { IssuedItem, IssuedMeeting } from '../publication/prepare-issue.ts'
import { isWithheldItem } from '../record/withheld.ts'
import { itemsOfVersion } from '../publication/version-records.ts'
import type { ItemFacts, ItemId, MeetingInWork } from '../work/meeting-in-work.ts'
import { saysTheSame } from './same-content.ts'

/** What the version that stands says of an item that it withholds. */
export type WithheldBefore = Pick<IssuedItem, 'exempt' | 'released'>

/** The items that the version that stands withholds, wherever on the agenda they are now. */
export async function withheldBefore(reader: Reader, { facts: { body, date }, items }: Pick<MeetingInWork, 'facts' | 'items'>): Promise<ReadonlyMap<ItemId, WithheldBefore>> {
  const standing = await issuedMeeting(reader, body, date)
  return standing === undefined ? new Map() : withheldIn(reader, { version: standing.version, meeting: standing.meeting, items })
}

interface Standing {
  readonly version: number
  readonly meeting: IssuedMeeting
  /** Those of the working record. */
  readonly items: MeetingInWork['items']
}

/** The same of a version that is at hand. One query. */
export async function withheldIn(reader: Reader, { version, meeting, items }: Standing): Promise<ReadonlyMap<ItemId, WithheldBefore>> {
  const withheld = meeting.items.filter(isWithheldItem)
  if (withheld.length === 0) return new Map()
  const noted = await itemsOfVersion(reader, { body: meeting.body, date: meeting.date, version })
  return new Map(
    withheld.flatMap(({ number, exempt, released }): [ItemId, WithheldBefore][] => {
      const id = noted.get(number) ?? items.find((item) => item.number === number)?.id
      return id === undefined ? [] : [[id, { ...given('exempt', exempt), ...given('released', released) }]]
    }),
  )
}

/** Whether an item that stands withheld is open on the agenda without a decision that released it since. */
export function isOpenedUnreleased(facts: ItemFacts, before: WithheldBefore | undefined): boolean {
  if (before === undefined || isWithheldItem(facts)) return false
  return facts.released === undefined || saysTheSame(facts.released, before.released)
}
