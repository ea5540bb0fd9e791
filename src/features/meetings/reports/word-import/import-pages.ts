import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { button } from '#platform/pages/components/button.ts'
import { fileUpload } from '#platform/pages/components/file-upload.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { paperInWork } from '../../work/read-work.ts'
import { paperNavigation } from '../frame/paper-frame.ts'
import { paperPage } from '../frame/paper-page.ts'
import { lookAtPaper } from '../rights/look-at-paper.ts'
import type { OpenPaper } from '../rights/open-paper.ts'
import { importResult, type ImportRecord } from './import-result.ts'
import { wordImport } from './keep-word-import.ts'
import { dropWordImport, putInWordImport } from './put-in-word-import.ts'
import { readWordFile } from './read-word-file.ts'

async function chooseFile(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const { context, params, session } = request
  const opened = await lookAtPaper(context, params.paper, async (_, found) => ok(found), 'write')
  if (!opened.ok) return { kind: 'refused', refusal: opened.refusal }
  const body = html`${refusal !== undefined && faultSummary(refusal)}${paperNavigation(opened.value, '/import')}
<p class="govuk-body">Headings, lists, tables, pictures, links and footnotes are carried over. You see the result, and what could not be carried, before anything changes.</p>
<form method="post" action="/staff/papers/${opened.value.id}/import" enctype="multipart/form-data" novalidate>${csrfInput(session.formToken)}
${fileUpload({ name: 'file', label: { text: 'Word document' }, hint: { text: 'A .docx file, up to 50 MB' }, attributes: { accept: '.docx' }, error: faultFor(refusal, 'file') })}
${button({ text: 'Read the document', preventDoubleClick: true })}</form>`
  return paperPage(opened.value, 'Import from Word', body, refusal)
}

async function readFile(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const paper = request.params.paper ?? ''
  const read = await readWordFile(request.context, app.files, { paper, file: request.form.file('file'), at: app.now() })
  return read.ok ? { kind: 'moved', to: `/staff/papers/${paper}/import/${read.value}` } : chooseFile(request, read.refusal)
}

const gone = refuse('not-found', 'This import was put in already, or is more than a week old. Choose the Word file again.')

function readResult({ context, params }: StaffRequest): Promise<Outcome<ImportRecord>> {
  const reading = async (reader: Reader, opened: OpenPaper): Promise<Outcome<ImportRecord>> => {
    const [kept, paper] = [await wordImport(reader, opened.id, params.import ?? ''), await paperInWork(reader, opened.id)]
    return kept === undefined || paper === undefined ? gone : ok({ opened, kept, paper })
  }
  return lookAtPaper(context, params.paper, reading, 'write')
}

async function showResult(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const record = await readResult(request)
  return record.ok ? importResult(request, record.value, refusal) : { kind: 'refused', refusal: record.refusal }
}

async function decide(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const { context, params, form } = request
  const given = { paper: params.paper ?? '', wordImport: params.import ?? '' }
  if (form.text('do') === 'drop') {
    const dropped = await dropWordImport(context, given)
    return dropped.ok ? { kind: 'moved', to: `/staff/papers/${given.paper}` } : { kind: 'refused', refusal: dropped.refusal }
  }
  const pictures = new Map(form.all('picture').map((name, index) => [name, { alternative: form.text(`alternative-${index + 1}`), isDecorative: form.has(`decorative-${index + 1}`) }]))
  const put = await putInWordImport(context, { ...given, way: form.text('way'), pictures, moved: form.all('move').map(Number), takesTitle: form.has('take-title'), basedOn: form.whole('revision'), at: app.now() })
  return put.ok ? { kind: 'moved', to: `/staff/papers/${given.paper}?done=imported#part-body` } : showResult(request, put.refusal)
}

/** A picture of an import that is not put in yet. */
async function importedPicture(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const record = await readResult(request)
  if (!record.ok) return { kind: 'refused', refusal: record.refusal }
  const found = record.value.kept.pictures.find(({ checksum }) => checksum === request.params.checksum)
  const bytes = found && (await app.files.get(found.checksum))
  if (found === undefined || bytes === undefined) return { kind: 'refused', refusal: refuse('not-found', 'There is no such picture.').refusal }
  return { kind: 'file', contentType: found.name.endsWith('.png') ? 'image/png' : 'image/jpeg', body: bytes, filename: found.name, inline: true }
}

export const importPages: readonly StaffPage<MeetingsApp>[] = [
  { path: '/staff/papers/:paper/import', show: (request) => chooseFile(request), submit: readFile, largestUpload: 50 * 1024 * 1024 },
  { path: '/staff/papers/:paper/import/:import', show: (request) => showResult(request), submit: decide },
  { path: '/staff/papers/:paper/import/:import/pictures/:checksum', show: importedPicture },
]
