import { formatDay } from '#core/date-words.ts'
import { ok, refuse } from '#core/outcome.ts'
import { emailsOf } from '#access/people.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import type { Reader } from '#platform/database/database.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import { details } from '#platform/pages/components/details.ts'
import { html } from '#platform/pages/html.ts'
import { membersWithAccounts, publishedBodies } from '#features/bodies'
import type { MeetingsApp } from '#features/meetings'
import { dueWords, localSettings } from '#features/rules'
import { needsPrivateNotices } from '../clock/may-decide.ts'
import { clock } from '../clock/notice-clock.ts'
import { agreeUrgency, officeOf, scrutinyOf } from '../deeds/agree-urgency.ts'
import { mayTakeRoute, takeException } from '../deeds/notices.ts'
import { turnEntry } from '../deeds/turn-entry.ts'
import { entryAddress, type PlanEntry } from '../entry/plan-entry.ts'
import { makerWords, officeWords } from '../entry/words.ts'
import { deedPage, seenIn } from './deed-page.ts'

/** `/staff/forward-plan/:reference/exception`: the general exception. */
export const exceptionPage: StaffPage<MeetingsApp> = deedPage({
  path: 'exception',
  verb: 'forward-plan.edit',
  title: 'General exception',
  press: 'Give and publish the notice',
  read: async (reader, request, entry) => ok({ from: clock('general-exception', request.today, await localSettings(reader)), to: await chairWords(reader, entry) }),
  whyNot: ({ entry }) => {
    const may = mayTakeRoute(entry)
    return may.ok ? (entry.route === undefined ? undefined : `The notice of the general exception was given on ${formatDay(entry.route.on)}.`) : may.refusal.message
  },
  before: ({ entry, besides: { from, to } }) => html`<p class="govuk-body">Where 28 clear days of notice are impracticable, this key decision of ${makerWords(entry.decisionMaker)} can be made after five clear days, once notice is given to ${to} and published.</p>
${from.ok && html`<p class="govuk-body">Given today, it can be decided from: <strong>${dueWords(from.value)}</strong>.</p>${details({ summary: 'How this is counted', content: html`<ul class="govuk-list govuk-list--bullet">${from.value.working.map((step) => html`<li>${step}</li>`)}</ul><p class="govuk-body-s">${from.value.citation}</p>` })}`}`,
  fields: () => [{ name: 'reason', label: 'Why 28 clear days of notice are impracticable', hint: 'It stands in the notice.', kind: 'words' }],
  submit: (request, app, typed) =>
    turnEntry(request.context, app, seenIn(request), 'forward-plan.edit', async (entry, turning) => {
      const turned = await takeException(typed('reason'), await chairWords(turning.tx.reader, entry))(entry, turning)
      if (!turned.ok) return turned
      const scrutiny = scrutinyOf(entry, await publishedBodies(turning.tx.reader))
      const chairs = scrutiny === undefined ? [] : (await membersWithAccounts(turning.tx.reader, scrutiny.slug, turning.today)).filter(({ capacity }) => capacity === 'chair')
      for (const to of (await emailsOf(turning.tx.reader, chairs.map(({ person }) => person))).values()) {
        const told = await queueMail(turning.tx, { to, subject: `General exception: ${entry.matter}`, text: `${turned.value.what}\n\nWhy 28 clear days of notice are impracticable: ${typed('reason')}\n\n${request.origin}${entryAddress(entry)}/general-exception\n` })
        if (!told.ok) return told
      }
      return turned
    }),
  done: 'exception',
})

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
  read: async (reader, request, entry) => ok({ office: request.context.actor.kind === 'person' ? await officeOf(reader, request.context.actor.person, request.today, entry) : undefined }),
  whyNot: ({ entry, besides: { office } }) => {
    if (office === undefined) return 'Only the chair of the scrutiny body for this matter can agree to this, or else the chair or the vice-chair of the council. You hold none of these seats today.'
    const may = mayTakeRoute(entry)
    return may.ok || canBePrivate(entry) ? undefined : may.refusal.message
  },
  before: ({ entry, besides: { office } }) => html`<p class="govuk-body">You are asked as ${office === undefined ? 'a chair' : officeWords[office]} whether the decision of ${makerWords(entry.decisionMaker)} is urgent and cannot reasonably be deferred. Your agreement is published with your name and reason, and reported to the Council.</p>`,
  fields: ({ entry, besides: { office } }) => [
    {
      name: 'what',
      label: 'What you agree to',
      kind: 'radios',
      choices: [
        ...(mayTakeRoute(entry).ok ? [{ value: 'urgency', text: 'The decision is made without notice (special urgency)' }] : []),
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

function canBePrivate(entry: PlanEntry): boolean {
  return needsPrivateNotices(entry) && entry.decision === undefined && entry.private?.agreed === undefined
}
