import { formatTime } from '#core/date-words.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { TermsOfReference } from './body.ts'
import { decisionInWords, quorumInWords } from './quorum.ts'

/** The terms of reference as the rules that the product applies, in words. */
export function termsSection(terms: TermsOfReference): Html {
  const speaking = terms.publicParticipation
  const rows = [
    ...(terms.quorum === undefined ? [] : [{ key: 'Quorum', value: quorumInWords(terms.quorum) }, { key: 'Where the quorum comes from', value: terms.quorum.source }]),
    ...(terms.decision === undefined ? [] : [{ key: 'How it decides', value: decisionInWords(terms.decision) }]),
    ...(terms.frequency === undefined ? [] : [{ key: 'How often it meets', value: terms.frequency }]),
    ...(speaking === undefined ? [] : [{ key: 'Speaking at a meeting', value: participationInWords(speaking) }]),
    { key: 'Source', value: terms.agreed === undefined ? terms.source : `${terms.source} (${terms.agreed})` },
  ]
  return html`<h2 class="govuk-heading-m" id="terms">Terms of reference</h2>
    ${terms.purposes.length === 0 ? undefined : html`<ul class="govuk-list govuk-list--bullet">${terms.purposes.map((purpose) => html`<li>${purpose}</li>`)}</ul>`}
    ${summaryList({ rows })}`
}

function participationInWords(rule: NonNullable<TermsOfReference['publicParticipation']>): string {
  const days = rule.workingDaysBefore === 1 ? 'the working day' : `${rule.workingDaysBefore} working days`
  return [
    `Ask by ${formatTime(rule.closesAt)} ${days} before the meeting.`,
    ...(rule.minutesEach === undefined ? [] : [`Each speaker has ${rule.minutesEach} minutes.`]),
    ...(rule.minutesInAll === undefined ? [] : [`There are ${rule.minutesInAll} minutes in all.`]),
    ...(rule.writtenResponseDays === undefined ? [] : [`A written response follows within ${rule.writtenResponseDays} days.`]),
  ].join(' ')
}
