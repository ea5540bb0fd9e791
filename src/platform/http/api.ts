import { z } from 'zod'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { PublicRequest } from './answers.ts'
import { checkAddress } from './api-request.ts'
import type { DescribedOperation } from './described-operation.ts'

/** What the door hands to an API resource: the same as to a public page. */
type RawApiRequest = PublicRequest

/** A request whose path and query the resource's own schemas have checked. */
interface ApiRequest<Params, Query> extends Omit<PublicRequest, 'params' | 'query'> {
  readonly params: Params
  readonly query: Query
}

/** The part of a list that is asked for. `after` is the place a former page ended with, as the resource itself wrote it. */
export interface PageOfList {
  readonly limit: number
  readonly after: string | undefined
}

/** Up to `limit` entries; `next` says where to go on (any text that sorts or finds the last entry), left out at the end. */
export interface ListPart<Item> {
  readonly items: readonly Item[]
  readonly next?: string
}

export type ApiAnswer =
  | { readonly kind: 'record'; readonly body: unknown }
  | { readonly kind: 'list'; readonly items: readonly unknown[]; readonly next?: string; readonly limit: number }

/** One address of the API, which answers GET and HEAD. Made by `apiRecord` or `apiList`. */
export interface ApiResource extends DescribedOperation {
  readonly kind: 'record' | 'list'
  readonly answer: (request: RawApiRequest) => Promise<Outcome<ApiAnswer>>
}

interface Definition<Params extends z.ZodObject, Query extends z.ZodObject, Response extends z.ZodType> {
  readonly path: string
  readonly summary: string
  readonly description?: string
  readonly tag: string
  readonly params?: Params
  readonly query?: Query
  readonly response: Response
}

type Nothing = z.ZodObject<Record<string, never>>
const nothing: Nothing = z.strictObject({})

/** A resource that is one record. `answer` refuses with `not-found` where nothing is published. */
export function apiRecord<Response extends z.ZodType, Params extends z.ZodObject = Nothing, Query extends z.ZodObject = Nothing>(
  definition: Definition<Params, Query, Response> & {
    readonly answer: (request: ApiRequest<z.output<Params>, z.output<Query>>) => Promise<Outcome<z.input<Response>>>
  },
): ApiResource {
  const { params = nothing, query = nothing, answer, ...words } = definition
  return {
    ...words,
    kind: 'record',
    params,
    query,
    answer: async (raw) => {
      const checked = checkRequest(raw, params, query)
      if (!checked.ok) return checked
      const found = await answer(checked.value as unknown as ApiRequest<z.output<Params>, z.output<Query>>)
      return found.ok ? ok({ kind: 'record', body: found.value }) : found
    },
  }
}

/** A resource that is a list, given out in pages of at most 100 entries by an opaque cursor. */
export function apiList<Response extends z.ZodType, Params extends z.ZodObject = Nothing, Query extends z.ZodObject = Nothing>(
  definition: Definition<Params, Query, Response> & {
    readonly answer: (request: ApiRequest<z.output<Params>, z.output<Query>>, page: PageOfList) => Promise<Outcome<ListPart<z.input<Response>>>>
  },
): ApiResource {
  const { params = nothing, query = nothing, answer, ...words } = definition
  return {
    ...words,
    kind: 'list',
    params,
    query,
    answer: async (raw) => {
      const checked = checkRequest(raw, params, query.extend(pagingQuery.shape))
      if (!checked.ok) return checked
      const { cursor, limit, ...rest } = checked.value.query as unknown as z.output<typeof pagingQuery>
      const request = { ...checked.value, query: rest } as unknown as ApiRequest<z.output<Params>, z.output<Query>>
      const part = await answer(request, { limit, after: cursor })
      return part.ok
        ? ok({ kind: 'list', items: part.value.items, limit, ...(part.value.next === undefined ? {} : { next: part.value.next }) })
        : part
    },
  }
}

/** One page of a list that is short enough to hold whole; `key` gives each entry's own place, in the order of the list. Refuses a strange cursor. */
export function pageOfArray<Item>(all: readonly Item[], page: PageOfList, key: (item: Item) => string): Outcome<ListPart<Item>> {
  const begin = page.after === undefined ? 0 : all.findIndex((item) => key(item) === page.after) + 1
  if (begin === 0 && page.after !== undefined) return strangeCursor
  const items = all.slice(begin, begin + page.limit)
  const last = items.at(-1)
  return ok(begin + page.limit < all.length && last !== undefined ? { items, next: key(last) } : { items })
}

/** A cursor that no page of this list gave, or whose entry is gone: beginning anew would have a reader go round for ever. */
export const strangeCursor = refuse('invalid', 'The list cannot go on from this cursor. Begin again without one.', [{ field: 'cursor', message: 'Use the cursor as the former page gave it' }])

/** The query that every list takes. */
export const pagingQuery = z.object({
  cursor: z
    .string()
    .max(500, 'Use the cursor as the former page gave it')
    .transform((text, context) => {
      const place = readCursor(text)
      if (place === undefined) context.addIssue({ code: 'custom', message: 'Use the cursor as the former page gave it' })
      return place ?? z.NEVER
    })
    .optional(),
  limit: z.coerce
    .number('Give a whole number from 1 to 100')
    .int('Give a whole number from 1 to 100')
    .min(1, 'Give a whole number from 1 to 100')
    .max(100, 'Give a whole number from 1 to 100')
    .default(50),
})

function checkRequest(raw: RawApiRequest, params: z.ZodObject, query: z.ZodObject): Outcome<RawApiRequest & { params: unknown; query: unknown }> {
  const checked = checkAddress(raw, params, query)
  return checked.ok ? ok({ ...raw, ...checked.value } as unknown as RawApiRequest & { params: unknown; query: unknown }) : checked
}

/** The address of the next page of a list, which goes on after this place. */
export function nextPage(url: string, place: string, limit: number): string {
  const [path, query = ''] = url.split(/\?(.*)/s)
  const next = new URLSearchParams(query)
  next.set('limit', String(limit))
  next.set('cursor', Buffer.from(`1:${place}`).toString('base64url'))
  return `${path}?${next.toString()}`
}

function readCursor(text: string): string | undefined {
  const place = Buffer.from(text, 'base64url').toString()
  return place.startsWith('1:') ? place.slice(2) : undefined
}
