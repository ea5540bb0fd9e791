import { formatDay } from '#core/date-words.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { emailsOf } from '#access/people.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import type { Reader } from '#platform/database/database.ts'
import { queueMails } from '#platform/mail/queue-mail.ts'
import { details } from '#platform/pages/components/details.ts'
import { html } from '#platform/pages/html.ts'
import { membersWithAccounts, publishedBodies } from '#features/bodies'
import type { MeetingsApp } from '#features/meetings'
import { dueWords, localSettings } from '#features/rules'
import { clock } from '../clock/notice-clock.ts'
import { agreeUrgency, canBePrivate, officeOf, scrutinyOf } from '../deeds/agree-urgency.ts'
import { mayTakeRoute, takeException, withdrawException } from '../deeds/notices.ts'
import { turnEntry, type Turning } from '../deeds/turn-entry.ts'
import { entryAddress, type PlanEntry } from '../entry/plan-entry.ts'
import { makerWords, officeWords } from '../entry/words.ts'
import { deedPage, seenIn } from './deed-page.ts'

/** `/staff/forward-plan/:reference/exception`: the general exception. */
export const exceptionPage: StaffPage<MeetingsApp> = deedPage({
  path: 'exception',
  verb: 'forward-plan.edit',
  title: 'General exception',
  press: 'Give and publish the notice',
  read: async (reader, request, entry) => {
    const local = await localSettings(reader)
    return ok({ from: clock('general-exception', request.today, local), to: await chairWords(reader, entry), may: mayTakeRoute(entry, local) })
  },
  whyNot: ({ entry, besides: { may } }) => {
    return may.ok ? (entry.route === undefined ? undefined : `The notice of the general exception was given on ${formatDay(entry.route.on)}.`) : may.refusal.message
  },
  before: ({ entry, besides: { from, to } }) => html`<p class="govuk-body">Where 28 clear days of notice are impracticable, this key decision of ${makerWords(entry.decisionMaker)} can be made after five clear days, once notice is given to ${to} and published.</p>
${from.ok && html`<p class="govuk-body">Given today, it can be decided from: <strong>${dueWords(from.value)}</strong>.</p>${details({ summary: 'How this is counted', content: html`<ul class="govuk-list govuk-list--bullet">${from.value.working.map((step) => html`<li>${step}</li>`)}</ul><p class="govuk-body-s">${from.value.citation}</p>` })}`}`,
  fields: () => [{ name: 'reason', label: 'Why 28 clear days of notice are impracticable', hint: 'It stands in the notice.', kind: 'words' }],
  submit: (request, app, typed) =>
    turnEntry(request.context, app, seenIn(request), 'forward-plan.edit', async (entry, turning) => {
      const turned = await takeException(typed('reason'), await chairWords(turning.tx.reader, entry))(entry, turning)
      if (!turned.ok) return turned
      const text = `${turned.value.what}\n\nWhy 28 clear days of notice are impracticable: ${typed('reason')}\n\n${request.origin}${entryAddress(entry)}/general-exception\n`
      const told = await tellChair(entry, turning, { subject: `General exception: ${entry.matter}`, text })
      return told.ok ? turned : told
    }),
  done: 'exception',
})

/** `/staff/forward-plan/:reference/withdraw-exception`: the general exception is taken back. */
export const withdrawExceptionPage: StaffPage<MeetingsApp> = deedPage({
  path: 'withdraw-exception',
  verb: 'forward-plan.edit',
  title: 'Take the general exception back',
  press: 'Take it back and publish that',
  read: async (reader, _request, entry) => ok({ to: await chairWords(reader, entry) }),
  whyNot: ({ entry: { route, decision } }) => (route?.kind !== 'general-exception' ? 'No notice of a general exception is given that could be taken back.' : decision === undefined ? undefined : 'This is decided already: the notice by which it was stays.'),
  before: ({ entry, besides: { to } }) => html`<p class="govuk-body">The notice of ${entry.route && formatDay(entry.route.on)} stays to be read among those that hold no longer, with the reason. A mail says so to ${to}.</p>`,
  fields: () => [{ name: 'reason', label: 'Why it is taken back', hint: 'The public reads it.', kind: 'words' }],
  submit: (request, app, typed) =>
    turnEntry(request.context, app, seenIn(request), 'forward-plan.edit', async (entry, turning) => {
      const turned = await withdrawException(typed('reason'))(entry, turning)
      if (!turned.ok) return turned
      const told = await tellChair(entry, turning, { subject: `General exception taken back: ${entry.matter}`, text: `${turned.value.what}\n\n${request.origin}${entryAddress(entry)}\n` })
      return told.ok ? turned : told
    }),
  done: 'exception-back',
})

