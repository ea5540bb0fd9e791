import { formatDate } from '#core/date-words.ts'
import { londonMoment, dateOf } from '#core/london-time.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { bodyNames } from '#features/bodies'
import { keyDecisions, localSettings } from '#features/rules'
import { thresholdsReached } from '../clock/key-finding.ts'
import { inventedNote } from '../entry/invention.ts'
import { entryAddress } from '../entry/plan-entry.ts'
import { planEditions, publishedEntry, type PlanEdition } from '../store/published-plan.ts'
import { tellMeOfDecision } from '../../alerts/pages/tell-me.ts'
import { clockSection } from './clock-section.ts'
import { scrutinyMeetings } from './coming-meetings.ts'
import { decisionSections } from './decision-sections.ts'
import { factsOfEntry } from './entry-facts.ts'
import { historySection } from './history-section.ts'
import { isStillAhead, speaking, tagsOf } from './plan-list.ts'

const mostEditions = 500

export const noPublished = { kind: 'not-found', message: 'The forward plan has no entry at this address. The forward plan lists what is to be decided, and the decisions what was.' } as const satisfies Answer

/** `/forward-plan/:reference` and `/forward-plan/:reference/editions/:edition`: an entry with its notices, its decision and its whole history. */
export async function entryPage(request: PublicRequest): Promise<Answer> {
  const { read, today, params } = request
  const reference = params['reference'] ?? ''
  const asked = params['edition']
  if (asked !== undefined && !/^[1-9]\d{0,5}$/.test(asked)) return noPublished
  const found = await publishedEntry(read, reference, asked === undefined ? undefined : Number(asked))
  if (found === undefined) return noPublished
  const { entry } = found
  const local = await localSettings(read)
  const names = await bodyNames(read)
  const reached = thresholdsReached(entry.effects, await keyDecisions(read))
  const editions = await planEditions(read, reference, mostEditions)
  const isComing = entry.decision === undefined && entry.ended === undefined && isStillAhead(entry, today) && asked === undefined
  const { of } = isComing ? await scrutinyMeetings(read, today) : { of: () => [] }
  return {
    kind: 'page',
    title: asked === undefined ? entry.matter : `${entry.matter}: edition ${found.edition}`,
    description: `What is to be decided, when and by whom: ${entry.matter}`,
    crumbs: [{ text: 'Forward plan', href: '/forward-plan' }, ...(asked === undefined ? [] : [{ text: entry.matter, href: entryAddress(entry) }])],
    body: html`${asked !== undefined && insetText({ text: html`This is edition ${found.edition} of ${editions.length}. ${link(entryAddress(entry), 'How the entry stands now')}` })}
<p class="govuk-body">${tagsOf({ ...entry, invented: undefined }, { today, local })}</p>${inventedNote(entry)}${isComing && speaking(entry, { today, meetingsOf: of })}
${decisionSections(entry, names)}<h2 class="govuk-heading-m">${entry.decision === undefined ? 'What is to be decided' : 'What the plan said'}</h2>
${factsOfEntry(entry, names)}${reached.length > 0 && html`<p class="govuk-body">It is key by the council’s own thresholds. ${reached.join(' ')}</p>`}
${clockSection(entry, local)}${historySection(entry)}${asked === undefined && html`${editionsSection(entry.reference, editions)}${tellMeOfDecision(entry)}`}`,
  }
}

function editionsSection(reference: string, editions: readonly PlanEdition[]): Html | undefined {
  if (editions.length < 2) return undefined
  const lines = editions.map(({ edition, what, toldAt }) => html`<li>${link(`/forward-plan/${reference}/editions/${edition}`, `Edition ${edition}, ${formatDate(dateOf(londonMoment(toldAt.toISOString())))}`)}: ${userText(what)}</li>`)
  return html`<h2 class="govuk-heading-m">Editions of this entry</h2><ul class="govuk-list">${lines}</ul>`
}
