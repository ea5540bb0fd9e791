import { parseDate, type LocalDate } from '#core/dates.ts'
import { isOpenMeeting, isWithheldItem, meetingIdOn, meetingInWork, publishedMeeting } from '#features/meetings'
import type { Reader } from '#platform/database/database.ts'
import type { About, Question } from './question.ts'

/**
 * Whether a question would tell of what the public may not read today: its meeting is private, its item is exempt or confidential, in the agenda that stands or in the one
 * that officers work on, or the agenda is not published yet. Of a meeting that nobody keeps here nothing is known, so nothing is withheld. At most four queries.
 */
export async function isAboutWithheld(reader: Reader, { body, about }: Pick<Question, 'body' | 'about'>): Promise<boolean> {
  const place = placeOf(body, about)
  return place !== undefined && isPlaceWithheld(reader, place)
}

/** The same for an agenda's item by its place; without an item for the meeting. */
async function isPlaceWithheld(reader: Reader, { body, date, item }: Place): Promise<boolean> {
  const published = (await publishedMeeting(reader, body, date))?.meeting
  if (published !== undefined && !isOpenMeeting(published)) return true
  const listed = published?.items.find(({ number }) => number === item)
  if (listed !== undefined && isWithheldItem(listed)) return true
  const id = await meetingIdOn(reader, body, date)
  const inWork = id && (await meetingInWork(reader, id))
  if (inWork === undefined) return false
  if (!isOpenMeeting(inWork.facts)) return true
  if (item === undefined) return published === undefined
  // An item keeps its title where the agenda is numbered anew.
  const now = inWork.items.find(({ facts }) => facts.title === listed?.title) ?? inWork.items.find(({ number }) => number === item)
  return now !== undefined && (listed === undefined || isWithheldItem(now.facts))
}

interface Place {
  readonly body: string
  readonly date: LocalDate
  readonly item?: number
}

/** The agenda, or the item of one, that a question is about or leads to; undefined where it is neither. */
function placeOf(own: string, about: About): Place | undefined {
  if (about.kind === 'item') return { body: own, date: about.date, item: about.item }
  const [, body, day = '', item] = /^\/bodies\/([a-z0-9-]+)\/(\d{4}-\d\d-\d\d)(?:\/(?:versions\/\d+\/)?items\/(\d{1,4}))?(?=[/?#]|$)/.exec(about.address ?? '') ?? []
  const date = parseDate(day)
  return body === undefined || date === undefined ? undefined : { body, date, ...(item === undefined ? {} : { item: Number(item) }) }
}
