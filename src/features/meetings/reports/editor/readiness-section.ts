import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { details } from '#platform/pages/components/details.ts'
import { reportReadiness, type ReadinessFinding } from '../readiness/report-readiness.ts'
import type { EditorRecord } from './read-editor.ts'

/** What stands between the paper and its publication, each with the way to it. */
export function readinessSection({ opened, paper, template, standing }: EditorRecord): Html {
  const findings = reportReadiness(paper, { needed: template.clearances, clearances: standing.clearances })
  const heading = html`<h2 class="govuk-heading-m" id="readiness">Before it can be published</h2>`
  if (findings.length === 0) return html`${heading}${insetText({ text: 'Nothing is missing.' })}`
  const must = findings.filter(({ severity }) => severity === 'must').length
  const summary = must === 0 ? `Nothing is missing; ${findings.length} to look at` : `${must} to put right${findings.length > must ? `, ${findings.length - must} to look at` : ''}`
  const items = findings.map((finding) => html`<li>${finding.severity === 'must' ? statusTag('Must', 'bad') : statusTag('Should', 'caution')} ${opened.rights.write ? wayTo(finding, opened.id) : finding.message}</li>`)
  return html`${heading}${details({ summary, content: html`<ul class="govuk-list govuk-list--spaced">${items}</ul>`, attributes: { 'data-readiness': true } })}`
}

/** Whoever only reads has no field to go to. */
function wayTo(finding: ReadinessFinding, paper: string): Html {
  return html`<a class="govuk-link" href="${placeOf(finding, paper)}"${finding.line !== undefined && html` data-line="${finding.line}"`}>${finding.message}</a>`
}

function placeOf({ part, line }: ReadinessFinding, paper: string): string {
  if (part === 'clearance') return `/staff/papers/${paper}/clearance`
  if (part === 'title') return '#title'
  if (part === 'file') return `/staff/papers/${paper}/appendices`
  return line === undefined ? `#part-${part}` : '#markdown'
}
