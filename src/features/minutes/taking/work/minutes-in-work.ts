import type { LocalDate } from '#core/dates.ts'
import type { MeetingId } from '#features/meetings'
import type { MinutesState } from '../record/minutes-state.ts'
import type { Resolution, ResolutionId } from '../record/resolution.ts'

/** The minutes of a meeting as staff keep them. */
export interface MinutesInWork {
  readonly meeting: MeetingId
  readonly state: MinutesState
  /** The last published version; 0 before the first. */
  readonly version: number
  /** Goes up whenever their state turns; 0 where nobody has begun them. */
  readonly revision: number
  readonly confirmed?: { readonly on: LocalDate; readonly item: number; readonly amended?: string }
  readonly signed?: { readonly by: string; readonly on: LocalDate }
  /** Where their facts are to be found, or what of them is invented. */
  readonly source?: string
  /** The resolutions that ask something of somebody, as they were raised last. */
  readonly raised: readonly ResolutionId[]
  /** By the number of the item. */
  readonly minutes: ReadonlyMap<number, MinuteInWork>
  /** By the number of the item, in their order. */
  readonly resolutions: ReadonlyMap<number, readonly ResolutionInWork[]>
}

/** What is minuted of an item. */
export interface MinuteInWork {
  readonly item: number
  /** Fixed at circulation. */
  readonly number?: number
  readonly text: string
  readonly membersText: string
  /** Of an exempt item: whether the public was excluded by resolution; undefined until an officer has said. */
  readonly isPublicExcluded: boolean | undefined
  readonly revision: number
  readonly by?: string
  readonly at: Date
}

export interface ResolutionInWork extends Resolution {
  readonly id: ResolutionId
  readonly item: number
  readonly place: number
  readonly revision: number
}
