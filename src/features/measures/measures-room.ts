import type { Room } from '#access/room.ts'
import type { BodySection } from '#features/bodies'
import type { LaterParts, MeetingsApp } from '#features/meetings'
import type { MinutesSection } from '#features/minutes'

/** A room of this feature: what it brings to the doors, and to the pages of meetings and bodies. */
export interface MeasuresRoom extends Room<MeetingsApp>, LaterParts {
  readonly bodySections?: readonly BodySection[]
  /** Below published minutes, on their page. */
  readonly minutesSections?: readonly MinutesSection[]
}
