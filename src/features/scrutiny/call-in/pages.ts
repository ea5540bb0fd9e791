import { formatDay } from '#core/date-words.ts'
import { dateOf } from '#core/london-time.ts'
import { ok } from '#core/outcome.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { bodyNames } from '#features/bodies'
import { momentOf, type MeetingsApp } from '#features/meetings'
import { heldMeetings } from '#features/minutes'
import { turnEntry } from '../forward-plan/deeds/turn-entry.ts'
import type { Decision } from '../forward-plan/entry/decision.ts'
import type { PlanEntry } from '../forward-plan/entry/plan-entry.ts'
import { closesWords, outcomeWords, principleWords } from '../forward-plan/entry/words.ts'
import { deedPage, seenIn } from '../forward-plan/pages/deed-page.ts'
import { lapsedWords, signedWords } from './call-in-words.ts'
import { considerCallIn, reconsider } from './consider.ts'
import { signCallIn } from './sign.ts'
import { signaturesOf } from './signatures.ts'
import { signaturesList, signaturesPage } from './signatures-page.ts'
import { mayCallIn, seatsToCallIn, whoMayWords } from './who-may-call-in.ts'

/** `/staff/forward-plan/:reference/call-in`: a member joins a call-in. */
const signPage: StaffPage<MeetingsApp> = deedPage({
  path: 'call-in',
  verb: 'decisions.call-in',
  title: 'Call in',
  press: 'Sign under my name',
  read: async (reader, { context: { actor, today } }, entry) => {
    const signed = await signaturesOf(reader, entry.reference)
    const seats = actor.kind === 'person' ? await seatsToCallIn(reader, actor.person, today) : []
    return ok({ signed, may: mayCallIn(seats, entry), mayOnEducation: mayCallIn(seats, { isEducation: true }).ok, hasSigned: signed.some(({ person }) => actor.kind === 'person' && person === actor.person) })
  },
  whyNot: ({ entry, besides: { signed, may, mayOnEducation, hasSigned } }, request, app) => {
    const { decision, callIn } = entry
    if (callIn !== undefined) return 'This decision is called in.'
    if (decision?.window === undefined) return 'There is no decision here that can be called in.'
    if (momentOf(request.today, app.now()) > decision.window.closes) return hasSigned ? lapsedWords(decision.window, signed.length) : `The time for calling this in ended at ${closesWords(decision.window.closes)}.`
    if (hasSigned) return signedWords(decision.window, signed.length)
    return may.ok ? undefined : notTheirs(entry, decision.window, { why: may.refusal.message, mayOnEducation })
  },
  before: ({ entry: { decision }, besides: { signed } }) => html`<p class="govuk-body">It takes ${decision?.window?.members ?? ''} members, until <strong>${decision?.window === undefined ? '' : closesWords(decision.window.closes)}</strong>. Once enough have signed, the decision waits until scrutiny has considered it, and your name and reason are published with theirs. Until then only members and officers see them.</p>
<h2 class="govuk-heading-m">Signed so far: ${signed.length}</h2>
${signaturesList(signed)}`,
  fields: () => [
    { name: 'principle', label: 'Which principle of decision-making was not kept', kind: 'radios', choices: Object.entries(principleWords).map(([value, text]) => ({ value, text })) },
    { name: 'reason', label: 'In what way', kind: 'words' },
  ],
  submit: (request, app, typed) => signCallIn(request.context, app, request.params['reference'] ?? '', { principle: typed('principle'), reason: typed('reason') }),
  done: 'signed',
})

/** Why somebody may not sign, who may and until when, and where each of that comes from. */
function notTheirs(entry: PlanEntry, { members, closes }: NonNullable<Decision['window']>, { why, mayOnEducation }: { readonly why: string; readonly mayOnEducation: boolean }): Html {
  const education = mayOnEducation && html`<p class="govuk-body">Is it about education after all? Tell the scrutiny officer, who marks education matters in the forward plan.</p>`
  return html`<p class="govuk-body">${why}</p><p class="govuk-body">${whoMayWords({ members, isEducation: entry.isEducation })} They can sign until ${closesWords(closes)}.</p>
<p class="govuk-body">The Act sets neither how many it takes nor for how long: ${link('/rules/call-in', 'both are the council’s own settings')}.</p>${education}`
}

/** `/staff/forward-plan/:reference/considered`: what scrutiny made of a call-in. */
const consideredPage: StaffPage<MeetingsApp> = deedPage({
  path: 'considered',
  verb: 'decisions.keep',
  title: 'What scrutiny made of the call-in',
  press: 'Record and publish',
  read: async (reader, { today }, { callIn }) => {
    const met = callIn === undefined ? [] : await heldMeetings(reader, { body: callIn.body, from: dateOf(callIn.at) })
    return ok({ met: met.filter((day) => day <= today), name: callIn && ((await bodyNames(reader)).get(callIn.body) ?? callIn.body) })
  },
  whyNot: ({ entry: { callIn }, besides: { met, name } }) => {
    if (callIn === undefined) return 'This decision is not called in.'
    if (callIn.considered !== undefined) return 'What scrutiny made of it is recorded already.'
    return met.length > 0 ? undefined : `Only a meeting considers what is called in, and no meeting of ${name ?? 'scrutiny'} since the call-in is recorded as held. Record that first: open and close it on its attendance page.`
  },
  fields: ({ besides: { met, name } }) => [
    { name: 'on', label: `Meeting of ${name ?? 'scrutiny'} at which it was considered`, hint: 'Those since the call-in that are recorded as held.', kind: 'select', choices: met.map((day) => ({ value: day, text: formatDay(day) })) },
    { name: 'outcome', label: 'Outcome', kind: 'radios', choices: Object.entries(outcomeWords).map(([value, text]) => ({ value, text })) },
    { name: 'words', label: 'What scrutiny says', kind: 'words' },
  ],
  submit: (request, app, typed) => turnEntry(request.context, app, seenIn(request), 'decisions.keep', considerCallIn({ on: typed('on'), outcome: typed('outcome'), words: typed('words') })),
  done: 'considered',
})

/** `/staff/forward-plan/:reference/reconsidered`: what came of a referral after a call-in. */
const reconsideredPage: StaffPage<MeetingsApp> = deedPage({
  path: 'reconsidered',
  verb: 'decisions.keep',
  title: 'Considered again after the call-in',
  press: 'Record and publish',
  read: async () => ok(undefined),
  whyNot: ({ entry: { callIn } }) => {
    if (callIn?.considered === undefined || callIn.considered.outcome === 'accepted') return 'This was not referred for another consideration.'
    return callIn.reconsidered === undefined ? undefined : 'What was made of it is recorded already.'
  },
  fields: () => [
    { name: 'on', label: 'Day on which it was considered again', kind: 'day' },
    { name: 'outcome', label: 'Outcome', kind: 'radios', choices: [{ value: 'confirmed', text: 'The decision stands' }, { value: 'changed', text: 'The decision is changed' }] },
    { name: 'words', label: 'What was decided, with the reasons', kind: 'words' },
  ],
  submit: (request, app, typed) => turnEntry(request.context, app, seenIn(request), 'decisions.keep', reconsider({ on: typed('on'), outcome: typed('outcome'), words: typed('words') })),
  done: 'reconsidered',
})

export const callInPages: readonly StaffPage<MeetingsApp>[] = [signPage, signaturesPage, consideredPage, reconsideredPage]
