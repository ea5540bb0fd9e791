import { given } from '#core/given.ts'
import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import { postedForm, type PostedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { warningText } from '#platform/pages/components/warning-text.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { formatDate } from '#core/date-words.ts'
import { publishedBodies } from '#features/bodies'
import { itemIdOf } from '../agenda/ids.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { isWithheldItem } from '../record/withheld.ts'
import type { ItemInWork } from '../work/meeting-in-work.ts'
import { meetingInWork } from '../work/read-work.ts'
import type { ItemSeen } from './change-item.ts'
import { crumbsTo, meetingOf, staffAddress, type NamedMeeting } from './page-frame.ts'
import { keepWithheld, release } from './release.ts'
import { isPaperWithdrawn, paperName, reinstate, withdraw } from './withdraw.ts'
import { isOpenedUnreleased, withheldBefore, type WithheldBefore } from './withheld-before.ts'

interface FoundItem extends NamedMeeting {
  readonly item: ItemInWork
  readonly revision: number
  /** What the version that stands withholds of it. */
  readonly before?: WithheldBefore
}

/** `/staff/meetings/:meeting/after/items/:item`: withdraw an item or one of its papers, take that back, release what was withheld or keep it so. */
export const itemAfterPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/after/items/:item',
  show: async (request) => {
    const found = await readItem(request)
    return found.ok ? pageOf(request, found.value, postedForm([])) : { kind: 'refused', refusal: found.refusal }
  },
  submit: async (request, app) => {
    const found = await readItem(request)
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const { meeting, item } = found.value
    const seen = { meeting: meeting.id, item: item.id, revision: request.form.whole('revision') }
    const { word, outcome } = await change(request, app, seen)
    if (outcome.ok) return { kind: 'moved', to: `${staffAddress(meeting.id)}/after?done=${word}` }
    const isOfForm = outcome.refusal.kind === 'invalid' || outcome.refusal.kind === 'conflict'
    return isOfForm ? pageOf(request, found.value, request.form, outcome.refusal) : { kind: 'refused', refusal: outcome.refusal }
  },
}

async function change(request: StaffRequest, app: MeetingsApp, seen: ItemSeen): Promise<{ word: string; outcome: Outcome<void> }> {
  const { context, form } = request
  switch (form.text('step')) {
    case 'reinstate':
      return { word: 'reinstated', outcome: await reinstate(context, app, seen, form.text('what')) }
    case 'release':
      return { word: 'released', outcome: await release(context, app, seen, { decidedBy: form.text('decided-by'), decidedOn: form.text('decided-on') }) }
    case 'keep':
      return { word: 'kept', outcome: await keepWithheld(context, app, seen, form.text('review-on')) }
    default:
      return { word: 'withdrawn', outcome: await withdraw(context, app, seen, { what: form.text('what'), reason: form.text('reason') }) }
  }
}

function readItem(request: StaffRequest): Promise<Outcome<FoundItem>> {
  const [id, wanted] = [meetingOf(request), itemIdOf(request.params['item'])]
  return look(request.context, { verb: 'meetings.publish', subject: { kind: 'item', id: wanted ?? 'none' } }, async (reader) => {
    const meeting = id === undefined ? undefined : await meetingInWork(reader, id)
    const item = meeting?.items.find((one) => one.id === wanted)
    const body = (await publishedBodies(reader)).find((one) => one.slug === meeting?.facts.body)
    if (meeting === undefined || item === undefined || body === undefined) return refuse('not-found', 'There is no such item on this agenda. Somebody may have taken it off.')
    return ok({ meeting, item, body, revision: meeting.revision, ...given('before', (await withheldBefore(reader, meeting)).get(item.id)) })
  })
}

function pageOf(request: StaffRequest, found: FoundItem, typed: PostedForm, refusal?: Refusal): StaffAnswer {
  const { item, meeting } = found
  const status = refusal === undefined ? {} : { hasFaults: true, status: refusal.kind === 'conflict' ? (409 as const) : (400 as const) }
  return {
    kind: 'page',
    title: `Item ${item.number}: ${item.facts.title}`,
    crumbs: crumbsTo(found, { text: 'Supplements, corrections and withdrawals', href: `${staffAddress(meeting.id)}/after` }),
    body: html`${refusal && faultSummary(refusal)} ${withdrawn(request, found)} ${withdrawForm(request, found, typed, refusal)} ${withheldForms(request, found, typed, refusal)}`,
    ...status,
  }
}

/** A form of this page; `step` says which. */
function form(request: StaffRequest, { revision }: FoundItem, step: string, fields: Html): Html {
  return html`<form method="post" action="${request.path}" novalidate>${csrfInput(request.session.formToken)}
    <input type="hidden" name="step" value="${step}"><input type="hidden" name="revision" value="${revision}">${fields}</form>`
}

