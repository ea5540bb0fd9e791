import { formatDay } from '#core/date-words.ts'
import { meetingAddress, meetingsInList, whenInWords, type MeetingInList } from '#features/meetings'
import type { AlertSource, Change } from '../alert-source.ts'

/** More than are published between two rounds of news. */
const newest = 200

/** Agendas, their later versions, cancellations and minutes of all bodies. A meeting that is only planned is news to nobody: calendars have it. */
export const meetingsSource: AlertSource = {
  name: 'meetings',
  changesSince: async (reader, since) => {
    const meetings = await meetingsInList(reader, { order: 'newest-first', limit: newest })
    return meetings.filter(isNews).map(changeOf).filter(({ at }) => at > since).toReversed()
  },
  latest: async (reader, { kind, key }, { limit }) => {
    if (kind !== 'body') return []
    const meetings = await meetingsInList(reader, { body: key, order: 'newest-first', limit: limit * 2 })
    return meetings.filter(isNews).map(changeOf).slice(0, limit)
  },
}

function isNews({ hasAgenda, status }: MeetingInList): boolean {
  return hasAgenda || status === 'cancelled' || status === 'adjourned'
}

function changeOf(meeting: MeetingInList): Change {
  return {
    id: `meeting/${meeting.body}/${meeting.date}/${meeting.version}`,
    at: new Date(meeting.publishedAt),
    title: `${meeting.bodyName}, ${formatDay(meeting.date)}`,
    words: `${meeting.note} ${whenInWords(meeting)}.`.trim(),
    href: meetingAddress(meeting),
    topics: [{ kind: 'body', key: meeting.body }],
  }
}
