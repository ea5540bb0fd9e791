import { formatDay } from '#core/date-words.ts'
import { dateOf, londonMoment, type LocalDateTime } from '#core/london-time.ts'
import { ok, type Outcome, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { momentOf, type MeetingsApp } from '#features/meetings'
import { noEntry } from '../forward-plan/deeds/turn-entry.ts'
import type { PlanEntry } from '../forward-plan/entry/plan-entry.ts'
import { closesWords, principleWords } from '../forward-plan/entry/words.ts'
import { typedText, workAddress } from '../forward-plan/pages/deed-page.ts'
import { entryInWork } from '../forward-plan/store/keep-entry.ts'
import { countWords, lapsedWords } from './call-in-words.ts'
import { receiptForm } from './receipt-form.ts'
import { receiveSignature } from './receive-signature.ts'
import { windowOf } from './sign.ts'
import { signaturesOf, type Signature } from './signatures.ts'
import { whoMayCallIn } from './who-may-call-in.ts'

interface Found {
  readonly entry: PlanEntry
  readonly signed: readonly Signature[]
  /** Who could sign and has not. */
  readonly others: readonly string[]
}

const done = { received: 'The signature is entered.', 'called-in': 'The signature is entered. The decision is called in: it is not carried out before scrutiny has considered it.' }

/** `/staff/forward-plan/:reference/signatures`: for officers, how many have signed for a call-in and who, also where they were too few; and what came on paper or by e-mail. */
export const signaturesPage: StaffPage<MeetingsApp> = {
  path: '/staff/forward-plan/:reference/signatures',
  show: (request, app) => showSignatures(request, app),
  submit: async (request, app) => {
    const reference = request.params['reference'] ?? ''
    const [member, on, at, by, principle, reason] = ['member', 'on', 'at', 'by', 'principle', 'reason'].map((name) => typedText(request.form, name)) as [string, string, string, string, string, string]
    const entered = await receiveSignature(request.context, app, reference, { member, on, at, by, principle, reason })
    if (entered.ok) return { kind: 'moved', to: `${workAddress(reference)}/signatures?done=${entered.value.isCalledIn ? 'called-in' : 'received'}` }
    return entered.refusal.kind === 'invalid' || entered.refusal.kind === 'not-now' || entered.refusal.kind === 'conflict' ? showSignatures(request, app, entered.refusal) : { kind: 'refused', refusal: entered.refusal }
  },
}

async function showSignatures(request: StaffRequest, app: MeetingsApp, refusal?: Refusal): Promise<StaffAnswer> {
  const reference = request.params['reference'] ?? ''
  const found = await look(request.context, { verb: 'decisions.keep', subject: { kind: 'plan-entry', id: reference.slice(0, 100) } }, async (reader): Promise<Outcome<Found>> => {
    const kept = await entryInWork(reader, reference)
    if (kept === undefined) return noEntry
    const signed = await signaturesOf(reader, reference)
    const closes = kept.entry.decision?.window?.closes
    const last = closes !== undefined && dateOf(closes) < request.today ? dateOf(closes) : request.today
    const able = closes === undefined ? [] : await whoMayCallIn(reader, kept.entry, last)
    return ok({ entry: kept.entry, signed, others: able.filter((name) => !signed.some(({ member }) => member === name)) })
  })
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { entry, signed, others } = found.value
  const canBeEntered = windowOf(entry).ok && others.length > 0
  return {
    kind: 'page',
    title: `Signatures for a call-in: ${entry.matter}`,
    crumbs: [{ text: 'Forward plan', href: '/staff/forward-plan' }, { text: entry.matter, href: workAddress(reference) }],
    status: refusal === undefined ? 200 : refusal.kind === 'invalid' ? 400 : 409,
    hasFaults: refusal !== undefined,
    body: html`${refusal === undefined ? doneBanner(request.query, done) : faultSummary(refusal)}<p class="govuk-body">${howFar(found.value, momentOf(request.today, app.now()))}</p>${signaturesList(signed)}${entry.callIn === undefined && html`<p class="govuk-body">Names and reasons are not published unless enough members sign in time.</p>`}
${canBeEntered && receiptForm({ request, refusal, members: others, back: entry, closes: closesWords(entry.decision?.window?.closes ?? momentOf(request.today, app.now())) })}`,
  }
}

function howFar({ entry: { decision, callIn }, signed }: Found, now: LocalDateTime): string {
  if (callIn !== undefined) return `This decision was called in at ${closesWords(callIn.at)}.`
  if (decision?.window === undefined) return 'There is no decision here that can be called in.'
  if (now <= decision.window.closes) return `${countWords(decision.window, signed.length)} They can sign until ${closesWords(decision.window.closes)}.`
  const noted = signed.find(({ lapsedAt }) => lapsedAt !== undefined)?.lapsedAt
  const told = noted === undefined ? '' : ` Those who had signed were told on ${formatDay(dateOf(londonMoment(noted.toISOString())))}.`
  return `${lapsedWords(decision.window, signed.length)}${told}`
}

/** Who signed, and why. */
export function signaturesList(signed: readonly Signature[]): Html | undefined {
  if (signed.length === 0) return undefined
  return html`<ul class="govuk-list govuk-list--bullet">${signed.map((one) => html`<li>${userText(one.member)}. ${principleWords[one.principle]}: ${userText(one.reason)}${receivedWords(one)}</li>`)}</ul>`
}

function receivedWords({ received, signedAt }: Signature): string | undefined {
  return received && ` (received ${received.by === 'paper' ? 'on paper' : 'by e-mail'} at ${closesWords(londonMoment(signedAt.toISOString()))})`
}
