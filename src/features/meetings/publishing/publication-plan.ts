import type { PublicationKind } from './changes-since.ts'

/** What somebody asked to be published, as they saw it. */
export interface PublicationPlan {
  readonly kind: PublicationKind
  /** What the version corrects, or what a supplement is for. */
  readonly note?: string
  /** The chair's reason where the agenda is published late. */
  readonly lateReason?: string
  /** The chair's reasons for late items, by the item's number. */
  readonly itemReasons: Readonly<Record<string, string>>
  /** The meeting as it was seen: anything that changed since stops the publication. */
  readonly seen: MeetingAsSeen
}

interface MeetingAsSeen {
  readonly revision: number
  /** When its texts were last changed, as an instant. */
  readonly editedAt: string | null
}
