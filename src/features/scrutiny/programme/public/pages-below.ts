import { formatDate } from '#core/date-words.ts'
import { parseDate } from '#core/dates.ts'
import { londonMoment } from '#core/london-time.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { csvFile } from '#platform/documents/tables/csv.ts'
import { workbookFile, workbookType } from '#platform/documents/tables/workbook.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { roleWithArticle } from '../model/when-words.ts'
import { yearInWords } from '../model/work-programme.ts'
import { publicChanges, type PublicChange } from '../store/read-programmes.ts'
import { criteriaTable } from './criteria-table.ts'
import { foundProgramme, noProgrammePublished, programmeCrumbs } from './programme-page.ts'
import { programmeTable } from './programme-table.ts'
import { programmeAddress } from './programme-view.ts'

const perPage = 50

/** `/bodies/{body}/work-programme/history`: every change, by whom and why. */
export async function historyPage(request: PublicRequest): Promise<Answer> {
  const found = await foundProgramme(request)
  if (found === undefined) return noProgrammePublished
  const { view, year } = found
  const { body, year: programmeYear } = view.programme
  const asked = request.query.get('before') ?? ''
  const before = /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : undefined
  const changes = await publicChanges(request.read, { body, year: programmeYear }, { limit: perPage + 1, ...(before === undefined ? {} : { before }) })
  const shown = changes.slice(0, perPage)
  const last = shown.at(-1)
  return {
    kind: 'page',
    title: `History of the work programme ${yearInWords(programmeYear)}: ${view.bodyName}`,
    crumbs: programmeCrumbs(view, true, year),
    body: html`${shown.length === 0 ? html`<p class="govuk-body">There are no changes here.</p>` : changeList(shown)}
${cursorPagination({
  label: 'More changes',
  previous: before === undefined ? undefined : { href: programmeAddress(body, { path: 'history', year }), label: 'The newest' },
  next: changes.length > perPage && last !== undefined ? { href: programmeAddress(body, { path: 'history', year, before: last.number }), label: 'Earlier' } : undefined,
})}`,
  }
}

/** The lines of a history. */
export function changeList(changes: readonly (PublicChange & { readonly byName?: string })[]): Html {
  return html`<ul class="govuk-list gt-programme">${changes.map(
    ({ at, issue, what, why, byRole, byName }) => html`<li class="gt-programme__entry"><p class="gt-programme__issue">${issue === undefined ? 'The programme' : userText(issue)}</p>
<p class="govuk-body">${userText(what)}${why === undefined || why === '' ? '' : html`. Reason: ${userText(why)}`}</p><p class="govuk-body-s">${dayOf(at)}, by ${byName === undefined ? roleWithArticle(byRole) : userText(byName)}</p></li>`,
  )}</ul>`
}

function dayOf(at: string): string {
  const day = parseDate(londonMoment(at).slice(0, 10))
  return day === undefined ? at : formatDate(day)
}

/** `/bodies/{body}/work-programme/criteria`: the topics side by side. */
export async function criteriaPage(request: PublicRequest): Promise<Answer> {
  const found = await foundProgramme(request)
  if (found === undefined) return noProgrammePublished
  const { view, year } = found
  return { kind: 'page', title: `Topics against the criteria, ${yearInWords(view.programme.year)}: ${view.bodyName}`, crumbs: programmeCrumbs(view, true, year), body: criteriaTable(view.programme) }
}

/** `/bodies/{body}/work-programme.csv` */
export async function programmeCsv(request: PublicRequest): Promise<Answer> {
  const found = await foundProgramme(request)
  if (found === undefined) return noProgrammePublished
  const { programme } = found.view
  return { kind: 'file', contentType: 'text/csv; charset=utf-8', body: csvFile(programmeTable(found.view)), filename: `work-programme-${programme.body}-${programme.year}.csv` }
}

/** `/bodies/{body}/work-programme.xlsx` */
export async function programmeWorkbook(request: PublicRequest): Promise<Answer> {
  const found = await foundProgramme(request)
  if (found === undefined) return noProgrammePublished
  const { programme } = found.view
  const body = workbookFile(`Work programme ${programme.year}`, programmeTable(found.view))
  return { kind: 'file', contentType: workbookType, body, filename: `work-programme-${programme.body}-${programme.year}.xlsx` }
}
