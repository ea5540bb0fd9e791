import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { button } from '#platform/pages/components/button.ts'
import { fileUpload } from '#platform/pages/components/file-upload.ts'
import { input } from '#platform/pages/components/input.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { paperInWork } from '../../work/read-work.ts'
import { paperCrumbs, paperNavigation, withheldNotice } from '../frame/paper-frame.ts'
import { paperPage } from '../frame/paper-page.ts'
import { lookAtPaper } from '../rights/look-at-paper.ts'
import type { OpenPaper } from '../rights/open-paper.ts'
import type { FiguresToAdd } from '../quoted/quoted-figures.ts'
import { addAppendix } from './add-appendix.ts'
import { addFigures } from './add-figures.ts'
import { appendicesOf, type AppendixInList } from './appendices-of.ts'
import { moveAppendix, removeAppendix } from './change-appendix.ts'
import { figuresForm } from './figures-form.ts'

interface AppendicesRecord {
  readonly opened: OpenPaper
  readonly appendices: readonly AppendixInList[]
  /** None where nothing keeps figures. */
  readonly figures?: readonly FiguresToAdd[] | undefined
}

function readAppendices({ context, params }: StaffRequest, { quotedFigures }: MeetingsApp): Promise<Outcome<AppendicesRecord>> {
  return lookAtPaper(context, params.paper, async (reader, opened) => ok({ opened, appendices: await appendicesOf(reader, opened.item.id), figures: await quotedFigures?.toAdd(reader) }))
}

async function showAppendices(request: StaffRequest, app: MeetingsApp, refusal?: Refusal): Promise<StaffAnswer> {
  const record = await readAppendices(request, app)
  if (!record.ok) return { kind: 'refused', refusal: record.refusal }
  const { opened, appendices, figures } = record.value
  const done = { moved: 'The appendix is moved.', removed: 'The appendix is removed.', added: 'The appendix is added.' }
  const body = html`${refusal === undefined ? doneBanner(request.query, done) : faultSummary(refusal)}${paperNavigation(opened, '/appendices')}${withheldNotice(opened)}
${appendices.length === 0 ? html`<p class="govuk-body">This report has no appendices.</p>` : appendixTable(request, record.value)}${opened.rights.write && html`${addForm(request, opened, refusal)}${figures !== undefined && figuresForm(request, opened.id, figures, refusal)}`}`
  return paperPage(opened, 'Appendices', body, refusal)
}

function appendixTable(request: StaffRequest, { opened, appendices }: AppendicesRecord): Html {
  const columns = [{ heading: 'Appendix' }, { heading: 'Text' }, { heading: 'File beside the pack' }, ...(opened.rights.write ? [{ heading: 'Change' }] : [])]
  const rows = appendices.map((one, index) => [
    html`<a class="govuk-link" href="/staff/papers/${one.id}">${one.title}</a>`,
    textState(one),
    one.attachment === undefined ? 'None' : html`<a class="govuk-link" href="/staff/papers/${one.id}/file" download>${one.attachment.name}</a> (${sizeInWords(one.attachment.bytes)})`,
    ...(opened.rights.write ? [deeds(request, opened, one, { isFirst: index === 0, isLast: index === appendices.length - 1 })] : []),
  ])
  return dataTable({ caption: 'Appendices in their order', columns, rows })
}

function textState({ hasText, attachment, note }: AppendixInList): Piece {
  if (hasText) return attachment === undefined ? statusTag('Written', 'good') : statusTag('There: check it', 'caution')
  if (attachment !== undefined) return statusTag('Must be written', 'bad')
  return note === undefined ? statusTag('Not begun', 'neutral') : note
}

function deeds({ session }: StaffRequest, { id }: OpenPaper, { id: appendix, title }: AppendixInList, place: { readonly isFirst: boolean; readonly isLast: boolean }): Html {
  const deed = (word: string, text: string) =>
    actionButton({ action: `/staff/papers/${id}/appendices/change`, token: session.formToken, text, about: title, fields: { do: word, appendix }, kind: 'secondary' })
  return html`${!place.isFirst && deed('up', 'Move up')}${!place.isLast && deed('down', 'Move down')}${deed('remove', 'Remove')}`
}

