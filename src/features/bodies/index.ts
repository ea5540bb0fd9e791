import type { PublicPage } from '#platform/http/answers.ts'
import { bodiesPage } from './bodies-page.ts'
import { bodyPage, type BodySection } from './body-page.ts'
import { mapPage } from './map-page.ts'

export { bodiesApi } from './api.ts'
export type { BodySection } from './body-page.ts'
export { bodiesExporter, bodiesImporter } from './import-bodies.ts'
export { bodiesMigrations } from './migrations/bodies.ts'
export type { BodiesVerb } from './permissions.ts'
export { executiveKeptOut, keptOutWords } from './executive.ts'
export { kindInWords } from './body-words.ts'
export { bodyRecords, type BodyRecord } from './body-records.ts'
export { bodyNames, publishedBodies, publishedBody } from './published-bodies.ts'
export { memberGroups } from './member-groups.ts'
export { capacityWords, hasFullVote, membersOn, voteless, voteNote } from './memberships.ts'
export { body, type Body, type BodyKind, type Capacity, type DecisionRule, type Membership, type QuorumRule } from './body.ts'
export { decisionInWords, quorumFinding, quorumInWords, type QuorumFinding } from './quorum.ts'
export { linkMembersByName } from './members/link-member.ts'
export { isKnownMember } from './members/known-member.ts'
export { memberOf, membersWithAccounts, namedMembers, seatsOf } from './members/member-accounts.ts'
export { memberCommand } from './members/member-command.ts'
export { bodyMembersPage } from './members/body-members-page.ts'
export { membersPage } from './members/members-page.ts'
export { participationPage } from './participation/participation-page.ts'
export { quorumPage } from './quorum-of-body/quorum-page.ts'
export { noSubstitutes } from './substitutes/no-substitutes.ts'
export { substitutesPage } from './substitutes/substitutes-page.ts'

/** The public addresses of this feature; `sections` are what other features add to a body's own page. */
export function bodiesPages(sections: readonly BodySection[]): readonly PublicPage[] {
  return [
    { path: '/bodies', answer: bodiesPage },
    { path: '/bodies/map', answer: mapPage },
    { path: '/bodies/:body', answer: bodyPage(sections) },
  ]
}

/** What the pages of this feature add to the style sheet. */
export const bodiesStyles = new URL('bodies.css', import.meta.url)
