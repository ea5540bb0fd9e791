import { ok, refuse, type Refusal } from '#core/outcome.ts'
import type { PersonId } from '#access/actor.ts'
import { look } from '#access/look.ts'
import { peopleWith, type KnownPerson } from '#access/people.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { notificationBanner } from '#platform/pages/components/notification-banner.ts'
import { select } from '#platform/pages/components/select.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { bodyNames } from '../published-bodies.ts'
import { linkMember } from './link-member.ts'
import { namedMembers, type NamedMember } from './member-accounts.ts'

const path = '/staff/members'
/** What the form sends where a member is to have no account. */
const nobody = 'nobody'

/** `/staff/members`: which account each member in office reads with. */
export const membersPage: StaffPage<unknown> = {
  path,
  show: (request) => membersAnswer(request),
  submit: async (request) => {
    const [member, person] = [request.form.text('member'), request.form.text('person')]
    const unchosen = [...(member === '' ? [{ field: 'member', message: 'Choose a member' }] : []), ...(person === '' ? [{ field: 'person', message: 'Choose an account, or that the member has none' }] : [])]
    if (unchosen.length > 0) return membersAnswer(request, refuse('invalid', '', unchosen).refusal)
    const linked = await linkMember(request.context, member, person === nobody ? undefined : (person as PersonId), request.form.has('despite-role'))
    if (!linked.ok) return linked.refusal.kind === 'not-allowed' ? { kind: 'refused', refusal: linked.refusal } : membersAnswer(request, linked.refusal)
    return { kind: 'moved', to: `${path}?done=${linked.value.linked ? 'linked' : 'unlinked'}&who=${encodeURIComponent(member)}` }
  },
}

async function membersAnswer(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const { context, today } = request
  const read = await look(context, { verb: 'bodies.link-members', subject: { kind: 'member', id: 'all' } }, async (reader) =>
    ok({ members: await namedMembers(reader, today), people: await peopleWith(reader, today), names: await bodyNames(reader) }),
  )
  if (!read.ok) return { kind: 'refused', refusal: read.refusal }
  const { members, people, names } = read.value
  const chosen = request.form.text('member') || request.query.get('member')
  const account = request.form.text('person') || request.query.get('person')
  const without = members.filter((member) => member.person === undefined)
  return {
    kind: 'page',
    title: 'Members’ accounts',
    status: refusal === undefined ? 200 : 400,
    hasFaults: refusal !== undefined,
    body: html`${refusal && faultSummary(refusal)}${done(request, members)}
<p class="govuk-body">A member’s meetings, packs and notices reach the account that is named here. ${members.length - without.length} of ${members.length} members in office have one.</p>
<form method="post" action="${path}" novalidate>${csrfInput(request.session.formToken)}
${select({
  name: 'member',
  label: { text: 'Member' },
  hint: { text: 'Those without an account come first.' },
  error: faultFor(refusal, 'member'),
  items: [
    { value: '', text: 'Choose a member' },
    ...[...without, ...members.filter((member) => member.person !== undefined)].map((member) => ({ value: member.name, text: memberWords(member, people), selected: member.name === chosen })),
  ],
})}
${select({
  name: 'person',
  label: { text: 'Reads with the account of' },
  error: faultFor(refusal, 'person'),
  items: [
    { value: '', text: 'Choose an account' },
    { value: nobody, text: 'Nobody: take the link away', selected: account === nobody },
    ...people.map((one) => ({ value: one.person, text: `${one.name}, ${one.email}`, selected: one.person === account })),
  ],
})}
${despiteRole(request, refusal)}${button({ text: 'Save', preventDoubleClick: true })}</form>
${context.may(context.actor, 'bodies.edit-members') && whoSits(names)}`,
  }
}

/** Asked only once an account was chosen that looks like the wrong one. */
function despiteRole({ form }: StaffRequest, refusal: Refusal | undefined): Html | undefined {
  const error = faultFor(refusal, 'despite-role')
  if (error === undefined && !form.has('despite-role')) return undefined
  return checkboxes({ name: 'despite-role', error, values: form.all('despite-role'), items: [{ value: 'yes', text: 'It is the right account, though it has no member’s role' }] })
}

function whoSits(names: ReadonlyMap<string, string>): Html {
  return html`<h2 class="govuk-heading-m">Who sits on which body</h2>
<p class="govuk-body">Add a member, or end a membership, on the page of the body:</p>
<ul class="govuk-list">${[...names].map(([slug, name]) => html`<li>${link(`/staff/bodies/${slug}/members`, name)}</li>`)}</ul>`
}

function memberWords(member: NamedMember, people: readonly KnownPerson[]): string {
  const account = people.find((one) => one.person === member.person)
  return `${member.name} (${member.bodies.join('; ')})${account === undefined ? '' : `: ${account.email}`}`
}

function done({ query }: StaffRequest, members: readonly NamedMember[]): Html | undefined {
  const who = members.find(({ name }) => name === query.get('who'))?.name
  const word = query.get('done')
  if (who === undefined || (word !== 'linked' && word !== 'unlinked')) return undefined
  return notificationBanner({ type: 'success', text: word === 'linked' ? `${who} reads with this account from now on.` : `${who} has no account now.` })
}
