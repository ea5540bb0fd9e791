import type { Refusal } from '#core/outcome.ts'
import type { CsrfToken } from '#platform/pages/form.ts'
import { csrfInput, faultFor } from '#platform/pages/form.ts'
import { button } from '#platform/pages/components/button.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { postedForm, type PostedForm } from '#access/staff/posted-form.ts'
import { nextPages } from '../publication/members-pack.ts'
import type { AskedPublication } from './ask-publication.ts'
import type { PublicationKind } from './changes-since.ts'
import { staffAddress } from './page-frame.ts'
import type { Proposal } from './to-publish.ts'

const kinds: readonly PublicationKind[] = ['agenda', 'supplement', 'correction', 'withdrawal', 'release', 'state']

/** What was posted with the form. */
export function askedWith(form: PostedForm): AskedPublication {
  const reasons = form.names().flatMap((name) => {
    const number = /^late-item-([1-9]\d{0,3})$/.exec(name)?.[1]
    return number === undefined || form.text(name) === '' ? [] : [[number, form.text(name)] as const]
  })
  return {
    kind: kinds.find((kind) => kind === form.text('kind')),
    note: form.text('note'),
    lateReason: form.text('late-reason') === '' ? undefined : form.text('late-reason'),
    itemReasons: Object.fromEntries(reasons),
    revision: form.whole('revision'),
    leave: form.all('leave'),
  }
}

/** Whether other papers were ticked to stay as published than those with which the page was shown: it is to be looked at again first. */
export function choosesAnew(form: PostedForm): boolean {
  const [leave, shown] = [form.all('leave'), form.all('left')]
  return leave.length !== shown.length || leave.some((id) => !shown.includes(id))
}

/** The form with another choice of papers: what it is to be published as follows from that. */
export function withoutKind(form: PostedForm): PostedForm {
  return postedForm(form.names().flatMap((name) => (name === 'kind' ? [] : form.all(name).map((value) => [name, value] as const))))
}