function addForm({ session, form }: StaffRequest, { id }: OpenPaper, refusal?: Refusal): Html {
  return html`<h2 class="govuk-heading-m">Add an appendix</h2>
<p class="govuk-body">Write it here, or choose a file. The text of a Word document, and what can be read of a PDF or a workbook, is shown to you to be checked.</p>
<form method="post" action="/staff/papers/${id}/appendices" enctype="multipart/form-data" novalidate>${csrfInput(session.formToken)}
${input({ name: 'title', label: { text: 'Title' }, hint: { text: 'As the agenda names it: “Appendix 1: The plan”. With a file you may leave it empty.' }, value: form.text('title'), error: faultFor(refusal, 'title') })}
${input({ name: 'alternative', label: { text: 'If it is a picture: what it shows' }, value: form.text('alternative'), error: faultFor(refusal, 'alternative') })}
${fileUpload({ name: 'file', label: { text: 'File (none, if you write the appendix here)' }, hint: { text: 'Word, PDF, Excel, PowerPoint, OpenDocument, CSV, plain text, PNG, JPEG or SVG, up to 50 MB' }, error: faultFor(refusal, 'file') })}
${button({ text: 'Add the appendix', preventDoubleClick: true })}</form>`
}

async function add(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const { context, params, form } = request
  const added = await addAppendix(context, app.files, { report: params.paper ?? '', title: form.text('title'), file: form.file('file'), alternative: form.text('alternative'), at: app.now() })
  if (!added.ok) return showAppendices(request, app, added.refusal)
  const { paper, wordImport, found } = added.value
  return { kind: 'moved', to: wordImport === undefined ? `/staff/papers/${paper}?done=added${found.map((finding) => `&found=${finding}`).join('')}` : `/staff/papers/${paper}/import/${wordImport}` }
}

async function addTheFigures(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const { context, params, form } = request
  const added = await addFigures(context, app.quotedFigures, { report: params.paper ?? '', mark: form.text('figures'), title: form.text('figures-title'), at: app.now() })
  return added.ok ? { kind: 'moved', to: `/staff/papers/${added.value.paper}?done=added` } : showAppendices(request, app, added.refusal)
}

async function change(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const { context, params, form } = request
  const [appendix, word] = [form.text('appendix'), form.text('do')]
  const at = app.now()
  const address = `/staff/papers/${params.paper ?? ''}/appendices`
  if (word === 'remove' && form.text('sure') !== 'yes') return askBeforeRemoving(request, app, appendix)
  const changed = word === 'remove' ? await removeAppendix(context, { appendix, at }) : await moveAppendix(context, { appendix, way: word === 'up' ? 'up' : 'down', at })
  return changed.ok ? { kind: 'moved', to: `${address}?done=${word === 'remove' ? 'removed' : 'moved'}` } : showAppendices(request, app, changed.refusal)
}

async function askBeforeRemoving(request: StaffRequest, app: MeetingsApp, appendix: string): Promise<StaffAnswer> {
  const record = await readAppendices(request, app)
  if (!record.ok) return { kind: 'refused', refusal: record.refusal }
  const { opened, appendices } = record.value
  const one = appendices.find(({ id }) => id === appendix)
  if (one === undefined) return { kind: 'refused', refusal: refuse('not-found', 'This appendix is gone already.').refusal }
  const address = `/staff/papers/${opened.id}/appendices`
  const remove = actionButton({ action: `${address}/change`, token: request.session.formToken, text: 'Remove the appendix', fields: { do: 'remove', appendix, sure: 'yes' }, kind: 'warning' })
  const body = html`<p class="govuk-body">“${one.title}” goes with its text, its pictures and its history. What is published of it stays published.</p>
<div class="govuk-button-group">${remove}<a class="govuk-link" href="${address}">Keep it</a></div>`
  return { kind: 'page', title: 'Remove this appendix?', body, crumbs: paperCrumbs(opened) }
}

/** The file beside the pack, for those who may read the paper. */
async function attachedFile(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const { context, params } = request
  const attachment = await lookAtPaper(context, params.paper, async (reader, opened) => ok((await paperInWork(reader, opened.id))?.attachment))
  if (!attachment.ok) return { kind: 'refused', refusal: attachment.refusal }
  const bytes = attachment.value && (await app.files.get(attachment.value.checksum))
  if (attachment.value === undefined || bytes === undefined) return { kind: 'refused', refusal: refuse('not-found', 'This paper has no file beside it.').refusal }
  return { kind: 'file', contentType: attachment.value.mediaType, body: bytes, filename: attachment.value.name }
}

function sizeInWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

export const appendicesPages: readonly StaffPage<MeetingsApp>[] = [
  { path: '/staff/papers/:paper/appendices', show: (request, app) => showAppendices(request, app), submit: add, largestUpload: 50 * 1024 * 1024 },
  { path: '/staff/papers/:paper/appendices/change', show: (request, app) => showAppendices(request, app), submit: change },
  { path: '/staff/papers/:paper/appendices/figures', show: (request, app) => showAppendices(request, app), submit: addTheFigures },
  { path: '/staff/papers/:paper/file', show: attachedFile },
]
