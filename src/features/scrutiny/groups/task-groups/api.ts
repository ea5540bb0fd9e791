import { z } from 'zod'
import { ok, refuse } from '#core/outcome.ts'
import { slug } from '#platform/files/fields.ts'
import { apiList, apiRecord, strangeCursor, type ApiResource } from '#platform/http/api.ts'
import { editionsOf, groupsInList, publishedGroup } from './published-groups.ts'
import { publicTaskGroup } from './task-group.ts'

const groupShape = publicTaskGroup.meta({ id: 'TaskGroup' })

const withHistory = z
  .strictObject({
    ...publicTaskGroup.shape,
    editions: z.array(z.strictObject({ edition: z.int(), note: z.string(), publishedAt: z.string().meta({ format: 'date-time' }) })).describe('What changed when, the latest first; 50 at most.'),
  })
  .meta({ id: 'TaskGroupWithHistory' })

/** What programs may read of task and finish groups. */
export const taskGroupsApi: readonly ApiResource[] = [
  apiList({
    path: '/task-groups',
    summary: 'Task and finish groups, those last changed first',
    description: 'Groups that their body has commissioned. What a draft report says is not public; that there is one is.',
    tag: 'Scrutiny',
    query: z.object({
      body: slug.optional().describe('Commissioned by this body, or this body itself.'),
      stage: z.enum(['under-way', 'finished']).optional().describe('Finished is what has reported or ended without a report.'),
    }),
    response: groupShape,
    answer: async ({ query, read }, page) => {
      if (page.after !== undefined && (await publishedGroup(read, page.after)) === undefined) return strangeCursor
      const { body, stage } = query
      const found = await groupsInList(read, { ...(body === undefined ? {} : { of: body }), ...(stage === undefined ? {} : { isUnderWay: stage === 'under-way' }), after: page.after, limit: page.limit + 1 })
      const items = found.slice(0, page.limit)
      const last = items.at(-1)
      return ok(found.length > page.limit && last !== undefined ? { items, next: last.slug } : { items })
    },
  }),
  apiRecord({
    path: '/task-groups/{group}',
    summary: 'One task and finish group with all that changed',
    tag: 'Scrutiny',
    params: z.object({ group: z.string().describe('Its address word: the `slug` of the list.') }),
    response: withHistory,
    answer: async ({ params, read }) => {
      const group = await publishedGroup(read, params.group)
      if (group === undefined) return refuse('not-found', 'No task group of this name is published. /api/v1/task-groups lists those there are.')
      const editions = await editionsOf(read, params.group)
      return ok({ ...group, editions: editions.map(({ publishedAt, ...edition }) => ({ ...edition, publishedAt: publishedAt.toISOString() })) })
    },
  }),
]
