import type { Block } from '#platform/documents/blocks.ts'
import { blocksToHtml, type HtmlOptions } from '#platform/documents/blocks-to-html.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { ReportFrame } from '../record/report-file.ts'
import { reportBlocks } from './report-blocks.ts'

/** A report in its standard frame as HTML, the same parts in the same order as in the pack. Its title is the page's own heading. */
export function reportHtml(frame: ReportFrame, body: readonly Block[], options: HtmlOptions): Html {
  return html`<div class="gt-document">${blocksToHtml(reportBlocks(frame, body), options)}</div>`
}
