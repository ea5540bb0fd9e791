import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import type { PartDrawing } from './part-drawing.ts'
import { row, rowNumber, rows } from './rows.ts'

/** A box for each clause of what the body is asked to do. */
export function recommendationFields({ typed, refusal, isLonger }: PartDrawing): Html {
  const clauses = typed.all('recommendation')
  const shown = clauses.length === 0 || isLonger === true ? [...clauses, ''] : clauses
  const boxes = shown.map((clause, index) =>
    row(
      index + 1,
      'clause',
      textarea({
        name: 'recommendation',
        id: `recommendation-${index + 1}`,
        label: { text: html`Clause ${rowNumber(index + 1)}` },
        value: clause,
        rows: 2,
        describedBy: 'recommendations-guidance',
        error: faultFor(refusal, `recommendation-${index + 1}`),
      }),
    ),
  )
  return html`<p class="govuk-body" id="recommendations-guidance">Members are asked to … Each clause completes that sentence: “note the progress made”.</p>${rows(boxes, 'Add a clause')}`
}
