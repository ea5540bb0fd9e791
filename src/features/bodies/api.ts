import { z } from 'zod'
import { ok, refuse } from '#core/outcome.ts'
import { apiList, apiRecord, pageOfArray, type ApiResource } from '#platform/http/api.ts'
import { body } from './body.ts'
import { publishedBodies, publishedBody } from './published-bodies.ts'

const bodyRecord = body.extend({ edition: z.int().describe('Counts the published editions of this body from 1.') }).meta({ id: 'Body' })
const bodyInList = body.pick({ slug: true, name: true, kind: true, purpose: true, meetsInPublic: true, reportsTo: true }).meta({ id: 'BodyInList' })

/** `/api/v1/bodies` and `/api/v1/bodies/{body}`: what is published of bodies. */
export const bodiesApi: readonly ApiResource[] = [
  apiList({
    path: '/bodies',
    summary: 'All bodies, by name',
    tag: 'Bodies',
    query: z.object({ kind: body.shape.kind.optional() }),
    response: bodyInList,
    answer: async ({ read, query }, page) => {
      const all = (await publishedBodies(read)).filter((one) => query.kind === undefined || one.kind === query.kind)
      const part = pageOfArray(all, page, (one) => one.slug)
      if (!part.ok) return part
      const items = part.value.items.map(({ slug, name, kind, purpose, meetsInPublic, reportsTo }) => ({ slug, name, kind, purpose, meetsInPublic, reportsTo }))
      return ok({ ...part.value, items })
    },
  }),
  apiRecord({
    path: '/bodies/{body}',
    summary: 'One body: purpose, accountability, terms of reference, members',
    tag: 'Bodies',
    params: z.object({ body: z.string().describe('The address word of the body, e.g. cabinet') }),
    response: bodyRecord,
    answer: async ({ read, params }) => {
      const found = await publishedBody(read, params.body)
      return found === undefined ? refuse('not-found', `No body is called ${params.body}. /api/v1/bodies lists them.`) : ok({ ...found.body, edition: found.edition })
    },
  }),
]
