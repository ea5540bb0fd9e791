import { formatDate } from '#core/date-words.ts'
import { details } from '#platform/pages/components/details.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { statusTag, type Meaning } from '#platform/pages/status-tag.ts'
import { link, userText } from '#platform/pages/text.ts'
import { isMoment, type Due } from '#features/rules'
import type { KeptInterest } from '../kept-registers.ts'
import { holderWords, kindWords } from '../kinds.ts'
import type { Duty } from '../registration-clock.ts'
import { periodWords } from '../shown-register.ts'

/** How far an interest is, in a word or two. */
export function standingTag({ registeredOn, sensitive, to }: KeptInterest): Html {
  const [text, meaning] = standing(registeredOn !== undefined, sensitive?.state, to !== undefined)
  return statusTag(text, meaning)
}

function standing(isRegistered: boolean, sensitivity: 'asked' | 'withheld' | 'refused' | undefined, isEnded: boolean): readonly [string, Meaning] {
  if (!isRegistered) return sensitivity === 'asked' ? ['Told; asked to be withheld', 'caution'] : ['Told, not registered yet', 'caution']
  if (sensitivity === 'asked') return ['Registered; asked to be withheld', 'caution']
  if (isEnded) return ['Ended', 'neutral']
  return sensitivity === 'withheld' ? ['Registered, details withheld', 'withheld'] : ['Registered', 'good']
}

/** An interest in one line: a home is called one, whatever else was typed. */
export function shortWords({ isHome, words }: Pick<KeptInterest, 'isHome' | 'words'>): string {
  if (isHome) return 'A home'
  return words.length <= 70 ? words : `${words.slice(0, 70).replace(/\s+\S*$/, '')} …`
}

/** Everything that was told of an interest, for those who may read it all. */
export function interestFacts(interest: KeptInterest, address: string | undefined): Html {
  const { kind, of, words, subjects, isHome, toldOn, registeredOn, disclosedOn, sensitive } = interest
  return summaryList({
    rows: [
      { key: 'State', value: standingTag(interest) },
      { key: 'Kind', value: kindWords[kind] },
      { key: 'Whose', value: holderWords[of] },
      { key: 'Interest', value: isHome ? html`A home. ${userText(words)}` : userText(words) },
      ...(isHome ? [{ key: 'Address, never published', value: userText(address ?? '') }] : []),
      { key: 'Names that agendas are looked through for', value: html`<ul class="govuk-list">${subjects.map((name) => html`<li>${userText(name)}</li>`)}</ul>` },
      { key: 'Held', value: periodWords(interest) },
      { key: 'Told', value: formatDate(toldOn) },
      ...(disclosedOn === undefined ? [] : [{ key: 'Disclosed at a meeting', value: formatDate(disclosedOn) }]),
      { key: 'Registered', value: registeredOn === undefined ? 'Not yet' : formatDate(registeredOn) },
      ...(sensitive === undefined ? [] : [{ key: 'Why its details should be withheld', value: html`${userText(sensitive.reason)} ${sensitive.state === 'refused' && statusTag('Not agreed', 'neutral')}` }]),
    ],
  })
}

const dutyTags: Readonly<Record<Duty['state'], readonly [string, Meaning]>> = {
  told: ['Told in time', 'good'],
  'told-late': ['Told late', 'caution'],
  due: ['Due', 'coming'],
  late: ['Late', 'bad'],
  'to-come': ['To take office', 'neutral'],
}

export function dutyTag({ state }: Duty): Html {
  return statusTag(...dutyTags[state])
}

/** The day by which it was or is to be told. */
export function dueDay({ due }: Duty): string {
  return due?.sets === 'day' && !isMoment(due.due) ? formatDate(due.due) : 'No limit known'
}

/** How the limit was counted, one press away. */
export function workingOf(due: Due | undefined, summary = 'How this was counted'): Html | undefined {
  if (due === undefined) return undefined
  return details({ summary, content: html`<ol class="govuk-list govuk-list--number">${due.working.map((step): Piece => html`<li>${step}</li>`)}</ol><p class="govuk-body">${due.citation}. ${link(`/rules/${due.rule}`, 'The rule')}</p>` })
}
