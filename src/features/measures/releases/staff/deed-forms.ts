import { countOf } from '#core/count-in-words.ts'
import { given } from '#core/given.ts'
import { dateOf, londonMoment, timeOf } from '#core/london-time.ts'
import type { Refusal } from '#core/outcome.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { warningText } from '#platform/pages/components/warning-text.ts'
import { dayInput, timeInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor, type CsrfToken } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { checkKinds, warningsIn, type CheckKind } from '../checks/check-item.ts'
import { marksOf } from '../checks/finding-marks.ts'
import { reasonField } from '../deeds/check-release.ts'
import { lastCheck } from '../model/last-check.ts'
import type { KeptRelease } from '../model/release-draft.ts'
import type { ReleasePreview } from '../preview/release-preview.ts'
import { staffReleaseAddress } from './addresses.ts'
import { saidBefore, type SaidBefore } from './said-before.ts'

/** A release with what somebody typed about it. */
export interface DeedForm {
  readonly kept: KeptRelease
  readonly token: CsrfToken
  readonly form: PostedForm
  readonly refusal: Refusal | undefined
}

/** Says that it was looked through; for each kind of warning the reason why it may go out. */
export function checkForm(page: DeedForm, { found }: ReleasePreview, before: string): Html {
  const last = lastCheck(page.kept.standing)
  const fields = [...warningsIn(found).map((kind) => reasonFieldOf(kind, page, saidBefore(kind, found, last))), html`<input type="hidden" name="shown" value="${marksOf(found).join(' ')}">`]
  return html`<h2 class="govuk-heading-m">Check it</h2><p class="govuk-body">Look at ${before}. What is checked is held fast: where figures or words change afterwards, it is to be checked again.</p>
${postForm(page, 'check', fields, 'I have looked through it: give it for approval')}`
}

function reasonFieldOf(kind: CheckKind, { form, refusal }: DeedForm, { value, hint }: SaidBefore): Html {
  const name = reasonField(kind)
  return textarea({ name, label: { text: `Why it may go out all the same: ${checkKinds[kind][1].toLowerCase()}` }, ...given('hint', hint), rows: 2, value: form.has(name) ? form.text(name) : value, error: faultFor(refusal, name) })
}

/** With how many of its commentaries whoever approves has signed themselves. */
export function approveForm(page: DeedForm, { signed, posts }: { readonly signed: number; readonly posts: readonly string[] }): Html {
  const field = html`${input({ name: 'by', label: { text: 'Approved in the name of' }, hint: { text: 'A post, without “the”: the public reads it. For example: Director of Children’s Services.' }, value: page.form.text('by'), error: faultFor(page.refusal, 'by'), autocomplete: 'off', attributes: { list: 'posts' } })}<datalist id="posts">${posts.map((post) => html`<option value="${post}"></option>`)}</datalist>`
  const own = signed > 0 && warningText({ text: `You signed ${countOf(signed, 'commentaries')} in it yourself. Somebody else had better approve it; where you do, the history of the release says so.` })
  return html`<h2 class="govuk-heading-m">Approve it</h2>${own}${postForm(page, 'approve', field, 'Approve the release')}`
}

export function backForm(page: DeedForm): Html {
  const field = textarea({ name: 'back', label: { text: 'What is to be changed' }, hint: { text: 'Those who put it together read it; nobody outside does.' }, rows: 3, value: page.form.text('back'), error: faultFor(page.refusal, 'back') })
  return html`<h2 class="govuk-heading-m">Or send it back</h2>${postForm(page, 'back', field, 'Send it back', 'secondary')}`
}

/** Now, or at a moment of London's time. */
export function publishForms(page: DeedForm): Html {
  const { kept, form, refusal, token } = page
  const until = kept.standing.state === 'embargoed' ? londonMoment(kept.standing.until) : undefined
  const typed = (name: string, standing: string) => (form.has(name) ? form.text(name) : standing)
  const fields = html`${dayInput({ name: 'day', label: 'Day', value: typed('day', until === undefined ? '' : dateOf(until)), error: faultFor(refusal, 'day') })}${timeInput({ name: 'time', label: 'Time in London', value: typed('time', until === undefined ? '09:00' : timeOf(until)), error: faultFor(refusal, 'time') })}`
  const press = (action: string, text: string, kind?: 'secondary') => actionButton({ action: staffReleaseAddress(kept, action), token, text, kind, fields: { revision: String(kept.revision) } })
  return html`<h2 class="govuk-heading-m">Publish it</h2><p class="govuk-body">Nobody can change what is published. A mistake is put right by the next version, with a note that everybody reads.</p>
<div class="govuk-button-group">${press('publish', 'Publish it now')}${until !== undefined && press('lift', 'Take it off its moment', 'secondary')}</div>
<h3 class="govuk-heading-s">${until === undefined ? 'Or let it go out by itself at a moment' : 'Or move its moment'}</h3>${postForm(page, 'embargo', fields, 'Hold it until then', 'secondary')}`
}

export function amendForm(page: DeedForm): Html {
  const field = textarea({ name: 'note', label: { text: 'What the next version corrects' }, hint: { text: 'Everybody reads it beside the figures. The version that stands stays as it is until the next is published.' }, rows: 3, value: page.form.text('note'), error: faultFor(page.refusal, 'note') })
  return html`<h2 class="govuk-heading-m">Amend it</h2>${postForm(page, 'amend', field, 'Begin the next version', 'secondary')}`
}

/** Of a next version that was begun: what is published stands as it is. */
export function dropForm({ kept, token }: DeedForm): Html {
  return html`<h2 class="govuk-heading-m">Drop the amendment</h2><p class="govuk-body">Version ${kept.version} stays as it is published. What was chosen for the next one is not kept; figures and commentary that were changed meanwhile are.</p>
${actionButton({ action: staffReleaseAddress(kept, 'drop'), token, text: 'Drop the amendment', kind: 'secondary', fields: { revision: String(kept.revision) } })}`
}

function postForm({ kept, token }: DeedForm, action: string, fields: Html | readonly Html[], press: string, kind?: 'secondary'): Html {
  return html`<form method="post" action="${staffReleaseAddress(kept, action)}" novalidate>${csrfInput(token)}<input type="hidden" name="revision" value="${kept.revision}">${fields}${button({ text: press, preventDoubleClick: true, classes: kind === undefined ? '' : 'govuk-button--secondary' })}</form>`
}
