import { ok, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { details } from '#platform/pages/components/details.ts'
import { fileUpload } from '#platform/pages/components/file-upload.ts'
import { notificationBanner } from '#platform/pages/components/notification-banner.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead, link } from '#platform/pages/text.ts'
import type { MeetingsApp } from '#features/meetings'
import { capital } from '../../measure-pages/measure-words.ts'
import { lastLoads } from '../../observations/loading/keep-findings.ts'
import { loadAddress, loadFiguresPath, measuresCrumb, measuresPath } from '../addresses.ts'
import { faultsInFile, faultsTable, forForm } from './faults-table.ts'
import { figureWords, findingsSection } from './findings-section.ts'
import { lastLoadsSection } from './kept-page.ts'
import { loadKinds } from './kinds.ts'
import { largerFiles, loadUpload, mostMegabytes, type LoadedUpload } from './load-upload.ts'

/** What the door lets through, so that a file that is somewhat too large is told so at its field. */
const largestUpload = 3 * mostMegabytes * 1024 * 1024

/** So many loads are in sight; those before them are on further pages. */
const shownLast = 10

const refusedHere: Partial<Record<Refusal['kind'], 400 | 409>> = { invalid: 400, conflict: 409 }

/** `/staff/measures/load`: figures from a file, loaded whole or not at all. What came of it is answered at once, and what is worth a look is kept with the load; the same file sent again changes nothing. */
export const loadPage: StaffPage<MeetingsApp> = {
  path: loadFiguresPath,
  largestUpload,
  show: (request) => show(request),
  submit: async (request, app) => {
    const loaded = await loadUpload(request.context, request.form, () => app.now())
    return loaded.ok ? cameOf(request, loaded.value) : show(request, loaded.refusal)
  },
}

async function show(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const { context } = request
  const status = refusal === undefined ? undefined : refusedHere[refusal.kind]
  if (refusal !== undefined && status === undefined) return { kind: 'refused', refusal }
  const after = request.query.get('after') ?? undefined
  const last = await look(context, { verb: 'observations.import', subject: { kind: 'measures', id: 'load' } }, async (reader) => ok(await lastLoads(reader, { after, limit: shownLast + 1 })))
  if (!last.ok) return { kind: 'refused', refusal: last.refusal }
  const inFile = refusal === undefined ? [] : faultsInFile(refusal)
  const shown = refusal && forForm(refusal)
  return {
    kind: 'page',
    title: 'Load figures from a file',
    crumbs: [measuresCrumb],
    body: html`${shown && faultSummary(shown)}${lead('A file is loaded whole or not at all. Nothing that stands is overwritten: a figure that is another than the final one is taken only as revised, with a reason.')}
${inFile.length > 0 && faultsTable(inFile)}${form(request, shown)}${lastLoadsSection(last.value.slice(0, shownLast), { isFurther: after !== undefined, hasMore: last.value.length > shownLast })}`,
    ...(status === undefined ? {} : { status, hasFaults: true as const }),
  }
}

function form({ context, session, form: typed }: StaffRequest, refusal: Refusal | undefined): Html {
  const kinds = Object.entries(loadKinds).filter(([, { verb }]) => context.may(context.actor, verb))
  return html`<form method="post" action="${loadFiguresPath}" enctype="multipart/form-data" novalidate>${csrfInput(session.formToken)}
${radios({
  name: 'kind',
  fieldset: { legend: { text: 'What the file holds', classes: 'govuk-fieldset__legend--s' } },
  value: typed.has('kind') ? typed.text('kind') : 'observations',
  items: kinds.map(([value, { name, hint }]) => ({ value, text: name, hint: { text: hint } })),
  error: faultFor(refusal, 'kind'),
})}
${fileUpload({ name: 'file', label: { text: 'The file with the figures' }, hint: { text: `CSV in UTF-8 (in Excel “CSV UTF-8”), up to ${mostMegabytes} MB. ${largerFiles('observations')}` }, attributes: { accept: '.csv' }, error: faultFor(refusal, 'file') })}
${fileUpload({ name: 'mapping', label: { text: 'Of figures that others publish: the file that says which are which measure' }, hint: { text: 'YAML (a text file), as shown below. For every other kind leave it empty.' }, attributes: { accept: '.yaml,.yml' }, error: faultFor(refusal, 'mapping') })}
${details({ summary: 'What such files look like', content: html`${kinds.map(([, { name, hasMapping, example }]) => html`<h2 class="govuk-heading-s">${name}${hasMapping && ': the second file'}</h2><pre class="gt-typed"><code>${example}</code></pre>`)}` })}
<div class="govuk-button-group">${button({ text: 'Load the file', preventDoubleClick: true })}${link(measuresPath, 'Cancel')}</div></form>`
}

async function cameOf({ context }: StaffRequest, { kind, summary, findings, load }: LoadedUpload): Promise<StaffAnswer> {
  const words = await look(context, { verb: loadKinds[kind].verb, subject: { kind: 'measures', id: 'load' } }, async (reader) => ok(await figureWords(reader)))
  if (!words.ok) return { kind: 'refused', refusal: words.refusal }
  const rows = Object.entries(summary).map(([what, count]) => ({ key: capital(what), value: count.toLocaleString('en-GB') }))
  const isSame = summary['new figures'] === 0 && summary['revisions'] === 0
  return {
    kind: 'page',
    title: 'What came of the file',
    crumbs: [measuresCrumb, { text: 'Load figures from a file', href: loadFiguresPath }],
    body: html`${notificationBanner({ type: 'success', content: html`<p class="govuk-notification-banner__heading">${isSame ? 'Everything in the file stands already. Nothing was changed.' : 'The file is loaded.'}</p>` })}
${summaryList({ rows: [{ key: 'What was loaded', value: loadKinds[kind].name }, ...rows] })}
${findingsSection(findings, words.value)}${findings.length > 0 && load !== undefined && html`<p class="govuk-body">This list is kept with the load: ${link(loadAddress(load), 'what came of it')}.</p>`}
<p class="govuk-body">${link(measuresPath, 'To the measures')} · ${link(loadFiguresPath, 'Load another file')}</p>`,
  }
}
