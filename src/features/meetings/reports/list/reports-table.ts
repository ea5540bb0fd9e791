import { formatDate } from '#core/date-words.ts'
import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { userText } from '#platform/pages/text.ts'
import { latenessOf } from '../../agenda/lateness.ts'
import { clearanceName } from '../clearance/clearance-words.ts'
import { isAwaited, returnsOf } from '../frame/awaited.ts'
import { dueDates } from '../frame/due-dates.ts'
import { clearanceTag, stateTag } from '../frame/state-tag.ts'
import type { ListedReport } from './reports-for.ts'

/** Reports with how far they have come, by when the next step is due and how late it is. */
export function reportsTable(caption: string, reports: readonly ListedReport[], today: LocalDate): Html {
  const table = dataTable({
    caption,
    captionSize: 'm',
    columns: [{ heading: 'Report' }, ...headings.map((heading) => ({ heading }))],
    rows: reports.map((report) => [name(report), ...cellsOf(report, today).map((cell, index) => named(headings[index] ?? '', cell))]),
  })
  return html`<div class="gt-reports">${table}</div>`
}

const headings = ['Meeting', 'State', 'Next step', 'Clearance'] as const

function cellsOf(report: ListedReport, today: LocalDate): Piece[] {
  return [`${report.bodyName}, ${formatDate(report.meeting.date)}, item ${report.item}`, state(report), step(report, today), clearances(report)]
}

/** On a narrow screen the cells of a report stand below each other, each under its own name. */
function named(heading: string, cell: Piece): Html {
  return html`<span class="gt-reports__name" aria-hidden="true">${heading}</span>${cell}`
}

function isPublished({ agenda, standing }: ListedReport): boolean {
  return !isAwaited(agenda, standing)
}

/** What came back says so with its note, for the author alone. */
function state(report: ListedReport): Html {
  const { agenda } = report
  const returns = report.isMine && !agenda.isWithdrawn ? returnsOf(report.standing) : []
  if (returns.length === 0) return stateTag(report.standing.state, { isPublished: isPublished(report), isToFollow: agenda.toFollow, isWithdrawn: agenda.isWithdrawn })
  return html`${statusTag('Returned', 'caution')}${returns.map(({ by, note }) => html` Returned by ${userText(by)}: ${userText(shortened(note))}`)}`
}

const longestNote = 200

function shortened(note: string): string {
  return note.length > longestNote ? `${note.slice(0, longestNote)}…` : note
}

function name({ id, title, isWithheld, standing, toClear }: ListedReport): Html {
  const comments = standing.openComments === 0 ? '' : standing.openComments === 1 ? '1 open comment' : `${standing.openComments} open comments`
  return html`<a class="govuk-link" href="/staff/papers/${id}">${title}</a>${isWithheld && html` ${statusTag('Not for publication', 'withheld')}`}${comments !== '' && html`<br><span class="gt-quiet">${comments}</span>`}${toClear.map((kind) => html`<br><a class="govuk-link" href="/staff/papers/${id}/clearance#your-answer-${kind}">Answer for ${clearanceName(kind).toLowerCase()} clearance<span class="govuk-visually-hidden"> of ${title}</span></a>`)}`
}

function step(report: ListedReport, today: LocalDate): Piece {
  const { agenda, meeting, template, standing, commissionedOn, draftBy } = report
  if (isPublished(report)) return 'None'
  if (returnsOf(standing).length > 0) return 'Put it right and hand it in again'
  if (meeting.date < today) return 'None: the meeting is over'
  if (agenda.status !== 'planned') return standing.state === 'handed-in' ? 'An officer publishes it as a supplement' : 'To follow: write it and hand it in'
  const due = dueDates(meeting, template, draftBy)
  if (due === undefined) return 'Not known: bank holidays of that year are not published'
  const { isPast, words, meaning } = latenessOf({ standing, clearances: template.clearances, isToFollow: agenda.toFollow, ...given('commissionedOn', commissionedOn) }, due, today)
  return statusTag(isPast === true ? 'Its timetable was over when it was asked for: agree new days' : words, meaning)
}

function clearances({ standing, template }: ListedReport): Piece {
  const missing = template.clearances.filter((kind) => !standing.clearances.some((one) => one.kind === kind))
  const lines = [...standing.clearances.map((one) => html`<li>${clearanceName(one.kind)} ${clearanceTag(one)}</li>`), ...missing.map((kind) => html`<li>${clearanceName(kind)} ${statusTag('To be asked', 'neutral')}</li>`)]
  return lines.length === 0 ? 'None needed' : html`<ul class="govuk-list">${lines}</ul>`
}
