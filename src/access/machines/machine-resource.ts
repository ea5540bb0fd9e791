import { z } from 'zod'
import { ok, type Outcome } from '#core/outcome.ts'
import { checkAddress, checkBody } from '#platform/http/api-request.ts'
import { pagingQuery, type ListPart, type PageOfList } from '#platform/http/api.ts'
import type { DescribedOperation } from '#platform/http/described-operation.ts'
import type { FileAnswer } from '#platform/http/file-headers.ts'
import type { Context } from '../act.ts'
import type { PersonActor } from '../actor.ts'

/** A program that shows a key: the actor is the account's person, the door is the API. */
export interface MachineContext extends Context {
  readonly actor: PersonActor
}

/** What the door hands over: nothing of it is checked but the key. */
interface RawMachineRequest {
  readonly context: MachineContext
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** What was sent as JSON. */
  readonly body: unknown
  readonly now: Date
}

/** A request whose path, query and body the resource's own schemas have checked. */
export interface MachineRequest<Params = unknown, Query = unknown, Body = unknown> extends Omit<RawMachineRequest, 'params' | 'query' | 'body'> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
}

/** It goes on behind the answer; `location` is where to ask how far it is, after so many seconds. */
interface Begun<Body> {
  readonly kind: 'begun'
  readonly location: string
  readonly retryAfter: number
  readonly body: Body
}

/** A record, new or found. */
interface Answered<Body> {
  readonly kind: 'record'
  /** 201 where it was made just now. */
  readonly status?: 201
  readonly body: Body
}

type ListAnswer = { readonly kind: 'list'; readonly limit: number } & ListPart<unknown>
type MachineFile = { readonly kind: 'file' } & FileAnswer
export type MachineAnswer = Answered<unknown> | Begun<unknown> | ListAnswer | MachineFile

/** One address of the API for whoever shows a key, and one way of using it. `App` names the part of the product that it needs. */
export interface MachineResource<App> extends DescribedOperation {
  readonly needsKey: true
  readonly answer: (request: RawMachineRequest, app: App) => Promise<Outcome<MachineAnswer>>
}

type Nothing = z.ZodObject<Record<string, never>>
const nothing: Nothing = z.strictObject({})

interface Definition<Params extends z.ZodObject, Query extends z.ZodObject, Response extends z.ZodType> extends Pick<DescribedOperation, 'path' | 'summary' | 'description' | 'tag'> {
  readonly params?: Params
  readonly query?: Query
  readonly response: Response
}

/** GET: one record. */
export function machineRecord<App, Response extends z.ZodType, Params extends z.ZodObject = Nothing, Query extends z.ZodObject = Nothing>(
  definition: Definition<Params, Query, Response> & {
    readonly answer: (request: MachineRequest<z.output<Params>, z.output<Query>>, app: App) => Promise<Outcome<z.input<Response>>>
  },
): MachineResource<App> {
  const { params = nothing, query = nothing, answer, ...words } = definition
  return {
    ...words,
    kind: 'record',
    needsKey: true,
    params,
    query,
    answer: async (raw, app) => {
      const checked = checkAddress(raw, params, query)
      if (!checked.ok) return checked
      const found = await answer({ ...raw, ...checked.value } as MachineRequest<z.output<Params>, z.output<Query>>, app)
      return found.ok ? ok({ kind: 'record', body: found.value }) : found
    },
  }
}

/** GET: a list, given out in pages of at most 100 entries by an opaque cursor. */
export function machineList<App, Response extends z.ZodType, Params extends z.ZodObject = Nothing, Query extends z.ZodObject = Nothing>(
  definition: Definition<Params, Query, Response> & {
    readonly answer: (request: MachineRequest<z.output<Params>, z.output<Query>>, page: PageOfList, app: App) => Promise<Outcome<ListPart<z.input<Response>>>>
  },
): MachineResource<App> {
  const { params = nothing, query = nothing, answer, ...words } = definition
  return {
    ...words,
    kind: 'list',
    needsKey: true,
    params,
    query,
    answer: async (raw, app) => {
      const checked = checkAddress(raw, params, query.extend(pagingQuery.shape))
      if (!checked.ok) return checked
      const { cursor, limit, ...rest } = checked.value.query as z.output<typeof pagingQuery>
      const part = await answer({ ...raw, ...checked.value, query: rest } as MachineRequest<z.output<Params>, z.output<Query>>, { limit, after: cursor }, app)
      return part.ok ? ok({ kind: 'list', limit, ...part.value }) : part
    },
  }
}

/** POST: a deed, of which `body` says what is asked. */
export function machineDeed<App, Response extends z.ZodType, Body extends z.ZodObject, Params extends z.ZodObject = Nothing>(
  definition: Omit<Definition<Params, Nothing, Response>, 'query'> & {
    readonly body: Body
    readonly alsoAnswers: NonNullable<DescribedOperation['alsoAnswers']>
    readonly answer: (request: MachineRequest<z.output<Params>, unknown, z.output<Body>>, app: App) => Promise<Outcome<Answered<z.input<Response>> | Begun<z.input<Response>>>>
  },
): MachineResource<App> {
  const { params = nothing, body, answer, ...words } = definition
  return {
    ...words,
    kind: 'record',
    method: 'post',
    needsKey: true,
    params,
    query: nothing,
    body,
    answer: async (raw, app) => {
      const checked = checkAddress(raw, params, nothing)
      if (!checked.ok) return checked
      const sent = checkBody(raw.body, body)
      return sent.ok ? answer({ ...raw, ...checked.value, body: sent.value } as MachineRequest<z.output<Params>, unknown, z.output<Body>>, app) : sent
    },
  }
}

/** GET: a file; 202 with `response` while it is being made. */
export function machineFile<App, Response extends z.ZodType, Params extends z.ZodObject = Nothing, Query extends z.ZodObject = Nothing>(
  definition: Definition<Params, Query, Response> & {
    readonly contentType: string
    readonly alsoAnswers: NonNullable<DescribedOperation['alsoAnswers']>
    readonly answer: (request: MachineRequest<z.output<Params>, z.output<Query>>, app: App) => Promise<Outcome<MachineFile | Begun<z.input<Response>>>>
  },
): MachineResource<App> {
  const { params = nothing, query = nothing, answer, ...words } = definition
  return {
    ...words,
    kind: 'file',
    needsKey: true,
    params,
    query,
    answer: async (raw, app) => {
      const checked = checkAddress(raw, params, query)
      return checked.ok ? answer({ ...raw, ...checked.value } as MachineRequest<z.output<Params>, z.output<Query>>, app) : checked
    },
  }
}
