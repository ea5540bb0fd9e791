import type { KnownPerson } from '#access/people.ts'
import { nameWithRoles } from '#access/role-words.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { ok, type Outcome, type Refusal } from '#core/outcome.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { button } from '#platform/pages/components/button.ts'
import { select } from '#platform/pages/components/select.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { momentInWords } from '../frame/moment-words.ts'
import { paperNavigation, withheldNotice } from '../frame/paper-frame.ts'
import { paperPage } from '../frame/paper-page.ts'
import { lookAtPaper } from '../rights/look-at-paper.ts'
import type { OpenPaper } from '../rights/open-paper.ts'
import { colleaguesWho } from './colleagues.ts'
import { endSharing, shareReport, writersOf } from './share-report.ts'
import { mailWaits } from '../../record/mail-words.ts'

interface SharingRecord {
  readonly opened: OpenPaper
  readonly writers: Awaited<ReturnType<typeof writersOf>>
  readonly people: readonly KnownPerson[]
}

function readSharing({ context, params }: StaffRequest): Promise<Outcome<SharingRecord>> {
  return lookAtPaper(context, params.paper, async (reader, opened) => ok({ opened, writers: await writersOf(reader, opened.id), people: await colleaguesWho(reader, context, 'reports.write') }))
}

const done = { shared: `The report is shared. ${mailWaits('your colleague')}`, ended: 'The report is no longer shared with them.' }

async function showSharing(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const record = await readSharing(request)
  if (!record.ok) return { kind: 'refused', refusal: record.refusal }
  const { opened, writers, people } = record.value
  const author = people.find(({ person }) => person === opened.item.author)
  const body = html`${refusal === undefined ? doneBanner(request.query, done) : faultSummary(refusal)}${paperNavigation(opened, '/sharing')}${withheldNotice(opened)}
<p class="govuk-body">${author === undefined ? 'No author is named on the agenda; scrutiny officers can write in the report.' : html`The author is ${author.name}. Scrutiny officers can write in it too.`}</p>
${writers.length === 0 ? html`<p class="govuk-body">It is shared with nobody else.</p>` : writerTable(request, record.value)}${opened.rights.manage && shareForm(request, record.value, refusal)}`
  return paperPage(opened, 'Sharing', body, refusal)
}

function writerTable({ session, now }: StaffRequest, { opened, writers }: SharingRecord): Html {
  const rows = writers.map(({ person, name, shared_by, shared_at }) => [
    name,
    `${shared_by}, ${momentInWords(shared_at, now)}`,
    ...(opened.rights.manage ? [actionButton({ action: `/staff/papers/${opened.id}/sharing`, token: session.formToken, text: 'End', about: `sharing with ${name}`, fields: { do: 'end', person }, kind: 'secondary' })] : []),
  ])
  return dataTable({ caption: 'Who else can write in it', columns: [{ heading: 'Name' }, { heading: 'Shared by' }, ...(opened.rights.manage ? [{ heading: 'Change' }] : [])], rows })
}

function shareForm({ session, form }: StaffRequest, { opened, writers, people }: SharingRecord, refusal?: Refusal): Html {
  const taken = new Set<string>([...writers.map(({ person }) => person), ...(opened.item.author === undefined ? [] : [opened.item.author])])
  const items = [{ text: 'Choose a colleague', value: '' }, ...people.filter(({ person, roles }) => !taken.has(person) && !roles.includes('officer')).map((colleague) => ({ text: nameWithRoles(colleague), value: colleague.person }))]
  return html`<h2 class="govuk-heading-m">Share it with a colleague</h2>
<form method="post" action="/staff/papers/${opened.id}/sharing" novalidate>${csrfInput(session.formToken)}<input type="hidden" name="do" value="share">
${select({ name: 'person', label: { text: 'Colleague' }, hint: { text: 'They can read the report with its appendices, write in it and comment on it' }, items, value: form.text('person'), error: faultFor(refusal, 'person') })}
${button({ text: 'Share', preventDoubleClick: true })}</form>`
}

async function changeSharing(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const { context, params, form, origin } = request
  const [paper, person] = [params.paper ?? '', form.text('person')]
  const isEnd = form.text('do') === 'end'
  const changed = isEnd ? await endSharing(context, { paper, person }) : await shareReport(context, { paper, person, at: app.now(), origin })
  return changed.ok ? { kind: 'moved', to: `/staff/papers/${paper}/sharing?done=${isEnd ? 'ended' : 'shared'}` } : showSharing(request, changed.refusal)
}

export const sharingPages: readonly StaffPage<MeetingsApp>[] = [{ path: '/staff/papers/:paper/sharing', show: (request) => showSharing(request), submit: changeSharing }]
