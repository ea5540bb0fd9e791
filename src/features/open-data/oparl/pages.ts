import { parseDate } from '#core/dates.ts'
import type { Refusal } from '#core/outcome.ts'
import { bodyRecords } from '#features/bodies'
import { namedEarlier } from '#features/meetings'
import type { Answer, PublicPage, PublicRequest } from '#platform/http/answers.ts'
import { OparlAddresses, oparlRoot, type OparlObject } from './addresses.ts'
import { externalList, json, nothingHere, sayError, wrongQuery } from './answers.ts'
import { bodyObject, councilOf, systemObject, whenKept, type WhenKept } from './council.ts'
import { isWithin, readListQuery, type ListQuery } from './list-query.ts'
import { goneObjects, meetingLists, meetingObject, objectsOf, type MeetingList } from './meetings.ts'
import { minutedMeetings, namesOfPersons, type MinutedMeeting } from './minuted-meetings.ts'
import { goneFrom, membershipObject, membershipsOf, organizationObject, personObject, personRecords } from './organizations.ts'

/** OParl 1.1: everything from what is published, each address with a fixed number of queries. */
export const oparlPages: readonly PublicPage[] = [
  { path: '/oparl', answer: () => Promise.resolve({ kind: 'moved', to: `${oparlRoot}/system` }), sayError },
  { path: '/oparl/*', answer: () => Promise.resolve(nothingHere), sayError },
  page('', system),
  page('system', system),
  page('bodies', councilList),
  page('body', async (request) => json((await council(request)).object)),
  page('legislative-terms', (request) => Promise.resolve(noTerms(request))),
  page('organizations', (request) => bodyList(request, 'organizations')),
  page('persons', (request) => bodyList(request, 'persons')),
  page('memberships', (request) => bodyList(request, 'memberships')),
  page('organizations/:id', (request) => bodyObjectAt(request, 'organizations')),
  page('persons/:id', (request) => bodyObjectAt(request, 'persons')),
  page('memberships/:id', (request) => bodyObjectAt(request, 'memberships')),
  page('organizations/:body/meetings', (request) => meetingList(request)),
  page('organizations/:body/consultations', (request) => meetingList(request, 'consultations')),
  page('meetings', (request) => meetingList(request)),
  page('meetings/:body/:date', (request) => meetingObjectAt(request)),
  ...meetingLists.flatMap((list) => [page(list, (request) => meetingList(request, list)), page(list === 'locations' ? `${list}/:body/:date` : `${list}/:body/:date/:id`, (request) => meetingObjectAt(request, list))]),
]

function page(path: string, answer: (request: PublicRequest) => Promise<Answer>): PublicPage {
  return { path: path === '' ? oparlRoot : `${oparlRoot}/${path}`, answer, sayError }
}

const strangeCursor: Refusal = { kind: 'invalid', message: 'The list cannot go on from this cursor.', faults: [{ message: 'Begin again without it' }] }

function addresses({ origin }: PublicRequest): OparlAddresses {
  return new OparlAddresses(origin)
}

async function system(request: PublicRequest): Promise<Answer> {
  return json(systemObject(addresses(request), await councilOf(request.read), whenKept(await bodyRecords(request.read))))
}

async function council(request: PublicRequest): Promise<{ readonly object: OparlObject; readonly when: WhenKept | undefined }> {
  const when = whenKept(await bodyRecords(request.read))
  return { object: bodyObject(addresses(request), await councilOf(request.read), when), when }
}

/** The list of one: the council. It takes the filters that every list takes. */
async function councilList(request: PublicRequest): Promise<Answer> {
  const query = readListQuery(request.query)
  if (!query.ok) return wrongQuery(query.refusal)
  const { object, when } = await council(request)
  const isListed = query.value.after === undefined && (when === undefined || isWithin(query.value, when))
  return externalList(request, isListed ? [object] : [], { elementsPerPage: query.value.limit })
}

function noTerms(request: PublicRequest): Answer {
  const query = readListQuery(request.query)
  return query.ok ? externalList(request, [], { elementsPerPage: query.value.limit }) : wrongQuery(query.refusal)
}

type BodyList = 'organizations' | 'persons' | 'memberships'

interface Listed {
  readonly object: OparlObject
  readonly createdAt: Date
  readonly modifiedAt: Date
}

