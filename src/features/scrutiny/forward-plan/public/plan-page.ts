import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { lead, link, userText } from '#platform/pages/text.ts'
import { inventionTag } from '#features/minutes'
import { localSettings } from '#features/rules'
import { tellMeOfDecisions } from '../../alerts/pages/tell-me.ts'
import { entryAddress } from '../entry/plan-entry.ts'
import { closesWords } from '../entry/words.ts'
import { openWindows, plannedEntries, stoppedEntries, type PublishedEntry } from '../store/published-plan.ts'
import { scrutinyMeetings } from './coming-meetings.ts'
import { placeText } from './places.ts'
import { planFilter } from './plan-filter.ts'
import { entriesByMonth } from './plan-list.ts'
import { readPlanQuery, whens } from './plan-query.ts'

const pageLength = 50
const mostOpen = 50

/** `/forward-plan`: what the executive is to decide, by month; `?when=past` for what was expected earlier and is not recorded as decided. */
export async function planPage(request: PublicRequest): Promise<Answer> {
  const { read, today, query } = request
  const { choice, after, refusal } = readPlanQuery(query, 'when', whens)
  const isPast = choice === 'past'
  const range = isPast ? { before: today } : { from: today }
  const found = await plannedEntries(read, { stage: 'coming', ...range, after, limit: pageLength + 1 })
  const shown = found.slice(0, pageLength)
  const local = await localSettings(read)
  const { of } = await scrutinyMeetings(read, today)
  const options = { today, local, meetingsOf: of }
  const last = shown.at(-1)?.entry
  const onward = found.length > pageLength && last ? `/forward-plan?${isPast ? 'when=past&' : ''}after=${placeText(last.expected.from, last.reference)}` : undefined
  const isFirst = after === undefined && !isPast
  return {
    kind: 'page',
    title: isPast ? 'Forward plan: expected earlier' : 'Forward plan',
    description: 'What the council’s executive is to decide, when, and how to have a say before it does.',
    ...(isPast ? { crumbs: [{ text: 'Forward plan', href: '/forward-plan' }] } : {}),
    alternates: [{ type: 'application/atom+xml', href: '/forward-plan.atom', title: 'Forward plan and decisions' }],
    ...(refusal === undefined ? {} : { status: 400, hasFaults: true }),
    body: html`${refusal && faultSummary(refusal)}${lead(isPast ? 'What was expected before today, and is not recorded here as decided.' : 'What the council’s executive is to decide, in good time to have a say.')}
${planFilter({ action: '/forward-plan', field: 'when', label: 'Which decisions', choices: whens, choice, refusal })}
${isFirst && (await openNow(request))}
${shown.length === 0 ? html`<p class="govuk-body">${isPast ? 'There is nothing.' : 'No decision is planned from today on.'}</p>` : entriesByMonth(shown, options)}
${cursorPagination({ label: 'More of the forward plan', next: onward === undefined ? undefined : { href: onward } })}
${isFirst && (await deferred(request))}${tellMeOfDecisions}${ways}`,
  }
}

const ways = html`<h2 class="govuk-heading-m">More</h2><ul class="govuk-list gt-ways"><li>${link('/decisions', 'Decisions that were made')}, with their statements</li>
<li>${link('/forward-plan.atom', 'News feed')} of every change</li></ul>`

/** What can be called in now, and what stands still. */
async function openNow({ read, today }: PublicRequest): Promise<Html | undefined> {
  const [windows, stopped] = [await openWindows(read, today, mostOpen), await stoppedEntries(read, mostOpen)]
  if (windows.length === 0 && stopped.length === 0) return undefined
  return html`${windows.length > 0 && html`<h2 class="govuk-heading-m">Decided: open to call-in now</h2><ul class="govuk-list">${windows.map(windowLine)}</ul>`}
${stopped.length > 0 && html`<h2 class="govuk-heading-m">Called in: not carried out yet</h2><ul class="govuk-list">${stopped.map(({ entry }) => html`<li>${entryLink(entry)}</li>`)}</ul>`}`
}

function windowLine({ entry }: PublishedEntry): Html {
  const { decision } = entry
  return html`<li>${entryLink(entry, decision?.window && `, until ${closesWords(decision.window.closes)}`)}</li>`
}

/** The entry with what is said of it, and at the end whether it is made up. */
function entryLink(entry: PublishedEntry['entry'], said?: Piece): Html {
  return html`${link(entryAddress(entry), userText(entry.matter))}${said}${entry.invented && html` ${inventionTag(entry.invented)}`}`
}

async function deferred({ read }: PublicRequest): Promise<Html | undefined> {
  const list = await plannedEntries(read, { stage: 'deferred', limit: mostOpen })
  if (list.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">Deferred: no new day is set</h2><ul class="govuk-list">${list.map(({ entry }) => html`<li>${entryLink(entry, html`: ${userText(entry.ended?.reason ?? '')}`)}</li>`)}</ul>`
}
