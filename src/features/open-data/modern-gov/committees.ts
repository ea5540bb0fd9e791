import type { LocalDate } from '#core/dates.ts'
import { kindInWords, membersOn, type BodyRecord, type Membership } from '#features/bodies'
import { committeeNumbers, councillorNumbers } from './numbers.ts'
import { dayWords } from './words.ts'
import { element, type Element } from './xml.ts'

/** `GetCommittees`: every body. */
export function committeesXml(records: readonly BodyRecord[], today: LocalDate): Element {
  const numbers = committeeNumbers(records)
  return element('committees', [
    element('committeescount', records.length),
    ...records.map(({ body }) =>
      element('committee', [
        element('committeeid', numbers.get(body.slug) ?? 0),
        element('committeetitle', body.name),
        element('committeedeleted', false),
        element('committeeexpired', body.to !== undefined && body.to < today),
        element('committeecategory', kindInWords[body.kind]),
      ]),
    ),
  ])
}

/** In place of what the record does not hold; programs expect some word. */
const notRecorded = 'Not recorded'

interface Councillor {
  readonly name: string
  readonly seats: readonly { readonly member: Membership; readonly body: BodyRecord['body'] }[]
}

/** The councillors of the council in office on a day by name, with their seats: members of another council that sit on its bodies are no councillors of it. */
export function councillorsIn(records: readonly BodyRecord[], today: LocalDate): Councillor[] {
  const seats = councillorSeats(records, today)
  const own = new Set(seats.flatMap(({ body, name }) => (body.kind === 'council' ? [name] : [])))
  const councillors = [...Map.groupBy(seats, ({ name }) => name)].map(([name, held]) => ({ name, seats: held }))
  // A council whose own members are not in the record is known by those who sit on its bodies.
  return councillors.filter(({ name }) => own.size === 0 || own.has(name)).toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

function councillorSeats(records: readonly BodyRecord[], today: LocalDate) {
  return records.flatMap(({ body }) => membersOn(body.members, today).flatMap((member) => (isCouncillor(member) ? [{ member, body, name: member.person ?? '' }] : [])))
}

/** The seat in the council itself; where the record has none, the one held longest. */
function termOf(seats: Councillor['seats']): Membership | undefined {
  const own = seats.filter(({ body }) => body.kind === 'council')
  return (own.length > 0 ? own : seats).map(({ member }) => member).toSorted((one, other) => (one.from < other.from ? -1 : 1))[0]
}

function termXml(seats: Councillor['seats']): Element[] {
  const term = termOf(seats)
  return term === undefined ? [] : [element('termofoffice', [element('startdate', dayWords(term.from)), element('enddate', term.to === undefined ? 'unspecified' : dayWords(term.to))])]
}

/** `GetCouncillorsByWard`: the councillors in office. The record holds neither divisions nor parties, and no home address is ever public. */
export function councillorsXml(records: readonly BodyRecord[], today: LocalDate): Element {
  const councillors = councillorsIn(records, today)
  const numbers = councillorNumbers(councillors.map(({ name }) => name))
  if (councillors.length === 0) return element('councillorsbyward', [element('wards', [])])
  const written = councillors.map(({ name, seats }) =>
    element('councillor', [
      element('councillorid', numbers.get(name) ?? 0),
      element('fullusername', name.replace(/^Cllr\.? /, 'Councillor ')),
      element('photosmallurl', ''),
      element('photobigurl', ''),
      element('politicalpartytitle', notRecorded),
      element('districttitle', ''),
      element('representing', ''),
      element('keyposts', seats.flatMap(({ member, body }) => (member.capacity === 'chair' ? [`Chair, ${body.name}`] : [])).join('; ')),
      element('workaddress', []),
      element('homeaddress', []),
      element('termsofoffice', termXml(seats)),
    ]),
  )
  return element('councillorsbyward', [element('wards', [element('ward', [element('wardtitle', notRecorded), element('councillors', [element('councillorcount', councillors.length), ...written])])])])
}

function isCouncillor({ person, group }: Membership): boolean {
  return person !== undefined && (group === 'county-councillor' || /^(Cllr|Councillor)\b/.test(person))
}
