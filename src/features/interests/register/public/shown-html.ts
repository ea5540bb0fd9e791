import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { userText } from '#platform/pages/text.ts'
import { isInForce } from '../interest.ts'
import { holderWords, interestKinds, kindWords } from '../kinds.ts'
import { interestWords, periodWords, withheldWords, type ShownDispensation, type ShownInterest, type ShownRegister } from '../shown-register.ts'

/** The interests by kind, those that have ended after the others, then dispensations. */
export function registerHtml(register: Pick<ShownRegister, 'interests' | 'hasWithheld' | 'dispensations'>, day: LocalDate): Html {
  const open = register.interests.filter(({ to }) => to === undefined || to >= day)
  const ended = register.interests.filter((one) => !open.includes(one))
  return html`<h2 class="govuk-heading-m" id="interests">Interests</h2>
${open.length === 0 && !register.hasWithheld && html`<p class="govuk-body">No interest is in the register.</p>`}
${interestKinds.map((kind) => ofKind(kindWords[kind], open.filter((one) => one.kind === kind)))}
${register.hasWithheld && html`<h3 class="govuk-heading-s">Details withheld</h3><p class="govuk-body">${statusTag('Withheld', 'withheld')} ${withheldWords}</p>`}
${ended.length > 0 && html`<h2 class="govuk-heading-m" id="ended">Interests that have ended</h2>${interestsList(ended, true)}`}
${dispensationsHtml(register.dispensations, day)}`
}

function ofKind(heading: string, interests: readonly ShownInterest[]): Html | undefined {
  return interests.length === 0 ? undefined : html`<h3 class="govuk-heading-s">${heading}</h3>${interestsList(interests)}`
}

/** Each interest, and under it whose it is and since when it is known. */
export function interestsList(interests: readonly ShownInterest[], isKindSaid = false): Html {
  return html`<ul class="govuk-list govuk-list--spaced">${interests.map(
    (one) => html`<li>${one.shows === 'home' ? interestWords(one) : userText(one.words)}
<div class="govuk-hint govuk-!-margin-bottom-0">${isKindSaid && `${kindWords[one.kind]}. `}${holderWords[one.of]}, ${periodWords(one)}. Told on ${formatDate(one.toldOn)}, registered on ${formatDate(one.registeredOn)}.</div></li>`,
  )}</ul>`
}

export const scopeWords: Readonly<Record<ShownDispensation['may'], string>> = { speak: 'Speak, and not vote', 'speak-and-vote': 'Speak and vote' }

/** The grounds of section 33(2), shortened to what they say. */
export const groundWords: Readonly<Record<ShownDispensation['ground'], string>> = {
  a: 'Without it so many members could not take part that the business would be impeded',
  b: 'Without it the strength of political groups would be upset so as to alter the likely outcome of a vote',
  c: 'It is in the interests of people living in the area',
  d: 'Without it no member of the executive could take part',
  e: 'It is otherwise appropriate',
}

/** The dispensations, as they stand on that day. */
export function dispensationsHtml(dispensations: readonly ShownDispensation[], day: LocalDate): Html {
  if (dispensations.length === 0) return html`<h2 class="govuk-heading-m" id="dispensations">Dispensations</h2><p class="govuk-body">None was granted.</p>`
  return html`<h2 class="govuk-heading-m" id="dispensations">Dispensations</h2>
<p class="govuk-body">Leave under section 33 of the Localism Act 2011 to take part in spite of a disclosable interest, for four years at most.</p>
${dispensations.map((one) => summaryList({ card: { title: { text: userText(one.matter), headingLevel: 3 } }, rows: rowsOf(one, day) }))}`
}

function rowsOf(one: ShownDispensation, day: LocalDate) {
  const state = isInForce(one, day) ? undefined : html` ${statusTag(one.from > day ? 'To come' : 'Over', 'neutral')}`
  return [
    { key: 'The member may', value: scopeWords[one.may] },
    { key: 'When', value: html`${formatDate(one.from)} to ${formatDate(one.to)}${state}` },
    { key: 'Granted', value: html`${formatDate(one.grantedOn)}, by ${userText(one.grantedBy)}` },
    { key: 'Ground', value: `${groundWords[one.ground]} (section 33(2)(${one.ground}))` },
    { key: 'Reason', value: userText(one.reason) },
  ]
}
