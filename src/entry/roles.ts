import type { Actor, Role } from '#access/actor.ts'
import { roles } from '#access/actor.ts'
import type { AccessVerb } from '#access/permissions.ts'
import type { BodiesVerb } from '#features/bodies'
import type { MeetingsVerb } from '#features/meetings'
import type { StoreVerb } from './cli/backup-commands.ts'
import type { CountyVerb } from './county/county-importer.ts'

/** Everything that can be done. */
type Verb = AccessVerb | BodiesVerb | MeetingsVerb | CountyVerb | StoreVerb

type Who = Role | 'operator' | 'public'

const everyone: readonly Who[] = ['public', 'operator', ...roles]

/** Those who sit on bodies. */
const members = ['chair', 'councillor', 'coopted'] as const

/** Those who write reports for bodies or clear them; the verb asks besides whose report it is. */
const writers = ['officer', 'director', 'analyst', 'finance', 'partnership', 'manager'] as const

/** Who may do what: a new verb does not compile until someone says here who may use it. */
const allowed: Record<Verb, readonly Who[]> = {
  'access.sign-in': everyone,
  'access.sign-out': everyone,
  'access.use-key': everyone,
  'access.accept-invitation': everyone,
  'access.change-password': [...roles, 'operator'],
  'accounts.add': ['admin', 'operator'],
  'accounts.invite': ['admin', 'operator'],
  'accounts.change-roles': ['admin', 'operator'],
  'accounts.disable': ['admin', 'operator'],
  'accounts.list': ['admin', 'operator'],
  'accounts.add-key': ['admin', 'operator'],
  'accounts.list-keys': ['admin', 'operator'],
  'accounts.revoke-key': ['admin', 'operator'],
  'audit.verify': ['auditor', 'admin', 'operator'],
  'bodies.import': ['officer', 'operator'],
  'bodies.export': ['officer', 'auditor', 'operator'],
  'bodies.link-members': ['officer', 'admin', 'operator'],
  'bodies.edit-members': ['officer'],
  'meetings.import': ['officer', 'operator'],
  'meetings.export': ['officer', 'auditor', 'operator'],
  'meetings.see': [...writers, 'chair', 'auditor'],
  'meetings.plan': ['officer', 'operator'],
  'agendas.edit': ['officer'],
  'templates.edit': ['officer'],
  'templates.import': ['officer', 'operator'],
  'reports.read': [...writers, 'auditor'],
  'reports.write': writers,
  'reports.comment': writers,
  'reports.clear': writers,
  'meetings.publish': ['officer', 'operator'],
  'packs.read': [...members, ...writers],
  'packs.read-withheld': [...members, 'officer', 'director', 'operator'],
  'packs.clear': ['operator'],
  'notes.keep': [...members, ...writers],
  'calendars.keep': [...members, ...writers],
  'speaking.ask': everyone,
  'speaking.see': ['officer', 'chair', 'operator'],
  'speaking.decide': ['officer'],
  'speaking.clear': ['operator'],
  'county.import': ['operator'],
  'example.load': ['operator'],
  'store.back-up': ['operator'],
  'store.restore': ['operator'],
  'store.clear-files': ['operator'],
}

/** The roles that may do this, in the order in which roles are listed. */
export function rolesThatMay(verb: string): readonly Role[] {
  const who: readonly Who[] = Object.hasOwn(allowed, verb) ? allowed[verb as Verb] : []
  return roles.filter((role) => who.includes(role))
}

/** Whether this actor may do this; a word that is no verb is nobody's to do. */
export function may(actor: Actor, verb: string): boolean {
  const who: readonly Who[] = Object.hasOwn(allowed, verb) ? allowed[verb as Verb] : []
  return actor.kind === 'person' ? actor.roles.some((role) => who.includes(role)) : who.includes(actor.kind)
}
