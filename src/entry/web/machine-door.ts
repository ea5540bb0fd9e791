import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Context } from '#access/act.ts'
import type { Actor } from '#access/actor.ts'
import { useKey } from '#access/keys/use-key.ts'
import type { MachineAnswer, MachineContext, MachineResource } from '#access/machines/machine-resource.ts'
import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { apiRoot } from '#platform/http/api-frame.ts'
import { nextPage } from '#platform/http/api.ts'
import { fileHeaders } from '#platform/http/file-headers.ts'
import { otherMethods } from '#platform/http/other-methods.ts'
import { problem } from '#platform/http/problem.ts'
import { refusalStatus } from '#platform/http/refusal-status.ts'
import { rendered, send, type Rendered } from '#platform/http/rendered.ts'
import type { Server } from '#platform/http/server.ts'
import { queryOf } from './staff-site/staff-door.ts'

/** What the API for whoever shows a key is answered from. */
export interface MachineDoor {
  readonly context: (actor: Actor, requestId: string, key?: string) => Context
  readonly now: () => Date
  /** Accounts unused for so many days cannot come in. */
  readonly unusedDays: number
  /** Hold every answer against its own description and fail where it differs: for tests and development. */
  readonly checkAnswers: boolean
}

const staffRoot = `${apiRoot}/staff`

/**
 * Gives each resource its address below `/api/v1/staff`. Who asks is known by the key alone: a cookie is not looked at, so that no other site can have a browser
 * send what its owner did not mean. Nothing is read or answered, not even that an address is there, before the key holds.
 */
export function registerMachines<App>(server: Server, door: MachineDoor, resources: readonly MachineResource<App>[], app: App): void {
  const known = new WeakMap<FastifyRequest, MachineContext>()
  const onRequest = (request: FastifyRequest, reply: FastifyReply) => letIn(request, reply, door, known)
  const answering = (work: (request: FastifyRequest, context: MachineContext) => Promise<Rendered> | Rendered) => async (request: FastifyRequest, reply: FastifyReply) => {
    const context = known.get(request)
    if (context === undefined) throw new Error('A request came to the API for programs without having shown a key')
    return send(request, reply, forThisAccount(await work(request, context)))
  }
  for (const path of new Set(resources.map((one) => one.path))) {
    const ways = resources.filter((one) => one.path === path)
    const url = `${apiRoot}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`
    for (const way of ways) server.route({ method: way.method === 'post' ? 'POST' : 'GET', url, onRequest, handler: answering((request, context) => ask(way, request, context, door, app)) })
    const allowed = ways.flatMap((way) => (way.method === 'post' ? ['POST'] : ['GET', 'HEAD']))
    const handler = answering((request) => withHeaders(problem(405, { detail: `This address takes ${allowed.join(' and ')}.`, requestId: request.id }), { allow: allowed.join(', ') }))
    server.route({ method: otherMethods(allowed), url, onRequest, handler })
  }
  server.all(`${staffRoot}/*`, { onRequest }, answering((request) => refusedAs(404, nothingHere.refusal, request.id)))
}

const nothingHere = refuse('not-found', `There is nothing at this address. ${apiRoot}/openapi.json names those that there are.`)

async function letIn(request: FastifyRequest, reply: FastifyReply, door: MachineDoor, known: WeakMap<FastifyRequest, MachineContext>): Promise<FastifyReply | undefined> {
  const visitor = door.context({ kind: 'public' }, request.id)
  const held = await useKey(visitor, { authorization: request.headers.authorization, address: request.ip, now: door.now(), unusedDays: door.unusedDays })
  if (!held.ok) return send(request, reply, unkeyed(held.refusal, request.id))
  const { actor, mark } = held.value
  known.set(request, { ...door.context(actor, request.id, mark), actor })
  return undefined
}

async function ask<App>(resource: MachineResource<App>, request: FastifyRequest, context: MachineContext, { now, checkAnswers }: MachineDoor, app: App): Promise<Rendered> {
  const sent = resource.method === 'post' ? jsonOf(request) : ok(undefined)
  if (!sent.ok) return refusedAs(400, sent.refusal, request.id)
  const found = await resource.answer({ context, params: request.params as Record<string, string>, query: queryOf(request), body: sent.value, now: now() }, app)
  if (!found.ok) return refusedAs(refusalStatus[found.refusal.kind], found.refusal, request.id)
  if (checkAnswers) checkAnswer(resource, found.value)
  return renderedAnswer(found.value, request.url)
}

/** A form is no JSON, however it is read. */
function jsonOf({ body }: FastifyRequest): Outcome<unknown> {
  if (body === undefined || body === null) return ok({})
  const isRecord = typeof body === 'object' && !Array.isArray(body) && !(body instanceof URLSearchParams)
  return isRecord ? ok(body) : refuse('invalid', 'Send what is asked as one JSON object, with “Content-Type: application/json”.')
}

function renderedAnswer(found: MachineAnswer, url: string): Rendered {
  switch (found.kind) {
    case 'record':
      return json(found.status ?? 200, found.body)
    case 'begun':
      return json(202, found.body, { location: found.location, 'retry-after': String(found.retryAfter) })
    case 'list':
      return json(200, { items: found.items, ...(found.next === undefined ? {} : { next: nextPage(url, found.next, found.limit) }) })
    case 'file':
      return rendered(200, found.contentType, found.body, fileHeaders(found))
  }
}

function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Rendered {
  return rendered(status, 'application/json', JSON.stringify(body), headers)
}

function refusedAs(status: number, { message, faults }: Refusal, requestId: string): Rendered {
  return problem(status, { detail: message === '' ? 'What was sent cannot be used as it stands.' : message, requestId, faults })
}

/** RFC 6750 §3: which scheme is asked for, and that a key was shown and did not hold. */
function unkeyed(refusal: Refusal, requestId: string): Rendered {
  if (refusal.kind === 'not-now') return withHeaders(refusedAs(429, refusal, requestId), { 'retry-after': '300' })
  return withHeaders(refusedAs(401, refusal, requestId), { 'www-authenticate': 'Bearer realm="Golden Thread"' })
}

/** For this account alone: no cache between us and it may keep an answer. */
function forThisAccount(answered: Rendered): Rendered {
  return withHeaders(answered, { 'cache-control': 'no-store', vary: 'authorization, accept-encoding' })
}

function withHeaders(answered: Rendered, headers: Readonly<Record<string, string>>): Rendered {
  return { ...answered, headers: { ...answered.headers, ...headers } }
}

function checkAnswer<App>({ kind, path, response }: MachineResource<App>, found: MachineAnswer): void {
  if (found.kind === 'file') return
  const schema = kind === 'list' ? z.array(response) : response
  const checked = schema.safeParse(found.kind === 'list' ? found.items : found.body)
  if (!checked.success) throw new Error(`The answer of ${path} is not as it is described: ${z.prettifyError(checked.error)}`)
}
