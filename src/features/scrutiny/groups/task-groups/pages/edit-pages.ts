import { ok, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { bodyNames } from '#features/bodies'
import type { MeetingsApp } from '#features/meetings'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead, userText } from '#platform/pages/text.ts'
import { namesOfMembers } from '../../doors/members-list.ts'
import { sentMark } from '../../doors/sent-mark.ts'
import { editGroup, proposeGroup } from '../change-group.ts'
import { factFields, noFacts, typedFacts, valuesOfGroup, type TypedFacts } from '../read-group-form.ts'
import { groupForm } from './group-form.ts'
import { readGroup } from './group-page.ts'

interface Refused {
  readonly typed: TypedFacts
  readonly refusal: Refusal
}

/** `/staff/groups/new`: propose a group. */
export const newGroupPage: StaffPage<MeetingsApp> = {
  path: '/staff/groups/new',
  show: (request) => showNew(request),
  submit: async (request, app) => {
    const typed = typedFacts(request.form)
    const done = await proposeGroup(request.context, app, typed, sentMark(request.context, request.form))
    if (done.ok) return { kind: 'moved', to: `/staff/groups/${done.value.slug}?done=proposed` }
    return done.refusal.kind === 'not-allowed' ? { kind: 'refused', refusal: done.refusal } : showNew(request, { typed, refusal: done.refusal })
  },
}

async function showNew(request: StaffRequest, refused?: Refused): Promise<StaffAnswer> {
  const found = await look(request.context, { verb: 'groups.edit', subject: { kind: 'task-group', id: 'new' } }, async (reader) => ok({ bodies: await bodyNames(reader), members: await namesOfMembers(reader, request.today) }))
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const form = groupForm({ action: '/staff/groups/new', token: request.session.formToken, revision: 0, typed: refused?.typed ?? noFacts, refusal: refused?.refusal, ...found.value, isCommissioned: false, submit: 'Propose the group' })
  const body = html`${refused && faultSummary(refused.refusal)}${lead('Only staff see a group that is proposed. The public reads of it once its body has commissioned it.')}${form}`
  return { kind: 'page', title: 'Propose a task and finish group', body, crumbs, status: statusOf(refused), hasFaults: refused !== undefined }
}

const crumbs = [{ text: 'Task groups', href: '/staff/groups' }]

function statusOf(refused: Refused | undefined): 200 | 400 | 409 {
  if (refused === undefined) return 200
  return refused.refusal.kind === 'invalid' ? 400 : 409
}

/** `/staff/groups/:group/edit`: what a group is for, who sits on it, when it is to end. */
export const editGroupPage: StaffPage<MeetingsApp> = {
  path: '/staff/groups/:group/edit',
  show: (request) => showEdit(request),
  submit: async (request, app) => {
    const slug = request.params['group'] ?? ''
    const typed = typedFacts(request.form)
    const done = await editGroup(request.context, app, { slug, revision: request.form.whole('revision'), sent: sentMark(request.context, request.form) }, typed)
    if (done.ok) return { kind: 'moved', to: `/staff/groups/${slug}?done=saved` }
    const isHere = done.refusal.kind === 'invalid' || done.refusal.kind === 'conflict'
    return isHere ? showEdit(request, { typed, refusal: done.refusal }) : { kind: 'refused', refusal: done.refusal }
  },
}

async function showEdit(request: StaffRequest, refused?: Refused): Promise<StaffAnswer> {
  if (!request.context.may(request.context.actor, 'groups.edit')) {
    const refusal = await look(request.context, { verb: 'groups.edit', subject: { kind: 'task-group', id: (request.params['group'] ?? '').slice(0, 200) } }, () => Promise.resolve(ok(undefined)))
    if (!refusal.ok) return { kind: 'refused', refusal: refusal.refusal }
  }
  const found = await readGroup(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { group, revision, names, members } = found.value
  const isConflict = refused?.refusal.kind === 'conflict'
  const form = groupForm({
    action: `/staff/groups/${group.slug}/edit`,
    token: request.session.formToken,
    // Beside what somebody else saved, what is typed rests on that.
    revision: refused === undefined || isConflict ? revision : request.form.whole('revision'),
    typed: refused?.typed ?? valuesOfGroup(group),
    refusal: refused?.refusal,
    bodies: names,
    members,
    isCommissioned: group.standing.stage !== 'proposed',
    submit: 'Save the group',
  })
  const body = html`${refused && faultSummary(refused.refusal)}${isConflict && whatStands(valuesOfGroup(group), refused.typed)}${form}`
  return { kind: 'page', title: `Change: ${group.title}`, body, crumbs: [...crumbs, { text: group.title, href: `/staff/groups/${group.slug}` }], status: statusOf(refused), hasFaults: refused !== undefined }
}

const fieldWords: Readonly<Record<(typeof factFields)[number], string>> = {
  title: 'What the group looks into',
  body: 'Its own record',
  'commissioned-by': 'Body that commissions it',
  'commissioned-date': 'Commissioned on',
  'commissioned-item': 'At item',
  terms: 'Terms of reference',
  lead: 'Lead member',
  members: 'Other members',
  starts: 'Begins',
  ends: 'To end by',
}

/** What somebody else saved meanwhile, where it is not what was typed. */
function whatStands(stands: TypedFacts, typed: TypedFacts): Html | undefined {
  const rows = factFields.filter((field) => stands[field] !== typed[field].replaceAll('\r\n', '\n')).map((field) => ({ key: fieldWords[field], value: stands[field] === '' ? 'Nothing' : userText(stands[field]) }))
  if (rows.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">What stands now, where it differs from what you typed</h2>${summaryList({ rows })}<p class="govuk-body">Below is what you typed. Saving puts it in place of what stands now.</p>`
}
