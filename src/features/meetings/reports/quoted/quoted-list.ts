import { marksIn, type QuotedMarks } from '#platform/documents/quoted.ts'
import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'

/** To what the marks of a text refer, for its writer: readers see the figures alone. */
export function quotedList(markdown: string, quoted: QuotedMarks = new Map()): Html | undefined {
  const marks = marksIn(markdown).flatMap((mark) => {
    const found = quoted.get(mark)
    return found === undefined || found.kind === 'unknown' ? [] : [{ mark, about: found.about }]
  })
  if (marks.length === 0) return undefined
  const content = html`<ul class="govuk-list govuk-list--bullet">${marks.map(({ mark, about }) => html`<li><code>[[${mark}]]</code>: ${about}</li>`)}</ul>`
  return details({ summary: 'What the figures in this text refer to', content })
}
