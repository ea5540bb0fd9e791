import { formatDay } from '#core/date-words.ts'
import { meetingAddress, meetingsInList, timesOnAgenda, type TimeOnAgenda } from '#features/meetings'
import type { AlertSource, Change } from '../alert-source.ts'

const newest = 200
const mostTimes = 5

/** A matter that comes before a body: once for each agenda that it is on, whatever later versions the agenda has. */
export const subjectsSource: AlertSource = {
  name: 'matters on agendas',
  changesSince: async (reader, since, { topics }) => {
    const subjects = topics.flatMap(({ kind, key }) => (kind === 'subject' ? key : []))
    if (subjects.length === 0) return []
    const published = publishedAt(await meetingsInList(reader, { order: 'newest-first', limit: newest, withAgenda: true }))
    const times = await timesOnAgenda(reader, subjects, { limit: mostTimes })
    return changesOf(times, published).filter(({ at }) => at > since)
  },
  latest: async (reader, { kind, key }, { limit }) => {
    if (kind !== 'subject') return []
    const times = await timesOnAgenda(reader, [key], { limit })
    const days = times.map(({ date }) => date).toSorted()
    const first = days[0]
    if (first === undefined) return []
    const meetings = await meetingsInList(reader, { from: first, order: 'last-to-first', limit: 1000, withAgenda: true })
    return changesOf(times, publishedAt(meetings))
  },
}

type Published = ReadonlyMap<string, Date>

function publishedAt(meetings: readonly { readonly body: string; readonly date: string; readonly publishedAt: string }[]): Published {
  return new Map(meetings.map((meeting) => [meetingAddress(meeting), new Date(meeting.publishedAt)]))
}

function changesOf(times: readonly TimeOnAgenda[], published: Published): Change[] {
  return times.flatMap((time) => {
    const at = published.get(meetingAddress(time))
    return at === undefined ? [] : [changeOf(time, at)]
  })
}

function changeOf({ subject, body, bodyName, date, item, title }: TimeOnAgenda, at: Date): Change {
  return {
    id: `subject/${subject}/${body}/${date}/${item}`,
    at,
    title,
    words: `On the agenda of the ${bodyName}, ${formatDay(date)}, item ${item}.`,
    href: `${meetingAddress({ body, date })}/items/${item}`,
    topics: [{ kind: 'subject', key: subject }],
  }
}
