import { z } from 'zod'
import { ok, refuse } from '#core/outcome.ts'
import { day, slug } from '#platform/files/fields.ts'
import { apiList, apiRecord, pageOfArray, type ApiResource } from '#platform/http/api.ts'
import { publishedLeads } from './keep-leads.ts'
import { leadMembers, leadsOn } from './lead-members.ts'

const leadsShape = leadMembers.meta({ id: 'LeadMembers' })

/** What programs may read of lead members: a council has one or two bodies with some. */
export const leadMembersApi: readonly ApiResource[] = [
  apiList({
    path: '/lead-members',
    summary: 'Who leads for which area of a body, now and before, by body',
    tag: 'Scrutiny',
    query: z.object({
      person: z.string().min(1, 'Give a name').optional().describe('Only areas that this member leads or led, by the name that the list has.'),
      follows: slug.optional().describe('Only areas that follow the work of this body.'),
      on: day.optional().describe('Only those who lead on this day.'),
    }),
    response: leadsShape,
    answer: async ({ query, read }, page) => {
      const { person, follows, on } = query
      const all = (await publishedLeads(read)).map((leads) => ({ ...leads, areas: (on === undefined ? leads.areas : leadsOn(leads, on)).filter((area) => (person === undefined || area.person === person) && (follows === undefined || area.follows === follows)) }))
      const isNarrowed = person !== undefined || follows !== undefined || on !== undefined
      return pageOfArray(isNarrowed ? all.filter(({ areas }) => areas.length > 0) : all, page, ({ body }) => body)
    },
  }),
  apiRecord({
    path: '/lead-members/{board}',
    summary: 'Who leads for which area of one body, now and before',
    tag: 'Scrutiny',
    params: z.object({ board: z.string().describe('The body’s address word: the `body` of the list.') }),
    response: leadsShape,
    answer: async ({ params, read }) => {
      const found = (await publishedLeads(read)).find(({ body }) => body === params.board)
      return found === undefined ? refuse('not-found', 'This body has no lead members. /api/v1/lead-members lists the bodies that have some.') : ok(found)
    },
  }),
]
