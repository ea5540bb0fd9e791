import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { refusalStatus } from '#platform/http/refusal-status.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { clearanceKinds } from '../../templates/body-template.ts'
import { templateOf } from '../../templates/keep-template.ts'
import { paperCrumbs, paperNavigation, withheldNotice } from '../frame/paper-frame.ts'
import { standingsOfPapers, textDigestOf } from '../report-standing.ts'
import { openPaper } from '../rights/open-paper.ts'
import { colleaguesWho } from '../sharing/colleagues.ts'
import { answerClearance } from './answer-clearance.ts'
import { askForClearance } from './ask-for-clearance.ts'
import { answerForm, clearanceSection, type ClearanceRecord } from './clearance-section.ts'
import { textStamp } from './text-stamp.ts'
import { waitingFor } from './waiting-for.ts'
import { mailWaits } from '../../record/mail-words.ts'

function readClearance({ context, params }: StaffRequest): Promise<Outcome<ClearanceRecord>> {
  const id = params.paper ?? ''
  return look(context, { verb: 'reports.read', subject: { kind: 'paper', id } }, async (reader) => {
    const opened = await openPaper(reader, context.actor, id)
    if (!opened.ok) return opened
    if (opened.value.kind !== 'report') return refuse('not-found', 'An appendix is cleared with its report.')
    const standing = (await standingsOfPapers(reader, [opened.value.id])).get(opened.value.id)
    if (standing === undefined) throw new Error(`Paper ${id} was found and then not`)
    return ok({
      opened: opened.value,
      template: await templateOf(reader, opened.value.meeting.facts.body),
      standing,
      stamp: textStamp(await textDigestOf(reader, opened.value.id)),
      officers: opened.value.rights.manage ? await colleaguesWho(reader, context, 'reports.clear') : [],
      waiting: context.actor.kind === 'person' ? await waitingFor(reader, opened.value.id, context.actor.person) : [],
    })
  })
}

const done = { asked: mailWaits('the officer who is asked'), cleared: 'You have cleared the report. Whoever asked is told.', returned: 'You have returned the report. Whoever asked is told.' }

async function showClearance(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const record = await readClearance(request)
  if (!record.ok) return { kind: 'refused', refusal: record.refusal }
  const { opened, standing, template, waiting } = record.value
  const status = refusal === undefined ? 200 : refusalStatus[refusal.kind]
  const body = html`${refusal === undefined ? doneBanner(request.query, done) : faultSummary(refusal)}${paperNavigation(opened, '/clearance')}${withheldNotice(opened)}
${standing.clearances.filter(({ id }) => waiting.includes(id)).map((clearance) => answerForm(request, record.value, clearance, refusal))}
<p class="govuk-body">${template.clearances.length === 0 ? 'This body asks for no clearance of every report; ask where the report needs it.' : 'A change of the text after it was cleared is shown, and clearance can be asked for again.'}</p>
${clearanceKinds.map((kind) => clearanceSection(request, record.value, kind, refusal))}`
  return { kind: 'page', title: 'Clearance', body, crumbs: paperCrumbs(opened), status, hasFaults: refusal !== undefined }
}

async function ask(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const { context, params, form, origin } = request
  const paper = params.paper ?? ''
  const kind = form.text('kind')
  const asked = await askForClearance(context, { paper, kind, officer: form.text(`officer-${kind}`), at: app.now(), origin })
  return asked.ok ? { kind: 'moved', to: `/staff/papers/${paper}/clearance?done=asked` } : showClearance(request, asked.refusal)
}

async function answer(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const { context, params, form, origin } = request
  const paper = params.paper ?? ''
  const said = form.text('answer')
  const answered = await answerClearance(context, { paper, clearance: params.clearance ?? '', answer: said, note: form.text('note'), stamp: form.text('stamp'), at: app.now(), origin })
  return answered.ok ? { kind: 'moved', to: `/staff/papers/${paper}/clearance?done=${said}` } : showClearance(request, answered.refusal)
}

export const clearancePages: readonly StaffPage<MeetingsApp>[] = [
  { path: '/staff/papers/:paper/clearance', show: (request) => showClearance(request), submit: ask },
  { path: '/staff/papers/:paper/clearance/:clearance', show: (request) => showClearance(request), submit: answer },
]
