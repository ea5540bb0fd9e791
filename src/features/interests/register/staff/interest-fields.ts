import type { Refusal } from '#core/outcome.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { TypedField, TypedInterest } from '../interest-form.ts'
import type { KeptInterest } from '../kept-registers.ts'
import { holderWords, holders, interestKinds, kindHints, kindWords } from '../kinds.ts'

/** Who fills the form in: the member, or the monitoring officer’s office for them. */
type For = 'member' | 'office'

/** The fields of an interest with what was typed. */
export function interestFields(typed: TypedInterest, refusal: Refusal | undefined, whom: For): Html {
  const error = (name: TypedField) => faultFor(refusal, name)
  return html`${radios({
    name: 'kind',
    fieldset: { legend: { text: 'What kind of interest is it?', classes: 'govuk-fieldset__legend--m' } },
    value: typed.kind,
    error: error('kind'),
    items: interestKinds.map((value) => ({ value, text: kindWords[value], hint: { text: kindHints[value] } })),
  })}
${radios({
    name: 'of',
    fieldset: { legend: { text: 'Whose is it?', classes: 'govuk-fieldset__legend--m' } },
    value: typed.of,
    error: error('of'),
    items: holders.map((value) => ({ value, text: value === 'member' && whom === 'member' ? 'Mine' : holderWords[value], ...(value === 'partner' ? { hint: { text: 'Whoever lives with the member as a spouse or civil partner counts.' } } : {}) })),
  })}
${textarea({ name: 'words', label: { text: 'What it is, as the register will say it' }, hint: { text: 'Such as “Director of a removal firm”, with its name. This is published once it is registered: give no address of a home here.' }, value: typed.words, rows: 3, error: error('words') })}
${textarea({ name: 'subjects', label: { text: 'Names of organisations and places it may be mentioned by' }, hint: { text: 'One in each line. Agendas are looked through for them, so that the member is reminded. They are not published.' }, value: typed.subjects, rows: 3, error: error('subjects') })}
${homeFields(typed, refusal)}
${dayInput({ name: 'from', label: 'Since when', value: typed.from, error: error('from') })}
${whom === 'office' && dayInput({ name: 'to', label: 'Last day (only of an interest that has ended)', value: typed.to, error: error('to') })}
${whom === 'office' && dayInput({ name: 'told-on', label: 'The day on which the member told it', value: typed['told-on'], error: error('told-on') })}
${dayInput({ name: 'disclosed-on', label: 'The day of the meeting at which it was disclosed (only of one that was not registered then)', value: typed['disclosed-on'], error: error('disclosed-on') })}`
}

function homeFields(typed: TypedInterest, refusal: Refusal | undefined): Html {
  return html`${checkboxes({
    name: 'home',
    fieldset: { legend: { text: 'Is it a home?', classes: 'govuk-fieldset__legend--m' } },
    values: [typed.home],
    items: [{ value: 'yes', text: 'Yes: somebody lives there', hint: { text: 'The register then says that it is a home, and nothing of where it is.' } }],
  })}
${input({ name: 'address', label: { text: 'Its address (only of a home)' }, hint: { text: 'Never published. Only the member and the monitoring officer’s office read it.' }, value: typed.address, error: faultFor(refusal, 'address') })}`
}

/** Asks for the details to be withheld. */
export function sensitiveFields(typed: TypedInterest, refusal: Refusal | undefined): Html {
  return html`${checkboxes({
    name: 'sensitive',
    fieldset: { legend: { text: 'Would publishing it put somebody at risk?', classes: 'govuk-fieldset__legend--m' } },
    values: [typed.sensitive],
    items: [{ value: 'yes', text: 'Ask for the details to be withheld', hint: { text: 'Where publishing could lead to violence or intimidation (Localism Act 2011, section 32). The monitoring officer decides; until then nothing is published.' } }],
  })}
${reasonField(typed.reason, refusal)}`
}

export function reasonField(value: string, refusal: Refusal | undefined): Html {
  return textarea({ name: 'reason', label: { text: 'Why its details should be withheld' }, hint: { text: 'Who would be at risk, and of what. It is not published.' }, value, rows: 3, error: faultFor(refusal, 'reason') })
}

/** A kept interest as its form shows it. */
export function typedOf(interest: KeptInterest, address: string | undefined): TypedInterest {
  return {
    kind: interest.kind,
    of: interest.of,
    words: interest.words,
    subjects: interest.subjects.join('\n'),
    home: interest.isHome ? 'yes' : '',
    address: address ?? '',
    from: interest.from,
    to: interest.to ?? '',
    'told-on': interest.toldOn,
    'disclosed-on': interest.disclosedOn ?? '',
    sensitive: interest.sensitive?.state === 'asked' ? 'yes' : '',
    reason: interest.sensitive?.reason ?? '',
  }
}
