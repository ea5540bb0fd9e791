import { formatDate } from '#core/date-words.ts'
import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import { peopleWith, type KnownPerson } from '#access/people.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { Body, Membership } from '../body.ts'
import { memberLine } from '../member-groups.ts'
import { capacityHeadings, membersOn } from '../memberships.ts'
import { publishedBody } from '../published-bodies.ts'
import { addMember, endMembership, isOpenOn, memberFields, type TypedMember } from './change-members.ts'
import { addForm, endForm } from './member-forms.ts'
import { namedMembers } from './member-accounts.ts'

/** `/staff/bodies/:body/members`: who sits on a body; a member is added or ends on a day, and the public reads it at once. */
export const bodyMembersPage: StaffPage<unknown> = {
  path: '/staff/bodies/:body/members',
  show: (request) => showMembers(request),
  submit: async (request) => {
    const { context, form, params } = request
    const slug = params['body'] ?? ''
    const isEnd = form.text('deed') === 'end'
    const done = isEnd ? await endMembership(context, slug, form.text('membership'), form.text('to')) : await addMember(context, slug, typedMember(form), form.has('same-person'))
    if (done.ok) return { kind: 'moved', to: `/staff/bodies/${slug}/members?done=${isEnd ? 'ended' : 'added'}` }
    const isHere = done.refusal.kind === 'invalid' || done.refusal.kind === 'conflict'
    return isHere ? showMembers(request, done.refusal) : { kind: 'refused', refusal: done.refusal }
  },
}

function typedMember(form: PostedForm): TypedMember {
  return Object.fromEntries(memberFields.map((field) => [field, form.text(field)])) as unknown as TypedMember
}

interface Members {
  readonly body: Body
  /** The names that read with an account. */
  readonly linked: ReadonlySet<string>
  /** Everybody who can sign in. */
  readonly people: readonly KnownPerson[]
}

function read({ context, params, today }: StaffRequest): Promise<Outcome<Members>> {
  const slug = params['body'] ?? ''
  return look(context, { verb: 'bodies.edit-members', subject: { kind: 'body', id: slug.slice(0, 200) } }, async (reader) => {
    const found = await publishedBody(reader, slug)
    if (found === undefined) return refuse('not-found', 'There is no body of this name. The list of bodies shows those there are.')
    const linked = (await namedMembers(reader, today)).filter(({ person }) => person !== undefined)
    return ok({ body: found.body, linked: new Set(linked.map(({ name }) => name)), people: await peopleWith(reader, today) })
  })
}

async function showMembers(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const found = await read(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { body } = found.value
  const open = body.members.filter((member) => isOpenOn(member, request.today))
  const shown = { request, refusal }
  const content = html`${refusal === undefined ? doneBanner(request.query, doneWords) : faultSummary(refusal)}
<p class="govuk-body">Who sits on this body is public at once, on ${link(`/bodies/${body.slug}`, 'its own page')}. Notices and packs reach a member through the account that ${link('/staff/members', 'Members’ accounts')} names. Whether the public may speak at its meetings is said on ${link(`/staff/bodies/${body.slug}/participation`, 'Public participation')}; how many must be present before it may decide, on ${link(`/staff/bodies/${body.slug}/quorum`, 'Quorum')}; who may sit for a member, on ${link(`/staff/bodies/${body.slug}/substitutes`, 'Substitutes')}.</p>
${membersTable(found.value, request)}${addForm({ ...shown, body })}${open.length > 0 && endForm({ ...shown, members: open })}`
  const status = refusal === undefined ? 200 : refusal.kind === 'conflict' ? 409 : 400
  return { kind: 'page', title: `Members: ${body.name}`, body: content, crumbs: [{ text: 'Members’ accounts', href: '/staff/members' }], status, hasFaults: refusal !== undefined }
}

const doneWords = { added: 'The member is added, and the public reads it now.', ended: 'The membership ends on that day, and the public reads it now.' }

function membersTable({ body, linked, people }: Members, { today }: StaffRequest): Html {
  const later = body.members.filter((member) => member.from > today)
  const members = [...membersOn(body.members, today), ...later]
  if (members.length === 0) return html`<p class="govuk-body">Nobody is named as a member yet. Until somebody is, and has an account, notices reach nobody.</p>`
  return dataTable({
    caption: 'In office, and coming into office',
    columns: [{ heading: 'Member' }, { heading: 'Capacity' }, { heading: 'From' }, { heading: 'Until' }, { heading: 'Account' }],
    rows: members.map((member) => [memberLine(member), capacityHeadings[member.capacity], formatDate(member.from), member.to === undefined ? 'Open' : formatDate(member.to), account(member, linked, people)]),
  })
}

/** Nobody is given an account for bearing its name: an officer says so. */
function account({ person }: Membership, linked: ReadonlySet<string>, people: readonly KnownPerson[]): Html | string {
  if (person === undefined) return 'None'
  if (linked.has(person)) return 'Has one'
  const [same, another] = people.filter(({ name }) => name === person)
  const address = `/staff/members?member=${encodeURIComponent(person)}`
  if (same === undefined || another !== undefined) return link(address, html`Name an account<span class="govuk-visually-hidden"> for ${userText(person)}</span>`)
  return html`Is it the account of ${userText(same.email)}? ${link(`${address}&person=${same.person}`, html`Link it<span class="govuk-visually-hidden"> to ${userText(person)}</span>`)}`
}
