import type { BodySection } from '#features/bodies'
import type { LaterParts } from '#features/meetings'
import { inventionTag } from '#features/minutes'
import { html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { entryAddress } from '../entry/plan-entry.ts'
import { closesWords, expectedWords } from '../entry/words.ts'
import { entriesOfMeeting, openWindows, plannedEntries, type PublishedEntry } from '../store/published-plan.ts'

const onFirstPage = 5
const mostOfMeeting = 50

/** On the first page: the next decisions and what can be called in now, first what is of record. */
export const comingSection: NonNullable<LaterParts['homeSections']>[number] = async ({ read, today }) => {
  const ofRecord = await plannedEntries(read, { stage: 'coming', from: today, record: 'of-record', limit: onFirstPage })
  const invented = await plannedEntries(read, { stage: 'coming', from: today, record: 'invented', limit: onFirstPage })
  const coming = [...ofRecord, ...invented].slice(0, onFirstPage)
  const windows = (await openWindows(read, today, mostOfMeeting)).toSorted(ofRecordFirst).slice(0, onFirstPage)
  if (coming.length === 0 && windows.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">Decisions to come</h2><ul class="govuk-list">
${coming.map(({ entry }) => html`<li>${link(entryAddress(entry), userText(entry.matter))}, ${expectedWords(entry.expected)} ${inventionTag(entry.invented)}</li>`)}
${windows.map(({ entry }) => html`<li>${link(entryAddress(entry), userText(entry.matter))}, decided${entry.decision?.window && `: members can call it in until ${closesWords(entry.decision.window.closes)}`} ${inventionTag(entry.invented)}</li>`)}</ul>
<p class="govuk-body">${link('/forward-plan', 'The whole forward plan')}</p>`
}

function ofRecordFirst(one: PublishedEntry, other: PublishedEntry): number {
  return Number(one.entry.invented === 'everything') - Number(other.entry.invented === 'everything')
}

/** On the page of a meeting of a body that decides: what it is to decide there, or has. */
export const meetingSection: NonNullable<LaterParts['meetingSections']>[number] = async ({ read }, meeting) => {
  const entries = await entriesOfMeeting(read, meeting.body, meeting.date, mostOfMeeting)
  if (entries.length === 0) return undefined
  const lines = entries.map(({ entry }) => html`<li>${link(entryAddress(entry), userText(entry.matter))}${entry.decision !== undefined && ', decided'} ${inventionTag(entry.invented)}</li>`)
  return html`<h2 class="govuk-heading-m">In the forward plan</h2><ul class="govuk-list">${lines}</ul>`
}

/** On the page of the executive: the way to its plan. */
export const bodySection: BodySection = async (_request, body) =>
  body.kind === 'cabinet' ? html`<h2 class="govuk-heading-m">Decisions</h2><p class="govuk-body">${link('/forward-plan', 'What it is to decide')} and ${link('/decisions', 'what it has decided')}</p>` : undefined
