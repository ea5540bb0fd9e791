import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { pointOf, type MeasureSheet } from '../../sheets/sheet.ts'

/** The footnote of the figure that is judged, on a line of its own; nothing where it has none. */
export function noteLine(sheet: MeasureSheet): Html | undefined {
  const note = pointOf(sheet)?.note
  return note === undefined ? undefined : html` <span class="gt-figure-note">Note: ${userText(note)}</span>`
}
