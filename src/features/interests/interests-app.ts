import type { Context } from '#access/act.ts'

/** What this feature needs of the running product. */
export interface InterestsApp {
  /** Whoever runs commands on this server. */
  context(): Context
  /** The real moment. */
  now(): Date
}
