import type { Outcome } from '#core/outcome.ts'
import type { Edition } from '../../commentary/model/commentary.ts'
import type { ProtectedSheets } from '../../disclosure/protect-sheets.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import type { KeptRelease } from '../model/release-draft.ts'
import type { confirmedLast } from '../store/published-entries.ts'
import type { CommentaryOut, Release, ReleaseEntry } from '../release.ts'

/** All that a release is made of, read at one moment. */
export interface ReleaseMaterial {
  readonly kept: KeptRelease
  /** As they stand in the work, nothing hidden. */
  readonly sheets: readonly MeasureSheet[]
  /** The same with small numbers hidden, or why nothing can hide them any more. */
  readonly hidden: Outcome<ProtectedSheets>
  /** Signed commentary of the period, by measure. */
  readonly commentaries: ReadonlyMap<string, CommentaryOut>
  /** The same as it is kept, with drafts and with what a change of the figure has outlived. */
  readonly editions: ReadonlyMap<string, Edition>
  /** The body's release of the period before, as it was published last. */
  readonly before: readonly ReleaseEntry[]
  /** Each measure as it was published last, by whichever release. */
  readonly published: ReadonlyMap<string, ReleaseEntry>
  /** Where the owner of a measure last confirmed a period of it, by both. */
  readonly confirmed?: ReturnType<typeof confirmedLast>
  readonly asked: Release['asked']
}
