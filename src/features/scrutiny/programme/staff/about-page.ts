import type { Refusal } from '#core/outcome.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { button } from '#platform/pages/components/button.ts'
import { fieldset } from '#platform/pages/components/fieldset.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { saveHead } from '../deeds/keep-head.ts'
import { yearInWords } from '../model/work-programme.ts'
import { keyOf, lookAtDoubts, lookAtProgramme, type ActDoubts, type StaffView } from './look-at-programme.ts'
import { headFieldNames, headMark, headOf, typedHead, type TypedHead } from '../typed/head-values.ts'
import { whatStands } from './what-stands.ts'
import { programmesCrumbs, staffAddress } from './words.ts'

/** `/staff/programmes/:body/about`: focus, remit, who leads, and by whom the programme was recommended and agreed. */
export const aboutPage: StaffPage<MeetingsApp> = {
  path: '/staff/programmes/:body/about',
  show: (request) => showAbout(request),
  submit: async (request, app) => {
    const typed = typedHead(request.form)
    const done = await saveHead(request.context, app, keyOf(request), typed, request.form.text('based-on'))
    const { body, year } = keyOf(request)
    return done.ok ? { kind: 'moved', to: staffAddress(body, '', { year, done: 'head' }) } : showAbout(request, { typed, refusal: done.refusal })
  },
}

async function showAbout(request: StaffRequest, refused?: { readonly typed: TypedHead; readonly refusal: Refusal }): Promise<StaffAnswer> {
  const refusal = refused?.refusal
  if (refusal !== undefined && refusal.kind !== 'invalid' && refusal.kind !== 'conflict') return { kind: 'refused', refusal }
  const found = await lookAtProgramme(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const view = found.value
  const { body, year } = view.key
  if (!view.mayEdit) return { kind: 'moved', to: staffAddress(body, '', { year }) }
  const doubts = await lookAtDoubts(request, view)
  if (!doubts.ok) return { kind: 'refused', refusal: doubts.refusal }
  const stands = headOf(view.programme)
  const typed = refused?.typed ?? stands
  // A form that was refused for its own faults still rests on what it was opened with; one that met a change rests on what is shown beside it.
  const basedOn = refusal?.kind === 'invalid' ? request.form.text('based-on') : headMark(view.programme)
  return {
    kind: 'page',
    title: `Focus, leads and agreement: ${view.bodyName}, ${yearInWords(year)}`,
    crumbs: programmesCrumbs(view),
    status: refusal === undefined ? 200 : refusal.kind === 'invalid' ? 400 : 409,
    hasFaults: refusal !== undefined,
    body: html`${refusal !== undefined && faultSummary(refusal)}${refusal?.kind === 'conflict' && whatStands(headFieldNames, inWords(stands, view), inWords(typed, view))}<form method="post" action="${request.path}" novalidate>${csrfInput(request.session.formToken)}<input type="hidden" name="year" value="${year}"><input type="hidden" name="based-on" value="${basedOn}">
${textarea({ name: 'focus', label: { text: 'Focus (optional)' }, hint: { text: 'What the year’s work turns on.' }, rows: 3, value: typed.focus, error: faultFor(refusal, 'focus') })}
${textarea({ name: 'remit', label: { text: 'What the body answers for' }, hint: { text: 'One part to a line.' }, rows: 4, value: typed.remit, error: faultFor(refusal, 'remit') })}
${textarea({ name: 'leads', label: { text: 'Who leads' }, hint: { text: 'One area to a line with a role, not a name: “Education: scrutiny champion for education”.' }, rows: 4, value: typed.leads, error: faultFor(refusal, 'leads') })}
${act({ name: 'recommended', legend: 'Recommended by', by: typed.recommendedBy, on: typed.recommendedOn, item: typed.recommendedItem }, view, doubts.value, refusal)}${act({ name: 'agreed', legend: 'Agreed by', by: typed.agreedBy, on: typed.agreedOn, item: typed.agreedItem }, view, doubts.value, refusal)}
${textarea({ name: 'note', label: { text: 'Note on the agreement (optional)' }, rows: 2, value: typed.note, error: faultFor(refusal, 'note') })}
<div class="govuk-button-group">${button({ text: 'Save the programme', preventDoubleClick: true })}<a class="govuk-link" href="${staffAddress(body, '', { year })}">Cancel</a></div></form>`,
  }
}

/** For a comparison: bodies by name. */
function inWords(head: TypedHead, { names }: StaffView): TypedHead {
  return { ...head, recommendedBy: names.get(head.recommendedBy) ?? head.recommendedBy, agreedBy: names.get(head.agreedBy) ?? head.agreedBy }
}

interface TypedAct {
  readonly name: 'recommended' | 'agreed'
  readonly legend: string
  readonly by: string
  readonly on: string
  readonly item: string
}

/** Beside the day stands what the record does not bear out of it, as long as it is the day that is saved. */
function act({ name, legend, by, on, item }: TypedAct, { names, programme }: StaffView, doubts: ActDoubts, refusal: Refusal | undefined): Html {
  const items = [{ value: '', text: 'Not yet' }, ...Array.from(names, ([value, text]) => ({ value, text }))]
  const saved = programme[name]
  const doubt = saved?.body === by && saved.on === on ? doubts[name] : undefined
  return fieldset({
    legend: { text: legend, classes: 'govuk-fieldset__legend--m' },
    content: html`${select({ name: `${name}-by`, label: { text: html`Body<span class="govuk-visually-hidden">: ${legend}</span>` }, items, value: by, error: faultFor(refusal, `${name}-by`) })}
<div class="gt-beside">${dayInput({ name: `${name}-on`, label: html`Day<span class="govuk-visually-hidden">: ${legend}</span>`, ...(doubt === undefined ? {} : { hint: html`<strong>${doubt}</strong>` }), value: on, error: faultFor(refusal, `${name}-on`) })}
${input({ name: `${name}-item`, label: { text: html`Item (optional)<span class="govuk-visually-hidden">: ${legend}</span>` }, value: item, inputmode: 'numeric', classes: 'govuk-input--width-3', error: faultFor(refusal, `${name}-item`) })}</div>`,
  })
}
