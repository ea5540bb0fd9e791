import type { StaffRequest } from '#access/staff/staff-page.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { AppendixFinding } from '../appendices/read-appendix-file.ts'
import type { EditorRecord } from './read-editor.ts'

const findingWords: Readonly<Record<AppendixFinding, string>> = {
  'without-text': 'No text could be read of the file: perhaps it was scanned. Write below what it says, for readers who cannot use it.',
  'not-tagged': 'The PDF is not tagged, so that a screen reader finds neither its headings nor its tables. Such readers have the text below: check its order, its headings and its tables.',
  'with-remarks': 'Remarks or form fields stand in the PDF, and readers will see them. Take them out and add the file again if they should not.',
  'with-hidden-sheets': 'The workbook has hidden sheets. They are not in the text below, but readers of the file can open them: take them out and add the file again if they should not.',
  cut: 'The file holds more than was read. Write below what is missing.',
}

/** The file that is kept beside the pack, above the text that says the same; once it was added, with what was found in it. */
export function attachmentLine({ query }: StaffRequest, { paper }: EditorRecord): Html | undefined {
  if (paper.attachment === undefined) return undefined
  const given = query.getAll('found')
  const found = Object.entries(findingWords).flatMap(([finding, words]) => (given.includes(finding) ? [html`<li>${words}</li>`] : []))
  const line = html`<p class="govuk-body">The file <a class="govuk-link" href="/staff/papers/${paper.id}/file" download>${paper.attachment.name}</a> is kept beside the pack. The text below says the same for readers who cannot use it: check it.</p>`
  return html`${line}${found.length > 0 && insetText({ text: html`<ul class="govuk-list govuk-list--spaced">${found}</ul>` })}`
}
