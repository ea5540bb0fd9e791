import type { StaffRequest } from '#access/staff/staff-page.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { findingWords } from '../appendices/finding-words.ts'
import type { EditorRecord } from './read-editor.ts'

/** The file that is kept beside the pack, above the text that says the same; once it was added, with what was found in it. */
export function attachmentLine({ query }: StaffRequest, { paper }: EditorRecord): Html | undefined {
  const given = query.getAll('found')
  const found = Object.entries(findingWords).flatMap(([finding, words]) => (given.includes(finding) ? [html`<li>${words}</li>`] : []))
  const line = paper.attachment !== undefined && html`<p class="govuk-body">The file <a class="govuk-link" href="/staff/papers/${paper.id}/file" download>${paper.attachment.name}</a> is kept beside the pack. The text below says the same for readers who cannot use it: check it.</p>`
  return html`${line}${found.length > 0 && insetText({ text: html`<ul class="govuk-list govuk-list--spaced">${found}</ul>` })}`
}
