import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'

/** After so many new figures what the planner knows of them is out of date. */
export const enoughToAnalyze = 10_000

/** Brings up to date what the planner of queries knows of the figures. */
export async function analyzeFigures(run: (work: (tx: Transaction) => Promise<unknown>) => Promise<unknown>): Promise<void> {
  // The load stands, whatever becomes of this: housekeeping asks again within the hour.
  await run((tx) => sql`select work.analyze_figures()`.execute(tx.tables())).catch(() => undefined)
}
