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
  /** The version that stood when it was asked for; 0 where none did. */
  readonly standing: number
  /** The papers whose changes are left out, by their parts of an address. */
  readonly leave?: readonly string[]
}
