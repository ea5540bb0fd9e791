import { formatDate } from '#core/date-words.ts'
import { parseDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { bodyNames } from '#features/bodies'
import { isWithheldItem, publishedMeeting } from '#features/meetings'
import { hiddenAddress } from './public-evidence.ts'
import { publishedAction } from './public/read-tracker.ts'
import { publishedReport } from './reports.ts'

/** Why an address is no evidence that the public can read: it is not open to anybody, or nothing is published at it here. Undefined where it is. */
export async function unreadableAddress(reader: Reader, address: string, origin: string): Promise<string | undefined> {
  const hidden = hiddenAddress(address, { origin })
  if (hidden !== undefined) return hidden
  const url = new URL(address, origin)
  return url.origin === new URL(origin).origin ? missingPage(reader, url.pathname.replace(/\/+$/, '')) : undefined
}

/** Of the pages that evidence leads to: bodies, meetings with their items and papers, recommendations and served reports. Three queries at most. */
async function missingPage(reader: Reader, path: string): Promise<string | undefined> {
  const [, body, typedDay, item] = /^\/bodies\/([^/]+)(?:\/(\d{4}-\d{2}-\d{2})(?:\/(?:versions\/\d+\/)?items\/([^/]+))?(?:\/.*)?)?$/.exec(path) ?? []
  if (body !== undefined) return missingOfBody(reader, body, typedDay, item)
  const [, number] = /^\/recommendations\/(\d+)$/.exec(path) ?? []
  if (number !== undefined) return (await publishedAction(reader, placeIn(number))) === undefined ? `There is no recommendation or action ${number} in public` : undefined
  const [, report] = /^\/recommendations\/reports\/(\d+)$/.exec(path) ?? []
  if (report !== undefined) return (await publishedReport(reader, placeIn(report))) === undefined ? `There is no served report ${report} in public` : undefined
  return undefined
}

async function missingOfBody(reader: Reader, body: string, typedDay: string | undefined, item: string | undefined): Promise<string | undefined> {
  const name = (await bodyNames(reader)).get(body)
  if (name === undefined) return `No body has the address /bodies/${body.slice(0, 60)}`
  if (typedDay === undefined) return undefined
  const date = parseDate(typedDay)
  const meeting = date && (await publishedMeeting(reader, body, date))?.meeting
  if (date === undefined || meeting === undefined) return `No meeting of the ${name} on ${date === undefined ? typedDay : formatDate(date)} is published`
  if (item === undefined) return undefined
  const found = meeting.items.find(({ number }) => String(number) === item)
  return found === undefined || isWithheldItem(found) ? `The published agenda of the ${name} on ${formatDate(date)} has no item ${item.slice(0, 10)} that the public can read` : undefined
}

/** A number of a record as it stands in an address; 0, which none has, for what is too long to be one. */
function placeIn(digits: string): number {
  return digits.length > 9 ? 0 : Number(digits)
}
