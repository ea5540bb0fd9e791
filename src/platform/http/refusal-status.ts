import type { RefusalKind } from '#core/outcome.ts'

/** How the web and the API say each kind of refusal. */
export const refusalStatus = {
  invalid: 400,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'not-now': 409,
  unavailable: 503,
} as const satisfies Record<RefusalKind, number>
