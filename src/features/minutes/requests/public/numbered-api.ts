import { z } from 'zod'
import { refuse } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { bodyNames } from '#features/bodies'

/** By which programs ask for one request or question. */
export const numberParams = z.object({ number: z.coerce.number('Give the number as a whole number').int('Give the number as a whole number').min(1, 'Numbers begin at 1').max(999_999_999, 'No number is so large') })

/** The number after which a page of such a list goes on; null where the cursor is none. */
export function placeOf(after: string | undefined): number | undefined | null {
  if (after === undefined) return undefined
  return /^[1-9]\d{0,8}$/.test(after) ? Number(after) : null
}

/** One page of what was read for it, which is one more than it shows. */
export function pageOf<Found extends { readonly number: number }, Item>(found: readonly Found[], limit: number, item: (one: Found) => Item): { readonly items: Item[]; readonly next?: string } {
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(item), ...(found.length > limit && last !== undefined ? { next: String(last.number) } : {}) }
}

/** Refuses the address word of no body, so that a slip is not read as "there are none". */
export async function unknownBody(reader: Reader, body: string | undefined) {
  if (body === undefined || (await bodyNames(reader)).has(body)) return undefined
  return refuse('invalid', 'The list cannot be narrowed so.', [{ field: 'body', found: body.slice(0, 100), message: 'Give the address word of a body, as /api/v1/bodies has it' }])
}