/** What is withdrawn already, each with the way back. */
function withdrawn(request: StaffRequest, found: FoundItem): Html | undefined {
  const { facts, papers } = found.item
  const named = (what: string) => papers.find((paper) => paperName(paper) === what)?.title ?? what
  const entries = [
    ...(facts.withdrawn === undefined ? [] : [{ what: 'item', title: 'This item', reason: facts.withdrawn }]),
    ...(facts.withdrawnPapers ?? []).map(({ paper, reason }) => ({ what: paper, title: named(paper), reason })),
  ]
  if (entries.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">Withdrawn</h2>
    ${entries.map(
      ({ what, title, reason }) => html`${insetText({ text: html`<bdi>${title}</bdi>: <bdi>${reason}</bdi>` })}
      <div class="govuk-button-group">${actionButton({ action: request.path, token: request.session.formToken, text: 'Take the withdrawal back', about: title, kind: 'secondary', fields: { step: 'reinstate', what, revision: String(found.revision) } })}</div>`,
    )}`
}

function withdrawForm(request: StaffRequest, found: FoundItem, typed: PostedForm, refusal: Refusal | undefined): Html | undefined {
  const { facts, papers } = found.item
  if (facts.withdrawn !== undefined) return undefined
  const left = papers.filter((paper) => paper.isHeld && !isPaperWithdrawn(found.item, paper))
  const step = typed.text('step') === 'withdraw' ? typed : postedForm([])
  const ownRefusal = typed.text('step') === 'withdraw' ? refusal : undefined
  const choice = radios({
    name: 'what',
    value: step.text('what') === '' ? 'item' : step.text('what'),
    fieldset: { legend: { text: 'What is withdrawn', classes: 'govuk-fieldset__legend--s' } },
    items: [{ value: 'item', text: 'The item with all its papers' }, ...left.map((paper) => ({ value: paperName(paper), text: html`Only the paper <bdi>${paper.title}</bdi>` }))],
    error: faultFor(ownRefusal, 'what'),
  })
  return html`<h2 class="govuk-heading-m">Withdraw</h2>
    <p class="govuk-body">The item stays on the agenda with the reason. Earlier versions stay readable as they were.</p>
    ${warningText({ text: rebuilt, iconFallbackText: 'Note' })}
    ${form(
      request,
      found,
      'withdraw',
      html`${choice} ${textarea({ name: 'reason', label: { text: 'Reason', classes: 'govuk-label--s' }, hint: { text: 'The public and the members read it: say nothing of what is withheld.' }, value: step.text('reason'), rows: 3, error: faultFor(ownRefusal, 'reason') })}
      ${button({ text: 'Withdraw', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
    )}`
}

const rebuilt = 'The next version has a pack that is built again without what you withdraw: papers after it get other page numbers. With an item its minutes go, and the items after it begin earlier, except those at a fixed time.'

function withheldForms(request: StaffRequest, found: FoundItem, typed: PostedForm, refusal: Refusal | undefined): Html | undefined {
  const { facts } = found.item
  if (isOpenedUnreleased(facts, found.before)) return openedForm(request, found, typed, refusal)
  if (!isWithheldItem(facts) || facts.withdrawn !== undefined) return undefined
  const why = facts.exempt === undefined ? 'They are confidential (Local Government Act 1972 s100A(2)).' : `They are exempt under paragraph ${facts.exempt.paragraph} of Schedule 12A: ${facts.exempt.reason}`
  const review = facts.withheld?.reviewOn === undefined ? '' : ` To be looked at again on ${formatDate(facts.withheld.reviewOn)}.`
  const keep = html`${dayInput({ name: 'review-on', label: 'Ask again on', value: typed.text('review-on'), error: faultFor(refusal, 'review-on') })} ${button({ text: 'Keep withheld until then', classes: 'govuk-button--secondary', preventDoubleClick: true })}`
  return html`<h2 class="govuk-heading-m">Withheld papers</h2>
    <p class="govuk-body">${why}${review}</p>
    <h3 class="govuk-heading-s">The reason still holds</h3>
    ${form(request, found, 'keep', keep)}
    <h3 class="govuk-heading-s">The reason has lapsed</h3>
    <p class="govuk-body">The next version publishes the papers, and the item with its true title.</p>
    ${form(request, found, 'release', releaseFields(typed, refusal))}`
}

/** The agenda says already that it is open. */
function openedForm(request: StaffRequest, found: FoundItem, typed: PostedForm, refusal: Refusal | undefined): Html {
  return html`<h2 class="govuk-heading-m">Release it</h2>
    <p class="govuk-body">The agenda now says that this item is open, and the version that stands withholds it. Nothing can be published until the decision is recorded here.</p>
    ${form(request, found, 'release', releaseFields(typed, refusal))}`
}

function releaseFields(typed: PostedForm, refusal: Refusal | undefined): Html {
  return html`${input({ name: 'decided-by', id: 'decided-by', label: { text: 'Decided by' }, hint: { text: 'A role: Monitoring Officer. The public reads it.' }, value: typed.text('decided-by'), error: faultFor(refusal, 'decided-by') })}
    ${dayInput({ name: 'decided-on', label: 'Decided on', value: typed.text('decided-on'), error: faultFor(refusal, 'decided-on') })} ${button({ text: 'Release to the public', preventDoubleClick: true })}`
}
