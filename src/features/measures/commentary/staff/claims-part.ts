import { countOf } from '#core/count-in-words.ts'
import type { Refusal } from '#core/outcome.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { details } from '#platform/pages/components/details.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { userText } from '#platform/pages/text.ts'
import type { CheckedClaim } from '../claims/check-commentary.ts'
import type { Verdict } from '../claims/claim.ts'
import type { Part } from '../model/commentary.ts'
import type { CommentaryView } from './look-at-commentary.ts'
import { measureChoices } from './measure-choices.ts'

const verdictTags: Readonly<Record<Verdict, () => Html>> = {
  supported: () => statusTag('Borne out', 'good'),
  'not-supported': () => statusTag('Not borne out', 'bad'),
  'cannot-tell': () => statusTag('Cannot tell', 'caution'),
}

const partWords: Readonly<Record<Part, string>> = { time: 'How it went over time', target: 'Its target', others: 'How it stands beside others' }

/** The claims that the check finds in what is written, each with what the figures say and what its author may do about it, as fields of the form. */
export function claimsPart(view: CommentaryView, refusal: Refusal | undefined): Html | undefined {
  const { claims } = view.checked
  if (view.content.happened === '' && claims.length === 0 && view.checked.numbers.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="claims">What it claims</h2>
${claims.length === 0 ? html`<p class="govuk-body">The check finds no claim in these words.</p>` : html`<p class="govuk-body">${countOf(claims.length, 'claims')}. One that the figures do not bear out keeps the commentary from being signed: change the words, say of which measure they speak, or say why they stand or why they are no claim. The reason is printed beside them.</p>
<ol class="govuk-list gt-claims-found">${claims.map((claim, place) => html`<li>${claimFields(claim, place + 1, view, refusal)}</li>`)}</ol>`}
${numbersPart(view)}`
}

function claimFields(checked: CheckedClaim, number: number, view: CommentaryView, refusal: Refusal | undefined): Html {
  const { claim, verdict, because, instead, isOfAnother, tie, measure } = checked
  const name = view.measures.find(({ slug }) => slug === measure)?.name ?? measure
  const isNoClaim = tie?.noClaim === true
  const isSettled = (verdict === 'supported' && !isNoClaim) || tie?.reason !== undefined
  // Why it is not borne out stands right above.
  const error = faultFor(refusal, `claim-${number}-reason`) && { text: isNoClaim ? 'Say here why it is no claim about a measure' : 'Change the words, say of which measure they speak, or say here why they stand' }
  const tag = isNoClaim ? statusTag('No claim', 'neutral') : verdictTags[verdict]()
  return html`<p class="govuk-body"><strong>“${userText(claim.words)}”</strong> ${tag}</p>
<p class="govuk-body">${isNoClaim ? 'You say that this is no claim about a measure.' : html`${measure !== view.definition.slug && html`${userText(name)}: `}${userText(because)}${isOfAnother === true && ' Say which measure it speaks of, or why it is no claim.'}${instead !== undefined && html` You could write: ${userText(instead)}.`}`}${tie?.reason !== undefined && html` ${isNoClaim ? 'Why' : 'It stands, since'}: ${userText(tie.reason)}`}</p>
<input type="hidden" name="claim-${number}-words" value="${claim.words}">
${details({ summary: isSettled ? html`Change what it rests on<span class="govuk-visually-hidden">: ${claim.words}</span>` : html`What to do about it<span class="govuk-visually-hidden">: ${claim.words}</span>`, open: !isSettled, content: tieFields(checked, number, view, error) })}`
}

function tieFields({ claim, tie, isOfAnother }: CheckedClaim, number: number, { measures, definition }: CommentaryView, error: { readonly text: string } | undefined): Html {
  const about = html`<span class="govuk-visually-hidden"> for “${claim.words}”</span>`
  return html`${select({ name: `claim-${number}-measure`, label: { text: html`Which measure it speaks of${about}` }, ...measureChoices(definition, measures, tie?.measure, isOfAnother === true || tie?.measure === definition.slug), value: tie?.measure })}
${select({ name: `claim-${number}-about`, label: { text: html`What of it${about}` }, items: Object.entries(partWords).map(([value, text]) => ({ value, text })), value: claim.about })}
${checkboxes({ name: `claim-${number}-none`, items: [{ value: 'yes', text: html`It is not a claim about a measure${about}` }], values: tie?.noClaim === true ? ['yes'] : [] })}
${input({ name: `claim-${number}-reason`, label: { text: html`Why it stands all the same, or why it is no claim${about}` }, hint: { text: 'The public reads it beside the words.' }, value: tie?.reason, error })}`
}

/** Numbers that are no figure are pointed out, and keep nobody from signing: they may be of something that is not measured here. */
function numbersPart({ checked: { numbers } }: CommentaryView): Html | undefined {
  if (numbers.length === 0) return undefined
  return html`<h3 class="govuk-heading-s">Numbers that are no figure of this measure</h3>
<ul class="govuk-list govuk-list--bullet">${numbers.map(({ words, sentence }) => html`<li><strong>${words}</strong> in “${userText(sentence)}”</li>`)}</ul>
<p class="govuk-body">Correct them, or leave them where they count something that is not measured here.</p>`
}
