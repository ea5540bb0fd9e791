import type { Refusal } from '#core/outcome.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { button } from '#platform/pages/components/button.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import { takeOut } from '../deeds/edit-entries.ts'
import { entryOf, noEntry } from '../model/change-programme.ts'
import { entryBlock } from '../public/entry-lines.ts'
import { entryMark } from '../typed/entry-values.ts'
import { entryInWords } from './entry-pages.ts'
import { keyOf, lookAtProgramme } from './look-at-programme.ts'
import { programmesCrumbs, staffAddress } from './words.ts'

/** `/staff/programmes/:body/entries/:entry/out`: takes an entry out, with a reason. */
export const outPage: StaffPage<MeetingsApp> = {
  path: '/staff/programmes/:body/entries/:entry/out',
  show: (request) => showOut(request),
  submit: async (request, app) => {
    const done = await takeOut(request.context, app, keyOf(request), request.params['entry'] ?? '', request.form.text('reason'), request.form.text('based-on'))
    const { body, year } = keyOf(request)
    return done.ok ? { kind: 'moved', to: staffAddress(body, '', { year, done: 'out' }) } : showOut(request, done.refusal)
  },
}

async function showOut(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  if (refusal !== undefined && refusal.kind !== 'invalid' && refusal.kind !== 'not-now' && refusal.kind !== 'conflict') return { kind: 'refused', refusal }
  const found = await lookAtProgramme(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const view = found.value
  const { body, year } = view.key
  if (!view.mayEdit) return { kind: 'moved', to: staffAddress(body, '', { year }) }
  const entry = entryOf(view.programme, request.params['entry'])
  if (entry === undefined) return { kind: 'refused', refusal: noEntry.refusal }
  const basedOn = refusal?.kind === 'invalid' ? request.form.text('based-on') : entryMark(entry)
  return {
    kind: 'page',
    title: `Take out: ${entryInWords(entry)}, ${view.bodyName}`,
    crumbs: programmesCrumbs(view),
    status: refusal === undefined ? 200 : refusal.kind === 'invalid' ? 400 : 409,
    hasFaults: refusal !== undefined,
    body: html`${refusal !== undefined && faultSummary(refusal)}${refusal?.kind === 'conflict' && html`<ul class="govuk-list gt-programme">${entryBlock(entry, view, { saysWhen: true })}</ul>`}<p class="govuk-body">The entry stays in sight under “Taken out” with this reason, and can be put back. Where it stands on an agenda already, take it off there too.</p>
<form method="post" action="${request.path}" novalidate>${csrfInput(request.session.formToken)}<input type="hidden" name="year" value="${year}"><input type="hidden" name="based-on" value="${basedOn}">
${textarea({ name: 'reason', label: { text: 'Reason' }, hint: { text: 'The public reads it.' }, rows: 3, value: request.form.text('reason'), error: faultFor(refusal, 'reason') })}
<div class="govuk-button-group">${button({ text: 'Take it out', classes: 'govuk-button--warning', preventDoubleClick: true })}<a class="govuk-link" href="${staffAddress(body, '', { year })}">Cancel</a></div></form>`,
  }
}
