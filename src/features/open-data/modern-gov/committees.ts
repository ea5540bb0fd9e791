import type { LocalDate } from '#core/dates.ts'
import { kindInWords, membersOn, type BodyRecord, type Membership } from '#features/bodies'
import { committeeNumbers, markNumbers } from './numbers.ts'
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

/** `GetCouncillorsByWard`: the councillors in office. The record holds neither divisions nor parties, and no home address is ever public. */
export function councillorsXml(records: readonly BodyRecord[], today: LocalDate): Element {
  const seats = records.flatMap(({ body }) => membersOn(body.members, today).flatMap((member) => (isCouncillor(member) ? [{ ...member, person: member.person ?? '', body: body.name }] : [])))
  const councillors = [...Map.groupBy(seats, ({ person }) => person)].toSorted(([one], [other]) => (one < other ? -1 : 1))
  const numbers = councillorNumbers(councillors.map(([name]) => name))
  if (councillors.length === 0) return element('councillorsbyward', [element('wards', [])])
  const written = councillors.map(([name, own]) =>
    element('councillor', [
      element('councillorid', numbers.get(name) ?? 0),
      element('fullusername', name.replace(/^Cllr\.? /, 'Councillor ')),
      element('photosmallurl', ''),
      element('photobigurl', ''),
      element('politicalpartytitle', notRecorded),
      element('districttitle', ''),
      element('representing', ''),
      element('keyposts', own.filter(({ capacity }) => capacity === 'chair').map(({ body }) => `Chair, ${body}`).join('; ')),
      element('workaddress', []),
      element('homeaddress', []),
      element('termsofoffice', own.map(({ from, to }) => element('termofoffice', [element('startdate', dayWords(from)), element('enddate', to === undefined ? 'unspecified' : dayWords(to))]))),
    ]),
  )
  return element('councillorsbyward', [element('wards', [element('ward', [element('wardtitle', notRecorded), element('councillors', [element('councillorcount', councillors.length), ...written])])])])
}

/** The number of each councillor. */
export function councillorNumbers(names: readonly string[]): ReadonlyMap<string, number> {
  return markNumbers(names)
}

function isCouncillor({ person, group }: Membership): boolean {
  return person !== undefined && (group === 'county-councillor' || /^(Cllr|Councillor)\b/.test(person))
}
