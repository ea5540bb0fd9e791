import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { reportPartNames } from '../../record/report-parts.ts'
import type { PaperInWork } from '../../work/meeting-in-work.ts'
import { paperInWork } from '../../work/read-work.ts'
import { renamePaper } from '../appendices/change-appendix.ts'
import { handIn, returnReport } from '../hand-in/hand-in-report.ts'
import { beginPublicVersion } from '../public-version/begin-public-version.ts'
import { quotedFor } from '../quoted/quoted-figures.ts'
import { lookAtPaper } from '../rights/look-at-paper.ts'
import { othersLine } from './parts/part-form.ts'
import { editorPage } from './editor-page.ts'
import { previewOf, textFaults } from './preview.ts'
import { readEditor } from './read-editor.ts'
import { autosavePart, savePartPage } from './save-page.ts'

async function showEditor(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const record = await readEditor(request.context, request.params.paper ?? '', app.quotedFigures)
  if (!record.ok) return { kind: 'refused', refusal: record.refusal }
  const longer = request.query.get('longer')
  return editorPage(request, record.value, longer === null ? {} : { longer })
}

/** A deed of the whole paper: done, or the page again with why not. */
async function afterDeed(request: StaffRequest, { quotedFigures }: MeetingsApp, outcome: Outcome<unknown>, done: string): Promise<StaffAnswer> {
  const paper = request.params.paper ?? ''
  if (outcome.ok) return { kind: 'moved', to: `/staff/papers/${paper}?done=${done}` }
  if (outcome.refusal.kind === 'not-found' || outcome.refusal.kind === 'not-allowed') return { kind: 'refused', refusal: outcome.refusal }
  const record = await readEditor(request.context, paper, quotedFigures)
  return record.ok ? editorPage(request, record.value, { refusal: outcome.refusal }) : { kind: 'refused', refusal: record.refusal }
}

async function saveTitle(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const { form, params, context } = request
  const saved = await renamePaper(context, { paper: params.paper ?? '', title: form.text('title').replaceAll(/\s+/g, ' '), revision: form.whole('revision'), at: app.now() })
  return afterDeed(request, app, saved, 'title')
}

async function handInOrReturn(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const { form, params, context, origin } = request
  const given = { paper: params.paper ?? '', at: app.now(), origin }
  if (form.text('do') === 'return') return afterDeed(request, app, await returnReport(context, { ...given, note: form.text('return-note') }), 'returned')
  return afterDeed(request, app, await handIn(context, given), 'handed-in')
}

async function publicVersion(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const begun = await beginPublicVersion(request.context, { paper: request.params.paper ?? '', at: app.now() })
  return begun.ok ? { kind: 'moved', to: `/staff/papers/${begun.value}` } : afterDeed(request, app, begun, '')
}

/** The paper as it is kept, for those who may write it. */
function paperToWrite({ context, params }: StaffRequest): Promise<Outcome<PaperInWork | undefined>> {
  return lookAtPaper(context, params.paper, async (reader, opened) => ok(await paperInWork(reader, opened.id)), 'write')
}

/** The preview for the script: the text as typed among the other parts as they are kept. */
async function preview(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const paper = await paperToWrite(request)
  if (!paper.ok) return { kind: 'refused', refusal: paper.refusal }
  if (paper.value === undefined) return { kind: 'data', status: 404, body: {} }
  const typed = cleanText(request.form.all('markdown').at(-1) ?? '')
  const shown = previewOf({ ...paper.value, quoted: await quotedFor(request.context, app, [typed]) }, typed, 4)
  return { kind: 'data', body: shown.ok ? { page: String(shown.value), faults: '' } : { faults: String(textFaults(shown.refusal.faults)) } }
}

/** Who else has just saved each part, for the script. */
async function presence(request: StaffRequest): Promise<StaffAnswer> {
  const paper = await paperToWrite(request)
  if (!paper.ok) return { kind: 'refused', refusal: paper.refusal }
  const kept = paper.value
  if (kept === undefined) return { kind: 'data', status: 404, body: {} }
  return { kind: 'data', body: Object.fromEntries(reportPartNames.map((part) => [part, { revision: kept.saved[part]?.revision ?? 0, others: othersLine(request, { paper: kept }, part) }])) }
}

async function backToEditor(request: StaffRequest): Promise<StaffAnswer> {
  return { kind: 'moved', to: `/staff/papers/${request.params.paper ?? ''}` }
}

export const editorPages: readonly StaffPage<MeetingsApp>[] = [
  { path: '/staff/papers/:paper', show: showEditor },
  { path: '/staff/papers/:paper/title', show: backToEditor, submit: saveTitle },
  { path: '/staff/papers/:paper/parts/:part', show: backToEditor, submit: savePartPage },
  { path: '/staff/papers/:paper/autosave/:part', show: backToEditor, submit: autosavePart },
  { path: '/staff/papers/:paper/hand-in', show: backToEditor, submit: handInOrReturn },
  { path: '/staff/papers/:paper/public-version', show: backToEditor, submit: publicVersion },
  { path: '/staff/papers/:paper/preview', show: backToEditor, submit: preview },
  { path: '/staff/papers/:paper/presence', show: presence },
]
