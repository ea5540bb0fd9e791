import type { LocalDate } from '#core/dates.ts'
import { isKnownMember, type Body } from '#features/bodies'
import type { FieldFault } from '#platform/files/placed.ts'

/** Who asks, as a file says it, is a member of the body, or of the council, on that day. */
export function askerFaults(bodies: readonly Body[], { body, askedBy, askedOn }: { readonly body: string; readonly askedBy: string; readonly askedOn: LocalDate }): FieldFault[] {
  const own = bodies.filter(({ slug, kind }) => slug === body || kind === 'council')
  if (isKnownMember(own, askedBy, askedOn)) return []
  return [{ field: 'asked-by', found: askedBy, message: 'The record of this body, and of the council, has no member of this name on that day. Give the name as the record has it, or load the seat first.' }]
}

/** Who asked stays: the public has read the name. */
export function askerStays(askedBy: string): FieldFault {
  return { field: 'asked-by', found: askedBy, message: 'This was asked by somebody else, and is published so: who asked is not changed. Give the name as it stands, and what somebody else asked with a reference of its own.' }
}
