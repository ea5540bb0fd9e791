import { ok } from '#core/outcome.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import { warningText } from '#platform/pages/components/warning-text.ts'
import { html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { bodyNames, publishedBodies } from '#features/bodies'
import { momentOf, type MeetingsApp } from '#features/meetings'
import { localSettings } from '#features/rules'
import { mayDecide, needsPrivateNotices } from '../clock/may-decide.ts'
import { recordDecision } from '../deeds/decide.ts'
import { carryOut, endEntry } from '../deeds/end-entry.ts'
import { answerRepresentation, noteRepresentation } from '../deeds/notices.ts'
import { referEntry } from '../deeds/refer.ts'
import { turnEntry } from '../deeds/turn-entry.ts'
import { notConsideredOn, notYetWords } from '../entry/before-scrutiny.ts'
import type { PlanEntry } from '../entry/plan-entry.ts'
import { stateOf } from '../entry/states.ts'
import { expectedWords, makerWords } from '../entry/words.ts'
import { deedPage, seenIn } from './deed-page.ts'

const verb = 'forward-plan.edit'

/** `/staff/forward-plan/:reference/decision` */
export const decisionPage: StaffPage<MeetingsApp> = deedPage({
  path: 'decision',
  verb,
  title: 'Record the decision',
  press: 'Record and publish the statement',
  read: async (reader, request, entry) => ok({ may: mayDecide(entry, request.today, await localSettings(reader)), waits: notConsideredOn(entry, request.today), names: await bodyNames(reader) }),
  whyNot: ({ entry }) => notOpen(entry) ?? (entry.noticed === undefined ? 'Publish the entry in the forward plan first.' : undefined),
  before: ({ entry, besides: { may, waits, names } }) => html`${waits.map((one) => warningText({ text: userText(`${notYetWords(one, names)} A decision before that is published as one made before scrutiny considered it.`) }))}<p class="govuk-body">The statement of what ${makerWords(entry.decisionMaker)} decided is published at once; the time for a call-in runs from then.</p>${!may.ok && html`<p class="govuk-body"><strong>For a decision of today:</strong> ${may.refusal.message}</p><p class="govuk-body">What was decided all the same is recorded as it is, and published with what fell short and the reason.</p>`}`,
  fields: ({ entry }) => [
    { name: 'on', label: 'Day of the decision', hint: `Notified for ${expectedWords(entry.expected)}.`, kind: 'day' },
    { name: 'outcome', label: 'What was decided', kind: 'words' },
    { name: 'reasons', label: 'Reasons', kind: 'words' },
    { name: 'alternatives', label: 'Alternatives considered and rejected', kind: 'words' },
    { name: 'conflicts', label: 'Conflicts of interest declared', hint: 'Or “None”.', kind: 'line' },
    { name: 'dispensations', label: 'Dispensations for them', hint: 'Or “None”.', kind: 'line' },
    { name: 'differs', label: 'How it differs from the forward plan (optional)', hint: 'Needed where it was taken on another day than was notified: why.', kind: 'words' },
    { name: 'short-reason', label: 'Why it was decided without the full notice (optional)', hint: 'Needed where the notice had not run on that day: the public reads it, with by how much the notice fell short.', kind: 'words' },
    { name: 'exempt-reason', label: 'If it cannot wait for a call-in: why (optional)', kind: 'words' },
    { name: 'exempt-by', label: 'Which chair agreed to that (optional)', hint: 'For example: Chair of the scrutiny board.', kind: 'line' },
  ],
  submit: (request, app, typed) =>
    turnEntry(
      request.context,
      app,
      seenIn(request),
      verb,
      recordDecision({
        on: typed('on'),
        outcome: typed('outcome'),
        reasons: typed('reasons'),
        alternatives: typed('alternatives'),
        conflicts: typed('conflicts'),
        dispensations: typed('dispensations'),
        differs: typed('differs'),
        shortReason: typed('short-reason'),
        exemptReason: typed('exempt-reason'),
        exemptBy: typed('exempt-by'),
      }),
    ),
  done: 'decided',
})

/** `/staff/forward-plan/:reference/refer` */
export const referPage: StaffPage<MeetingsApp> = deedPage({
  path: 'refer',
  verb,
  title: 'Refer to scrutiny',
  press: 'Refer',
  read: async (reader) => ok({ bodies: (await publishedBodies(reader)).filter(({ kind }) => kind.startsWith('scrutiny') || kind === 'health-overview-committee') }),
  whyNot: ({ entry }) => notOpen(entry) ?? (entry.noticed === undefined ? 'Publish the entry in the forward plan first.' : undefined),
  before: () => html`<p class="govuk-body">It goes on the next agenda of that body that is not yet published; where none is planned, it waits for one.</p>`,
  fields: ({ besides: { bodies } }) => [
    { name: 'body', label: 'To which body', kind: 'select', choices: bodies.map(({ slug, name }) => ({ value: slug, text: name })) },
    { name: 'reason', label: 'Why', hint: 'The public reads it.', kind: 'words' },
  ],
  submit: (request, app, typed) => turnEntry(request.context, app, seenIn(request), verb, referEntry(typed('body'), typed('reason'))),
  done: 'referred',
})

/** `/staff/forward-plan/:reference/end` */
export const endPage: StaffPage<MeetingsApp> = deedPage({
  path: 'end',
  verb,
  title: 'Defer or withdraw',
  press: 'Save and publish',
  read: async () => ok(undefined),
  whyNot: ({ entry }) => (entry.decision === undefined ? undefined : 'This is decided: it can no longer be deferred or withdrawn.'),
  fields: () => [
    {
      name: 'kind',
      label: 'What becomes of it',
      kind: 'radios',
      choices: [
        { value: 'deferred', text: 'Deferred', hint: 'It will be decided, on a day not yet known. Where the new day is known, change the entry instead.' },
        { value: 'withdrawn', text: 'Withdrawn', hint: 'It will not be decided.' },
      ],
    },
    { name: 'reason', label: 'Why', hint: 'The public reads it.', kind: 'words' },
  ],
  submit: (request, app, typed) => turnEntry(request.context, app, seenIn(request), verb, endEntry(typed('kind'), typed('reason'))),
  done: 'ended',
})

/** `/staff/forward-plan/:reference/representations`: what is said against hearing it in private, and the answers. */
export const representationsPage: StaffPage<MeetingsApp> = deedPage({
  path: 'representations',
  verb,
  title: 'Representations against a private meeting',
  press: 'Save',
  read: async () => ok(undefined),
  whyNot: ({ entry }) => {
    if (entry.private === undefined || !needsPrivateNotices(entry)) return 'This is not heard by a body in private.'
    return entry.private.secondNotice === undefined ? undefined : 'The second notice is published: what came later is not part of it.'
  },
  before: () => html`<p class="govuk-body">The second notice gives each with its answer. Leave out who said it, and anything by which they could be known.</p>`,
  fields: ({ entry }) => {
    const unanswered = (entry.private?.representations ?? []).flatMap(({ words, answer = '' }, index) => (answer === '' ? [{ value: String(index), text: `Answer: ${words.slice(0, 80)}` }] : []))
    return [
      ...(unanswered.length === 0 ? [] : [{ name: 'which', label: 'A new one, or one without an answer', kind: 'radios' as const, usual: 'new', choices: [{ value: 'new', text: 'A new representation' }, ...unanswered] }]),
      { name: 'said', label: 'What was said', hint: unanswered.length === 0 ? 'Without names.' : 'Without names. For a new one only.', kind: 'words' },
      { name: 'answer', label: 'The council’s answer', hint: 'It can follow later, before the second notice.', kind: 'words' },
    ]
  },
  submit: (request, app, typed) => {
    const which = typed('which')
    const turn = /^\d{1,2}$/.test(which) ? answerRepresentation(Number(which), typed('answer')) : noteRepresentation(typed('said'), typed('answer'))
    return turnEntry(request.context, app, seenIn(request), verb, turn)
  },
  done: 'represented',
})

/** `/staff/forward-plan/:reference/carried-out` */
export const carriedOutPage: StaffPage<MeetingsApp> = deedPage({
  path: 'carried-out',
  verb,
  title: 'Carried out',
  press: 'Save and publish',
  read: async (reader) => ok({ local: await localSettings(reader) }),
  whyNot: ({ entry, besides: { local } }, request, app) => (stateOf(entry, momentOf(request.today, app.now()), local) === 'implementable' ? undefined : 'Only a decision that nothing stops is carried out: its window is closed, and where it was called in it is considered.'),
  fields: () => [{ name: 'said', label: 'What was done (optional)', kind: 'words' }],
  submit: (request, app, typed) => turnEntry(request.context, app, seenIn(request), verb, carryOut(typed('said'))),
  done: 'carried-out',
})

function notOpen({ decision, ended }: PlanEntry): string | undefined {
  if (decision !== undefined) return 'This is decided already.'
  return ended === undefined ? undefined : 'This entry is deferred or withdrawn. Give it a day first.'
}
