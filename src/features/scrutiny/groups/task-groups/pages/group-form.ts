import type { Refusal } from '#core/outcome.ts'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor, type CsrfToken } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { membersListId, offeredMembers } from '../../doors/members-list.ts'
import type { TypedFacts } from '../read-group-form.ts'

interface GroupForm {
  readonly action: string
  readonly token: CsrfToken
  /** 0 for a new group. */
  readonly revision: number
  readonly typed: TypedFacts
  readonly refusal: Refusal | undefined
  readonly bodies: ReadonlyMap<string, string>
  /** The names that the browser offers for the lead. */
  readonly members: readonly string[]
  /** Its body has commissioned it, so that it can be said when. */
  readonly isCommissioned: boolean
  readonly submit: string
}

/** The facts of a group; it works without a script, and keeps whatever was typed. */
export function groupForm({ action, token, revision, typed, refusal, bodies, members, isCommissioned, submit }: GroupForm): Html {
  const error = (field: keyof TypedFacts) => faultFor(refusal, field)
  const items = (none: string) => [{ value: '', text: none }, ...[...bodies].map(([value, text]) => ({ value, text }))]
  return html`<form method="post" action="${action}" novalidate>${csrfInput(token)}<input type="hidden" name="revision" value="${String(revision)}">
${input({ name: 'title', label: { text: 'What the group looks into' }, value: typed.title, error: error('title') })}
${select({ name: 'commissioned-by', label: { text: 'Body that commissions it' }, items: items('Choose a body'), value: typed['commissioned-by'], error: error('commissioned-by') })}
${isCommissioned && html`${dayInput({ name: 'commissioned-date', label: 'Commissioned on (optional)', value: typed['commissioned-date'], error: error('commissioned-date') })}
${input({ name: 'commissioned-item', label: { text: 'At item (optional)' }, inputmode: 'numeric', classes: 'govuk-input--width-3', value: typed['commissioned-item'], error: error('commissioned-item') })}`}
${textarea({ name: 'terms', label: { text: 'Terms of reference' }, hint: { text: 'What it is to find out: one on each line.' }, rows: 6, value: typed.terms, error: error('terms') })}
${input({ name: 'lead', label: { text: 'Lead member (optional)' }, hint: { text: 'The name as the list of members writes it, a comma, and the seat: “Cllr A. Member, chair of the panel”.' }, value: typed.lead, error: error('lead'), attributes: { list: membersListId } })}${offeredMembers(members)}
${textarea({ name: 'members', label: { text: 'Other members (optional)' }, hint: { text: 'One on each line, written the same way.' }, rows: 5, value: typed.members, error: error('members') })}
${dayInput({ name: 'starts', label: 'Begins (optional)', value: typed.starts, error: error('starts') })}
${dayInput({ name: 'ends', label: 'To end by (optional)', hint: 'A group past this day is shown as late, to the public too.', value: typed.ends, error: error('ends') })}
${select({ name: 'body', label: { text: 'Its own record among the bodies (optional)' }, items: items('None'), value: typed.body, error: error('body') })}
${button({ text: submit, preventDoubleClick: true })}</form>`
}
