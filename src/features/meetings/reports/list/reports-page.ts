import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import { addDays } from '#core/dates.ts'
import { ok } from '#core/outcome.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { returnsOf, waitsForAuthor } from '../frame/awaited.ts'
import { reportsFor, type ListedReport } from './reports-for.ts'
import { reportsTable } from './reports-table.ts'

/** Reports of meetings that were held stay on the list for so many days. */
const daysAfter = 14

function readReports({ context, today }: StaffRequest) {
  return look(context, { verb: 'reports.read', subject: { kind: 'reports', id: 'mine' } }, async (reader) => ok(await reportsFor(reader, context.actor, addDays(today, -daysAfter))))
}

interface Lists {
  readonly toClear: readonly ListedReport[]
  readonly returned: readonly ListedReport[]
  readonly mine: readonly ListedReport[]
  readonly cleared: readonly ListedReport[]
  readonly commented: readonly ListedReport[]
  readonly others: readonly ListedReport[]
}

/** Each report once, under what matters most of it to the reader. */
function listsOf(reports: readonly ListedReport[]): Lists {
  const toClear = reports.filter((one) => one.toClear.length > 0)
  const own = reports.filter((one) => one.isMine && one.toClear.length === 0)
  const returned = own.filter(({ agenda, standing }) => !agenda.isWithdrawn && returnsOf(standing).length > 0)
  const mine = own.filter((one) => !returned.includes(one))
  const rest = reports.filter((one) => !one.isMine && one.toClear.length === 0)
  const cleared = rest.filter((one) => one.wasAsked)
  const commented = rest.filter((one) => !one.wasAsked && one.hasCommented)
  return { returned, toClear, mine, cleared, commented, others: rest.filter((one) => !one.wasAsked && !one.hasCommented) }
}

async function showReports(request: StaffRequest): Promise<StaffAnswer> {
  const reports = await readReports(request)
  if (!reports.ok) return { kind: 'refused', refusal: reports.refusal }
  const { returned, toClear, mine, cleared, commented, others } = listsOf(reports.value)
  const part = (caption: string, those: readonly ListedReport[]): Html | undefined => (those.length === 0 ? undefined : reportsTable(caption, those, request.today))
  const body = html`${reports.value.length === 0 && html`<p class="govuk-body">No report of a coming meeting is yours to write or to clear. One that is stands here.</p>`}
${part('Returned to you', returned)}${part('Waiting for your clearance', toClear)}${part('Yours to write', mine)}${part('You were asked to clear', cleared)}${part('You commented on', commented)}${part('Other reports of coming meetings', others)}`
  return { kind: 'page', title: 'My reports', body, crumbs: [{ text: 'Meetings', href: '/staff/meetings' }] }
}

/** What waits for a person, for "Your work". */
export const reportsSection: StaffSection<MeetingsApp> = async (request) => {
  if (!request.context.may(request.session.actor, 'reports.read')) return undefined
  const reports = await readReports(request)
  if (!reports.ok) return undefined
  const { returned, toClear, mine } = listsOf(reports.value)
  const unfinished = mine.filter(({ agenda, meeting, standing }) => meeting.date >= request.today && waitsForAuthor(agenda, standing))
  const all = html`<p class="govuk-body"><a class="govuk-link" href="/staff/reports">All your reports</a></p>`
  if (returned.length === 0 && toClear.length === 0 && unfinished.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">Reports</h2>
${returned.length > 0 && reportsTable('Reports returned to you', returned.slice(0, shownAtHome), request.today)}${toClear.length > 0 && reportsTable('Reports that wait for your clearance', toClear.slice(0, shownAtHome), request.today)}${unfinished.length > 0 && reportsTable('Reports for you to write', unfinished.slice(0, shownAtHome), request.today)}${all}`
}

const shownAtHome = 6

export const reportListPages: readonly StaffPage<MeetingsApp>[] = [{ path: '/staff/reports', show: showReports }]
