import type { KnownPerson } from './people.ts'
import type { Role } from './actor.ts'

/** The roles as the council says them. */
export const roleWords: Readonly<Record<Role, string>> = {
  officer: 'scrutiny officer',
  chair: 'chair of a panel or board',
  councillor: 'member of a panel or board',
  coopted: 'co-opted member, for education matters',
  director: 'report author or director',
  analyst: 'performance analyst',
  finance: 'finance partner',
  partnership: 'partnership manager',
  manager: 'practice manager',
  practitioner: 'practitioner',
  auditor: 'auditor',
  admin: 'administrator',
}

/** Somebody in a list to choose from: "Aurelia Birchall, finance partner". */
export function nameWithRoles({ name, roles }: Pick<KnownPerson, 'name' | 'roles'>): string {
  return [name, ...roles.map((role) => roleWords[role])].join(', ')
}
