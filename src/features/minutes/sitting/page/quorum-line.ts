import { formatTime } from '#core/date-words.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { link } from '#platform/pages/text.ts'
import { hasFullVote, quorumInWords } from '#features/bodies'
import { agendaAddress } from '#features/meetings'
import { titleOf, type SittingView } from './view.ts'

/** Always in sight: where the meeting is, and whether it may decide. */
export function quorumLine(view: SittingView): Html {
  const { sitting, isLookingBack } = view
  return html`<div class="gt-sitting__line" id="now" role="status">
<p class="govuk-body">${place(view)} <strong>${isLookingBack ? 'Item' : sitting.closed === undefined ? 'Now' : 'Last item'}: ${titleOf(view, sitting.item)}</strong> ${sitting.isEducationMatter && statusTag('Education matter', 'neutral')}</p>
<p class="govuk-body">${quorumWords(view)}</p></div>`
}

function place({ sitting, isLookingBack, now }: SittingView): Html {
  if (isLookingBack && sitting.item !== 0) return statusTag('Looking back', 'caution')
  if (sitting.closed !== undefined) return statusTag(`Closed at ${formatTime(sitting.closed)}`, 'neutral')
  return sitting.opened === undefined && now === 0 ? statusTag('Not open', 'neutral') : statusTag(sitting.opened === undefined ? 'Open' : `Opened at ${formatTime(sitting.opened)}`, 'coming')
}

function quorumWords({ sitting }: SittingView): Html {
  const { quorum, quorumRule, presentMembers } = sitting
  if (sitting.isDevelopment) return html`A private development session: it decides nothing, so it needs no quorum. ${presentMembers.length} present.`
  if (quorum === undefined) return html`${quorumRule === undefined ? 'The body’s record states no quorum.' : 'The quorum cannot be worked out: the body’s record has no voting members on this day.'} ${presentMembers.length} with a seat present.`
  const counted = `${quorum.counted} counted of ${quorum.needed} needed`
  return quorum.met ? html`${statusTag('Quorum', 'good')} ${counted}.` : html`${statusTag('No quorum', 'bad')} ${counted}. Missing: ${quorum.missing.join(' and ')}.`
}

/** The rule itself, who does not count though they are there, and what can be done without a quorum. */
export function quorumPart(view: SittingView): Html | undefined {
  const { sitting } = view
  const { quorum, quorumRule, notCounted } = sitting
  if (quorum === undefined || quorumRule === undefined) return undefined
  const excluded = notCounted.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${notCounted.map(({ member, why }) => html`<li>${member} does not count. ${why}</li>`)}</ul>`
  return html`${!quorum.met && sitting.opened !== undefined && sitting.closed === undefined && withoutQuorum(view)}<p class="govuk-body">The rule: ${quorumInWords(quorumRule)}</p>${excluded}`
}

const fewNames = 6

/** What an officer can advise when the quorum is lost. */
function withoutQuorum(view: SittingView): Html {
  const out = view.sitting.seats.flatMap(({ seat, where }) => (!hasFullVote(seat.membership) ? [] : where.is === 'out' ? where.person : where.is === 'unknown' ? (seat.membership.person ?? []) : []))
  const isAdjourned = view.meeting.facts.resumesOn !== undefined
  return html`<div class="gt-sitting__lost"><h2 class="govuk-heading-s">Without a quorum nothing can be resolved. The body may:</h2>
<ul class="govuk-list govuk-list--bullet">
<li>wait${out.length > 0 && ` for those who are not in the room: ${out.length > fewNames ? `${out.length} members` : out.join(', ')}`};</li>
<li>have those who are there briefed, and the minute say so: with no resolution, not even “noted”${isAdjourned ? '.' : ';'}</li>
${!isAdjourned && html`<li>${link(adjournAddress(view), 'adjourn the meeting')} to another day, or let its business stand over to the next meeting.</li>`}</ul></div>`
}

/** The page on which it is adjourned, with the items ticked that are not over: the one at which it stands and those after it. */
function adjournAddress({ meeting, now }: SittingView): string {
  const open = meeting.items.filter(({ number, facts }) => number >= now && facts.withdrawn === undefined)
  return `${agendaAddress(meeting)}/adjourn?${new URLSearchParams(open.map(({ id }): [string, string] => ['items', id])).toString()}`
}
