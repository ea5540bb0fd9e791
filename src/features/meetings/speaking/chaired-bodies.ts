import type { Context } from '#access/act.ts'
import type { PersonId } from '#access/actor.ts'
import type { LocalDate } from '#core/dates.ts'
import { seatsOf } from '#features/bodies'
import type { Reader } from '#platform/database/database.ts'

/** The bodies whose meetings a person leads on that day, as chair or in the chair's place. A chair of one body is a plain member of others. */
export async function chairedBodies(reader: Reader, person: PersonId, day: LocalDate): Promise<string[]> {
  const seats = await seatsOf(reader, person, day)
  return seats.flatMap(({ body, capacity }) => (capacity === 'chair' || capacity === 'vice-chair' ? body : []))
}

/** Whether somebody sees who asks to speak at the meetings of a body: officers of any, a chair of their own, whoever runs commands on the server of all. */
export async function seesSpeakers(reader: Reader, { actor, may, today }: Pick<Context, 'actor' | 'may' | 'today'>, body: string): Promise<boolean> {
  if (!may(actor, 'speaking.see')) return false
  if (may(actor, 'speaking.decide') || actor.kind !== 'person') return true
  return (await chairedBodies(reader, actor.person, today)).includes(body)
}
