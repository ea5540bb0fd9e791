import type { KnownPerson } from '#access/people.ts'
import type { ClearanceKind } from '../../templates/body-template.ts'

/** Whether somebody holds the role for a kind of clearance. The accounts know one for finance alone: of whoever clears for another, the record names the role. */
export function isOfKind({ roles }: Pick<KnownPerson, 'roles'>, kind: ClearanceKind): boolean {
  return kind === 'finance' && roles.includes('finance')
}

/** Those who hold the role for it stand first. */
export function thoseOfKindFirst(officers: readonly KnownPerson[], kind: ClearanceKind): KnownPerson[] {
  return [...officers.filter((officer) => isOfKind(officer, kind)), ...officers.filter((officer) => !isOfKind(officer, kind))]
}
