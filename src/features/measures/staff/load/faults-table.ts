import type { Fault, Refusal } from '#core/outcome.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'

/** More than anybody mends before trying again. */
const shownAtMost = 100

/** Fields of the form itself; every other field is a column of the file. */
const ofForm: readonly string[] = ['kind', 'file', 'mapping']

/** The refusal as the form says it: what is wrong in the file stands in a table of its own, and the summary leads to it. */
export function forForm(refusal: Refusal): Refusal {
  const inFile = faultsInFile(refusal)
  const own = refusal.faults.filter((fault) => !inFile.includes(fault))
  const told = inFile.length === 0 ? [] : [{ field: 'faults', message: inFile.length === 1 ? 'One thing in the file has to be mended. It is listed below.' : `${inFile.length} things in the file have to be mended. They are listed below.` }]
  return { ...refusal, faults: [...own, ...told] }
}

export function faultsInFile({ faults }: Refusal): readonly Fault[] {
  return faults.filter(({ file, row, field }) => file !== undefined || row !== undefined || (field !== undefined && !ofForm.includes(field)))
}

/** Row by row what was found, and what to do; two columns, so that a phone shows the whole of it. */
export function faultsTable(faults: readonly Fault[]): Html {
  const rest = faults.length - shownAtMost
  return html`<div id="faults" tabindex="-1">${dataTable({
    caption: 'What has to be mended in the file',
    columns: [{ heading: 'Where' }, { heading: 'What was found, and what to do' }],
    rows: faults.slice(0, shownAtMost).map((fault) => [place(fault), html`${fault.found !== undefined && fault.found !== '' && html`“${userText(fault.found)}” `}${fault.message}`]),
  })}${rest > 0 && html`<p class="govuk-body">And ${rest} more.</p>`}</div>`
}

/** "Row 3, value"; of a whole file its name. */
function place({ file, row, field }: Fault): Html {
  const where = row === undefined ? html`${userText(file ?? 'The file')}` : html`Row ${row}`
  return html`${where}${field !== undefined && field !== '' && html`, ${userText(field)}`}`
}
