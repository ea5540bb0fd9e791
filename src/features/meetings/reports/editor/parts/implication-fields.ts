import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { input } from '#platform/pages/components/input.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { headingsStillToWrite } from '../../saving/suggested-implications.ts'
import type { PartDrawing } from './part-drawing.ts'
import { row, rowNumber, rows } from './rows.ts'

/** What follows from the report: those that are written, then those usually asked for. */
export function implicationFields({ typed, refusal, isLonger }: PartDrawing): Html {
  const texts = typed.all('implication-text')
  const written = typed.all('implication-heading').map((heading, index) => ({ heading, text: texts[index] ?? '' }))
  const suggested = headingsStillToWrite(written.map(({ heading }) => heading)).map((heading) => ({ heading, text: '' }))
  const shown = [...written, ...suggested, ...(isLonger === true ? [{ heading: '', text: '' }] : [])]
  const boxes = shown.map(({ heading, text }, index) =>
    row(
      index + 1,
      'implication',
      html`${input({
        name: 'implication-heading',
        id: `implication-heading-${index + 1}`,
        label: { text: html`Heading ${rowNumber(index + 1)}` },
        value: heading,
        error: faultFor(refusal, `implication-heading-${index + 1}`),
      })}${textarea({
        name: 'implication-text',
        id: `implication-text-${index + 1}`,
        label: { text: html`Text under heading ${rowNumber(index + 1)}` },
        value: text,
        rows: 3,
        error: faultFor(refusal, `implication-text-${index + 1}`),
      })}`,
    ),
  )
  return html`<p class="govuk-body">Plain text. A suggested heading whose text stays empty is left out of the report.</p>${rows(boxes, 'Add a heading')}`
}
