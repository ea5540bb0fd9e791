import { formatDay } from '#core/date-words.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { link, userText } from '#platform/pages/text.ts'
import { momentOf, type MeetingsApp } from '#features/meetings'
import { localSettings } from '#features/rules'
import { stateOf, type EntryState } from '../entry/states.ts'
import { closesWords, expectedWords, keyWords, makerWords, stateTags } from '../entry/words.ts'
import { keptPlan, mostShown } from '../store/kept-plan.ts'
import type { KeptEntry } from '../store/keep-entry.ts'
import { maySee, workAddress } from './deed-page.ts'

/** The parts of the list, in the order in which they ask for something to be done. */
const parts: readonly { readonly heading: string; readonly states: readonly EntryState[] }[] = [
  { heading: 'Drafts', states: ['draft'] },
  { heading: 'To be decided', states: ['notice-short', 'notice-running', 'may-be-decided', 'planned'] },
  { heading: 'Open to call-in', states: ['in-window'] },
  { heading: 'Called in', states: ['called-in', 'referred-back', 'referred-to-council'] },
  { heading: 'Deferred', states: ['deferred'] },
  { heading: 'Decided', states: ['implementable', 'implemented'] },
  { heading: 'Withdrawn', states: ['withdrawn'] },
]

/** `/staff/forward-plan`: every entry by what is to be done with it. */
export const planPage: StaffPage<MeetingsApp> = { path: '/staff/forward-plan', show: (request, app) => showPlan(request, app) }

async function showPlan(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const { context, today } = request
  const found = await look(context, { verb: 'forward-plan.see', subject: { kind: 'forward-plan', id: 'all' } }, async (reader) => ok({ all: await keptPlan(reader), local: await localSettings(reader) }))
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { all, local } = found.value
  const entries = all.filter(({ entry }) => maySee(request, entry))
  const moment = momentOf(today, app.now())
  const placed = entries.map((kept) => ({ kept, state: stateOf(kept.entry, moment, local) }))
  return {
    kind: 'page',
    title: 'Forward plan and decisions',
    body: html`<p class="govuk-body">What the executive is to decide, with its notices, and what it has decided. ${link('/forward-plan', 'The plan that the public reads')}</p>
${context.may(context.actor, 'forward-plan.edit') && button({ text: 'Add an entry', href: '/staff/forward-plan/new' })}
${placed.length === 0 && html`<p class="govuk-body">There is no entry yet.</p>`}
${parts.map(({ heading, states }) => part(heading, placed.filter(({ state }) => states.includes(state))))}
${all.length === mostShown && html`<p class="govuk-body">The ${mostShown} entries that changed last are shown. ${link('/decisions', 'All decisions')}</p>`}`,
  }
}

function part(heading: string, placed: readonly { readonly kept: KeptEntry; readonly state: EntryState }[]): Html | undefined {
  if (placed.length === 0) return undefined
  return dataTable({
    caption: heading,
    columns: [{ heading: 'Matter' }, { heading: 'Who decides' }, { heading: 'When' }, { heading: 'Kind' }, { heading: 'How far' }],
    rows: placed.map(({ kept: { entry }, state }) => [
      link(workAddress(entry.reference), userText(entry.matter)),
      makerWords(entry.decisionMaker),
      state === 'in-window' && entry.decision?.window !== undefined ? `Can be called in until ${closesWords(entry.decision.window.closes)}` : entry.decision === undefined ? expectedWords(entry.expected) : `Decided on ${formatDay(entry.decision.on)}`,
      html`${keyWords[entry.key]}${entry.private && html`<br>${entry.private.part === 'whole' ? 'Private' : 'Part private'}`}`,
      tagOf(state),
    ]),
  })
}

function tagOf(state: EntryState): Html {
  const [words, meaning] = stateTags[state]
  return statusTag(words, meaning)
}
