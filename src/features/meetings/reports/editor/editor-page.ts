import { postedForm, type PostedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffRequest } from '#access/staff/staff-page.ts'
import type { Refusal } from '#core/outcome.ts'
import { refusalStatus } from '#platform/http/refusal-status.ts'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { reportPartNames, type ReportPartName } from '../../record/report-parts.ts'
import { paperCrumbs, paperNavigation, withheldNotice } from '../frame/paper-frame.ts'
import { fieldsOfPart } from '../saving/fields-of-part.ts'
import { hasPart } from '../saving/save-section.ts'
import { attachmentLine } from './attachment-line.ts'
import { partForm } from './parts/part-form.ts'
import { previewOf, textFaults } from './preview.ts'
import type { EditorRecord } from './read-editor.ts'
import { readinessSection } from './readiness-section.ts'
import { standingSection } from './standing-section.ts'
import { mailWaits } from '../../record/mail-words.ts'

/** What the reader was doing when the page is shown again. */
interface Doing {
  readonly part?: ReportPartName
  /** What was typed into that part, and the revision on which it rests. */
  readonly typed?: PostedForm
  readonly revision?: number
  readonly refusal?: Refusal
  /** The part in which one box more was asked for. */
  readonly longer?: string
}

const done: Readonly<Record<string, Piece>> = {
  cover: 'The cover sheet is saved.',
  recommendations: 'The recommendations are saved.',
  body: 'The text is saved.',
  implications: 'The implications are saved.',
  closing: 'The closing is saved.',
  title: 'The title is saved.',
  taken: 'The report stands as the other person saved it.',
  'handed-in': `The report is handed in. ${mailWaits('the scrutiny officers')}`,
  returned: `The report is returned to its author. ${mailWaits('them')}`,
  imported: 'The text from Word is put in.',
  'picture-put-in': 'The picture stands at the end of the text.',
  'brought-back': 'The earlier text is brought back, as a new entry of the history.',
  added: 'The appendix is added. Check its text below.',
}

/** The editor of a paper: its title, how far it has come, and a form for each part. Those who may only read see it as its readers will. */
export function editorPage(request: StaffRequest, record: EditorRecord, doing: Doing = {}): StaffAnswer {
  const { opened, paper } = record
  const status = doing.refusal === undefined ? 200 : refusalStatus[doing.refusal.kind]
  const body = html`${doing.refusal === undefined ? doneBanner(request.query, done) : faultSummary(doing.refusal)}
${paperNavigation(opened, '')}${withheldNotice(opened)}
${standingSection(request, record, doing.part === undefined ? doing.refusal : undefined)}${attachmentLine(request, record)}${readinessSection(record)}
${opened.rights.write ? writing(request, record, doing) : reading(record)}`
  return { kind: 'page', title: paper.title, body, crumbs: paperCrumbs(opened).slice(0, -1), status, hasFaults: doing.refusal !== undefined }
}

function writing(request: StaffRequest, record: EditorRecord, doing: Doing): Html {
  const parts = reportPartNames.filter((part) => hasPart(record.paper.kind, part))
  return html`<p class="govuk-body gt-without-script">Each part is saved by itself: save the one that you are in before you go on to the next.</p>
${titleForm(request, record, doing)}
<div data-report-editor data-token-field="${request.session.formToken.field}" data-presence="/staff/papers/${record.paper.id}/presence">${parts.map((part) => shownPart(request, record, part, doing))}</div>`
}

function shownPart(request: StaffRequest, record: EditorRecord, part: ReportPartName, doing: Doing): Html {
  const isDoing = doing.part === part && doing.typed !== undefined
  const typed = isDoing && doing.typed !== undefined ? doing.typed : postedForm(fieldsOfPart(part, record.paper.parts[part]))
  const revision = (isDoing ? doing.revision : undefined) ?? record.paper.saved[part]?.revision ?? 0
  const refusal = isDoing && doing.refusal !== undefined ? { refusal: doing.refusal } : {}
  return partForm(request, {
    record,
    part,
    typed,
    revision,
    isLonger: doing.longer === part,
    ...refusal,
    ...(part === 'body' ? { below: previewSection(record, typed.all('markdown').at(-1) ?? '') } : {}),
  })
}

/** The preview of the text as typed, which a script keeps in step. */
function previewSection(record: EditorRecord, markdown: string): Html {
  const shown = previewOf(record.paper, markdown, 4)
  return html`<section class="gt-preview" id="preview" aria-labelledby="preview-heading" data-preview="/staff/papers/${record.paper.id}/preview">
<h3 class="govuk-heading-m" id="preview-heading">Preview</h3>
<p class="govuk-hint">As readers will see it, with the other parts as they are saved.</p>
<div data-preview-faults>${shown.ok ? undefined : textFaults(shown.refusal.faults)}</div>
<div class="gt-preview__page" data-preview-page tabindex="0" role="group" aria-label="Preview of the report">${shown.ok && shown.value}</div></section>`
}

function titleForm({ session, form }: StaffRequest, { paper }: EditorRecord, { refusal }: Doing): Html {
  const field = input({ name: 'title', label: { text: 'Title' }, value: form.has('title') ? form.text('title') : paper.title, error: faultFor(refusal, 'title') })
  return html`<form class="gt-title-form" method="post" action="/staff/papers/${paper.id}/title" novalidate>${csrfInput(session.formToken)}<input type="hidden" name="revision" value="${paper.revision}">
${field}${button({ text: 'Save the title', classes: 'govuk-button--secondary' })}</form>`
}

function reading(record: EditorRecord): Html {
  const shown = previewOf(record.paper, record.paper.parts.body?.markdown ?? '', 3)
  return html`<section aria-labelledby="text-heading"><h2 class="govuk-heading-l" id="text-heading">The paper as it stands</h2>${shown.ok ? shown.value : textFaults(shown.refusal.faults)}</section>`
}
