import type { PersonId } from '#access/actor.ts'
import type { LocalDate } from '#core/dates.ts'
import type { ItemId, MeetingId, PaperId } from '../work/meeting-in-work.ts'

/** The tables of this room. */
export interface AgendaTables {
  /** An author is reminded of an item once a day at most. */
  'work.reminders': { item: ItemId; reminded_on: LocalDate; person: PersonId; reminded_by: string }
  /** The day on which a report was asked for. */
  'work.commissions': { paper: PaperId; commissioned_on: LocalDate }
  /** What had put itself on an agenda and was taken off it: it does not come back to that one. */
  'work.origins_taken_off': { meeting: MeetingId; origin: string }
}
