import type { Fault, Outcome } from '#core/outcome.ts'
import { ok } from '#core/outcome.ts'
import { blocksToHtml } from '#platform/documents/blocks-to-html.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { reportHtml } from '../../pack/report-html.ts'
import { frameOf } from '../../record/report-parts.ts'
import type { PaperInWork } from '../../work/meeting-in-work.ts'
import { quotedList } from '../quoted/quoted-list.ts'
import { blocksOf, type WithQuoted } from '../readiness/report-readiness.ts'

/**
 * A paper as its readers will see it, with this text in place of the one that is kept: by the same reading and the same writing as the public page.
 * What the marks of figures in it refer to stands below. Refused with the faults of the text, each with its line.
 */
export function previewOf(paper: Pick<PaperInWork, 'id' | 'kind' | 'title' | 'frame' | 'parts' | 'pictures'> & WithQuoted, markdown: string, headingLevel: number): Outcome<Html> {
  const blocks = blocksOf(paper, markdown)
  if (!blocks.ok) return blocks
  const options = { headingLevel, idPrefix: 'preview-', fileAddress: ({ checksum }: { readonly checksum: string }) => `/staff/papers/${paper.id}/pictures/${checksum}` }
  const text = paper.frame === undefined ? html`<div class="gt-document">${blocksToHtml(blocks.value, options)}</div>` : reportHtml(frameOf(paper.title, paper.frame, paper.parts), blocks.value, options)
  return ok(html`${text}${quotedList(markdown, paper.quoted)}`)
}

/** Whoever has put these right sees the next. */
const mostFaults = 20

/** The first faults of a text, each leading to its line where the text is on the page, and how many more there are. */
export function textFaults(faults: readonly Fault[], isOnPage = true): Html | undefined {
  if (faults.length === 0) return undefined
  const items = faults.slice(0, mostFaults).map(({ row, message, found }) => {
    const line = isOnPage ? html`<a class="govuk-link" href="#markdown" data-line="${row}">Line ${row}</a>` : html`Line ${row}`
    const where = row !== undefined && html`${line}: `
    return html`<li>${where}${message}${found !== undefined && found !== '' && html` <span class="gt-quiet">(${found})</span>`}</li>`
  })
  return html`<div class="gt-text-faults"><p class="govuk-body"><strong>The text cannot be shown as it stands</strong></p><ul class="govuk-list govuk-list--bullet">${items}</ul>${faults.length > mostFaults && html`<p class="govuk-body">And ${faults.length - mostFaults} more.</p>`}</div>`
}
