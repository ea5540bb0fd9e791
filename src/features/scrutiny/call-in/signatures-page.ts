import { formatDay } from '#core/date-words.ts'
import { dateOf, londonMoment } from '#core/london-time.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { momentOf, type MeetingsApp } from '#features/meetings'
import { noEntry } from '../forward-plan/deeds/turn-entry.ts'
import type { PlanEntry } from '../forward-plan/entry/plan-entry.ts'
import { closesWords, principleWords } from '../forward-plan/entry/words.ts'
import { workAddress } from '../forward-plan/pages/deed-page.ts'
import { entryInWork } from '../forward-plan/store/keep-entry.ts'
import { countWords, lapsedWords } from './call-in-words.ts'
import { signaturesOf, type Signature } from './signatures.ts'

interface Found {
  readonly entry: PlanEntry
  readonly signed: readonly Signature[]
}

/** `/staff/forward-plan/:reference/signatures`: for officers, how many have signed for a call-in and who, also where they were too few. */
export const signaturesPage: StaffPage<MeetingsApp> = {
  path: '/staff/forward-plan/:reference/signatures',
  show: async (request, app) => {
    const reference = request.params['reference'] ?? ''
    const found = await look(request.context, { verb: 'decisions.keep', subject: { kind: 'plan-entry', id: reference.slice(0, 100) } }, async (reader): Promise<Outcome<Found>> => {
      const kept = await entryInWork(reader, reference)
      return kept === undefined ? noEntry : ok({ entry: kept.entry, signed: await signaturesOf(reader, reference) })
    })
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const { entry, signed } = found.value
    const isOpen = entry.decision?.window !== undefined && momentOf(request.today, app.now()) <= entry.decision.window.closes
    return {
      kind: 'page',
      title: `Signatures for a call-in: ${entry.matter}`,
      crumbs: [{ text: 'Forward plan', href: '/staff/forward-plan' }, { text: entry.matter, href: workAddress(reference) }],
      body: html`<p class="govuk-body">${howFar(found.value, isOpen)}</p>${signaturesList(signed)}${entry.callIn === undefined && html`<p class="govuk-body">Names and reasons are not published unless enough members sign in time.</p>`}`,
    }
  },
}

function howFar({ entry: { decision, callIn }, signed }: Found, isOpen: boolean): string {
  if (callIn !== undefined) return `This decision was called in at ${closesWords(callIn.at)}.`
  if (decision?.window === undefined) return 'There is no decision here that can be called in.'
  if (isOpen) return `${countWords(decision.window, signed.length)} They can sign until ${closesWords(decision.window.closes)}.`
  const noted = signed.find(({ lapsedAt }) => lapsedAt !== undefined)?.lapsedAt
  const told = noted === undefined ? '' : ` Those who had signed were told on ${formatDay(dateOf(londonMoment(noted.toISOString())))}.`
  return `${lapsedWords(decision.window, signed.length)}${told}`
}

/** Who signed, and why. */
export function signaturesList(signed: readonly Signature[]): Html | undefined {
  if (signed.length === 0) return undefined
  return html`<ul class="govuk-list govuk-list--bullet">${signed.map(({ member, principle, reason }) => html`<li>${userText(member)}. ${principleWords[principle]}: ${userText(reason)}</li>`)}</ul>`
}
