import type { Reader, Transaction } from '#platform/database/database.ts'
import { readMarkdown } from '#platform/documents/read-markdown.ts'
import { isWithheldItem, meetingInWork, type MeetingId } from '#features/meetings'
import type { MembersMinutes, WithheldMinute } from '../record/members-minutes.ts'
import type { PublishedMinutes } from '../record/published-minutes.ts'
import type { TakingTables } from '../tables.ts'
import { composeMinutes, publishedResolutionOf, type ComposedMinutes } from './compose-minutes.ts'

/** What members read of minutes that are published as this record says. */
function membersMinutes({ meeting, minutes, numbers, isOpen }: ComposedMinutes, record: PublishedMinutes): MembersMinutes {
  const withheld = meeting.items.flatMap(({ number: item, facts }): WithheldMinute[] => {
    const number = numbers.get(item)
    const text = readMarkdown(minutes.minutes.get(item)?.membersText ?? '', { file: `The members’ minute of item ${item}`, numbered: false })
    const blocks = text.ok ? text.value : []
    const resolutions = (minutes.resolutions.get(item) ?? []).filter((one) => one.withheld).map(publishedResolutionOf)
    const isThere = number !== undefined && isWithheldItem(facts) && (blocks.length > 0 || resolutions.length > 0)
    return isThere ? [{ number, item, title: facts.title, blocks, resolutions }] : []
  })
  return { withheld, ...(isOpen ? {} : { whole: record }) }
}

/** Keeps what members read of a version of minutes, beside what is published of it. */
export async function keepMembersMinutes(tx: Transaction, composed: ComposedMinutes, { record, version, at }: { readonly record: PublishedMinutes; readonly version: number; readonly at: Date }): Promise<void> {
  const minutes = JSON.stringify(membersMinutes(composed, record))
  await tx.tables<TakingTables>().insertInto('work.members_minutes').values({ meeting: composed.meeting.id, version, minutes, kept_at: at }).execute()
}

/** What members read of the minutes of a meeting, as they were circulated or confirmed last; undefined while they are a draft of the officers'. */
export async function membersMinutesOf(reader: Reader, meeting: MeetingId): Promise<MembersMinutes | undefined> {
  const row = await reader
    .tables<TakingTables>()
    .selectFrom('work.members_minutes as kept')
    .select('kept.minutes')
    .where('kept.meeting', '=', meeting)
    .orderBy('kept.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? asTheyStand(reader, meeting) : row.minutes
}

/** Of minutes that were circulated before members had a version of their own. */
async function asTheyStand(reader: Reader, id: MeetingId): Promise<MembersMinutes | undefined> {
  const head = await reader.tables<TakingTables>().selectFrom('work.minutes_of_meetings as taken').select('taken.state').where('taken.meeting', '=', id).executeTakeFirst()
  const meeting = head === undefined || head.state === 'draft' ? undefined : await meetingInWork(reader, id)
  if (meeting === undefined) return undefined
  const composed = await composeMinutes(reader, meeting)
  return membersMinutes(composed, composed.record)
}
