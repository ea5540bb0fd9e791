import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import type { Reader } from '#platform/database/database.ts'
import { html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { momentOf, type MeetingsApp } from '#features/meetings'
import type { Decision } from '../forward-plan/entry/decision.ts'
import type { PlanEntry } from '../forward-plan/entry/plan-entry.ts'
import { closesWords } from '../forward-plan/entry/words.ts'
import { workAddress } from '../forward-plan/pages/deed-page.ts'
import { openWindows } from '../forward-plan/store/published-plan.ts'
import { countWords, signedWords } from './call-in-words.ts'
import { signaturesByReference, type Signature } from './signatures.ts'
import { mayCallIn, seatsToCallIn } from './who-may-call-in.ts'

const mostShown = 20

interface OpenWindow {
  readonly entry: PlanEntry
  readonly window: NonNullable<Decision['window']>
  readonly signed: readonly Signature[]
}

/** For members: the decisions that they can call in now, and what they signed for. */
export const openWindowsSection: StaffSection<MeetingsApp> = async (request, app) => {
  const { actor } = request.context
  if (actor.kind !== 'person' || !request.context.may(actor, 'decisions.call-in')) return undefined
  const found = await look(request.context, { verb: 'decisions.call-in', subject: { kind: 'forward-plan', id: 'windows' } }, async (reader) => {
    const seats = await seatsToCallIn(reader, actor.person, request.today)
    return ok((await windowsOpen(reader, request, app)).filter(({ entry }) => mayCallIn(seats, entry).ok))
  })
  if (!found.ok || found.value.length === 0) return undefined
  const lines = found.value.map(({ entry, window, signed }) => {
    const hasSigned = signed.some(({ person }) => person === actor.person)
    return html`<li>${link(workAddress(entry.reference), userText(entry.matter))}${hasSigned ? html`. ${signedWords(window, signed.length)}` : html`, until ${closesWords(window.closes)}`}</li>`
  })
  return html`<h2 class="govuk-heading-m">Decisions that can be called in</h2><ul class="govuk-list">${lines}</ul>`
}

/** For officers: the call-ins for which members are signing. */
export const collectedSection: StaffSection<MeetingsApp> = async (request, app) => {
  if (!request.context.may(request.context.actor, 'decisions.keep')) return undefined
  const found = await look(request.context, { verb: 'decisions.keep', subject: { kind: 'forward-plan', id: 'windows' } }, async (reader) => ok((await windowsOpen(reader, request, app)).filter(({ signed }) => signed.length > 0)))
  if (!found.ok || found.value.length === 0) return undefined
  const lines = found.value.map(({ entry, window, signed }) => html`<li>${link(`${workAddress(entry.reference)}/signatures`, userText(entry.matter))}: ${countWords(window, signed.length)} They can sign until ${closesWords(window.closes)}.</li>`)
  return html`<h2 class="govuk-heading-m">Call-ins for which members are signing</h2><ul class="govuk-list">${lines}</ul>`
}

/** The decisions whose window is open at this minute, each with its signatures. Two queries. */
async function windowsOpen(reader: Reader, { today }: StaffRequest, app: MeetingsApp): Promise<OpenWindow[]> {
  const moment = momentOf(today, app.now())
  const open = (await openWindows(reader, today, mostShown)).flatMap(({ entry }) => (entry.decision?.window !== undefined && moment <= entry.decision.window.closes ? [{ entry, window: entry.decision.window }] : []))
  const signatures = await signaturesByReference(reader, open.map(({ entry }) => entry.reference))
  return open.map((one) => ({ ...one, signed: signatures.get(one.entry.reference) ?? [] }))
}
