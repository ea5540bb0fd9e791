import type { LocalDate } from '#core/dates.ts'
import type { Area } from './area.ts'

/** Areas beside which the council is held, and its statistical neighbours. */
export interface ComparatorTables {
  'work.areas': {
    code: string
    name: string
    kind: Area['kind']
    region: string | null
    is_own: boolean
  }
  'work.neighbours': {
    /** From which day this set of neighbours holds. */
    from_day: LocalDate
    area: string
    closeness: string
  }
}
