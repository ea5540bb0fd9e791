import { formatDay } from '#core/date-words.ts'
import { date } from '#core/dates.ts'
import { meetingAddress, meetingsInList, whenInWords, type MeetingInList } from '#features/meetings'
import { newsOf, pagesOf, perPage, type AlertSource, type Change } from '../alert-source.ts'

/** Before every meeting. */
const firstDay = date('1000-01-01')

/** Agendas, their later versions, cancellations and minutes of all bodies. A meeting that is only planned is news to nobody: calendars have it. */
export const meetingsSource: AlertSource = {
  changesSince: (reader, since) => {
    const first = { publishedAt: since.toISOString(), body: '', date: firstDay }
    const pages = pagesOf<MeetingInList>((after) => {
      const { publishedAt, body, date } = after ?? first
      return meetingsInList(reader, { order: 'as-published', limit: perPage, publishedAfter: { at: new Date(publishedAt), body, date } })
    })
    return newsOf(pages, (meeting) => (isNews(meeting) && new Date(meeting.publishedAt) > since ? [changeOf(meeting)] : []))
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
