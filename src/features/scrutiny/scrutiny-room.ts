import type { Room } from '#access/room.ts'
import type { BodySection } from '#features/bodies'
import type { LaterParts, MeetingsApp } from '#features/meetings'
import type { RecommendationListSection, RecommendationSection } from '#features/minutes'

/** A room of this feature: what it brings to the doors, and to the pages of meetings and bodies. */
export interface ScrutinyRoom extends Room<MeetingsApp>, LaterParts {
  readonly bodySections?: readonly BodySection[]
  /** After the chain of a recommendation or an action, on its page. */
  readonly recommendationSections?: readonly RecommendationSection[]
  /** Below the list of them. */
  readonly recommendationListSections?: readonly RecommendationListSection[]
}
