import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { pictureNames } from '#platform/documents/picture-names.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { button } from '#platform/pages/components/button.ts'
import { fileUpload } from '#platform/pages/components/file-upload.ts'
import { input } from '#platform/pages/components/input.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { mediaTypeOf } from '../../record/picture-kinds.ts'
import type { PaperInWork } from '../../work/meeting-in-work.ts'
import { paperInWork } from '../../work/read-work.ts'
import { paperNavigation } from '../frame/paper-frame.ts'
import { paperPage } from '../frame/paper-page.ts'
import { lookAtPaper } from '../rights/look-at-paper.ts'
import type { OpenPaper } from '../rights/open-paper.ts'
import { quotedFor } from '../quoted/quoted-figures.ts'
import { saveSection } from '../saving/save-section.ts'
import { addPicture } from './add-picture.ts'
import { describePicture, pictureLine, pictureWords, removePicture } from './change-picture.ts'

interface PicturesRecord {
  readonly opened: OpenPaper
  readonly paper: PaperInWork
  readonly words: ReadonlyMap<string, string>
  /** The pictures that the text shows, by name. */
  readonly shown: ReadonlySet<string>
}

function readPictures({ context, params }: StaffRequest): Promise<Outcome<PicturesRecord>> {
  return lookAtPaper(context, params.paper, async (reader, opened) => {
    const paper = await paperInWork(reader, opened.id)
    if (paper === undefined) return refuse('not-found', 'There is no such paper.')
    return ok({ opened, paper, words: await pictureWords(reader, opened.id), shown: new Set(pictureNames(paper.parts.body?.markdown ?? '')) })
  })
}

async function showPictures(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const record = await readPictures(request)
  if (!record.ok) return { kind: 'refused', refusal: record.refusal }
  const { opened, paper } = record.value
  const done = { added: 'The picture is added. Put it into the text with its button, or with “Figure” in the editor.', removed: 'The picture is removed.', described: 'What the picture shows is saved.' }
  const body = html`${refusal === undefined ? doneBanner(request.query, done) : faultSummary(refusal)}${paperNavigation(opened, '/pictures')}
${paper.pictures.length === 0 ? html`<p class="govuk-body">This paper has no pictures yet.</p>` : html`<ul class="gt-pictures">${paper.pictures.map(({ name, checksum }) => picture(request, record.value, name, checksum))}</ul>`}
${opened.rights.write && uploadForm(request, opened, refusal)}`
  return paperPage(opened, 'Pictures', body, refusal)
}

function picture({ session }: StaffRequest, { opened, words, shown }: PicturesRecord, name: string, checksum: string): Html {
  const alternative = words.get(name) ?? ''
  const isShown = shown.has(name)
  const action = `/staff/papers/${opened.id}/pictures`
  const token = session.formToken
  const describe = html`<form method="post" action="${action}/change" novalidate>${csrfInput(token)}<input type="hidden" name="name" value="${name}"><input type="hidden" name="do" value="describe">
${input({ name: 'alternative', id: `alternative-of-${name}`, label: { text: html`What it shows<span class="govuk-visually-hidden">: ${name}</span>` }, value: alternative })}
${button({ text: html`Save the words<span class="govuk-visually-hidden"> of ${name}</span>`, classes: 'govuk-button--secondary' })}</form>`
  const deeds = html`<div class="govuk-button-group">${actionButton({ action: `${action}/change`, token, text: 'Put at the end of the text', about: name, fields: { do: 'use', name }, kind: 'secondary' })}
${actionButton({ action: `${action}/change`, token, text: 'Remove', about: name, fields: { do: 'remove', name }, kind: 'secondary' })}</div>`
  return html`<li class="gt-pictures__picture"><h2 class="govuk-heading-s">${name}</h2><img class="gt-pictures__image" src="${action}/${checksum}" alt="${alternative}">
${!isShown && html`<p class="govuk-body-s">${statusTag('Not published', 'neutral')} Not shown in the ${opened.kind === 'report' ? 'report' : 'appendix'}: not published, and not given to members.</p>`}
<p class="govuk-body-s">${isShown ? 'In the text' : 'To show it, put into the text'}: <code>${pictureLine(name, alternative)}</code></p>${opened.rights.write && html`${describe}${deeds}`}</li>`
}

