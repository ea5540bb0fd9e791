import type { PersonId } from '#access/actor.ts'

/**
 * Who is told of a reply: whoever spoke last before, other than its writer; where nobody else has spoken, the author of the report.
 * `before` begins with whoever made the comment. Nobody is told of what they wrote.
 */
export function toldOfReply(writer: PersonId, before: readonly PersonId[], author: PersonId | undefined): PersonId | undefined {
  const other = before.findLast((person) => person !== writer)
  return other ?? (author === writer ? undefined : author)
}
