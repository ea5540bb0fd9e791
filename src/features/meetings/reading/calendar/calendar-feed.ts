import { actorKey } from '#access/actor.ts'
import { peopleWith } from '#access/people.ts'
import type { TokenPage } from '#access/staff/token-page.ts'
import { addMonths } from '#core/dates.ts'
import { seatsOf } from '#features/bodies'
import type { Reader } from '#platform/database/database.ts'
import { calendarText } from '../../public/calendar-text.ts'
import { membersMeetings, type MembersMeeting } from '../coming/members-meetings.ts'
import { packAddress } from '../rights/open-reading.ts'
import { personOfCalendar } from './calendar-store.ts'

type TokenVisit = Parameters<TokenPage<unknown>['answer']>[0]

const mostInFeed = 500
const nothing = { kind: 'not-found', message: 'There is no calendar at this address. It may have been taken away; a new one is made under “My packs”.' } as const

/** `/calendars/{token}`: somebody's meetings from a year back on, while the address stands and they have an account and a role. */
export const calendarFeedPage: TokenPage<unknown> = {
  path: '/calendars/:token',
  answer: async (visit) => {
    const meetings = await visit.context.database.read(actorKey(visit.context.actor), (reader) => meetingsOf(reader, visit))
    if (meetings === undefined) return nothing
    const body = calendarText('My meetings', meetings.map(withoutSubject), (meeting) => `${visit.origin}${packAddress(meeting)}`)
    return { kind: 'file', contentType: 'text/calendar; charset=utf-8', body, filename: 'my-meetings.ics' }
  },
}

async function meetingsOf(reader: Reader, { params, today }: TokenVisit): Promise<MembersMeeting[] | undefined> {
  const person = await personOfCalendar(reader, (params['token'] ?? '').replace(/\.ics$/, ''))
  if (person === undefined) return undefined
  const owner = (await peopleWith(reader, today)).find((one) => one.person === person)
  if (owner === undefined) return undefined
  const seats = await seatsOf(reader, person, today)
  const isForMembers = seats.length > 0 || owner.roles.includes('officer')
  const bodies = seats.length === 0 ? {} : { bodies: seats.map(({ body }) => body) }
  return membersMeetings(reader, person, { ...bodies, isForMembers, from: addMonths(today, -12), order: 'first-to-last', limit: mostInFeed })
}

/** A calendar program shows its entries to whoever looks at the screen: of a private meeting only that it is one. */
function withoutSubject(meeting: MembersMeeting): MembersMeeting {
  if (meeting.isPublic) return meeting
  return { ...meeting, bodyName: `${meeting.bodyName} (${meeting.privateDevelopment ? 'private development session' : 'private'})`, note: '' }
}
