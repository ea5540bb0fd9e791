import { formatDay } from '#core/date-words.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { link, userText } from '#platform/pages/text.ts'
import { natureWords } from '../declaration.ts'
import { registrationDue } from '../registration-due.ts'
import type { DeclaredNow } from '../sitting-now.ts'
import { sittingAddress, titleOf, type SittingView } from './view.ts'

/** What was declared against the item, what follows, and against which other items something was. */
export function declaredPart(view: SittingView): Html {
  const { sitting, recorded } = view
  const address = sittingAddress(view)
  const item = view.meeting.items.find(({ number }) => number === sitting.item)
  const isHidden = item !== undefined && !view.sight.isShown(item)
  const others = [...new Set(recorded.flatMap(({ what }) => (what.kind === 'declares' && what.declaration.item !== sitting.item ? what.declaration.item : [])))].toSorted((one, other) => one - other)
  const whips = recorded.flatMap(({ what }) => (what.kind === 'whips' && (what.whip.item === undefined || (what.whip.item === sitting.item && !isHidden)) ? what.whip : []))
  return html`<h2 class="govuk-heading-m" id="declared">Declarations for this item${sitting.declarations.length > 0 && ` (${sitting.declarations.length})`}</h2>
${sitting.declarations.length === 0 ? html`<p class="govuk-body">None.</p>` : html`<ul class="govuk-list gt-sitting__declared">${sitting.declarations.map((one) => declaredRow(view, one, isHidden))}</ul>`}
${whips.length > 0 && html`<p class="govuk-body">Party whip:</p><ul class="govuk-list govuk-list--bullet">${whips.map(({ group, words }) => html`<li>${userText(group)}: ${userText(words)}</li>`)}</ul>`}
${others.length > 0 && html`<p class="govuk-body">Also declared against: ${others.map((number, index) => html`${index > 0 && ', '}${link(`${address}?item=${number}#declared`, titleOf(view, number))}`)}.</p>`}
${view.mayRecord && html`<p class="govuk-body">${link(`${address}/declare${sitting.item === 0 ? '' : `?item=${sitting.item}`}`, 'Record a declaration or the party whip')}</p>`}`
}

function declaredRow(view: SittingView, { id, declaration, follows }: DeclaredNow, isHidden: boolean): Html {
  const { member, nature, words, sensitive, registered } = declaration
  const said = sensitive ? 'Its details are withheld: a sensitive interest.' : isHidden ? 'Its words are for those who may see the item.' : userText(words ?? '')
  const due = registered || nature === 'other' ? undefined : registrationDue(view.meeting.facts.date)
  return html`<li id="declared-${id}"><p class="govuk-body"><strong>${userText(member)}</strong> ${statusTag(natureWords[nature], 'neutral')} ${follows.leaves === 'must' && statusTag('Must leave', 'bad')}</p>
<p class="govuk-body">${said}</p><p class="govuk-body">${follows.why}</p>${due !== undefined && html`<p class="govuk-body">Not in the register of interests yet: notice is due by ${formatDay(due.day)}. ${due.citation}.</p>`}</li>`
}
