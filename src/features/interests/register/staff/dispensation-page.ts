import type { Refusal } from '#core/outcome.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { dispensationGrounds, dispensationScopes } from '../interest.ts'
import { grantDispensation } from '../keeping/keep-dispensations.ts'
import { typedDispensation, type TypedDispensation } from '../keeping/typed-dispensation.ts'
import { groundWords, scopeWords } from '../public/shown-html.ts'
import { memberToKeep, readMember } from './office-member-page.ts'
import { memberPath, officePath } from './office-page.ts'
import { failed, isHere, sendingOf } from './own-interest-page.ts'

/** `/staff/interests/:member/dispensations/new`: leave to take part in spite of an interest. */
export const grantPage: StaffPage<unknown> = {
  path: `${officePath}/:member/dispensations/new`,
  show: (request) => grantForm(request, typedDispensation(request.form)),
  submit: async (request) => {
    const found = await memberToKeep(request)
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const typed = typedDispensation(request.form)
    const granted = await grantDispensation(request.context, found.value.name, typed, request.form.text('sending'))
    if (granted.ok) return { kind: 'moved', to: `${memberPath(found.value.slug)}?done=granted` }
    return isHere(granted.refusal) ? grantForm(request, typed, granted.refusal) : { kind: 'refused', refusal: granted.refusal }
  },
}

async function grantForm(request: StaffRequest, typed: TypedDispensation, refusal?: Refusal): Promise<StaffAnswer> {
  const found = await readMember(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { name, slug } = found.value
  return {
    kind: 'page',
    title: `Grant ${name} a dispensation`,
    crumbs: [
      { text: 'Register of interests', href: officePath },
      { text: name, href: memberPath(slug) },
    ],
    ...failed(refusal),
    body: html`${refusal && faultSummary(refusal)}
<p class="govuk-body">On the member’s written request, for four years at most (Localism Act 2011, section 33). All that is given here is public at once: where the interest is withheld, say nothing of it.</p>
<form method="post" action="${memberPath(slug, 'dispensations/new')}" novalidate>${csrfInput(request.session.formToken)}${sendingOf(request)}${fields(typed, refusal)}
${button({ text: 'Grant the dispensation', preventDoubleClick: true })}</form>`,
  }
}

function fields(typed: TypedDispensation, refusal: Refusal | undefined): Html {
  const field = <Name extends keyof TypedDispensation>(name: Name) => ({ name, value: typed[name], error: faultFor(refusal, name) })
  const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--m' } })
  return html`${input({ ...field('matter'), label: { text: 'For which matter' }, hint: { text: 'Such as “Setting the council tax”.' } })}
${radios({ ...field('may'), fieldset: legend('What may the member do?'), items: dispensationScopes.map((value) => ({ value, text: scopeWords[value] })) })}
${dayInput({ ...field('from'), label: 'First day' })}
${dayInput({ ...field('to'), label: 'Last day', hint: 'At most four years after the first.' })}
${radios({ ...field('ground'), fieldset: legend('On which ground?'), items: dispensationGrounds.map((value) => ({ value, text: groundWords[value], hint: { text: `Section 33(2)(${value})` } })) })}
${textarea({ ...field('reason'), label: { text: 'Reason, as the public reads it' }, rows: 3 })}
${input({ ...field('granted-by'), label: { text: 'Granted by' }, hint: { text: 'A committee or a role, such as “Monitoring Officer”.' } })}
${dayInput({ ...field('granted-on'), label: 'Granted on' })}`
}
