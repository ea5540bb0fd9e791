import { countOf } from '#core/count-in-words.ts'
import { daysBetween } from '#core/dates.ts'
import { actionsOf } from '#features/minutes'
import type { PublicRequest } from '#platform/http/answers.ts'
import type { Release } from '../../releases/release.ts'

/** What is late comes first, so that no more have to be read. */
const mostRead = 200

/** What was asked, each as it stood when the figures came out; of what is past its day by now, that too. One query, none where nothing was asked. */
export async function lateNow({ read, today }: Pick<PublicRequest, 'read' | 'today'>, { body, asked }: Pick<Release, 'body' | 'asked'>): Promise<Release['asked']> {
  if (asked.length === 0) return asked
  const actions = await actionsOf(read, { body, limit: mostRead })
  const late = new Map(actions.flatMap(({ address, waitsUntil }) => (waitsUntil !== undefined && waitsUntil < today ? [[address, daysBetween(waitsUntil, today)] as const] : [])))
  return asked.map((one) => {
    const days = late.get(one.href)
    return days === undefined ? one : { ...one, state: `${one.state}; late by ${countOf(days, 'days')} now` }
  })
}
