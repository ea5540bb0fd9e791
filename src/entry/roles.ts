import type { Actor, Role } from '#access/actor.ts'
import { roles } from '#access/actor.ts'
import type { AccessVerb } from '#access/permissions.ts'
import type { BodiesVerb } from '#features/bodies'
import type { InterestsVerb } from '#features/interests'
import type { MeasuresVerb } from '#features/measures'
import type { MeetingsVerb } from '#features/meetings'
import type { MinutesVerb } from '#features/minutes'
import type { ScrutinyVerb } from '#features/scrutiny'
import type { StoreVerb } from './cli/backup-commands.ts'
import type { CountyVerb } from './county/county-importer.ts'

/** Everything that can be done. */
type Verb = AccessVerb | BodiesVerb | InterestsVerb | MeetingsVerb | MinutesVerb | ScrutinyVerb | MeasuresVerb | CountyVerb | StoreVerb

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
  'interests.tell': members,
  'interests.register': ['officer'],
  'interests.import': ['officer', 'operator'],
  'interests.export': ['officer', 'operator'],
  'minutes.take': ['officer'],
  'minutes.see': ['officer', 'chair', 'auditor'],
  'minutes.publish': ['officer', 'operator'],
  'declarations.make': [...members, 'officer'],
  'minutes.import': ['officer', 'operator'],
  'minutes.export': ['officer', 'auditor', 'operator'],
  'actions.keep': ['officer', 'operator'],
  'actions.answer': writers,
  'actions.see': [...members, ...writers, 'auditor'],
  'actions.import': ['officer', 'operator'],
  'actions.export': ['officer', 'auditor', 'operator'],
  'requests.make': members,
  'requests.answer': ['officer', 'director'],
  'requests.receive': ['officer'],
  'requests.see': [...members, 'officer', 'director', 'auditor'],
  'requests.remind': ['operator'],
  'requests.import': ['officer', 'operator'],
  'requests.export': ['officer', 'auditor', 'operator'],
  'questions.ask': members,
  'questions.put': ['officer'],
  'questions.answer': writers,
  'questions.see': [...members, ...writers, 'auditor'],
  'questions.remind': ['operator'],
  'questions.import': ['officer', 'operator'],
  'questions.export': ['officer', 'auditor', 'operator'],
  'programme.edit': ['officer'],
  'programme.propose': [...members, ...writers],
  'programme.see': [...members, ...writers, 'auditor'],
  'programme.settle': ['operator'],
  'programme.import': ['officer', 'operator'],
  'programme.export': ['officer', 'auditor', 'operator'],
  'forward-plan.edit': ['officer'],
  'forward-plan.see': [...members, ...writers, 'auditor'],
  'forward-plan.import': ['officer', 'operator'],
  'forward-plan.export': ['officer', 'auditor', 'operator'],
  'forward-plan.agree-urgency': ['chair'],
  'decisions.call-in': members,
  'decisions.keep': ['officer'],
  'decisions.place': ['operator'],
  'groups.edit': ['officer'],
  'groups.see': [...members, ...writers, 'auditor'],
  'groups.tell': members,
  'groups.publish': ['officer', 'operator'],
  'groups.import': ['officer', 'operator'],
  'groups.export': ['officer', 'auditor', 'operator'],
  'exceptions.report': ['officer', 'chair'],
  'exceptions.see': [...members, ...writers, 'auditor'],
  'alerts.subscribe': everyone,
  'alerts.send': ['operator'],
  'measures.see': ['officer', 'director', 'analyst', 'partnership', 'auditor'],
  'measures.define': ['analyst'],
  'measures.import': ['officer', 'analyst', 'operator'],
  'measures.export': ['officer', 'analyst', 'auditor', 'operator'],
  'observations.enter': ['analyst'],
  'observations.import': ['officer', 'analyst', 'operator'],
  'observations.export': ['officer', 'analyst', 'auditor', 'operator'],
  'areas.import': ['officer', 'analyst', 'operator'],
  'neighbours.import': ['officer', 'analyst', 'operator'],
  'comparators.import': ['officer', 'analyst', 'operator'],
  'commentary.write': ['director', 'analyst', 'partnership'],
  'commentary.sign': ['director', 'partnership'],
  'commentary.import': ['officer', 'analyst', 'operator'],
  'commentary.export': ['officer', 'analyst', 'auditor', 'operator'],
  'releases.assemble': ['analyst'],
  'releases.approve': ['director'],
  'releases.publish': ['analyst', 'operator'],
  'releases.import': ['officer', 'analyst', 'operator'],
  'releases.export': ['officer', 'analyst', 'auditor', 'operator'],
  'county.import': ['operator'],
  'county.export': ['officer', 'auditor', 'operator'],
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
