import { z } from 'zod'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { apiList, apiRecord, strangeCursor, type ApiResource } from '#platform/http/api.ts'
import { bodyNames } from '#features/bodies'

/** What is asked of a list of numbered records; it goes on below `before`. */
interface Asked<State extends string> {
  readonly body?: string | undefined
  readonly state?: State | undefined
  readonly before?: number | undefined
  readonly today: LocalDate
  readonly limit: number
}

/** Records with a number of their own, as programs read them. */
interface NumberedRecords<Found extends { readonly number: number }, State extends string, Shape extends z.ZodType> {
  readonly path: string
  /** What the list is of, and what one of them is. */
  readonly summaries: { readonly list: string; readonly one: string }
  /** What the list is narrowed by. */
  readonly bodyIs: string
  readonly states: readonly State[]
  readonly stateIs: string
  readonly shape: Shape
  /** "No question has this number." */
  readonly missing: string
  readonly published: (reader: Reader, asked: Asked<State>) => Promise<readonly Found[]>
  readonly one: (reader: Reader, number: number) => Promise<Found | undefined>
  readonly forPrograms: (found: Found, origin: string, today: LocalDate) => z.input<Shape>
}

const numberParams = z.object({ number: z.coerce.number('Give the number as a whole number').int('Give the number as a whole number').min(1, 'Numbers begin at 1').max(999_999_999, 'No number is so large') })

/** The list of such records, the newest first, narrowed by body and by how they are answered, and each of them by its number. */
export function numberedApi<Found extends { readonly number: number }, State extends string, Shape extends z.ZodType>({ path, summaries, shape: response, states, published, one, forPrograms, ...words }: NumberedRecords<Found, State, Shape>): readonly ApiResource[] {
  const list = apiList({
    path,
    summary: summaries.list,
    tag: 'Scrutiny',
    query: z.object({
      body: z.string().max(200, 'Give the address word of a body').optional().describe(words.bodyIs),
      state: z.enum<State[]>([...states], `Give one of ${states.join(', ')}`).optional().describe(words.stateIs),
    }),
    response,
    answer: async ({ read, query: { body, state }, origin, today }, { after, limit }) => {
      const before = placeOf(after)
      if (before === null) return strangeCursor
      const unknown = await unknownBody(read, body)
      if (unknown !== undefined) return unknown
      const found = await published(read, { body, state, before, today, limit: limit + 1 })
      const shown = found.slice(0, limit)
      const last = shown.at(-1)
      return ok({ items: shown.map((each) => forPrograms(each, origin, today)), ...(found.length > limit && last !== undefined ? { next: String(last.number) } : {}) })
    },
  })
  const record = apiRecord({
    path: `${path}/{number}`,
    summary: summaries.one,
    tag: 'Scrutiny',
    params: numberParams,
    response,
    answer: async ({ read, params, origin, today }) => {
      const found = await one(read, params.number)
      return found === undefined ? refuse('not-found', `${words.missing} /api/v1${path} lists them.`) : ok(forPrograms(found, origin, today))
    },
  })
  return [list, record]
}

/** The number after which a page of such a list goes on; null where the cursor is none. */
function placeOf(after: string | undefined): number | undefined | null {
  if (after === undefined) return undefined
  return /^[1-9]\d{0,8}$/.test(after) ? Number(after) : null
}

/** Refuses the address word of no body, so that a slip is not read as "there are none". */
export async function unknownBody(reader: Reader, body: string | undefined) {
  if (body === undefined || (await bodyNames(reader)).has(body)) return undefined
  return refuse('invalid', 'The list cannot be narrowed so.', [{ field: 'body', found: body.slice(0, 100), message: 'Give the address word of a body, as /api/v1/bodies has it' }])
}
