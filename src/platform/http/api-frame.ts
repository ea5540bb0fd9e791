import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Refusal } from '#core/outcome.ts'
import { forAnySite } from './any-site.ts'
import { apiIndex } from './api-index.ts'
import { nextPage, type ApiAnswer, type ApiResource } from './api.ts'
import type { DescribedOperation } from './described-operation.ts'
import { describeApi, type ApiInformation } from './openapi.ts'
import { onlyReading, readPublic, type PublicDoor } from './public-pages.ts'
import { problem } from './problem.ts'
import { refusalStatus } from './refusal-status.ts'
import { rendered, send, type Rendered } from './rendered.ts'
import type { Server } from './server.ts'

/** Where the API begins. */
export const apiRoot = '/api/v1'

export interface ApiDoor extends PublicDoor {
  readonly information: ApiInformation
  /** What other doors answer under the same root, for the description alone. */
  readonly alsoDescribed?: readonly DescribedOperation[]
  /** Hold every answer against its own description and fail where it differs: for tests and development. */
  readonly checkAnswers: boolean
}

/**
 * Gives each resource its address, `/api/v1/openapi.json` their description and `/api/v1` their list. Any site may read: what is
 * here is public.
 */
export function registerApi(server: Server, resources: readonly ApiResource[], door: ApiDoor): void {
  for (const resource of resources) {
    const path = `${apiRoot}${resource.path.replaceAll(/\{(\w+)\}/g, ':$1')}`
    server.get(path, async (request, reply) =>
      send(request, reply, await door.cache.answer(request.url, () => answerResource(request, resource, door))),
    )
    onlyReading(server, path, door.site, { isForAnySite: true })
  }
  registerFixed(server, door, apiRoot, apiIndex(resources, door.information, apiRoot))
  registerFixed(server, door, `${apiRoot}/openapi.json`, describeApi([...resources, ...(door.alsoDescribed ?? [])], door.information))
}

/** An answer that stays the same for as long as the server runs. */
function registerFixed(server: Server, door: ApiDoor, path: string, body: unknown): void {
  const fixed = json(body)
  server.get(path, (request, reply) => send(request, reply, fixed))
  onlyReading(server, path, door.site, { isForAnySite: true })
}

async function answerResource(request: FastifyRequest, resource: ApiResource, door: ApiDoor): Promise<Rendered> {
  const answer = await readPublic(request, door, resource.answer)
  if (!answer.ok) return refused(answer.refusal, request.id)
  if (door.checkAnswers) checkAnswer(resource, answer.value)
  return json(answer.value.kind === 'record' ? answer.value.body : listBody(request.url, answer.value))
}

function listBody(url: string, list: Extract<ApiAnswer, { kind: 'list' }>): unknown {
  return { items: list.items, ...(list.next === undefined ? {} : { next: nextPage(url, list.next, list.limit) }) }
}

function json(body: unknown): Rendered {
  return rendered(200, 'application/json', JSON.stringify(body), {
    ...forAnySite,
    'cross-origin-resource-policy': 'cross-origin',
  })
}

function refused(refusal: Refusal, requestId: string): Rendered {
  return problem(refusalStatus[refusal.kind], { detail: refusal.message, requestId, faults: refusal.faults })
}

function checkAnswer(resource: ApiResource, answer: ApiAnswer): void {
  const schema = answer.kind === 'list' ? z.array(resource.response) : resource.response
  const checked = schema.safeParse(answer.kind === 'list' ? answer.items : answer.body)
  if (!checked.success) throw new Error(`The answer of ${resource.path} is not as it is described: ${z.prettifyError(checked.error)}`)
}
