import { given } from '#core/given.ts'
import type { PublishedMeeting } from '../record/meeting.ts'
import { speakersAmong } from './decide/order-speakers.ts'
import { nameOf, type SpeakingRequest } from './speaking-request.ts'

/** A speaker as the chair calls them: nothing of how to reach them. */
export interface CalledSpeaker {
  readonly place: number
  readonly name: string
  readonly onBehalf?: string
  readonly item: { readonly number: number; readonly title: string }
  readonly statement?: string
  readonly needs?: string
  readonly isLate: boolean
  /** Minutes from the beginning of public participation; left out where the body's terms set no minutes each. */
  readonly slot?: { readonly from: number; readonly to: number }
  /** The slot ends after the time that the body's terms allow in all. */
  readonly isOver: boolean
}

/** The accepted speakers of a meeting in their order, each with a slot. */
export function chairList(requests: readonly SpeakingRequest[], participation: PublishedMeeting['participation']): CalledSpeaker[] {
  const { minutesEach, minutesInAll } = participation ?? {}
  return speakersAmong(requests).map((request, index) => {
    const slot = minutesEach === undefined ? undefined : { from: index * minutesEach, to: (index + 1) * minutesEach }
    const { asking } = request
    return {
      place: index + 1,
      name: nameOf(request),
      ...given('onBehalf', asking?.onBehalf),
      item: request.item,
      ...given('statement', asking?.statement),
      ...given('needs', asking?.needs),
      isLate: request.isLate,
      ...given('slot', slot),
      isOver: slot !== undefined && minutesInAll !== undefined && slot.to > minutesInAll,
    }
  })
}
