import { formatDay } from '#core/date-words.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { warningText } from '#platform/pages/components/warning-text.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { link, userText } from '#platform/pages/text.ts'
import { decidedBeforeWords, notConsideredOn } from '../entry/before-scrutiny.ts'
import type { CallIn, Decision } from '../entry/decision.ts'
import { entryAddress, type PlanEntry } from '../entry/plan-entry.ts'
import { closesWords, outcomeWords, principleWords } from '../entry/words.ts'
import { documentList } from './entry-facts.ts'

/** What was decided, what members called in, and what became of it; why an entry is not decided after all. */
export function decisionSections(entry: PlanEntry, names: ReadonlyMap<string, string>): Html {
  const { ended, decision, callIn, implemented } = entry
  return html`${ended && html`<h2 class="govuk-heading-m">${ended.kind === 'deferred' ? 'Deferred' : 'Withdrawn'}</h2><p class="govuk-body">On ${formatDay(ended.on)}: ${userText(ended.reason)}</p>`}
${decision && statement(entry, decision, notConsideredOn(entry, decision.on).map((one) => decidedBeforeWords(one, names)))}${callIn && calledIn(callIn, names)}
${implemented && html`<h2 class="govuk-heading-m">Carried out</h2><p class="govuk-body">On ${formatDay(implemented.on)}.${implemented.words && html` ${userText(implemented.words)}`}</p>`}`
}

function statement(entry: PlanEntry, decision: Decision, early: readonly string[]): Html {
  const { meeting, window, exempt, shortfall } = decision
  const rows: (readonly [string, Piece | undefined])[] = [
    ['Decided', formatDay(decision.on)],
    ['By', userText(decision.by)],
    ['Meeting', meeting && html`${formatDay(meeting.date)}`],
    ['Scrutiny', early.length === 0 ? undefined : userText(early.join(' '))],
    ['Decision', userText(decision.outcome)],
    ['Reasons', userText(decision.reasons)],
    ['Alternatives rejected', userText(decision.alternatives)],
    ['Conflicts of interest', userText(decision.conflicts)],
    ['Dispensations', userText(decision.dispensations)],
    ['Differs from the plan', decision.differs && userText(decision.differs)],
    ['Documents', entry.documents.length === 0 ? undefined : documentList(entry)],
    ['Statement published', closesWords(decision.published)],
    ['Call-in', window === undefined ? (exempt === undefined ? 'It cannot be called in.' : html`Exempt: ${userText(exempt.reason)} Agreed by ${userText(exempt.agreedBy)}.`) : `By ${window.members} members of scrutiny, until ${closesWords(window.closes)}`],
  ]
  return html`<h2 class="govuk-heading-m" id="decision">The decision</h2>${shortfall && warningText({ text: userText(shortWords(shortfall)) })}${summaryList({ rows: rows.flatMap(([key, value]) => (value === undefined || value === '' ? [] : [{ key, value }])) })}
<p class="govuk-body">${link(`${entryAddress(entry)}/decision`, 'The statement by itself, to print or to download')}</p>`
}

/** That the notice fell short, by which count, and why it was decided all the same. */
function shortWords({ finding = '', reason }: NonNullable<Decision['shortfall']>): string {
  return `This was decided without the full notice. ${finding} The reason given: ${reason}`
}

function calledIn({ at, members, principles, reasons, body, considerBy, meeting, considered, reconsidered }: CallIn, names: ReadonlyMap<string, string>): Html {
  const rows: (readonly [string, Piece | undefined])[] = [
    ['Called in', closesWords(at)],
    ['By', userText(members.join(', '))],
    ['Principles', html`<ul class="govuk-list">${principles.map((one) => html`<li>${principleWords[one]}</li>`)}</ul>`],
    ['Reasons', html`<ul class="govuk-list">${reasons.map((reason) => html`<li>${userText(reason)}</li>`)}</ul>`],
    ['Considered by', html`${names.has(body) ? link(`/bodies/${body}`, names.get(body) ?? body) : body}, by ${formatDay(considerBy)}${meeting && `: on the agenda for ${formatDay(meeting)}`}${considered === undefined && meeting !== undefined && meeting > considerBy && ', which is after that day'}`],
    ['Scrutiny', considered && html`${formatDay(considered.on)}. ${outcomeWords[considered.outcome]}: ${userText(considered.comments)}`],
    ['Considered again', reconsidered && html`${formatDay(reconsidered.on)}, by ${userText(reconsidered.by)}. ${reconsidered.outcome === 'confirmed' ? 'The decision stands' : 'The decision is changed'}: ${userText(reconsidered.words)}`],
  ]
  const stopped = considered === undefined ? 'The decision is not carried out before scrutiny has considered it.' : considered.outcome !== 'accepted' && reconsidered === undefined ? 'The decision is not carried out before it is considered again.' : undefined
  return html`<h2 class="govuk-heading-m" id="call-in">The call-in</h2>${stopped && html`<p class="govuk-body">${stopped}</p>`}${summaryList({ rows: rows.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }])) })}`
}
