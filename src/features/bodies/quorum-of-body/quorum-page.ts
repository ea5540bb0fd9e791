import type { Refusal } from '#core/outcome.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import type { Body } from '../body.ts'
import { rulePage } from '../rule-page/rule-page.ts'
import { changeQuorum, groupsOf, quorumFields, quorumMark, type QuorumField, type TypedQuorum } from './change-quorum.ts'

/** `/staff/bodies/:body/quorum`: how many must be present before a body may decide. */
export const quorumPage = rulePage<TypedQuorum>({
  word: 'quorum',
  title: 'Quorum',
  saved: 'The quorum is saved, and the body’s page says it now.',
  read: typedIn,
  kept: keptFields,
  mark: quorumMark,
  change: changeQuorum,
  about: (body) =>
    html`Without its quorum a meeting of this body can note and cannot decide. The rule is part of the terms of reference on ${link(`/bodies/${body.slug}`, 'the body’s own page')}, and holds for every meeting from the moment it is saved.`,
  fields,
  next: (body) => link(`/staff/bodies/${body.slug}/members`, 'Members of this body'),
})

const ofGroup = 'among-'

function typedIn(form: PostedForm): TypedQuorum {
  const among = new Map(form.names().flatMap((name) => (name.startsWith(ofGroup) ? [[name.slice(ofGroup.length), form.text(name)] as const] : [])))
  return { ...(Object.fromEntries(quorumFields.map((field) => [field, form.text(field)])) as Record<QuorumField, string>), among }
}

function keptFields({ termsOfReference }: Body): TypedQuorum {
  const rule = termsOfReference?.quorum
  return {
    stated: rule === undefined ? 'no' : 'yes',
    'at-least': rule?.atLeast === undefined ? '' : String(rule.atLeast),
    share: rule?.share === undefined ? '' : String(Number((rule.share * 100).toFixed(2))),
    substitutes: rule === undefined ? '' : rule.substitutesCount ? 'yes' : 'no',
    source: rule?.source ?? '',
    among: new Map(rule?.amongThem.map(({ group, atLeast }) => [group, String(atLeast)])),
  }
}

function fields(typed: TypedQuorum, refusal: Refusal | undefined, body: Body): Html {
  const described = (label: string, hint?: string) => ({ label: { text: label }, ...(hint === undefined ? {} : { hint: { text: hint } }) })
  const field = (name: QuorumField, label: string, hint?: string) => ({ name, value: typed[name], error: faultFor(refusal, name), ...described(label, hint) })
  const figure = { inputmode: 'numeric', classes: 'govuk-input--width-4' } as const
  const yesNo = (name: QuorumField, text: string, no: string, classes: string) =>
    radios({ name, fieldset: { legend: { text, classes } }, value: typed[name], error: faultFor(refusal, name), items: [{ value: 'yes', text: 'Yes' }, { value: 'no', text: no }] })
  return html`${yesNo('stated', 'Does this body have a quorum?', 'No: its record states none', 'govuk-fieldset__legend--m')}
<h2 class="govuk-heading-m">Where it has one</h2>
${input({ ...field('at-least', 'At least so many voting members (optional)'), ...figure })}
${input({ ...field('share', 'At least this share of the voting members, in per cent (optional)', '25 is a quarter. Vacant seats are counted in, and the number is rounded up.'), ...figure })}
${yesNo('substitutes', 'Do substitutes count?', 'No', 'govuk-fieldset__legend--s')}
${groupsOf(body).map((group) => input({ name: `among-${group}`, value: typed.among.get(group) ?? '', error: faultFor(refusal, `among-${group}`), ...described(`Among them at least so many of the group “${group.replaceAll('-', ' ')}” (optional)`), ...figure }))}
${input(field('source', 'Where the rule comes from', 'Such as “Council Constitution, part 4”.'))}`
}
