import type { Refusal } from '#core/outcome.ts'

/** With which status a page is shown again, with what was typed, when this is refused on it; of what is not here a page of refusal is shown instead. */
export const refusedHere: Partial<Record<Refusal['kind'], 400 | 409>> = { invalid: 400, conflict: 409, 'not-now': 409 }
