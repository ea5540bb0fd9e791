import type { Context } from '#access/act.ts'
import type { PersonId } from '#access/actor.ts'
import type { Reader } from '#platform/database/database.ts'
import { seatsOf, type Capacity } from '#features/bodies'
import type { Action } from '../action.ts'

/** What somebody may see of what was asked in private: officers all of it, whoever is to answer their own, members that of their bodies. */
export interface ActionSight {
  readonly all: boolean
  readonly person?: PersonId
  readonly bodies: readonly string[]
  /** The bodies on which this person sits, in whatever capacity. */
  readonly sitsOn: readonly string[]
}

/** Those who decide on what is withheld. Observers, associates and those who are invited hear what is public. */
const deciding: readonly Capacity[] = ['chair', 'vice-chair', 'voting', 'co-opted']

/** Local Government Act 1972 s100A and Schedule 12A: what was asked in private is for those who decide on it, those who serve them and whoever is to answer. */
export async function actionSight(reader: Reader, { actor, may, today }: Context): Promise<ActionSight> {
  const all = may(actor, 'actions.keep')
  if (actor.kind !== 'person') return { all, bodies: [], sitsOn: [] }
  const seats = await seatsOf(reader, actor.person, today)
  const decides = may(actor, 'packs.read-withheld') ? seats.filter(({ capacity }) => deciding.includes(capacity)) : []
  return { all, person: actor.person, bodies: [...new Set(decides.map(({ body }) => body))], sitsOn: [...new Set(seats.map(({ body }) => body))] }
}

export function isSeen(sight: ActionSight, { isPublic, body, owner }: Pick<Action, 'isPublic' | 'body' | 'owner'>): boolean {
  return sight.all || isPublic || sight.bodies.includes(body) || (owner !== undefined && owner.person === sight.person)
}