function uploadForm({ session, form }: StaffRequest, { id }: OpenPaper, refusal?: Refusal): Html {
  return html`<h2 class="govuk-heading-m">Add a picture</h2>
<form method="post" action="/staff/papers/${id}/pictures" enctype="multipart/form-data" novalidate>${csrfInput(session.formToken)}
${input({ name: 'alternative', label: { text: 'What it shows' }, hint: { text: 'For readers who cannot see it. Of a chart, say what it tells: “Places rose from 80 in 2019 to 120 in 2023”.' }, value: form.text('alternative'), error: faultFor(refusal, 'alternative') })}
${fileUpload({ name: 'picture', label: { text: 'Picture' }, hint: { text: 'PNG, JPEG or SVG, up to 10 MB' }, attributes: { accept: '.png,.jpg,.jpeg,.svg' }, error: faultFor(refusal, 'picture') })}
${button({ text: 'Add the picture', preventDoubleClick: true })}</form>`
}

async function upload(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const { context, params, form } = request
  const added = await addPicture(context, app.files, { paper: params.paper ?? '', file: form.file('picture'), alternative: form.text('alternative'), at: app.now() })
  return added.ok ? { kind: 'moved', to: `/staff/papers/${params.paper ?? ''}/pictures?done=added` } : showPictures(request, added.refusal)
}

async function changePicture(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const { context, params, form } = request
  const paper = params.paper ?? ''
  const given = { paper, name: form.text('name') }
  if (form.text('do') === 'use') return putAtTheEnd(request, app, given.name)
  const isRemoval = form.text('do') === 'remove'
  const changed = isRemoval ? await removePicture(context, { ...given, at: app.now() }) : await describePicture(context, { ...given, alternative: form.text('alternative') })
  return changed.ok ? { kind: 'moved', to: `/staff/papers/${paper}/pictures?done=${isRemoval ? 'removed' : 'described'}` } : showPictures(request, changed.refusal)
}

async function putAtTheEnd(request: StaffRequest, app: MeetingsApp, name: string): Promise<StaffAnswer> {
  const record = await readPictures(request)
  if (!record.ok) return { kind: 'refused', refusal: record.refusal }
  const { paper, words } = record.value
  const text = paper.parts.body?.markdown.trimEnd() ?? ''
  const markdown = `${text}${text === '' ? '' : '\n\n'}${pictureLine(name, words.get(name) ?? '')}\n`
  const saved = await saveSection(request.context, { paper: paper.id, part: 'body', content: { markdown }, basedOn: paper.saved.body?.revision ?? 0, at: app.now() })
  return saved.ok ? { kind: 'moved', to: `/staff/papers/${paper.id}?done=picture-put-in#part-body` } : showPictures(request, saved.refusal)
}

/** A picture of a paper, for those who may read the paper. */
async function showPicture(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const record = await readPictures(request)
  if (!record.ok) return { kind: 'refused', refusal: record.refusal }
  const { pictures, parts } = record.value.paper
  const found = pictures.find(({ checksum }) => checksum === request.params.checksum)
  const bytes = found && (await app.files.get(found.checksum))
  if (found === undefined) return quotedPicture(request, app, parts.body?.markdown ?? '')
  if (bytes === undefined) return { kind: 'refused', refusal: refuse('not-found', 'There is no such picture.').refusal }
  return { kind: 'file', contentType: mediaTypeOf(found.name) ?? 'application/octet-stream', body: bytes, filename: found.name, inline: true }
}

/** A drawing that came into the text of a paper with the figures that it quotes. */
async function quotedPicture({ context, params }: StaffRequest, app: MeetingsApp, markdown: string): Promise<StaffAnswer> {
  const quoted = await quotedFor(context, app, [markdown])
  const found = [...quoted.values()].flatMap((one) => (one.kind === 'part' ? (one.pictures ?? []) : [])).find(({ file }) => file.checksum === params.checksum)
  if (found === undefined) return { kind: 'refused', refusal: refuse('not-found', 'There is no such picture.').refusal }
  return { kind: 'file', contentType: found.file.mediaType, body: Buffer.from(found.text), filename: `${found.file.checksum}.svg`, inline: true }
}

export const picturesPages: readonly StaffPage<MeetingsApp>[] = [
  { path: '/staff/papers/:paper/pictures', show: (request) => showPictures(request), submit: upload, largestUpload: 10 * 1024 * 1024 },
  { path: '/staff/papers/:paper/pictures/change', show: (request) => showPictures(request), submit: changePicture },
  { path: '/staff/papers/:paper/pictures/:checksum', show: showPicture },
]
