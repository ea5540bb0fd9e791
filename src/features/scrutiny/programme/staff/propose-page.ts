import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Refusal } from '#core/outcome.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import { proposeIssue } from '../deeds/propose.ts'
import { lookWhereToPropose } from './look-at-programme.ts'
import { staffAddress } from './words.ts'

/** `/staff/programmes/:body/propose`: for members, and those who write reports. */
export const proposePage: StaffPage<MeetingsApp> = {
  path: '/staff/programmes/:body/propose',
  show: (request) => showPropose(request),
  submit: async (request, app) => {
    const { form } = request
    const sending = z.uuid().safeParse(form.text('sending'))
    const typed = { issue: form.text('issue'), why: form.text('why'), subject: form.text('subject'), sending: sending.success ? sending.data : randomUUID() }
    const body = request.params['body'] ?? ''
    const done = await proposeIssue(request.context, app, body, typed)
    if (!done.ok) return showPropose(request, done.refusal)
    const found = await lookWhereToPropose(request)
    return found.ok ? { kind: 'moved', to: staffAddress(body, 'proposals', { year: found.value.year, done: 'proposed' }) } : { kind: 'refused', refusal: found.refusal }
  },
}

async function showPropose(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  if (refusal !== undefined && refusal.kind !== 'invalid') return { kind: 'refused', refusal }
  const found = await lookWhereToPropose(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { bodyName, year } = found.value
  const { form } = request
  const body = request.params['body'] ?? ''
  return {
    kind: 'page',
    title: `Propose an issue to the ${bodyName}`,
    crumbs: [
      { text: 'Work programmes', href: '/staff/programmes' },
      { text: bodyName, href: staffAddress(body, '', { year }) },
    ],
    status: refusal === undefined ? 200 : 400,
    hasFaults: refusal !== undefined,
    body: html`${refusal !== undefined && faultSummary(refusal)}<p class="govuk-body">The scrutiny officer accepts or declines it with a reason, which you read here. If it is accepted, the public reads the issue, your words and your role, not your name.</p>
<form method="post" action="${request.path}" novalidate>${csrfInput(request.session.formToken)}<input type="hidden" name="year" value="${year}"><input type="hidden" name="sending" value="${form.text('sending') || randomUUID()}">
${textarea({ name: 'issue', label: { text: 'Issue' }, hint: { text: 'What is to be looked at.' }, rows: 2, value: form.text('issue'), error: faultFor(refusal, 'issue') })}
${textarea({ name: 'why', label: { text: 'Why' }, hint: { text: 'Name no child and no family.' }, rows: 4, value: form.text('why'), error: faultFor(refusal, 'why') })}
${input({ name: 'subject', label: { text: 'Subject (optional)' }, hint: { text: 'The matter in a word or two, such as “school transport”.' }, value: form.text('subject') })}
<div class="govuk-button-group">${button({ text: 'Propose it', preventDoubleClick: true })}<a class="govuk-link" href="${staffAddress(body, '', { year })}">Cancel</a></div></form>`,
  }
}
