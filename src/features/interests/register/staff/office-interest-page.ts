import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { csrfInput, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { typedInterest, type TypedInterest } from '../interest-form.ts'
import { keepInterest, registerInterest, decisions, type Decision } from '../keeping/keep-interests.ts'
import { homesOf, type KeptInterest } from '../kept-registers.ts'
import { dutyOnChange } from '../registration-clock.ts'
import { interestFields, reasonField, typedOf } from './interest-fields.ts'
import { dueDay, dutyTag, interestFacts, shortWords, standingTag, workingOf } from './interest-words.ts'
import { memberToKeep, readMember } from './office-member-page.ts'
import { memberPath, officePath, type OfficeLine } from './office-page.ts'
import { failed, isHere, sendingOf } from './own-interest-page.ts'

/** `/staff/interests/:member/new`: the office registers what a member told in another way. */
export const registerPage: StaffPage<unknown> = {
  path: `${officePath}/:member/new`,
  show: (request) => newForm(request, { ...typedInterest(request.form), of: 'member', 'told-on': request.today }),
  submit: async (request) => {
    const typed = typedInterest(request.form)
    const found = await memberToKeep(request)
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const decision = decisionOf(request) === 'withhold' ? 'withhold' : 'register'
    const done = await registerInterest(request.context, found.value.name, typed, decision, request.form.text('sending'))
    if (done.ok) return { kind: 'moved', to: `${memberPath(found.value.slug)}?done=${doneBy[decision]}` }
    return isHere(done.refusal) ? newForm(request, typed, done.refusal) : { kind: 'refused', refusal: done.refusal }
  },
}

async function newForm(request: StaffRequest, typed: TypedInterest, refusal?: Refusal): Promise<StaffAnswer> {
  const found = await readMember(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { name, slug } = found.value
  return {
    kind: 'page',
    title: `Register an interest of ${name}`,
    crumbs: crumbs(found.value),
    ...failed(refusal),
    body: html`${refusal && faultSummary(refusal)}<form method="post" action="${memberPath(slug, 'new')}" novalidate>${csrfInput(request.session.formToken)}${sendingOf(request)}
${interestFields(typed, refusal, 'office')}${withholdSection(typed, refusal)}
<div class="govuk-button-group">${button({ text: 'Register it', name: 'decision', value: 'register', preventDoubleClick: true })}${withholdButton}</div></form>`,
  }
}

const withholdButton = button({ text: 'Register it with its details withheld', name: 'decision', value: 'withhold', classes: 'govuk-button--secondary', preventDoubleClick: true })
const doneBy: Readonly<Record<Decision, string>> = { save: 'saved', register: 'registered', withhold: 'withheld' }

function crumbs({ name, slug }: OfficeLine) {
  return [
    { text: 'Register of interests', href: officePath },
    { text: name, href: memberPath(slug) },
  ]
}

function decisionOf({ form }: StaffRequest): Decision {
  return decisions.find((one) => one === form.text('decision')) ?? 'save'
}

function withholdSection(typed: TypedInterest, refusal: Refusal | undefined): Html {
  return html`<h2 class="govuk-heading-m">Where publishing it would put somebody at risk</h2>
<p class="govuk-body">The member and the monitoring officer must both think so (Localism Act 2011, section 32(1)). The public then reads that details are withheld, and nothing of them.</p>
${reasonField(typed.reason, refusal)}`
}

/** `/staff/interests/:member/:interest`: the office decides on what was told, corrects it, or ends it. */
export const officeInterestPage: StaffPage<unknown> = {
  path: `${officePath}/:member/:interest`,
  show: (request) => showInterest(request),
  submit: async (request) => {
    const { context, form, params } = request
    const found = await memberToKeep(request)
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const decision = decisionOf(request)
    const at = { id: params['interest'] ?? '', revision: form.whole('revision') }
    const done = await keepInterest(context, found.value.name, at, typedInterest(form), decision, form.has('take-out'))
    if (done.ok) return { kind: 'moved', to: `${memberPath(found.value.slug)}?done=${doneBy[decision]}` }
    return isHere(done.refusal) ? showInterest(request, done.refusal) : { kind: 'refused', refusal: done.refusal }
  },
}

interface Found {
  readonly line: OfficeLine
  readonly interest: KeptInterest
  readonly address: string | undefined
}

async function readInterest(request: StaffRequest): Promise<Outcome<Found>> {
  const member = await readMember(request)
  if (!member.ok) return member
  const interest = member.value.register?.interests.find(({ id }) => id === request.params['interest'])
  if (interest === undefined) return refuse('not-found', 'There is no such interest in this register. The member may have taken it back.')
  return look(request.context, { verb: 'interests.register', subject: { kind: 'interest', id: interest.id } }, async (reader) =>
    ok({ line: member.value, interest, address: (await homesOf(reader, interest.isHome ? [interest.id] : [])).get(interest.id) }),
  )
}

async function showInterest(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const found = await readInterest(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { line, interest, address } = found.value
  const typed = refusal === undefined ? typedOf(interest, address) : typedInterest(request.form)
  return {
    kind: 'page',
    title: `${line.name}: ${shortWords(interest)}`,
    crumbs: crumbs(line),
    ...failed(refusal),
    body: html`${refusal && faultSummary(refusal)}${refusal?.kind === 'conflict' && html`<h2 class="govuk-heading-m">What was saved meanwhile</h2>${interestFacts(interest, address)}`}
<p class="govuk-body">${standingTag(interest)} Told on ${formatDate(interest.toldOn)}${interest.registeredOn !== undefined && html`, registered on ${formatDate(interest.registeredOn)}`}.</p>${changeWords(interest, line, request.today)}${askedWords(interest)}
<form method="post" action="${memberPath(line.slug, interest.id)}" novalidate>${csrfInput(request.session.formToken)}<input type="hidden" name="revision" value="${interest.revision}">
${interestFields(typed, refusal, 'office')}${withholdSection(typed, refusal)}${takeOutField(request, interest)}
<div class="govuk-button-group">${buttonsFor(interest)}</div></form>`,
  }
}

/** Of an interest that began in office: whether it was told within the time of the council’s code. */
function changeWords(interest: KeptInterest, { bound }: OfficeLine, today: LocalDate): Html | undefined {
  const duty = bound === undefined ? undefined : dutyOnChange(interest, bound.tookOffice, today)
  if (duty === undefined) return undefined
  return html`<p class="govuk-body">${dutyTag(duty)} It began in office, and was to be told by ${dueDay(duty)} under the council’s code.</p>${workingOf(duty.due)}`
}

function askedWords({ sensitive }: KeptInterest): Html | undefined {
  return sensitive?.state === 'asked' ? insetText({ text: html`The member asks for the details to be withheld: ${userText(sensitive.reason)}` }) : undefined
}

/** For words that should never have been public: an address in them, somebody else’s name. */
function takeOutField({ form }: StaffRequest, { shown }: KeptInterest): Html | undefined {
  if (shown.length === 0) return undefined
  return checkboxes({
    name: 'take-out',
    values: form.all('take-out'),
    items: [{ value: 'yes', text: 'Take what the public could read of it before out of the history', hint: { text: 'Only where it told where somebody lives, or what must not be public. Details that are withheld are taken out in any case.' } }],
  })
}

function buttonsFor({ registeredOn, sensitive }: KeptInterest): Html {
  const save = button({ text: 'Save', name: 'decision', value: 'save', classes: 'govuk-button--secondary', preventDoubleClick: true })
  const openly = button({ text: sensitive === undefined ? 'Register it' : 'Register it openly', name: 'decision', value: 'register', preventDoubleClick: true })
  const isUndecided = registeredOn === undefined || sensitive?.state === 'asked'
  const isWithheld = sensitive?.state === 'withheld'
  return html`${(isUndecided || isWithheld) && openly}${!isWithheld && withholdButton}${save}`
}
