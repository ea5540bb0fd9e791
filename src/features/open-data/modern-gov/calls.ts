import { addDays } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { bodyRecords } from '#features/bodies'
import { meetingsInList, publishedMeeting } from '#features/meetings'
import { minutesOfMeetings } from '#features/minutes'
import type { PublicRequest } from '#platform/http/answers.ts'
import { committeesXml, councillorsXml } from './committees.ts'
import { meetingNumbered } from './find-by-number.ts'
import { meetingsXml, meetingXml } from './meetings.ts'
import type { Parameters } from './parameters.ts'
import { dayAsked } from './words.ts'
import type { Element } from './xml.ts'

/** One of the calls: what it is asked with, and its answer. */
export interface Call {
  readonly name: string
  readonly about: string
  readonly parameters: readonly { readonly name: string; readonly type: 'int' | 'string' }[]
  readonly answer: (request: PublicRequest, asked: Parameters) => Promise<Outcome<Element>>
}

/** More meetings than this are asked for in parts, by their days; the latest are given. */
const mostMeetings = 2000

export const calls: readonly Call[] = [
  { name: 'GetCommittees', about: 'Every body', parameters: [], answer: async ({ read, today }) => ok(committeesXml(await bodyRecords(read), today)) },
  {
    name: 'GetMeetings',
    about: 'The meetings of a body, or of all with 0 or -1, from one day to another',
    parameters: [
      { name: 'lCommitteeId', type: 'int' },
      { name: 'sFromDate', type: 'string' },
      { name: 'sToDate', type: 'string' },
    ],
    answer: getMeetings,
  },
  { name: 'GetMeeting', about: 'One meeting with its agenda, papers, minutes and members', parameters: [{ name: 'lMeetingId', type: 'int' }], answer: getMeeting },
  { name: 'GetCouncillorsByWard', about: 'The councillors in office', parameters: [], answer: async ({ read, today }) => ok(councillorsXml(await bodyRecords(read), today)) },
]

/** What cannot be answered, as one line of text. */
function cannotAnswer(message: string): Outcome<never> {
  return refuse('invalid', message)
}

async function getMeetings({ read }: PublicRequest, asked: Parameters): Promise<Outcome<Element>> {
  const [committee, from, to] = [asked.get('lCommitteeId') || '0', dayAsked(asked.get('sFromDate')), dayAsked(asked.get('sToDate'))]
  if (!/^(?:\d{1,9}|-1)$/.test(committee)) return cannotAnswer('Cannot read lCommitteeId: give a number that GetCommittees gives, or 0 for all.')
  if (from === null) return cannotAnswer('Cannot read sFromDate: give a day as 07/07/2023 or 2023-07-07.')
  if (to === null) return cannotAnswer('Cannot read sToDate: give a day as 07/07/2023 or 2023-07-07.')
  const records = await bodyRecords(read)
  const isAll = Number(committee) <= 0
  const body = isAll ? undefined : records[Number(committee) - 1]?.body.slug
  if (!isAll && body === undefined) return refuse('not-found', 'No committee has this number. GetCommittees gives the numbers that there are.')
  const found = await meetingsInList(read, { body, from, before: to === undefined ? undefined : addDays(to, 1), order: 'last-to-first', limit: mostMeetings })
  return ok(meetingsXml(records, found.toReversed()))
}

async function getMeeting({ read, origin }: PublicRequest, asked: Parameters): Promise<Outcome<Element>> {
  const text = asked.get('lMeetingId')
  if (text === '') return cannotAnswer('Missing parameter: lMeetingId.')
  if (!/^-?\d{1,12}$/.test(text)) return cannotAnswer('Cannot read lMeetingId: give a number that GetMeetings gives.')
  const found = await meetingNumbered(read, text)
  const published = found && (await publishedMeeting(read, found.body, found.date))
  if (published === undefined || found === undefined) return refuse('not-found', 'No meeting has this number. GetMeetings gives the numbers that there are.')
  const [minutes] = await minutesOfMeetings(read, [found])
  return ok(meetingXml({ meeting: published.meeting, minutes, number: found.number, origin }))
}
