import { formatDate } from '#core/date-words.ts'
import { ok, type Outcome, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { bodyNames } from '#features/bodies'
import type { MeetingsApp } from '#features/meetings'
import { actionButton } from '#platform/pages/action-button.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { itemOut } from '../../agenda/item-out.ts'
import { namesOfMembers } from '../../doors/members-list.ts'
import { sentMark } from '../../doors/sent-mark.ts'
import { changeGroup, subjectOfGroup, type GroupSeen } from '../change-group.ts'
import { keptGroup, noGroup, type KeptGroup } from '../keep-group.ts'
import { meetingsOfGroup, type MeetingsOfGroup } from '../meetings-of-group.ts'
import { groupAddress } from '../published-groups.ts'
import { commentAdded, considerationIn, evidenceAdded, sessionAdded, stepFieldOf, stepTaken, takenOut, type GroupChange, type Known } from '../read-steps.ts'
import { commentForm, evidenceForm, sessionForm, stepForms, type StepForms } from './step-forms.ts'
import { considerForm } from './consider-form.ts'
import { considerationPart } from './consideration.ts'
import { commissionedWords, evidenceWords, membersList, sessionWords, stageTags, termsList } from './words.ts'

/** `/staff/groups/:group`: one group, what it has done, and what can be done with it now. */
export const groupPage: StaffPage<MeetingsApp> = {
  path: '/staff/groups/:group',
  show: (request) => showGroup(request),
  submit: async (request, app) => {
    const { context, form, params } = request
    const seen: GroupSeen = { slug: params['group'] ?? '', revision: form.whole('revision'), sent: sentMark(context, form) }
    const known = await knownOf(request)
    if (!known.ok) return { kind: 'refused', refusal: known.refusal }
    const done = await changeGroup(context, app, seen, { ...changeOf(request, known.value), fieldOf: stepFieldOf(form) })
    if (done.ok) return { kind: 'moved', to: `/staff/groups/${seen.slug}?done=${form.text('deed')}` }
    return done.refusal.kind === 'not-allowed' || done.refusal.kind === 'not-found' ? { kind: 'refused', refusal: done.refusal } : showGroup(request, done.refusal)
  },
}

/** Against what a form of the page is read. */
function knownOf({ context, params, form, today }: StaffRequest): Promise<Outcome<Known>> {
  const slug = params['group'] ?? ''
  return look(context, { verb: 'groups.see', subject: { kind: 'task-group', id: slug.slice(0, 200) } }, async (reader) => {
    const group = form.text('deed') === 'considered' ? (await keptGroup(reader, slug))?.group : undefined
    const { met } = group === undefined ? { met: [] } : await meetingsOfGroup(reader, group, today)
    const date = met.find((day) => day === form.text('considered-on'))
    const item = group === undefined || date === undefined ? undefined : await itemOut(reader, group.commissionedBy, date, subjectOfGroup(slug))
    return ok({ bodies: await bodyNames(reader), today, met, item })
  })
}

function changeOf({ form, today }: StaffRequest, known: Known): { readonly change: GroupChange; readonly note: string } {
  switch (form.text('deed')) {
    case 'session':
      return { change: sessionAdded(form), note: 'A meeting or a visit was added.' }
    case 'evidence':
      return { change: evidenceAdded(form), note: 'Evidence was added.' }
    case 'comment':
      return { change: commentAdded(form, today), note: 'The draft was commented on.' }
    case 'considered':
      return { change: considerationIn(form, known), note: 'It was recorded at which meeting the report was considered, and what of it was agreed.' }
    case 'drop-session':
      return { change: takenOut('sessions', form.whole('place')), note: 'A meeting or a visit was taken out.' }
    case 'drop-evidence':
      return { change: takenOut('evidence', form.whole('place')), note: 'A piece of evidence was taken out.' }
    default:
      return { change: stepTaken(form, known), note: '' }
  }
}

const doneWords = {
  saved: 'The group is saved.',
  proposed: 'The group is kept as proposed. The public reads of it once its body has commissioned it.',
  step: 'The group has gone a step on.',
  session: 'It is added.',
  evidence: 'The evidence is added, and the public reads it now.',
  comment: 'The comment is added.',
  considered: 'It is recorded. What was agreed is asked of whoever is to answer, from now on.',
  'drop-session': 'It is taken out.',
  'drop-evidence': 'The evidence is taken out.',
}

interface GroupView extends KeptGroup {
  readonly names: ReadonlyMap<string, string>
  readonly members: readonly string[]
  readonly meetings: MeetingsOfGroup
}

export function readGroup({ context, params, today }: Pick<StaffRequest, 'context' | 'params' | 'today'>): Promise<Outcome<GroupView>> {
  const slug = params['group'] ?? ''
  return look(context, { verb: 'groups.see', subject: { kind: 'task-group', id: slug.slice(0, 200) } }, async (reader) => {
    const kept = await keptGroup(reader, slug)
    return kept === undefined ? noGroup : ok({ ...kept, names: await bodyNames(reader), members: await namesOfMembers(reader, today), meetings: await meetingsOfGroup(reader, kept.group, today) })
  })
}

async function showGroup(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const found = await readGroup(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { group, revision, names, meetings } = found.value
  const { context, session, form, today } = request
  const mayEdit = context.may(context.actor, 'groups.edit')
  const given: StepForms = { action: `/staff/groups/${group.slug}`, token: session.formToken, revision, today, form, refusal, bodies: names, meetings }
  const steps = mayEdit ? (stepForms(group, given) ?? considerForm(group, given)) : undefined
  const body = html`${refusal === undefined ? doneBanner(request.query, doneWords) : faultSummary(refusal)}
<p class="govuk-body-l">${stageTags(group, today)}</p>${facts(found.value)}
<p class="govuk-body">${mayEdit && html`${link(`/staff/groups/${group.slug}/edit`, 'Change what it is for, who sits on it and when it ends')}<br>`}
${group.standing.stage !== 'proposed' && link(groupAddress(group.slug), 'What the public reads')}</p>
${steps !== undefined && html`<h2 class="govuk-heading-m">What comes next</h2>${steps}`}${report(found.value, mayEdit ? given : undefined)}
<h2 class="govuk-heading-m">What it is to find out</h2>${termsList(group)}<h2 class="govuk-heading-m">Who sits on it</h2>${membersList(group)}
${sessions(found.value, mayEdit ? given : undefined)}${evidence(found.value, mayEdit ? given : undefined)}`
  const status = refusal === undefined ? 200 : refusal.kind === 'invalid' ? 400 : 409
  return { kind: 'page', title: `Task group: ${group.title}`, body, crumbs: [{ text: 'Task groups', href: '/staff/groups' }], status, hasFaults: refusal !== undefined }
}

function facts({ group, names }: GroupView): Html {
  const { starts, ends, standing } = group
  return summaryList({
    rows: [
      { key: 'Commissioned by', value: commissionedWords(group, names) },
      { key: 'Begins', value: starts === undefined ? 'Not said' : formatDate(starts) },
      { key: 'To end by', value: ends === undefined ? 'Not said' : formatDate(ends) },
      ...(standing.stage === 'paused' || standing.stage === 'ended' ? [{ key: 'Why', value: userText(standing.reason) }] : []),
      ...(group.source === undefined ? [] : [{ key: 'Source', value: userText(group.source) }]),
    ],
  })
}

function report({ group: { standing, commissionedBy }, names }: GroupView, given: StepForms | undefined): Html | undefined {
  const draft = standing.stage === 'draft' || standing.stage === 'final' ? standing.draft : undefined
  const comments = draft?.comments ?? []
  return html`${standing.stage === 'final' && html`<h2 class="govuk-heading-m">Final report, ${formatDate(standing.on)}</h2><p class="govuk-body">${userText(standing.says)}</p>${considerationPart(standing, commissionedBy, names)}`}
${draft !== undefined && html`<h2 class="govuk-heading-m">Draft report, ${formatDate(draft.on)}</h2><p class="govuk-body">${userText(draft.says)}</p>
${comments.length > 0 && html`<h3 class="govuk-heading-s">Comments</h3><ul class="govuk-list govuk-list--spaced">${comments.map(({ on, by, says }) => html`<li>${userText(by)}, ${formatDate(on)}: ${userText(says)}</li>`)}</ul>`}`}
${standing.stage === 'draft' && given !== undefined && html`<h3 class="govuk-heading-s">Add a comment</h3>${commentForm(given)}`}`
}

function sessions({ group }: GroupView, given: StepForms | undefined): Html {
  const list = group.sessions.map((one, place) => html`<li>${sessionWords(one)} ${given && takeOut(given, 'drop-session', place, `the ${one.kind} of ${formatDate(one.date)}`)}</li>`)
  return html`<h2 class="govuk-heading-m">Meetings and visits</h2>${list.length === 0 ? html`<p class="govuk-body">None yet.</p>` : html`<ul class="govuk-list govuk-list--spaced">${list}</ul>`}${given && sessionForm(given)}`
}

function evidence({ group }: GroupView, given: StepForms | undefined): Html {
  const list = group.evidence.map((one, place) => html`<li>${formatDate(one.date)}, ${userText(one.from)}: ${evidenceWords(one)} ${given && takeOut(given, 'drop-evidence', place, `the evidence of ${formatDate(one.date)}`)}</li>`)
  return html`<h2 class="govuk-heading-m">Evidence</h2>${list.length === 0 ? html`<p class="govuk-body">None yet.</p>` : html`<ul class="govuk-list govuk-list--spaced">${list}</ul>`}${given && evidenceForm(given)}`
}

function takeOut({ action, token, revision }: StepForms, deed: string, place: number, about: string): Html {
  return actionButton({ action, token, text: 'Take out', about, kind: 'secondary', fields: { deed, place: String(place), revision: String(revision) } })
}
