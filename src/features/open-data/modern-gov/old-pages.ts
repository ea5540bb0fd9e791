import { bodyRecords } from '#features/bodies'
import { addressOfMember } from '#features/interests'
import { meetingAddress, publishedMeeting } from '#features/meetings'
import type { Answer, PublicPage, PublicRequest } from '#platform/http/answers.ts'
import { bodyNumbered, councillorNumbered, meetingNumbered } from './find-by-number.ts'
import { itemOf } from './numbers.ts'
import { Parameters } from './parameters.ts'

type OldPage = (request: PublicRequest, asked: Parameters) => Promise<Answer>

const moved = (to: string): Answer => ({ kind: 'moved', to })
const always = (to: string): OldPage => () => Promise.resolve(moved(to))

/** The addresses of pages that programs and old links write themselves, from the numbers that they were given, and where those pages are here. */
const oldPages: Readonly<Record<string, OldPage>> = {
  'ieListDocuments.aspx': meetingPage,
  'ieDecisionDetails.aspx': itemPage,
  'ieListMeetings.aspx': async ({ read }, asked) => onBody(await bodyNumbered(read, asked.get('CommitteeId') || asked.get('CId')), (body) => `/meetings?body=${body}&when=past`),
  'mgCommitteeDetails.aspx': async ({ read }, asked) => onBody(await bodyNumbered(read, asked.get('ID')), (body) => `/bodies/${body}`),
  'mgUserInfo.aspx': councillorPage,
  'mgListCommittees.aspx': always('/bodies'),
  'mgMemberIndex.aspx': always('/interests'),
  'mgCalendarMonthView.aspx': calendarPage,
}

/** In the spelling of the product and in small letters, since that told neither apart. */
export const oldAddresses: readonly PublicPage[] = Object.entries(oldPages).flatMap(([name, answer]) =>
  [name, name.toLowerCase()].map((spelling) => ({ path: `/${spelling}`, answer: (request: PublicRequest) => answer(request, new Parameters(request.query)) })),
)

async function meetingPage({ read }: PublicRequest, asked: Parameters): Promise<Answer> {
  const found = await meetingNumbered(read, asked.get('MId'))
  return found !== undefined && (await publishedMeeting(read, found.body, found.date)) !== undefined ? moved(meetingAddress(found)) : { kind: 'not-found', message: 'No meeting has this number. The calendar has them all.' }
}

/** Where the decision of an item stands. */
async function itemPage({ read }: PublicRequest, asked: Parameters): Promise<Answer> {
  const one = itemOf(asked.get('AIId'))
  const found = one && (await meetingNumbered(read, String(one.meeting)))
  const published = found && (await publishedMeeting(read, found.body, found.date))
  const item = published?.meeting.items.find(({ number }) => number === one?.item)
  return found === undefined || item === undefined ? { kind: 'not-found', message: 'No item has this number. The calendar has all meetings with their items.' } : moved(`${meetingAddress(found)}/items/${item.number}`)
}

function onBody(body: string | undefined, address: (body: string) => string): Answer {
  return body === undefined ? { kind: 'not-found', message: 'No body has this number. The list of bodies has them all.' } : moved(address(body))
}

/** What is public of a councillor: their offices and interests; of one without such a page, the body on which they sit. */
async function councillorPage({ read, today }: PublicRequest, asked: Parameters): Promise<Answer> {
  const found = await councillorNumbered(read, asked.get('UID'), today)
  if (found === undefined) return { kind: 'not-found', message: 'No councillor in office has this number. The register of members’ interests lists those there are.' }
  return moved((await addressOfMember(read, found.name, today)) ?? `/bodies/${found.body}`)
}

/** `?M=7&DD=2023&CID=…`, the year also as `Y`; without a month the months from now on. */
async function calendarPage({ read }: PublicRequest, asked: Parameters): Promise<Answer> {
  const [month, year, committee] = [asked.get('M'), asked.get('DD') || asked.get('Y'), asked.get('CID')]
  const query = new URLSearchParams()
  const body = /^[1-9]\d{0,8}$/.test(committee) ? (await bodyRecords(read))[Number(committee) - 1]?.body.slug : undefined
  if (body !== undefined) query.set('body', body)
  if (/^(?:0?[1-9]|1[0-2])$/.test(month) && /^(?:19|20|21)\d\d$/.test(year)) query.set('month', `${year}-${month.padStart(2, '0')}`)
  return moved(query.size === 0 ? '/meetings' : `/meetings?${query.toString()}`)
}
