import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { filterForm } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import { input } from '#platform/pages/components/input.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { paperCrumbs, paperNavigation } from '../frame/paper-frame.ts'
import { lookAtPaper } from '../rights/look-at-paper.ts'
import type { OpenPaper } from '../rights/open-paper.ts'
import { findReferences, referenceLine, type Reference } from './find-references.ts'

function search({ context, params, query }: StaffRequest): Promise<Outcome<{ opened: OpenPaper; found: Reference[] }>> {
  return lookAtPaper(context, params.paper, async (reader, opened) => ok({ opened, found: await findReferences(reader, (query.get('words') ?? '').slice(0, 200)) }))
}

/** Looks up a record and gives the line that refers to it, for those who write without a script. */
async function showReferences(request: StaffRequest): Promise<StaffAnswer> {
  const searched = await search(request)
  if (!searched.ok) return { kind: 'refused', refusal: searched.refusal }
  const { opened, found } = searched.value
  const words = request.query.get('words') ?? ''
  const rows = found.map((one) => [one.title, one.kind, html`<code>${referenceLine(one)}</code>`])
  const list =
    words !== '' &&
    (rows.length === 0 ? html`<p class="govuk-body">Nothing published here holds these words.</p>` : dataTable({ caption: 'Published here', columns: [{ heading: 'Record' }, { heading: 'Kind' }, { heading: 'Copy this into the text' }], rows }))
  const body = html`${paperNavigation(opened, 'none')}
${filterForm({ action: request.path, label: 'Find a record', submit: 'Search', fields: input({ name: 'words', label: { text: 'Words of a meeting, an item, a body or a rule' }, value: words }) })}${list}`
  return { kind: 'page', title: 'Refer to a record of this site', body, crumbs: paperCrumbs(opened) }
}

async function findForScript(request: StaffRequest): Promise<StaffAnswer> {
  const searched = await search(request)
  if (!searched.ok) return { kind: 'refused', refusal: searched.refusal }
  return { kind: 'data', body: searched.value.found.map((one) => ({ kind: one.kind, title: one.title, line: referenceLine(one) })) }
}

export const referencesPages: readonly StaffPage<MeetingsApp>[] = [
  { path: '/staff/papers/:paper/references', show: showReferences },
  { path: '/staff/papers/:paper/references/find', show: findForScript },
]
