import { bodyRecords } from '#features/bodies'
import { meetingAddress, meetingsInList, publishedMeeting, type MeetingInList } from '#features/meetings'
import { addDays } from '#core/dates.ts'
import { minutesOfMeetings } from '#features/minutes'
import type { Answer, PublicPage, PublicRequest } from '#platform/http/answers.ts'
import { html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { committeesXml, councillorsXml } from './committees.ts'
import { meetingsXml, meetingXml } from './meetings.ts'
import { committeeNumbers, itemOf, meetingOf } from './numbers.ts'
import { dayAsked } from './words.ts'
import { document, type Element } from './xml.ts'

const service = 'mgWebService.asmx'

/** More meetings than this are asked for in parts, by their days; the latest are given. */
const mostMeetings = 2000

const calls: Readonly<Record<string, (request: PublicRequest) => Promise<Answer>>> = {
  GetCommittees: async ({ read, today }) => xml(committeesXml(await bodyRecords(read), today)),
  GetMeetings: getMeetings,
  GetMeeting: getMeeting,
  GetCouncillorsByWard: async ({ read, today }) => xml(councillorsXml(await bodyRecords(read), today)),
}

/** The calls by which programs read the committee product of most English councils, under the names that those programs use, in either spelling of the service. */
export const modernGovPages: readonly PublicPage[] = [
  ...[service, service.toLowerCase()].flatMap((name) => [{ path: `/${name}`, answer: listOfCalls }, ...Object.entries(calls).map(([call, answer]) => ({ path: `/${name}/${call}`, answer }))]),
  // Programs write these addresses themselves, from the numbers that they were given.
  { path: '/ieListDocuments.aspx', answer: meetingPage },
  { path: '/ieDecisionDetails.aspx', answer: decisionPage },
]

function xml(root: Element): Answer {
  return { kind: 'file', contentType: 'text/xml; charset=utf-8', body: document(root), isForAnySite: true }
}

function listOfCalls(): Promise<Answer> {
  const names = ['GetCommittees', 'GetMeetings?lCommitteeId=0&sFromDate=01/07/2023&sToDate=31/07/2023', 'GetMeeting?lMeetingId=', 'GetCouncillorsByWard']
  return Promise.resolve({
    kind: 'page',
    title: 'mgWebService',
    description: 'Bodies, meetings and councillors as XML, for programs that read committees.',
    crumbs: [{ text: 'Home', href: '/' }],
    body: html`<p class="govuk-body">Programs that read the committees of other councils by these calls read them here as well. Each is asked with GET, and answers XML.</p>
<ul class="govuk-list govuk-list--bullet">${names.map((name) => html`<li>${name.startsWith('GetMeeting?') ? name : link(`/${service}/${name}`, name)}</li>`)}</ul>
<p class="govuk-body">Give days as 07/07/2023. The number of a meeting stands in the answer of GetMeetings.</p>`,
  })
}

async function getMeetings({ read, query }: PublicRequest): Promise<Answer> {
  const [asked, from, to] = [query.get('lCommitteeId') ?? '0', dayAsked(query.get('sFromDate') ?? ''), dayAsked(query.get('sToDate') ?? '')]
  if (!/^\d{1,9}$/.test(asked)) return cannotAnswer('Give lCommitteeId as a number that GetCommittees gives, or 0 for all.')
  if (from === null || to === null) return cannotAnswer('Give sFromDate and sToDate as days such as 07/07/2023.')
  const records = await bodyRecords(read)
  const body = Number(asked) === 0 ? undefined : records[Number(asked) - 1]?.body.slug
  if (Number(asked) > 0 && body === undefined) return noSuch('committee')
  const found = await meetingsInList(read, { body, from, before: to === undefined ? undefined : addDays(to, 1), order: 'last-to-first', limit: mostMeetings })
  return xml(meetingsXml(records, found.toReversed()))
}

async function getMeeting(request: PublicRequest): Promise<Answer> {
  const { read, origin } = request
  const found = await meetingAsked(request, 'lMeetingId')
  const published = found && (await publishedMeeting(read, found.body, found.date))
  if (published === undefined || found === undefined) return noSuch('meeting')
  const [minutes] = await minutesOfMeetings(read, [found])
  return xml(meetingXml({ meeting: published.meeting, minutes, number: found.number, origin }))
}

/** `ieListDocuments.aspx?CId=…&MId=…`: the meeting's own page. */
async function meetingPage(request: PublicRequest): Promise<Answer> {
  const found = await meetingAsked(request, 'MId')
  return found !== undefined && (await publishedMeeting(request.read, found.body, found.date)) !== undefined ? { kind: 'moved', to: meetingAddress(found) } : noSuch('meeting')
}

/** `ieDecisionDetails.aspx?AIId=…`: the item’s own page, where its decision stands. */
async function decisionPage({ read, query }: PublicRequest): Promise<Answer> {
  const asked = itemOf(query.get('AIId') ?? '')
  const found = asked && (await meetingNumbered(read, asked.meeting))
  const published = found && (await publishedMeeting(read, found.body, found.date))
  const item = published?.meeting.items.find(({ number }) => number === asked?.item)
  return found === undefined || item === undefined ? { kind: 'not-found', message: 'No item has this number. GetMeeting gives the numbers that there are.' } : { kind: 'moved', to: `${meetingAddress(found)}/items/${item.number}` }
}

type Asked = Pick<MeetingInList, 'body' | 'date'> & { readonly number: number }

async function meetingAsked({ read, query }: PublicRequest, parameter: string): Promise<Asked | undefined> {
  const text = query.get(parameter) ?? ''
  return /^[1-9]\d{0,8}$/.test(text) ? meetingNumbered(read, Number(text)) : undefined
}

async function meetingNumbered(read: PublicRequest['read'], number: number): Promise<Asked | undefined> {
  const { committee, date } = meetingOf(number)
  const slug = [...committeeNumbers(await bodyRecords(read))].find(([, one]) => one === committee)?.[0]
  return slug === undefined ? undefined : { body: slug, date, number }
}

function noSuch(what: 'committee' | 'meeting'): Answer {
  return { kind: 'not-found', message: `No ${what} has this number. ${what === 'committee' ? 'GetCommittees' : 'GetMeetings'} gives the numbers that there are.` }
}

function cannotAnswer(message: string): Answer {
  return { kind: 'page', status: 400, title: 'This call cannot be answered so', body: html`<p class="govuk-body">${message}</p>` }
}