/** Everything of a kind that stands in the records of bodies, which are few: organizations, persons, memberships. */
async function fromBodies(request: PublicRequest, list: BodyList, omitInternal: boolean): Promise<{ readonly standing: readonly Listed[]; readonly gone: readonly Listed[] }> {
  const at = addresses(request)
  const records = await bodyRecords(request.read)
  if (list === 'organizations') return { standing: records.map((record) => ({ ...record, object: organizationObject(at, record, omitInternal) })), gone: [] }
  const gone = goneFrom(at, records)
  if (list === 'persons') return { standing: personRecords(records).map((person) => ({ ...person, object: personObject(at, person, omitInternal) })), gone: gone.persons }
  return { standing: records.flatMap((record) => membershipsOf(record.body).map((member) => ({ ...record, object: membershipObject(at, record, member) }))), gone: gone.memberships }
}

async function bodyList(request: PublicRequest, list: BodyList): Promise<Answer> {
  const query = readListQuery(request.query)
  if (!query.ok) return wrongQuery(query.refusal)
  const { limit, after, omitInternal } = query.value
  if (after !== undefined && !after.startsWith(`${oparlRoot}/${list}/`)) return wrongQuery(strangeCursor)
  const { standing, gone } = await fromBodies(request, list, omitInternal)
  const all = distinct([...standing, ...(query.value.modifiedSince === undefined ? [] : gone)].filter((one) => isWithin(query.value, one)).map(({ object }) => object)).toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const rest = after === undefined ? all : all.filter(({ id }) => id > `${request.origin}${after}`)
  const shown = rest.slice(0, limit)
  const last = shown.at(-1)
  return externalList(request, shown, { elementsPerPage: limit, next: rest.length > limit ? last?.id.slice(request.origin.length) : undefined })
}

/** The same seat written twice in a record is one membership. */
function distinct(objects: readonly OparlObject[]): OparlObject[] {
  return [...new Map(objects.map((object) => [object.id, object])).values()]
}

async function bodyObjectAt(request: PublicRequest, list: BodyList): Promise<Answer> {
  const { standing, gone } = await fromBodies(request, list, false)
  const id = `${request.origin}${request.path}`
  const found = [...standing, ...gone].find(({ object }) => object.id === id)
  return found === undefined ? nothingHere : json(found.object)
}

/** Meetings, or what hangs on them: a page of the list is a page of meetings, so that no agenda is torn apart. */
async function meetingList(request: PublicRequest, list?: MeetingList): Promise<Answer> {
  const query = readListQuery(request.query)
  if (!query.ok) return wrongQuery(query.refusal)
  const { limit, after: _after, omitInternal, ...moments } = query.value
  const after = placeOf(query.value)
  if (after === null) return wrongQuery(strangeCursor)
  const found = await minutedMeetings(request.read, { ...moments, body: request.params['body'], after, limit: limit + 1 })
  const shown = found.slice(0, limit)
  const last = shown.at(-1)?.meeting
  const next = found.length > limit && last !== undefined ? `${last.date}.${last.body}` : undefined
  const at = addresses(request)
  if (list === undefined) {
    const persons = await namesOfPersons(request.read, shown)
    return externalList(request, shown.map((record) => meetingObject(at, record, persons, omitInternal)), { next, elementsPerPage: limit })
  }
  const gone = moments.modifiedSince === undefined ? [] : await goneOf(request, list, shown)
  return externalList(request, [...shown.flatMap((record) => objectsOf(list, at, record)), ...gone], { next })
}

async function goneOf(request: PublicRequest, list: MeetingList, shown: readonly MinutedMeeting[]): Promise<OparlObject[]> {
  const earlier = await namedEarlier(request.read, shown.filter(({ version }) => version > 1).map(({ meeting }) => meeting))
  return earlier.flatMap((named) => {
    const record = shown.find(({ meeting }) => meeting.body === named.body && meeting.date === named.date)
    return record === undefined ? [] : goneObjects(list, addresses(request), record, named)
  })
}

/** The place after which a list of meetings goes on; null for what is none. */
function placeOf({ after }: ListQuery) {
  if (after === undefined) return undefined
  const [, day = '', body = ''] = /^(\d{4}-\d{2}-\d{2})\.([a-z0-9-]{1,200})$/.exec(after) ?? []
  const date = parseDate(day)
  return date === undefined ? null : { date, body }
}

async function meetingObjectAt(request: PublicRequest, list?: MeetingList): Promise<Answer> {
  const { body = '', date: day = '' } = request.params
  const date = parseDate(day)
  const record = date === undefined ? undefined : (await minutedMeetings(request.read, { body, date, limit: 1 }))[0]
  if (record === undefined) return nothingHere
  const at = addresses(request)
  if (list === undefined) return json(meetingObject(at, record, await namesOfPersons(request.read, [record]), false))
  const id = `${request.origin}${request.path}`
  const found = objectsOf(list, at, record).find((object) => object.id === id) ?? (await goneOf(request, list, [record])).find((object) => object.id === id)
  return found === undefined ? nothingHere : json(found)
}
