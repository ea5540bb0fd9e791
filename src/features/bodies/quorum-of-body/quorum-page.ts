import type { Refusal } from '#core/outcome.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { bodyToEdit } from '../body-to-edit.ts'
import type { Body } from '../body.ts'
import { changeQuorum, groupsOf, quorumFields, quorumMark, type QuorumField, type TypedQuorum } from './change-quorum.ts'

/** `/staff/bodies/:body/quorum`: how many must be present before a body may decide. */
export const quorumPage: StaffPage<unknown> = {
  path: '/staff/bodies/:body/quorum',
  show: (request) => showQuorum(request),
  submit: async (request) => {
    const { context, form, params } = request
    const slug = params['body'] ?? ''
    const found = await bodyToEdit(request)
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const among = new Map(groupsOf(found.value).map((group) => [group, form.text(`among-${group}`)]))
    const typed = { ...(Object.fromEntries(quorumFields.map((field) => [field, form.text(field)])) as Record<QuorumField, string>), among }
    const done = await changeQuorum(context, slug, typed, form.text('based-on'))
    if (done.ok) return { kind: 'moved', to: `/staff/bodies/${slug}/quorum?done=saved` }
    const isHere = done.refusal.kind === 'invalid' || done.refusal.kind === 'conflict'
    return isHere ? showQuorum(request, { typed, refusal: done.refusal }) : { kind: 'refused', refusal: done.refusal }
  },
}

interface Refused {
  readonly typed: TypedQuorum
  readonly refusal: Refusal
}

async function showQuorum(request: StaffRequest, refused?: Refused): Promise<StaffAnswer> {
  const found = await bodyToEdit(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const body = found.value
  const isConflict = refused?.refusal.kind === 'conflict'
  const mark = refused === undefined || isConflict ? quorumMark(body) : request.form.text('based-on')
  const saved = { saved: 'The quorum is saved, and the body’s page says it now.' }
  const content = html`${refused === undefined ? doneBanner(request.query, saved) : faultSummary(refused.refusal)}
<p class="govuk-body">Without its quorum a meeting of this body can note and cannot decide. The rule is part of the terms of reference on ${link(`/bodies/${body.slug}`, 'the body’s own page')}, and holds for every meeting from the moment it is saved.</p>
<form method="post" action="${request.path}" novalidate>${csrfInput(request.session.formToken)}<input type="hidden" name="based-on" value="${mark}">
${fields(refused?.typed ?? keptFields(body), refused?.refusal, body)}${button({ text: 'Save', preventDoubleClick: true })}</form>
<p class="govuk-body">${link(`/staff/bodies/${body.slug}/members`, 'Members of this body')}</p>`
  const status = refused === undefined ? 200 : isConflict ? 409 : 400
  return { kind: 'page', title: `Quorum: ${body.name}`, body: content, crumbs: [{ text: 'Members’ accounts', href: '/staff/members' }], status, hasFaults: refused !== undefined }
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
