import type { MeetingsTables } from '../tables.ts'

/** What the planner adds to the tables that all rooms share. */
export interface PlannerTables {
  'work.meetings': MeetingsTables['work.meetings'] & {
    /** None where nobody has said: then the body's usual length counts. */
    expected_minutes: number | null
  }
}
