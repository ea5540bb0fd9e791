import { randomUUID } from 'node:crypto'
import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { button } from '#platform/pages/components/button.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { ownName } from '../change-register.ts'
import { typedInterest, type TypedInterest } from '../interest-form.ts'
import { homesOf, keptRegister, type KeptInterest } from '../kept-registers.ts'
import { askToWithhold, changeTold, endOwnInterest, takeBackTold, tellInterest } from '../telling/tell-interests.ts'
import { interestFields, reasonField, sensitiveFields, typedOf } from './interest-fields.ts'
import { interestFacts, shortWords } from './interest-words.ts'
import { ownPath, ownSubject, readOwn } from './own-page.ts'

const crumbs = [{ text: 'My interests', href: ownPath }]

/** `/staff/my-interests/new`: a member tells an interest. */
export const tellPage: StaffPage<unknown> = {
  path: `${ownPath}/new`,
  show: (request) => tellForm(request, { ...typedInterest(request.form), of: 'member' }),
  submit: async (request) => {
    const typed = typedInterest(request.form)
    const told = await tellInterest(request.context, typed, request.form.text('sending'))
    if (told.ok) return { kind: 'moved', to: `${ownPath}?done=told` }
    return isHere(told.refusal) ? tellForm(request, typed, told.refusal) : { kind: 'refused', refusal: told.refusal }
  },
}

async function tellForm(request: StaffRequest, typed: TypedInterest, refusal?: Refusal): Promise<StaffAnswer> {
  const own = await readOwn(request)
  if (!own.ok) return { kind: 'refused', refusal: own.refusal }
  return {
    kind: 'page',
    title: 'Tell an interest',
    crumbs,
    ...failed(refusal),
    body: html`${refusal && faultSummary(refusal)}<form method="post" action="${ownPath}/new" novalidate>${csrfInput(request.session.formToken)}${sendingOf(request)}
${interestFields(typed, refusal, 'member')}${sensitiveFields(typed, refusal)}${button({ text: 'Tell the monitoring officer', preventDoubleClick: true })}</form>`,
  }
}

interface Failed {
  readonly refusal: Refusal
  /** Which of the page’s forms it was. */
  readonly deed: string
}

/** `/staff/my-interests/:interest`: one of one’s own: changed while it is only told, ended, or asked to be withheld. */
export const ownInterestPage: StaffPage<unknown> = {
  path: `${ownPath}/:interest`,
  show: (request) => showInterest(request),
  submit: async (request) => {
    const { form } = request
    const deed = form.text('deed')
    const done = await doDeed(request, deed)
    if (done.ok) return { kind: 'moved', to: `${ownPath}?done=${doneBy[deed] ?? 'saved'}` }
    return isHere(done.refusal) ? showInterest(request, { refusal: done.refusal, deed }) : { kind: 'refused', refusal: done.refusal }
  },
}

const doneBy: Readonly<Record<string, string>> = { end: 'ended', ask: 'asked', 'take-back': 'taken-back' }

function doDeed({ context, form, params }: StaffRequest, deed: string): Promise<Outcome<void>> {
  const [id, revision] = [params['interest'] ?? '', form.whole('revision')]
  if (deed === 'end') return endOwnInterest(context, id, revision, form.text('last-day'))
  if (deed === 'ask') return askToWithhold(context, id, revision, form.text('reason'))
  return deed === 'take-back' ? takeBackTold(context, id, revision) : changeTold(context, id, revision, typedInterest(form))
}

interface Found {
  readonly interest: KeptInterest
  readonly address: string | undefined
}

function readInterest({ context, params }: StaffRequest): Promise<Outcome<Found>> {
  return look(context, ownSubject, async (reader) => {
    const name = await ownName(context, { reader })
    if (!name.ok) return name
    const interest = (await keptRegister(reader, name.value)).interests.find(({ id }) => id === params['interest'])
    if (interest === undefined) return refuse('not-found', 'You have told no such interest. It may have been taken back in another window.')
    return ok({ interest, address: (await homesOf(reader, interest.isHome ? [interest.id] : [])).get(interest.id) })
  })
}

async function showInterest(request: StaffRequest, failing?: Failed): Promise<StaffAnswer> {
  const found = await readInterest(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { interest, address } = found.value
  const shown = { request, interest, failing }
  return {
    kind: 'page',
    title: `Your interest: ${shortWords(interest)}`,
    crumbs,
    ...failed(failing?.refusal),
    body: html`${failing && faultSummary(failing.refusal)}${interestFacts(interest, address)}
${interest.registeredOn === undefined ? changeForm(shown, address) : interest.to === undefined && html`${endForm(shown)}${interest.sensitive === undefined && askForm(shown)}`}`,
  }
}

interface Shown {
  readonly request: StaffRequest
  readonly interest: KeptInterest
  readonly failing: Failed | undefined
}

function opened({ request, interest }: Shown): Html {
  return html`<form method="post" action="${ownPath}/${interest.id}" novalidate>${csrfInput(request.session.formToken)}<input type="hidden" name="revision" value="${interest.revision}">`
}

function changeForm(shown: Shown, address: string | undefined): Html {
  const { request, interest, failing } = shown
  const isFailing = failing?.deed === 'change'
  const typed = isFailing ? typedInterest(request.form) : typedOf(interest, address)
  const refusal = isFailing ? failing.refusal : undefined
  return html`<h2 class="govuk-heading-m">Put it right</h2><p class="govuk-body">You can change it until it is registered.</p>
${opened(shown)}${interestFields(typed, refusal, 'member')}${sensitiveFields(typed, refusal)}${button({ text: 'Save', name: 'deed', value: 'change', preventDoubleClick: true })}</form>
<h2 class="govuk-heading-m">Take it back</h2>
<p class="govuk-body">Only where it was told by mistake. An interest that has ended is ended, once it is registered.</p>
<div class="govuk-button-group">${actionButton({ action: `${ownPath}/${interest.id}`, token: request.session.formToken, text: 'Take it back', kind: 'warning', fields: { deed: 'take-back', revision: String(interest.revision) } })}</div>`
}

function endForm(shown: Shown): Html {
  const { request, failing } = shown
  return html`<h2 class="govuk-heading-m">I no longer have it</h2>
${opened(shown)}${dayInput({ name: 'last-day', label: 'The last day on which you had it', hint: 'The register says at once that it has ended, and keeps it in its history.', value: request.form.text('last-day'), error: faultFor(failing?.refusal, 'last-day') })}
${button({ text: 'End the interest', name: 'deed', value: 'end', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}

function askForm(shown: Shown): Html {
  const { request, failing } = shown
  return html`<h2 class="govuk-heading-m">Publishing it puts somebody at risk</h2>
<p class="govuk-body">Ask for its details to be withheld under section 32 of the Localism Act 2011. If the monitoring officer agrees, they are taken out of the register and of its history.</p>
${opened(shown)}${reasonField(request.form.text('reason'), failing?.refusal)}
${button({ text: 'Ask for the details to be withheld', name: 'deed', value: 'ask', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}

/** Marks one form, so that it does once what it does, however often it is sent. */
export function sendingOf({ form }: StaffRequest): Html {
  return html`<input type="hidden" name="sending" value="${form.text('sending') || randomUUID()}">`
}

/** What can be put right on the same page; the rest has a page that says why. */
export function isHere({ kind }: Refusal): boolean {
  return kind === 'invalid' || kind === 'conflict'
}

export function failed(refusal: Refusal | undefined): { status?: 400 | 409; hasFaults?: boolean } {
  return refusal === undefined ? {} : { status: refusal.kind === 'conflict' ? 409 : 400, hasFaults: true }
}
