import type { LocalDate } from '#core/dates.ts'
import type { Body, BodyKind } from './body.ts'
import { membersOn } from './memberships.ts'

/** The overview and scrutiny committees of a council. */
const scrutiny: ReadonlySet<BodyKind> = new Set(['scrutiny-board', 'scrutiny-panel', 'health-overview-committee'])

/**
 * Who may not sit on the body that day because they are of the executive: everybody in a seat of a cabinet, where the body is one of scrutiny (Local Government
 * Act 2000 s9FA(3), before 4 May 2012 s21(9)); nobody anywhere else. Those whom a cabinet only invites are not of it.
 */
export function executiveKeptOut(kind: BodyKind, bodies: readonly Pick<Body, 'kind' | 'members'>[], day: LocalDate): ReadonlySet<string> {
  if (!scrutiny.has(kind)) return new Set()
  const seated = bodies.filter((one) => one.kind === 'cabinet').flatMap(({ members }) => membersOn(members, day))
  return new Set(seated.flatMap(({ person, capacity }) => (person === undefined || capacity === 'invited' || capacity === 'observer' ? [] : person)))
}

/** Why somebody of the executive does not sit here. */
export function keptOutWords(person: string, day: LocalDate): string {
  const act = day >= '2012-05-04' ? 'section 9FA(3)' : 'section 21(9)'
  return `${person} is a member of the cabinet on this day, and no member of the executive sits on a scrutiny body (Local Government Act 2000, ${act}).`
}
