import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { details } from '#platform/pages/components/details.ts'
import type { ReadinessFinding } from '../readiness/report-readiness.ts'
import { whatIsMissing } from '../readiness/what-is-missing.ts'
import type { EditorRecord } from './read-editor.ts'

/** What must be put right comes first; whoever has done it sees the next. */
const mostShown = 30

/** What stands between the paper and its publication, each with the way to it; the script of the editor puts it in anew after each save. */
export function readinessSection(record: EditorRecord): Html {
  return html`<h2 class="govuk-heading-m" id="readiness">Before it can be published</h2><div data-readiness>${readinessList(record)}</div>`
}

function readinessList({ opened, findings }: EditorRecord): Html {
  if (findings.length === 0) return insetText({ text: whatIsMissing(findings) })
  const look = findings.filter(({ severity }) => severity === 'should').length
  const summary = html`${whatIsMissing(findings)}${look > 0 && ` ${look} to look at.`}`
  const more = findings.length - mostShown
  const items = findings.slice(0, mostShown).map((finding) => html`<li>${finding.severity === 'must' ? statusTag('Must', 'bad') : statusTag('Should', 'caution')} ${opened.rights.write ? wayTo(finding, opened.id) : finding.message}</li>`)
  return details({ summary, content: html`<ul class="govuk-list govuk-list--spaced">${items}</ul>${more > 0 && html`<p class="govuk-body">And ${more} more.</p>`}` })
}

/** What a save may have changed beside the part: the list of what is missing, and how many things those are. */
export function adviceOf(record: EditorRecord): { readonly readiness: string; readonly missing: string } {
  return { readiness: String(readinessList(record)), missing: whatIsMissing(record.findings) }
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
