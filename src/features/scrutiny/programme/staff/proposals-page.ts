import { formatDate } from '#core/date-words.ts'
import { parseDate } from '#core/dates.ts'
import { londonMoment } from '#core/london-time.ts'
import { ok, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { button } from '#platform/pages/components/button.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { userText } from '#platform/pages/text.ts'
import { answerProposal, proposalsOf } from '../deeds/propose.ts'
import { proposalIdOf, type Proposal } from '../model/proposal.ts'
import { yearInWords } from '../model/work-programme.ts'
import { keyOf, lookAtProgramme } from './look-at-programme.ts'
import { programmesCrumbs, staffAddress } from './words.ts'

/** `/staff/programmes/:body/proposals`: what was proposed; the officer answers here. */
export const proposalsPage: StaffPage<MeetingsApp> = {
  path: '/staff/programmes/:body/proposals',
  show: (request) => showProposals(request),
  submit: async (request, app) => {
    const id = proposalIdOf(request.form.text('proposal'))
    const decision = request.form.text(`decision-${id ?? ''}`)
    const done = await answerProposal(request.context, app, keyOf(request), id, { decision, reason: request.form.text(`reason-${id ?? ''}`) })
    const { body, year } = keyOf(request)
    return done.ok ? { kind: 'moved', to: staffAddress(body, 'proposals', { year, done: decision }) } : showProposals(request, done.refusal)
  },
}

const doneWords = { proposed: 'Your proposal has reached the scrutiny officer.', accepted: 'The proposal is accepted: it is a possible future item of the programme.', declined: 'The proposal is declined, with your reason.' }

async function showProposals(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  if (refusal?.kind === 'not-allowed') return { kind: 'refused', refusal }
  const found = await lookAtProgramme(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const view = found.value
  const listed = await look(request.context, { verb: 'programme.see', subject: { kind: 'work-programme', id: view.key.body } }, async (reader) => ok(await proposalsOf(reader, view.key.body)))
  if (!listed.ok) return { kind: 'refused', refusal: listed.refusal }
  const waiting = listed.value.filter(({ state }) => state === 'waiting')
  const answered = listed.value.filter(({ state }) => state !== 'waiting')
  return {
    kind: 'page',
    title: `Proposals: ${view.bodyName}, ${yearInWords(view.key.year)}`,
    crumbs: programmesCrumbs(view),
    status: refusal === undefined ? 200 : refusal.kind === 'invalid' ? 400 : 409,
    hasFaults: refusal !== undefined,
    body: html`${refusal === undefined ? doneBanner(request.query, doneWords) : faultSummary(refusal)}
<h2 class="govuk-heading-m">To answer</h2>${waiting.length === 0 ? html`<p class="govuk-body">No proposal waits for an answer.</p>` : html`<ul class="govuk-list gt-programme">${waiting.map((one) => proposalBlock(one, view.mayEdit ? answerForm(one, request, view.key.year, refusal) : undefined))}</ul>`}
${answered.length > 0 && html`<h2 class="govuk-heading-m">Answered</h2><ul class="govuk-list gt-programme">${answered.map((one) => proposalBlock(one))}</ul>`}`,
  }
}

function proposalBlock(proposal: Proposal, form?: Html): Html {
  const day = parseDate(londonMoment(proposal.proposedAt).slice(0, 10))
  const tag = proposal.state === 'waiting' ? undefined : statusTag(proposal.state === 'accepted' ? 'Accepted' : 'Declined', proposal.state === 'accepted' ? 'good' : 'neutral')
  return html`<li class="gt-programme__entry"><h3 class="govuk-heading-s">${userText(proposal.issue)} ${tag}</h3><p class="govuk-body"><span class="gt-typed">${userText(proposal.why)}</span></p>
<p class="govuk-body-s">${userText(proposal.byName)}, ${proposal.byRole}${day === undefined ? '' : `, ${formatDate(day)}`}</p>
${proposal.reason !== undefined && html`<p class="govuk-body">${userText(proposal.decidedBy ?? '')}: ${userText(proposal.reason)}</p>`}${form}</li>`
}

function answerForm({ id, issue }: Proposal, request: StaffRequest, year: string, refusal: Refusal | undefined): Html {
  const about = html`<span class="govuk-visually-hidden">: ${issue}</span>`
  return html`<form method="post" action="${request.path}" novalidate>${csrfInput(request.session.formToken)}<input type="hidden" name="proposal" value="${id}"><input type="hidden" name="year" value="${year}">
${radios({
  name: `decision-${id}`,
  classes: 'govuk-radios--inline govuk-radios--small',
  fieldset: { legend: { text: html`Answer${about}`, classes: 'govuk-fieldset__legend--s' } },
  value: request.form.text(`decision-${id}`),
  error: faultFor(refusal, `decision-${id}`),
  items: [
    { value: 'accepted', text: 'Accept' },
    { value: 'declined', text: 'Decline' },
  ],
})}
${textarea({ name: `reason-${id}`, label: { text: html`Reason${about}` }, hint: { text: 'Whoever proposed it reads it; of an accepted issue the public too.' }, rows: 2, value: request.form.text(`reason-${id}`), error: faultFor(refusal, `reason-${id}`) })}
${button({ text: html`Answer${about}`, classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}
