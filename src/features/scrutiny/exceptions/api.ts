import { z } from 'zod'
import { parseDate, type LocalDate } from '#core/dates.ts'
import { ok, refuse } from '#core/outcome.ts'
import { slug } from '#platform/files/fields.ts'
import { apiList, apiRecord, strangeCursor, type ApiResource } from '#platform/http/api.ts'
import { publicException } from './exception.ts'
import { exceptionsInList, publishedException } from './published-exceptions.ts'

const exceptionShape = publicException.meta({ id: 'ExceptionReport' })

/** What programs may read of exceptions: those whose agenda is published. */
export const exceptionsApi: readonly ApiResource[] = [
  apiList({
    path: '/exceptions',
    summary: 'What panels flagged from the figures to the body above them, the latest meetings first',
    description: 'An exception is public once the agenda of the meeting that takes it is.',
    tag: 'Scrutiny',
    query: z.object({
      panel: slug.optional().describe('Flagged by this panel.'),
      board: slug.optional().describe('Flagged to this body.'),
      outcome: z.enum(['open', 'recorded']).optional().describe('Whether it is recorded what the board did.'),
    }),
    response: exceptionShape,
    answer: async ({ query, read }, page) => {
      const after = page.after === undefined ? undefined : parsePlace(page.after)
      if (page.after !== undefined && after === undefined) return strangeCursor
      const found = await exceptionsInList(read, { ...query, after, limit: page.limit + 1 })
      const items = found.slice(0, page.limit)
      const last = items.at(-1)
      return ok(found.length > page.limit && last !== undefined ? { items, next: `${last.meeting} ${last.id}` } : { items })
    },
  }),
  apiRecord({
    path: '/exceptions/{exception}',
    summary: 'One exception with its evidence and what the board did',
    tag: 'Scrutiny',
    params: z.object({ exception: z.string().describe('Its `id` in the list.') }),
    response: exceptionShape,
    answer: async ({ params, read }) => {
      const found = await publishedException(read, params.exception)
      return found === undefined ? refuse('not-found', 'No exception of this name is published. /api/v1/exceptions lists those that are.') : ok(found)
    },
  }),
]

function parsePlace(text: string): { readonly meeting: LocalDate; readonly id: string } | undefined {
  const [, day, id] = /^(\d{4}-\d{2}-\d{2}) ([a-z0-9-]{1,100})$/.exec(text) ?? []
  const meeting = day === undefined ? undefined : parseDate(day)
  return meeting === undefined || id === undefined ? undefined : { meeting, id }
}
