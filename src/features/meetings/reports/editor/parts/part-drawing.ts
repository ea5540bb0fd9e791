import type { PostedForm } from '#access/staff/posted-form.ts'
import type { Refusal } from '#core/outcome.ts'
import type { Html } from '#platform/pages/html.ts'
import type { EditorRecord } from '../read-editor.ts'

/** What a part's form is drawn from: the fields as they are kept or as they were typed. */
export interface PartDrawing {
  readonly record: EditorRecord
  readonly typed: PostedForm
  readonly refusal?: Refusal
  /** One empty box more, which the reader asked for. */
  readonly isLonger?: boolean
  /** Whether the part is saved, said where its author looks: directly above what is written. */
  readonly state?: Html
}