/** The choice of papers that stay as published, where something else stops publication: without them it may go on. */
export function leaveForm(proposal: Proposal, typed: PostedForm, token: CsrfToken): Html | undefined {
  if (proposal.mayStay.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">Leave changes out</h2>
    <form method="post" action="${staffAddress(proposal.kept.meeting.id)}/publish" novalidate>
    ${csrfInput(token)} ${typedWords(typed)} ${leaveField(proposal)}
    ${button({ text: 'Check again', classes: 'govuk-button--secondary', name: 'step', value: 'check' })}
  </form>`
}

/** What was typed where nothing can be published for now is there again once it can. */
function typedWords(typed: PostedForm): Html[] {
  return typed.names().filter((name) => /^(note|late-reason|late-item-\d+)$/.test(name)).map((name) => html`<input type="hidden" name="${name}" value="${typed.text(name)}">`)
}

/** What is still asked before publishing, and the button. */
export function publishForm(proposal: Proposal, typed: PostedForm, token: CsrfToken, refusal: Refusal | undefined): Html {
  const { kept, kind } = proposal
  return html`<form method="post" action="${staffAddress(kept.meeting.id)}/publish" novalidate>
    ${csrfInput(token)} <input type="hidden" name="revision" value="${kept.meeting.revision}">
    ${leaveField(proposal)} ${kindField(proposal, typed)} ${lateField(proposal, typed, refusal)} ${itemFields(proposal, typed, refusal)} ${noteField(proposal, typed, refusal)}
    ${button({ text: kind === 'agenda' ? 'Publish the agenda' : 'Publish', preventDoubleClick: true })}
    <p class="govuk-body">What is published never changes again; a correction is a new version, and the old one stays readable.</p>
  </form>`
}

function leaveField({ mayStay, staying, standing }: Proposal): Html | undefined {
  if (mayStay.length === 0) return undefined
  return html`${staying.map(({ id }) => html`<input type="hidden" name="left" value="${id}">`)} ${checkboxes({
    name: 'leave',
    values: staying.map(({ id }) => id),
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'Leave as published', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: `A paper that you tick stays as it is in version ${standing?.version ?? 0}; its change waits for another version. The others are published as they are now.` },
    items: mayStay.map(({ id, published }) => ({ value: id, text: html`Item ${published.item}, ${userText(published.title)}` })),
  })}`
}

function kindField(proposal: Proposal, typed: PostedForm): Html {
  const { kind } = proposal
  if (kind !== 'supplement' && kind !== 'withdrawal' && kind !== 'release') return html`<input type="hidden" name="kind" value="${kind ?? ''}">`
  return radios({
    name: 'kind',
    value: typed.text('kind') === '' ? kind : typed.text('kind'),
    fieldset: { legend: { text: 'How to publish this', classes: 'govuk-fieldset__legend--s' } },
    items: [ownWay(kind, proposal), { value: 'correction', text: 'As a correction', hint: { text: 'The whole pack is built again, with new page numbers, and you say what is corrected.' } }],
  })
}

function ownWay(kind: 'supplement' | 'withdrawal' | 'release', { standing, lastSupplement, changes }: Proposal) {
  if (kind === 'withdrawal') return { value: kind, text: 'As a withdrawal', hint: { text: `The new version shows the reason; the pack is built again without what is withdrawn, so that papers after it get other page numbers${movesTimes(changes) ? ', and items after it other times' : ''}.` } }
  if (kind === 'release') return { value: kind, text: 'As a release', hint: { text: 'The new version has the papers that were withheld; the pack is built again.' } }
  const from = nextPages(standing?.papers ?? []).open
  const what = (changes?.papers.length ?? 0) === 0 ? 'what joins the agenda stands in a document of its own.' : `the new papers have pages from ${from} on, in a document of their own.`
  return { value: kind, text: `As supplement ${lastSupplement + 1}`, hint: { text: `The pack stays as it is; ${what}` } }
}

/** Beside what it withdraws, a withdrawal only moves the times of other items. */
function movesTimes(changes: Proposal['changes']): boolean {
  return changes?.items.some(({ change }) => change === 'changed') === true
}

function lateField({ isFirst, clearDays, kept }: Proposal, typed: PostedForm, refusal: Refusal | undefined): Html | undefined {
  if (!isFirst || !clearDays.isLate) return undefined
  return textarea({
    name: 'late-reason',
    label: { text: 'The chair’s reason for publishing late', classes: 'govuk-label--s' },
    hint: { text: 'Fewer than five clear working days are left (Local Government Act 1972 s100B). The public reads the reason, and it goes into the minutes.' },
    value: typed.has('late-reason') ? typed.text('late-reason') : (kept.meeting.facts.lateReason ?? ''),
    rows: 3,
    error: faultFor(refusal, 'late-reason'),
  })
}

function itemFields({ lateItems, kept }: Proposal, typed: PostedForm, refusal: Refusal | undefined): Html[] {
  return lateItems.map(({ number, title }) => {
    const name = `late-item-${number}`
    return textarea({
      name,
      label: { text: html`The chair’s reason for the urgency of item ${number}, <bdi>${title}</bdi>`, classes: 'govuk-label--s' },
      hint: { text: 'The item joins the agenda with fewer than five clear working days to go. The public reads the reason, and it goes into the minutes.' },
      value: typed.has(name) ? typed.text(name) : (kept.meeting.items.find((item) => item.number === number)?.facts.lateReason ?? ''),
      rows: 3,
      error: faultFor(refusal, name),
    })
  })
}

function noteField({ kind, isOpen }: Proposal, typed: PostedForm, refusal: Refusal | undefined): Html | undefined {
  if (kind === 'agenda' || kind === 'state' || !isOpen) return undefined
  const isCorrection = kind === 'correction'
  return textarea({
    name: 'note',
    label: { text: isCorrection ? 'What this version corrects' : 'What readers should know of it', classes: 'govuk-label--s' },
    hint: { text: `${isCorrection ? '' : 'Needed for a correction only. '}The public reads it: say nothing of what is withheld.` },
    value: typed.text('note'),
    rows: 3,
    error: faultFor(refusal, 'note'),
  })
}
