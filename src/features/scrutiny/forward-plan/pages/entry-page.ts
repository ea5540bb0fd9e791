import { formatDay } from '#core/date-words.ts'
import { ok, type Outcome, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { warningText } from '#platform/pages/components/warning-text.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { link } from '#platform/pages/text.ts'
import { bodyNames } from '#features/bodies'
import { momentOf, type MeetingsApp } from '#features/meetings'
import { localSettings, type LocalSettings } from '#features/rules'
import { signedWords } from '../../call-in/call-in-words.ts'
import { signaturesOf, type Signature } from '../../call-in/signatures.ts'
import { lateNotice } from '../clock/late-notice.ts'
import { missingContents } from '../clock/notice-contents.ts'
import { publishNotice, publishSecondNotice } from '../deeds/notices.ts'
import { noEntry, turnEntry } from '../deeds/turn-entry.ts'
import { inventedNote } from '../entry/invention.ts'
import { entryAddress, type PlanEntry } from '../entry/plan-entry.ts'
import { stateOf, type EntryState } from '../entry/states.ts'
import { stateTags } from '../entry/words.ts'
import { setPapersSoon } from '../papers/set-papers.ts'
import { entryInWork, type KeptEntry } from '../store/keep-entry.ts'
import { clockSection } from '../public/clock-section.ts'
import { decisionSections } from '../public/decision-sections.ts'
import { factsOfEntry } from '../public/entry-facts.ts'
import { historySection } from '../public/history-section.ts'
import { maySee, seenIn, workAddress } from './deed-page.ts'
import { waysOn } from './ways-on.ts'

const done = {
  added: 'The entry is saved as a draft. The public sees it once its notice is published.',
  saved: 'The entry is saved.',
  published: 'The entry stands in the forward plan.',
  exception: 'The notice is given and published.',
  'exception-back': 'The notice is taken back, and the public reads why.',
  urgency: 'Your agreement is recorded and published.',
  represented: 'It is saved.',
  'second-notice': 'The second notice is published.',
  decided: 'The decision is recorded and its statement published.',
  referred: 'It is referred.',
  ended: 'It is saved and published.',
  'carried-out': 'It is saved and published.',
  signed: 'You have signed for the call-in.',
  considered: 'The outcome is recorded and published.',
  reconsidered: 'The outcome is recorded and published.',
}

/** `/staff/forward-plan/:reference`: an entry, what its clocks say, and what can be done with it now. */
export const entryPage: StaffPage<MeetingsApp> = { path: '/staff/forward-plan/:reference', show: (request, app) => showEntry(request, app) }

/** Publishes the notice, by one press on the entry’s page. */
export const publishPage: StaffPage<MeetingsApp> = {
  path: '/staff/forward-plan/:reference/publish',
  submit: async (request, app) => pressed(request, app, await turnEntry(request.context, app, seenIn(request), 'forward-plan.edit', publishNotice), 'published'),
}

/** Publishes the second notice of a private meeting. */
export const secondNoticePage: StaffPage<MeetingsApp> = {
  path: '/staff/forward-plan/:reference/second-notice',
  submit: async (request, app) => pressed(request, app, await turnEntry(request.context, app, seenIn(request), 'forward-plan.edit', publishSecondNotice), 'second-notice'),
}

function pressed(request: StaffRequest, app: MeetingsApp, outcome: Outcome<PlanEntry>, word: string): StaffAnswer | Promise<StaffAnswer> {
  if (outcome.ok) setPapersSoon(request.context, app)
  if (outcome.ok) return { kind: 'moved', to: `${workAddress(outcome.value.reference)}?done=${word}` }
  const isHere = outcome.refusal.kind !== 'not-found' && outcome.refusal.kind !== 'not-allowed'
  return isHere ? showEntry(request, app, outcome.refusal) : { kind: 'refused', refusal: outcome.refusal }
}

interface Found extends KeptEntry {
  readonly local: LocalSettings
  readonly names: ReadonlyMap<string, string>
  /** Who has signed for a call-in of it. */
  readonly signed: readonly Signature[]
}

async function showEntry(request: StaffRequest, app: MeetingsApp, refusal?: Refusal): Promise<StaffAnswer> {
  const reference = request.params['reference'] ?? ''
  const found = await look(request.context, { verb: 'forward-plan.see', subject: { kind: 'plan-entry', id: reference.slice(0, 100) } }, async (reader): Promise<Outcome<Found>> => {
    const kept = await entryInWork(reader, reference)
    if (kept === undefined || !maySee(request, kept.entry)) return noEntry
    return ok({ ...kept, local: await localSettings(reader), names: await bodyNames(reader), signed: await signaturesOf(reader, reference) })
  })
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { entry, local, names, signed } = found.value
  const state = stateOf(entry, momentOf(request.today, app.now()), local)
  const [words, meaning] = stateTags[state]
  const { actor } = request.context
  const hasSigned = signed.some(({ person }) => actor.kind === 'person' && person === actor.person)
  const late = state === 'draft' ? lateNotice(entry, request.today, local) : []
  return {
    kind: 'page',
    title: entry.matter,
    crumbs: [{ text: 'Forward plan', href: '/staff/forward-plan' }],
    status: refusal === undefined ? 200 : refusal.kind === 'invalid' ? 400 : 409,
    hasFaults: refusal !== undefined,
    body: html`${refusal === undefined ? doneBanner(request.query, done) : faultSummary(refusal)}<p class="govuk-body">${statusTag(words, meaning)}</p>${inventedNote(entry)}
${entry.noticed === undefined ? html`<p class="govuk-body">This is a draft: nobody sees it but those who edit the forward plan.</p>` : html`<p class="govuk-body">${link(entryAddress(entry), 'The page that the public reads')}</p>`}
${hasSigned && state === 'in-window' && entry.decision?.window !== undefined && insetText({ text: signedWords(entry.decision.window, signed.length) })}${waysOn(request, found.value, state, { local, hasSigned })}${buttons(request, found.value, state, late)}
${missing(entry)}${clockSection(entry, local)}
<h2 class="govuk-heading-m">What the entry says</h2>${factsOfEntry(entry, names)}
${decisionSections(entry, names)}${historySection(entry)}`,
  }
}

function buttons(request: StaffRequest, { entry, revision }: KeptEntry, state: EntryState, late: readonly string[]): Html | undefined {
  if (!request.context.may(request.context.actor, 'forward-plan.edit')) return undefined
  const { reference, private: held } = entry
  const press = (path: string, text: string) => actionButton({ action: `${workAddress(reference)}/${path}`, token: request.session.formToken, text, fields: { revision: String(revision) } })
  if (state === 'draft') return html`${late.map((text) => warningText({ text }))}<div class="govuk-button-group">${press('publish', late.length === 0 ? 'Publish the notice' : 'Publish the notice all the same')}</div>`
  const wantsSecond = held !== undefined && held.secondNotice === undefined && entry.decisionMaker.kind === 'body' && entry.decision === undefined && entry.ended === undefined
  return wantsSecond ? html`<div class="govuk-button-group">${press('second-notice', 'Publish the second notice')}</div>` : undefined
}

function missing(entry: PlanEntry): Html | undefined {
  const faults = entry.decision === undefined ? missingContents(entry) : []
  if (faults.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">What the notice still lacks</h2><ul class="govuk-list govuk-list--bullet">${faults.map(({ message }) => html`<li>${message}</li>`)}</ul>${entry.noticed !== undefined && html`<p class="govuk-body">Published without it on ${formatDay(entry.noticed)}.</p>`}`
}
