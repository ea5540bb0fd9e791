import { formatDay } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import type { LaterParts } from '#features/meetings'
import { localSettings } from '#features/rules'
import { html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { entryAddress, type PlanEntry } from '../entry/plan-entry.ts'
import { expectedOn, referredTitle } from '../entry/words.ts'
import { entriesReferredTo } from '../store/published-plan.ts'
import { tagsOf } from './plan-list.ts'

const mostOfMeeting = 50

/** On the item under which scrutiny considers an entry: how the entry stands now, which the agenda as it was printed cannot say. */
export const referredSection: NonNullable<LaterParts['itemSections']>[number] = async ({ read, today }, meeting, { title, subjects = [] }) => {
  const referred = await entriesReferredTo(read, meeting.body, meeting.date, mostOfMeeting)
  const found = referred.find(({ entry }) => title === referredTitle(entry)) ?? referred.find(({ entry }) => entry.subjects.some((one) => subjects.includes(one)))
  if (found === undefined) return undefined
  const { entry } = found
  return html`<h2 class="govuk-heading-m">In the forward plan</h2><p class="govuk-body">${link(entryAddress(entry), userText(entry.matter))}</p>
<p class="govuk-body">${tagsOf(entry, { today, local: await localSettings(read) })}</p><p class="govuk-body">${standsWords(entry, meeting.date)}</p>`
}

/** "Decided on Tuesday 27 June 2023, before this meeting." */
export function standsWords({ decision, ended, expected }: PlanEntry, meeting: LocalDate): string {
  if (decision !== undefined) return `Decided on ${formatDay(decision.on)}${decision.on < meeting ? ', before this meeting' : ''}.`
  if (ended !== undefined) return `${ended.kind === 'deferred' ? 'Deferred' : 'Withdrawn'} on ${formatDay(ended.on)}.`
  return `The decision is expected ${expectedOn(expected)}.`
}