/** Writes to the chair of scrutiny for this matter, where they have an account. */
async function tellChair(entry: PlanEntry, { tx, today }: Turning, letter: { readonly subject: string; readonly text: string }): Promise<Outcome<void>> {
  const scrutiny = scrutinyOf(entry, await publishedBodies(tx.reader))
  const chairs = scrutiny === undefined ? [] : (await membersWithAccounts(tx.reader, scrutiny.slug, today)).filter(({ capacity }) => capacity === 'chair')
  const emails = await emailsOf(tx.reader, chairs.map(({ person }) => person))
  return emails.size === 0 ? ok(undefined) : queueMails(tx, [...emails.values()].map((to) => ({ to, ...letter })))
}

/** "Cllr Beatrice Oyelaran, chair of the Overview and Scrutiny Performance Board". */
async function chairWords(reader: Reader, entry: PlanEntry): Promise<string> {
  const scrutiny = scrutinyOf(entry, await publishedBodies(reader))
  return scrutiny === undefined ? officeWords['scrutiny-chair'] : `the chair of ${scrutiny.name}`
}

/** `/staff/forward-plan/:reference/urgency`: a chair agrees that it cannot wait. */
export const urgencyPage: StaffPage<MeetingsApp> = deedPage({
  path: 'urgency',
  verb: 'forward-plan.agree-urgency',
  title: 'Agree that it is urgent',
  press: 'Agree',
  read: async (reader, request, entry) => ok({ office: request.context.actor.kind === 'person' ? await officeOf(reader, request.context.actor.person, request.today, entry) : undefined, may: mayTakeRoute(entry, await localSettings(reader)) }),
  whyNot: ({ entry, besides: { office, may } }) => {
    if (office === undefined) return 'Only the chair of the scrutiny body for this matter can agree to this, or else the chair or the vice-chair of the council. You hold none of these seats today.'
    return may.ok || canBePrivate(entry) ? undefined : may.refusal.message
  },
  before: ({ entry, besides: { office } }) => html`<p class="govuk-body">You are asked as ${office === undefined ? 'a chair' : officeWords[office]} whether the decision of ${makerWords(entry.decisionMaker)} is urgent and cannot reasonably be deferred. Your agreement is published with your name and reason, and reported to the Council.</p>`,
  fields: ({ entry, besides: { office, may } }) => [
    {
      name: 'what',
      label: 'What you agree to',
      kind: 'radios',
      choices: [
        ...(may.ok ? [{ value: 'urgency', text: 'The decision is made without notice (special urgency)' }] : []),
        ...(canBePrivate(entry) ? [{ value: 'private', text: 'The meeting is held in private without the full notices' }] : []),
      ],
    },
    { name: 'reason', label: 'Why it cannot reasonably be deferred', kind: 'words' },
    ...(office === 'scrutiny-chair' ? [] : [{ name: 'unable', label: 'Why the chair of scrutiny could not be asked', kind: 'line' as const }]),
  ],
  submit: (request, app, typed) => {
    const { actor } = request.context
    const agree = actor.kind === 'person' ? agreeUrgency(actor, { what: typed('what'), reason: typed('reason'), unable: typed('unable') }) : () => refuse('not-allowed', 'Only a chair can agree to this.')
    return turnEntry(request.context, app, seenIn(request), 'forward-plan.agree-urgency', agree)
  },
  done: 'urgency',
})
