import { z } from 'zod'
import { ok, refuse } from '#core/outcome.ts'
import { apiList, apiRecord, strangeCursor, type ApiResource } from '#platform/http/api.ts'
import { localSettings } from '#features/rules'
import { startOfDay } from '../deeds/turn-entry.ts'
import { planEntry } from '../entry/plan-entry.ts'
import { entryStates, stateOf } from '../entry/states.ts'
import { decidedEntries, plannedEntries, publishedEntry } from '../store/published-plan.ts'
import { parsePlace, placeText } from './places.ts'

const entryShape = planEntry
  .extend({
    state: z.enum(entryStates).describe('Where it stands at the beginning of today.'),
    invented: planEntry.shape.invented.describe('What of it is made up for an example: everything, or only what followed. Left out of what is of record.'),
    edition: z.int().describe('How often it was published.'),
  })
  .meta({ id: 'PlanEntry' })

const stages = ['coming', 'deferred', 'withdrawn', 'decided'] as const

/** What programs may read of the forward plan and of decisions. */
export const forwardPlanApi: readonly ApiResource[] = [
  apiList({
    path: '/forward-plan',
    summary: 'Decisions of the executive: those to come by day, or those made, the latest first',
    tag: 'Forward plan',
    query: z.object({ stage: z.enum(stages).optional().describe('Those to come unless said.') }),
    response: entryShape,
    answer: async ({ query, read, today }, page) => {
      const after = page.after === undefined ? undefined : parsePlace(page.after)
      if (page.after !== undefined && after === undefined) return strangeCursor
      const { stage = 'coming' } = query
      const found = stage === 'decided' ? await decidedEntries(read, { after, limit: page.limit + 1 }) : await plannedEntries(read, { stage, after, limit: page.limit + 1 })
      const local = await localSettings(read)
      const shown = found.slice(0, page.limit)
      const items = shown.map(({ entry, edition }) => ({ ...entry, state: stateOf(entry, startOfDay(today), local), edition }))
      const last = shown.at(-1)?.entry
      return ok(found.length > page.limit && last !== undefined ? { items, next: placeText(last.decision?.on ?? last.expected.from, last.reference) } : { items })
    },
  }),
  apiRecord({
    path: '/forward-plan/{reference}',
    summary: 'One entry of the forward plan with all that happened to it',
    tag: 'Forward plan',
    params: z.object({ reference: z.string() }),
    response: entryShape,
    answer: async ({ params, read, today }) => {
      const found = await publishedEntry(read, params.reference)
      if (found === undefined) return refuse('not-found', 'The forward plan has no entry of this reference.')
      return ok({ ...found.entry, state: stateOf(found.entry, startOfDay(today), await localSettings(read)), edition: found.edition })
    },
  }),
]
