import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { clearanceKinds } from '../../templates/body-template.ts'
import { templateOf } from '../../templates/keep-template.ts'
import { paperNavigation, withheldNotice } from '../frame/paper-frame.ts'
import { paperPage } from '../frame/paper-page.ts'
import { askedOf, standingsOfPapers, textDigestOf } from '../report-standing.ts'
import { lookAtPaper } from '../rights/look-at-paper.ts'
import { colleaguesWho } from '../sharing/colleagues.ts'
import { answerClearance } from './answer-clearance.ts'
import { askForClearance } from './ask-for-clearance.ts'
import { answerFields, answerForm, clearanceSection, type ClearanceRecord } from './clearance-section.ts'
import { textStamp } from './text-stamp.ts'
import { mailWaits } from '../../record/mail-words.ts'

function readClearance({ context, params }: StaffRequest): Promise<Outcome<ClearanceRecord>> {
  return lookAtPaper(context, params.paper, async (reader, opened) => {
    if (opened.kind !== 'report') return refuse('not-found', 'An appendix is cleared with its report.')
    const standing = (await standingsOfPapers(reader, [opened.id])).get(opened.id)
    if (standing === undefined) throw new Error(`Paper ${opened.id} was found and then not`)
    return ok({
      opened,
      template: await templateOf(reader, opened.meeting.facts.body),
      standing,
      stamp: textStamp(await textDigestOf(reader, opened.id)),
      officers: opened.rights.manage ? await colleaguesWho(reader, context, 'reports.clear') : [],
      waiting: askedOf(standing, context.actor),
    })
  })
}

const done = { asked: mailWaits('the officer who is asked'), cleared: 'You have cleared the report. Whoever asked is told.', returned: 'You have returned the report. Whoever asked is told.' }

async function showClearance(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const record = await readClearance(request)
  if (!record.ok) return { kind: 'refused', refusal: record.refusal }
  const { opened, template, waiting } = record.value
  const body = html`${refusal === undefined ? doneBanner(request.query, done) : faultSummary(refusal)}${paperNavigation(opened, '/clearance')}${withheldNotice(opened)}
${waiting.map((clearance) => answerForm(request, record.value, clearance, refusal))}
<p class="govuk-body">${template.clearances.length === 0 ? 'This body asks for no clearance of every report; ask where the report needs it.' : 'A change of the text after it was cleared is shown, and clearance can be asked for again.'}</p>
${clearanceKinds.map((kind) => clearanceSection(request, record.value, kind, refusal))}`
  return paperPage(opened, 'Clearance', body, refusal)
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
  // Without a kind it is no form of ours: nothing is answered, and the verb says who may not.
  const fields = answerFields({ kind: clearanceKinds.find((one) => one === form.text('kind')) ?? 'legal' })
  const said = form.text(fields.answer)
  const answered = await answerClearance(context, { paper, clearance: params.clearance ?? '', answer: said, note: form.text(fields.note), fields, stamp: form.text('stamp'), at: app.now(), origin })
  return answered.ok ? { kind: 'moved', to: `/staff/papers/${paper}/clearance?done=${said}` } : showClearance(request, answered.refusal)
}

export const clearancePages: readonly StaffPage<MeetingsApp>[] = [
  { path: '/staff/papers/:paper/clearance', show: (request) => showClearance(request), submit: ask },
  { path: '/staff/papers/:paper/clearance/:clearance', show: (request) => showClearance(request), submit: answer },
]
