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

/** The councillors in office on a day by name, with their seats. */
export function councillorsIn(records: readonly BodyRecord[], today: LocalDate): Councillor[] {
  const seats = records.flatMap(({ body }) => membersOn(body.members, today).flatMap((member) => (isCouncillor(member) ? [{ member, body, name: member.person ?? '' }] : [])))
  return [...Map.groupBy(seats, ({ name }) => name)].map(([name, own]) => ({ name, seats: own })).toSorted((one, other) => (one.name < other.name ? -1 : 1))
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
      element('termsofoffice', seats.map(({ member: { from, to } }) => element('termofoffice', [element('startdate', dayWords(from)), element('enddate', to === undefined ? 'unspecified' : dayWords(to))]))),
    ]),
  )
  return element('councillorsbyward', [element('wards', [element('ward', [element('wardtitle', notRecorded), element('councillors', [element('councillorcount', councillors.length), ...written])])])])
}

function isCouncillor({ person, group }: Membership): boolean {
  return person !== undefined && (group === 'county-councillor' || /^(Cllr|Councillor)\b/.test(person))
}
