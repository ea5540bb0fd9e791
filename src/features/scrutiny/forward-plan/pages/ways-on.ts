import type { StaffRequest } from '#access/staff/staff-page.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import type { LocalSettings } from '#features/rules'
import { needsPrivateNotices } from '../clock/may-decide.ts'
import { canBePrivate } from '../deeds/agree-urgency.ts'
import { mayTakeRoute } from '../deeds/notices.ts'
import type { EntryState } from '../entry/states.ts'
import type { KeptEntry } from '../store/keep-entry.ts'
import { workAddress } from './deed-page.ts'

/** What is known besides of the entry and of whoever looks at it. */
interface Known {
  readonly local: LocalSettings
  readonly hasSigned: boolean
}

interface Way {
  readonly path: string
  readonly text: string
  readonly verb: string
  readonly isOpen: (state: EntryState, entry: KeptEntry['entry'], known: Known) => boolean
}

const open: readonly EntryState[] = ['planned', 'notice-running', 'notice-short', 'may-be-decided']
const isOpen = (state: EntryState) => open.includes(state)

/** What can be done with an entry, in the order in which it happens. */
const ways: readonly Way[] = [
  { path: 'edit', text: 'Change what it says', verb: 'forward-plan.edit', isOpen: (state) => isOpen(state) || state === 'draft' || state === 'deferred' },
  { path: 'exception', text: 'General exception: less than 28 clear days', verb: 'forward-plan.edit', isOpen: (state, entry, { local }) => isOpen(state) && entry.route === undefined && mayTakeRoute(entry, local).ok },
  { path: 'withdraw-exception', text: 'Take the general exception back', verb: 'forward-plan.edit', isOpen: (state, { route }) => isOpen(state) && route?.kind === 'general-exception' },
  { path: 'urgency', text: 'Agree that it is urgent', verb: 'forward-plan.agree-urgency', isOpen: (state, entry, { local }) => isOpen(state) && (mayTakeRoute(entry, local).ok || canBePrivate(entry)) },
  { path: 'representations', text: 'Representations against a private meeting', verb: 'forward-plan.edit', isOpen: (state, entry) => isOpen(state) && needsPrivateNotices(entry) && entry.private?.secondNotice === undefined },
  { path: 'refer', text: 'Refer to scrutiny', verb: 'forward-plan.edit', isOpen },
  { path: 'decision', text: 'Record the decision', verb: 'forward-plan.edit', isOpen },
  { path: 'end', text: 'Defer or withdraw', verb: 'forward-plan.edit', isOpen: (state) => isOpen(state) || state === 'deferred' },
  { path: 'call-in', text: 'Call this decision in', verb: 'decisions.call-in', isOpen: (state, _entry, { hasSigned }) => state === 'in-window' && !hasSigned },
  { path: 'signatures', text: 'Signatures for a call-in', verb: 'decisions.keep', isOpen: (_state, { decision, callIn }) => decision?.window !== undefined && callIn === undefined },
  { path: 'considered', text: 'Record what scrutiny made of the call-in', verb: 'decisions.keep', isOpen: (state) => state === 'called-in' },
  { path: 'reconsidered', text: 'Record that it was considered again', verb: 'decisions.keep', isOpen: (state) => state === 'referred-back' || state === 'referred-to-council' },
  { path: 'carried-out', text: 'Note that it is carried out', verb: 'forward-plan.edit', isOpen: (state) => state === 'implementable' },
]

/** The links to what this person can do with an entry now. */
export function waysOn({ context }: StaffRequest, { entry }: KeptEntry, state: EntryState, known: Known): Html | undefined {
  const found = ways.filter((way) => context.may(context.actor, way.verb) && way.isOpen(state, entry, known))
  if (found.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">What can be done now</h2><ul class="govuk-list gt-ways">${found.map(({ path, text }) => html`<li>${link(`${workAddress(entry.reference)}/${path}`, text)}</li>`)}</ul>`
}
