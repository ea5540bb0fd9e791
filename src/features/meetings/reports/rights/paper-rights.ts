import type { Actor, PersonId } from '#access/actor.ts'

/** What decides who may do what with a paper. */
export interface PaperClaims {
  readonly author?: PersonId
  /** Exempt or confidential, or of a private meeting. */
  readonly isWithheld: boolean
  /** The author or an officer lets this person write. */
  readonly isShared: boolean
  /** This person was asked to clear it. */
  readonly isAsked: boolean
}

/** What one person may do with one paper. */
export interface PaperRights {
  readonly read: boolean
  readonly write: boolean
  readonly comment: boolean
  /** Ask for clearance, share, hand in. */
  readonly manage: boolean
  /** Return what was handed in. */
  readonly receive: boolean
}

const noRights: PaperRights = { read: false, write: false, comment: false, manage: false, receive: false }

/**
 * Officers do everything; the author writes, shares and asks; those with whom it is shared write; those asked to clear it read and comment.
 * Auditors read what is not withheld. Nobody else learns anything of a draft.
 */
export function rightsOn(claims: PaperClaims, actor: Actor): PaperRights {
  if (actor.kind === 'operator') return { ...noRights, read: true }
  if (actor.kind === 'public') return noRights
  const isOfficer = actor.roles.includes('officer')
  const isAuthor = claims.author === actor.person
  const write = isOfficer || isAuthor || claims.isShared
  const comment = write || claims.isAsked
  const isAuditor = actor.roles.includes('auditor') && !claims.isWithheld
  return { read: comment || isAuditor, write, comment, manage: isOfficer || isAuthor, receive: isOfficer }
}
