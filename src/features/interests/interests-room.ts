import type { Room } from '#access/room.ts'
import type { BodySection } from '#features/bodies'

/** A room of this feature: besides what every room brings, what it writes into the page of a body. */
export interface InterestsRoom<App> extends Room<App> {
  readonly bodySections?: readonly BodySection[]
}
