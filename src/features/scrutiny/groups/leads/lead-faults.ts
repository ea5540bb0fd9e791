import { formatDate } from '#core/date-words.ts'
import { isKnownMember, type Body } from '#features/bodies'
import type { FieldFault } from '#platform/files/placed.ts'
import { unknownBody } from '../import/read-records.ts'
import { overlapping, type LeadMembers } from './lead-members.ts'

/** What a list of lead members says that cannot be: two who lead for one area at once, a body that is not there, somebody who has no seat on their first day. */
export function leadFaults({ areas }: Pick<LeadMembers, 'areas'>, bodies: readonly Body[]): FieldFault[] {
  const known = new Set(bodies.map(({ slug }) => slug))
  const twice = overlapping(areas).map((index) => ({ field: `areas[${index + 1}].area`, found: areas[index]?.area ?? '', message: `Somebody leads for “${areas[index]?.area ?? ''}” on these days already. Give a last day to one of them.` }))
  return [
    ...areas.flatMap(({ follows }, index) => unknownBody(`areas[${index + 1}].follows`, follows, known)),
    ...twice,
    ...areas.flatMap(({ person, from }, index) => (person === undefined || isKnownMember(bodies, person, from) ? [] : [{ field: `areas[${index + 1}].person`, found: person, message: `No body’s record has a member of this name on ${formatDate(from)}. Give the name as the list of members writes it, or have the seat recorded first.` }])),
  ]
}
