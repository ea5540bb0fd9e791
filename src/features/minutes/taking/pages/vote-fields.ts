import type { PostedForm } from '#access/staff/posted-form.ts'
import type { Refusal } from '#core/outcome.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { select } from '#platform/pages/components/select.ts'
import { details } from '#platform/pages/components/details.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { voices, type Vote, type Voter } from '../record/vote.ts'

const voiceWords = { for: 'For', against: 'Against', abstained: 'Abstained' } as const

/** The numbers of a vote, the casting vote, and the vote of each member where one asked for it by name; who may not vote is told with why. */
export function voteFields(form: PostedForm, voters: readonly Voter[], refusal: Refusal | undefined): Html {
  const number = (name: keyof typeof voiceWords) =>
    input({ name, label: { text: voiceWords[name] }, value: form.text(name), inputmode: 'numeric', classes: 'govuk-input--width-3', error: faultFor(refusal, name) })
  const able = voters.filter(({ may }) => may)
  const others = voters.filter(({ may }) => !may)
  return html`<fieldset class="govuk-fieldset gt-vote"><legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Vote</legend>
<p class="govuk-hint">Leave all of this empty where nobody voted. ${able.length === 1 ? 'One person' : `${able.length} people`} may vote on this item.</p>
<div class="gt-vote__numbers">${voices.map(number)}</div>
${radios({ name: 'casting', value: form.text('casting'), classes: 'govuk-radios--small govuk-radios--inline', error: faultFor(refusal, 'casting'), fieldset: { legend: { text: 'Casting vote of the chair, where the numbers were equal' } }, items: [{ value: '', text: 'None', checked: form.text('casting') === '' }, { value: 'for', text: 'For' }, { value: 'against', text: 'Against' }] })}
${namedFields(form, able, refusal)}${mayNot(others)}</fieldset>`
}

function namedFields(form: PostedForm, able: readonly Voter[], refusal: Refusal | undefined): Html {
  const names = form.all('member')
  const said = form.all('voice')
  const fault = faultFor(refusal, 'named')
  // Somebody who was named and may not vote stays in the form, so that what was typed is not lost.
  const shown = [...able.map(({ member }) => member), ...names.filter((name, at) => (said[at] ?? '') !== '' && !able.some(({ member }) => member === name))]
  const content = html`${shown.map((member, index) =>
    html`<div class="gt-vote__member"><input type="hidden" name="member" value="${member}">${select({
      name: 'voice',
      id: index === 0 ? 'named' : `named-${index + 1}`,
      label: { text: userText(member) },
      value: said[names.indexOf(member)] ?? '',
      error: index === 0 ? fault : undefined,
      items: [{ text: 'Not recorded', value: '' }, ...voices.map((voice) => ({ text: voiceWords[voice], value: voice }))],
    })}</div>`)}`
  return details({ summary: 'Vote by name, where a member asked for it', open: fault !== undefined || said.some((voice) => voice !== ''), content })
}

function mayNot(others: readonly Voter[]): Html | undefined {
  if (others.length === 0) return undefined
  return details({ summary: `Who may not vote on this item (${others.length})`, content: html`<ul class="govuk-list govuk-list--bullet">${others.map(({ member, why }) => html`<li>${userText(member)}: ${why}</li>`)}</ul>` })
}

/** The fields of a vote as its form sends them. */
export function fieldsOfVote(taken: Vote | undefined): [string, string][] {
  if (taken === undefined) return []
  return [
    ...voices.map((voice): [string, string] => [voice, String(taken[voice])]),
    ['casting', taken.castingVote ?? ''],
    ...(taken.named ?? []).flatMap(({ member, voted }): [string, string][] => [['member', member], ['voice', voted]]),
  ]
}

/** A vote as it was typed, to be checked with its resolution; undefined where nothing of it was. */
export function voteTyped(form: PostedForm): unknown {
  const said = form.all('voice')
  const named = form.all('member').flatMap((member, at) => ((said[at] ?? '') === '' ? [] : [{ member, voted: said[at] }]))
  const casting = form.text('casting')
  if (voices.every((voice) => form.text(voice) === '') && named.length === 0 && casting === '') return undefined
  const counted = (voice: string) => (form.text(voice) === '' ? named.filter(({ voted }) => voted === voice).length : Number(form.text(voice)))
  return { for: counted('for'), against: counted('against'), abstained: counted('abstained'), ...(casting === '' ? {} : { castingVote: casting }), ...(named.length === 0 ? {} : { named }) }
}
