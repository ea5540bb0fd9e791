import type { Refusal } from '#core/outcome.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { capacities, type Body, type Membership } from '../body.ts'
import { capacityWords, seatAndOrganisation } from '../memberships.ts'
import { membershipMark } from './change-members.ts'

interface Shown {
  readonly request: Pick<StaffRequest, 'path' | 'session' | 'form'>
  readonly refusal: Refusal | undefined
}

const voteWords = [
  { value: 'all', text: 'All matters' },
  { value: 'education-only', text: 'Education matters only' },
  { value: 'none', text: 'No vote' },
]

/** Somebody joins the body. */
export function addForm({ request, refusal, body }: Shown & { readonly body: Body }): Html {
  const { form } = request
  const field = (name: string, label: string, hint?: string) => ({
    name,
    label: { text: label },
    value: form.text(name),
    error: faultFor(refusal, name),
    ...(hint === undefined ? {} : { hint: { text: hint } }),
  })
  const groups = body.termsOfReference?.quorum?.amongThem.map(({ group }) => group) ?? []
  return html`<h2 class="govuk-heading-m">Add a member</h2>
<form method="post" action="${request.path}" novalidate>${csrfInput(request.session.formToken)}
${input(field('person', 'Name', 'As the agenda prints it. Left empty, the seat is shown as vacant.'))}
${input(field('seat', 'Seat', 'The post or role that the seat is for: “County councillor”.'))}
${input(field('organisation', 'Organisation'))}
${select({ ...field('capacity', 'Capacity'), items: capacities.map((value) => ({ value, text: capacityWords[value] })), value: form.text('capacity') || 'voting' })}
${select({ ...field('votes', 'Votes on'), items: voteWords, value: form.text('votes') || 'all' })}
${groups.length > 0 && select({ ...field('group', 'Counts for the quorum as'), items: [{ value: '', text: 'No group' }, ...groups.map((value) => ({ value, text: value.replaceAll('-', ' ') }))] })}
${dayInput({ name: 'from', label: 'First day', value: form.text('from'), error: faultFor(refusal, 'from') })}
${samePerson(form, refusal)}${button({ text: 'Add the member', name: 'deed', value: 'add', preventDoubleClick: true })}</form>`
}

/** Asked only once the name turned out to read with an account. */
function samePerson(form: StaffRequest['form'], refusal: Refusal | undefined): Html | undefined {
  const error = faultFor(refusal, 'same-person')
  if (error === undefined && !form.has('same-person')) return undefined
  return checkboxes({ name: 'same-person', error, values: form.all('same-person'), items: [{ value: 'yes', text: 'It is the same person, who may read the packs of this body too' }] })
}

/** Somebody leaves it. */
export function endForm({ request, refusal, members }: Shown & { readonly members: readonly Membership[] }): Html {
  const { form } = request
  return html`<h2 class="govuk-heading-m">End a membership</h2>
<form method="post" action="${request.path}" novalidate>${csrfInput(request.session.formToken)}
${select({
    name: 'membership',
    label: { text: 'Membership' },
    value: form.text('membership'),
    error: faultFor(refusal, 'membership'),
    items: members.map((member) => ({ value: membershipMark(member), text: `${member.person ?? 'Vacant seat'}: ${seatAndOrganisation(member)}` })),
  })}
${dayInput({ name: 'to', label: 'Last day', hint: 'The record keeps the membership and says that it ended.', value: form.text('to'), error: faultFor(refusal, 'to') })}
${button({ text: 'End the membership', name: 'deed', value: 'end', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}
