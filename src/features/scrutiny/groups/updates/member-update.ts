import { addDays, type LocalDate } from '#core/dates.ts'
import type { Meaning } from '#platform/pages/status-tag.ts'
import type { LeadArea, LeadMembers } from '../leads/lead-members.ts'
import { leadsOn } from '../leads/lead-members.ts'

/** The matter that an agenda's item of member updates bears. */
export const updatesSubject = 'member-updates'

/** What a lead member tells the body before its next meeting; nothing of it is public before the agenda is. */
export interface MemberUpdate {
  readonly id: string
  readonly body: string
  readonly date: LocalDate
  readonly area: string
  readonly person: string
  readonly words: string
  readonly toldAt: Date
  readonly revision: number
}

/** The last day on which an update for a meeting is in time. */
export function updateDue({ updateDays }: Pick<LeadMembers, 'updateDays'>, meeting: LocalDate): LocalDate {
  return addDays(meeting, -updateDays)
}

/** One area and how its update for the next meeting stands. */
export interface AreaTold {
  readonly area: LeadArea
  readonly update?: MemberUpdate
  readonly state: 'told' | 'due' | 'late' | 'no-meeting' | 'vacant'
}

/** How the updates of all areas stand today; an update that waits counts for the next meeting. */
export function areasTold(leads: LeadMembers, waiting: readonly MemberUpdate[], next: LocalDate | undefined, today: LocalDate): AreaTold[] {
  return leadsOn(leads, today).map((area) => {
    const update = waiting.find((one) => one.body === leads.body && one.area === area.area)
    if (update !== undefined) return { area, update, state: 'told' }
    if (area.person === undefined) return { area, state: 'vacant' }
    if (next === undefined) return { area, state: 'no-meeting' }
    return { area, state: today > updateDue(leads, next) ? 'late' : 'due' }
  })
}

export const toldWords: Readonly<Record<AreaTold['state'], { readonly text: string; readonly meaning: Meaning }>> = {
  told: { text: 'Written', meaning: 'good' },
  due: { text: 'To be written', meaning: 'coming' },
  late: { text: 'Late', meaning: 'bad' },
  'no-meeting': { text: 'No meeting planned', meaning: 'neutral' },
  vacant: { text: 'Vacant', meaning: 'neutral' },
}
