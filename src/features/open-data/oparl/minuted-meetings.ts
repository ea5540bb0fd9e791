import { bodyRecords } from '#features/bodies'
import { meetingAddress, meetingRecords, type AgendaItem, type MeetingRecord } from '#features/meetings'
import { areInvented, inventedMark, minutesOfMeetings, publicationsOfMinutes, resolvedInWords, type MinutesVersion } from '#features/minutes'
import type { Reader } from '#platform/database/database.ts'
import { membershipsOf } from './organizations.ts'

/** A meeting with the version of its minutes that stands, where any is published. */
export interface MinutedMeeting extends MeetingRecord {
  readonly minutes?: MinutesVersion
}

/** Meetings with their minutes, each changed when either was. Two queries. */
export async function minutedMeetings(reader: Reader, filter: Omit<Parameters<typeof meetingRecords>[1], 'alsoPublished'>): Promise<MinutedMeeting[]> {
  const records = await meetingRecords(reader, { ...filter, alsoPublished: publicationsOfMinutes })
  const found = await minutesOfMeetings(reader, records.map(({ meeting }) => meeting))
  const byMeeting = new Map(found.map((version) => [meetingAddress(version.minutes), version]))
  return records.map((record) => {
    const minutes = byMeeting.get(meetingAddress(record.meeting))
    return minutes === undefined ? record : { ...record, minutes }
  })
}

/** The names that have a Person in these exports: everybody who holds or held a seat. One query; none where no minutes say who was present. */
export async function namesOfPersons(reader: Reader, meetings: readonly MinutedMeeting[]): Promise<ReadonlySet<string>> {
  if (!meetings.some(({ minutes }) => minutes?.minutes.sitting !== undefined)) return new Set()
  return new Set((await bodyRecords(reader)).flatMap(({ body }) => membershipsOf(body).map(({ person }) => person)))
}

/** Who sat as a member, by name, substitutes too: those whom the bodies’ records name. Of anybody else the exports have no Person. */
export function participantsOf({ minutes }: MinutedMeeting, persons: ReadonlySet<string>): string[] {
  return [...new Set((minutes?.minutes.sitting?.present ?? []).map(({ name }) => name))].filter((name) => persons.has(name))
}

/** What became of an item: that it was withdrawn, what was resolved in it. */
export function outcomeOf({ minutes }: MinutedMeeting, item: AgendaItem): { readonly result?: string; readonly resolutionText?: string } {
  const minute = minutes?.minutes.minutes.find((one) => one.item === item.number)
  const { kinds, lines } = minute === undefined ? { kinds: [], lines: [] } : resolvedInWords(minute)
  const results = [...(item.withdrawn === undefined ? [] : ['Withdrawn']), ...kinds]
  return { ...(results.length === 0 ? {} : { result: results.join('; ') }), ...(lines.length === 0 ? {} : { resolutionText: [...(minutes !== undefined && areInvented(minutes.minutes) ? [`${inventedMark}.`] : []), ...lines].join('\n') }) }
}
