import type { Context } from '#access/act.ts'
import type { PersonId } from '#access/actor.ts'
import type { Reader } from '#platform/database/database.ts'
import { seatsOf } from '#features/bodies'
import type { Action } from '../action.ts'

/** What somebody may see of what was asked in private: officers all of it, whoever is to answer their own, members that of their bodies. */
export interface ActionSight {
  readonly all: boolean
  readonly person?: PersonId
  readonly bodies: readonly string[]
}

export async function actionSight(reader: Reader, { actor, may, today }: Context): Promise<ActionSight> {
  if (may(actor, 'actions.keep')) return { all: true, bodies: [], ...(actor.kind === 'person' ? { person: actor.person } : {}) }
  if (actor.kind !== 'person') return { all: false, bodies: [] }
  return { all: false, person: actor.person, bodies: (await seatsOf(reader, actor.person, today)).map(({ body }) => body) }
}

export function isSeen(sight: ActionSight, { isPublic, body, owner }: Pick<Action, 'isPublic' | 'body' | 'owner'>): boolean {
  return sight.all || isPublic || sight.bodies.includes(body) || (owner !== undefined && owner.person === sight.person)
}
