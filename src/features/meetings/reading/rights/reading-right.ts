import type { Actor } from '#access/actor.ts'
import { membersWithAccounts } from '#features/bodies'
import type { Reader } from '#platform/database/database.ts'
import { itemsWrittenBy, type VersionKey } from '../../publication/version-records.ts'

/** What somebody may read of one meeting beyond what anybody may. */
export type ReadingRight =
  /** Members of the body in office on the day of the meeting, and its officers. `name` stands on their copies. */
  | { readonly sees: 'everything'; readonly as: 'member' | 'officer'; readonly name: string }
  /** The items whose reports they write. */
  | { readonly sees: 'own-items'; readonly items: readonly number[] }
  | { readonly sees: 'public' }

/** What is known of somebody beside their roles. */
interface Standing {
  /** As the body's record names them, where they sit on it on the day of the meeting. */
  readonly memberName: string | undefined
  readonly authorOf: readonly number[]
}

/** Local Government Act 1972 s100A and Schedule 12A: what is withheld is for those who decide on it and those who serve them, of no other body. */
export function readingRight(actor: Actor, { memberName, authorOf }: Standing): ReadingRight {
  if (actor.kind === 'operator') return { sees: 'everything', as: 'officer', name: actor.name }
  if (actor.kind === 'public') return { sees: 'public' }
  if (memberName !== undefined) return { sees: 'everything', as: 'member', name: memberName }
  if (actor.roles.includes('officer')) return { sees: 'everything', as: 'officer', name: actor.name }
  return authorOf.length > 0 ? { sees: 'own-items', items: authorOf } : { sees: 'public' }
}

/**
 * The right of this actor to this version of a meeting. Whoever writes a report has a right to the very item that it is on: not to one that bears the same
 * number on the same day at another meeting, or had it before. Two queries.
 */
export async function rightTo(reader: Reader, actor: Actor, meeting: VersionKey): Promise<ReadingRight> {
  if (actor.kind !== 'person') return readingRight(actor, { memberName: undefined, authorOf: [] })
  const members = await membersWithAccounts(reader, meeting.body, meeting.date)
  const memberName = members.find((member) => member.person === actor.person)?.name
  return readingRight(actor, { memberName, authorOf: await itemsWrittenBy(reader, actor.person, meeting) })
}
