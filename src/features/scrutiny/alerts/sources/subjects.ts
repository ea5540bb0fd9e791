import { formatDay } from '#core/date-words.ts'
import { meetingAddress, timesOnAgenda, type PublishedTime } from '#features/meetings'
import type { AlertSource, Change } from '../alert-source.ts'

/** More often than a matter is on the agendas of a council in twenty years. */
const mostTimes = 100_000

/** A matter that comes before a body: once for each agenda that it is on, whatever later versions the agenda has. */
export const subjectsSource: AlertSource = {
  changesSince: async function* (reader, since, { topics }) {
    const subjects = topics.flatMap(({ kind, key }) => (kind === 'subject' ? key : []))
    yield (await timesOnAgenda(reader, subjects, { publishedAfter: since, limit: mostTimes })).map(changeOf)
  },
  latest: async (reader, { kind, key }, { limit }) => (kind === 'subject' ? (await timesOnAgenda(reader, [key], { limit })).map(changeOf) : []),
}

function changeOf({ subject, body, bodyName, date, item, title, publishedAt }: PublishedTime): Change {
  return {
    id: `subject/${subject}/${body}/${date}/${item}`,
    at: publishedAt,
    title,
    words: `On the agenda of the ${bodyName}, ${formatDay(date)}, item ${item}.`,
    href: `${meetingAddress({ body, date })}/items/${item}`,
    topics: [{ kind: 'subject', key: subject }],
  }
}
