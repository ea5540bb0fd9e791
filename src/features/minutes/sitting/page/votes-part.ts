import type { StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { decisionInWords } from '#features/bodies'
import { castingVote } from '../casting-vote.ts'
import { whoMayVote, type VoteOf } from '../who-may-vote.ts'
import { pressForm } from './press-form.ts'
import type { SittingView } from './view.ts'

/** Who may vote on the item, who is there and may not, and who decides when votes are equal. */
export function votesPart(request: StaffRequest, view: SittingView): Html {
  const { sitting } = view
  const votes = whoMayVote(sitting)
  const may = votes.filter((one) => one.may)
  const there = new Set(sitting.presentMembers.map(({ where }) => where.person))
  const barred = votes.filter((one) => !one.may && there.has(one.member))
  const casting = castingVote(sitting, { for: 1, against: 1 })
  return html`<h2 class="govuk-heading-m" id="votes">Who may vote on this item (${may.length})</h2>
${barred.length > 0 && html`<p class="govuk-body">Present, and without a vote on it:</p>${list(barred)}`}
${may.length > 0 && details({ summary: 'Who may, and by which rule', content: list(may) })}
<p class="govuk-body">${sitting.decision !== undefined && decisionInWords({ ...sitting.decision, castingVote: 'none' })} ${casting.member === undefined ? casting.why : html`If votes are equal, ${userText(casting.member)} decides. ${casting.why}`}</p>
${educationForm(request, view)}`
}

function list(votes: readonly VoteOf[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${votes.map(({ member, why }) => html`<li>${userText(member)}: ${why}</li>`)}</ul>`
}

/** Only where somebody’s vote hangs on it. */
function educationForm(request: StaffRequest, view: SittingView): Html | undefined {
  const { sitting } = view
  const hangs = sitting.seats.some(({ seat }) => seat.membership.votes === 'education-only')
  if (!hangs || !view.mayRecord || sitting.item === 0) return undefined
  const text = sitting.isEducationMatter ? 'It is not an education matter' : 'It is an education matter'
  const hint = sitting.isEducationMatter ? 'Recorded as an education matter: church and parent-governor representatives vote.' : 'Church and parent-governor representatives vote where the item is about the executive’s education functions.'
  return pressForm(request, view, html`<p class="govuk-body">${hint}</p><input type="hidden" name="is-so" value="${sitting.isEducationMatter ? 'no' : 'yes'}">${button({ text, name: 'does', value: 'education', classes: 'govuk-button--secondary', preventDoubleClick: true })}`)
}
