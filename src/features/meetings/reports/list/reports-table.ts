import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { clearanceName } from '../clearance/clearance-words.ts'
import { dueDates, lateness, nextStep } from '../frame/due-dates.ts'
import { clearanceTag, stateTag } from '../frame/state-tag.ts'
import type { ListedReport } from './reports-for.ts'

/** Reports with how far they have come, by when the next step is due and how late it is. */
export function reportsTable(caption: string, reports: readonly ListedReport[], today: LocalDate): Html {
  return dataTable({
    caption,
    captionSize: 'm',
    columns: [{ heading: 'Report' }, { heading: 'Meeting' }, { heading: 'State' }, { heading: 'Next step' }, { heading: 'Clearance' }],
    rows: reports.map((report) => [name(report), `${report.bodyName}, ${formatDate(report.meeting.date)}, item ${report.item}`, stateTag(report.standing.state, report.meeting.status !== 'planned'), step(report, today), clearances(report)]),
  })
}

function name({ id, title, isWithheld, standing }: ListedReport): Html {
  const comments = standing.openComments === 0 ? '' : standing.openComments === 1 ? '1 open comment' : `${standing.openComments} open comments`
  return html`<a class="govuk-link" href="/staff/papers/${id}">${title}</a>${isWithheld && html` ${statusTag('Not for publication', 'withheld')}`}${comments !== '' && html`<br><span class="gt-quiet">${comments}</span>`}`
}

function step(report: ListedReport, today: LocalDate): Piece {
  const { meeting, template, standing } = report
  if (meeting.status !== 'planned') return standing.state === 'not-begun' ? 'To follow: write it now' : 'None'
  const due = dueDates(meeting, template)
  if (due === undefined) return 'Not known: bank holidays of that year are not published'
  const next = nextStep(due, standing)
  const late = next.due < today && html` ${statusTag(lateness(next.due, today), 'bad')}`
  return html`${next.what} by ${formatDate(next.due)}${late === false ? html` <span class="gt-quiet">(${lateness(next.due, today)})</span>` : late}`
}

function clearances({ standing, template }: ListedReport): Piece {
  const missing = template.clearances.filter((kind) => !standing.clearances.some((one) => one.kind === kind))
  const lines = [...standing.clearances.map((one) => html`<li>${clearanceName(one.kind)} ${clearanceTag(one)}</li>`), ...missing.map((kind) => html`<li>${clearanceName(kind)} ${statusTag('To be asked', 'neutral')}</li>`)]
  return lines.length === 0 ? 'None needed' : html`<ul class="govuk-list">${lines}</ul>`
}
