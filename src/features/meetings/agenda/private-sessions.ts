import type { Context } from '#access/act.ts'
import { seatsOf } from '#features/bodies'
import type { Reader } from '#platform/database/database.ts'

/**
 * Of which bodies this person knows what their private meetings and development sessions are about: officers of all, members of their own. Others learn
 * of such a meeting that it is held.
 */
export async function knownSessions(reader: Reader, { actor, may, today }: Pick<Context, 'actor' | 'may' | 'today'>): Promise<(body: string) => boolean> {
  if (actor.kind === 'operator' || may(actor, 'agendas.edit')) return () => true
  if (actor.kind !== 'person') return () => false
  const own = new Set((await seatsOf(reader, actor.person, today)).map(({ body }) => body))
  return (body) => own.has(body)
}
