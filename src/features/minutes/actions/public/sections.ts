import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { formatDate } from '#core/date-words.ts'
import type { BodySection } from '#features/bodies'
import { meetingsInList, type LaterParts } from '#features/meetings'
import { actionsOf, inList, type ActionInList } from '../actions-of.ts'
import { finishedFrom } from '../clock.ts'
import { outstandingSubject } from '../outstanding.ts'
import type { ActionsTables } from '../tables.ts'
import { actionList } from './action-list.ts'
import { trackerCounts } from './read-tracker.ts'
import { trackerAddress } from './tracker-query.ts'

type Parts = Required<Pick<LaterParts, 'itemSections' | 'homeSections'>>

const mostShown = 50

/** On an item's page: what was asked under it; on the item about what is outstanding, that list as of the meeting, and what was answered since the last one. */
export const itemSections: Parts['itemSections'] = [
  async ({ read, today }, meeting, item) => {
    if (!(item.subjects ?? []).includes(outstandingSubject)) return askedHere(await actionsOf(read, { body: meeting.body, date: meeting.date, item: item.number, limit: mostShown }), today)
    return outstandingSection(read, { body: meeting.body, date: meeting.date }, today)
  },
]

function askedHere(actions: readonly ActionInList[], today: LocalDate): Html | undefined {
  if (actions.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="asked-here">What was asked under this item</h2>${actionList(actions, { today, saysBody: false })}`
}

/** What a body waited for on the day of its meeting, and what was answered since it last met; where each stands is told as of today. */
export async function outstandingSection(read: Reader, { body, date }: { readonly body: string; readonly date: LocalDate }, today: LocalDate): Promise<Html> {
  const open = await outstandingOn(read, body, date)
  const [last] = await meetingsInList(read, { body, before: date, order: 'last-to-first', limit: 1 })
  const answered = last === undefined ? [] : await answeredBetween(read, body, last.date, date)
  const isPast = date < today
  return html`<h2 class="govuk-heading-m" id="outstanding">${isPast ? `Outstanding on ${formatDate(date)}` : 'Outstanding today'}</h2>
    ${isPast ? html`<p class="govuk-body">Where each stands is told as of today.</p>` : undefined}
    ${open.length === 0 ? html`<p class="govuk-body">Nothing is outstanding.</p>` : actionList(open, { today, saysBody: false })}
    ${open.length < mostShown ? undefined : html`<p class="govuk-body">These are the first ${mostShown}. <a class="govuk-link" href="${trackerAddress({ body })}">See all of this body</a>.</p>`}
    ${last === undefined ? undefined : html`<h2 class="govuk-heading-m" id="answered-since">Answered since the meeting of ${formatDate(last.date)}</h2>${answered.length === 0 ? html`<p class="govuk-body">Nothing was answered since then.</p>` : actionList(answered, { today, saysBody: false })}`}`
}

async function outstandingOn(read: Reader, body: string, date: LocalDate): Promise<ActionInList[]> {
  const rows = await read
    .tables<ActionsTables>()
    .selectFrom('published.current_actions as list')
    .select(['list.record', 'list.waits_until'])
    .where('list.body', '=', body)
    .where('list.asked_on', '<', date)
    .where((one) => one.or([one('list.place', '<', finishedFrom), one('list.finished_on', '>=', date)]))
    .orderBy('list.place')
    .orderBy('list.number')
    .limit(mostShown)
    .execute()
  return rows.map(({ record, waits_until }) => inList(record, waits_until))
}

/** Half open: from the day of the last meeting on, up to the day before this one. */
async function answeredBetween(read: Reader, body: string, from: LocalDate, before: LocalDate): Promise<ActionInList[]> {
  const rows = await read
    .tables<ActionsTables>()
    .selectFrom('published.current_actions as list')
    .select(['list.record', 'list.waits_until'])
    .where('list.body', '=', body)
    .where('list.answered_on', '>=', from)
    .where('list.answered_on', '<', before)
    .orderBy('list.answered_on', 'desc')
    .orderBy('list.number')
    .limit(mostShown)
    .execute()
  return rows.map(({ record, waits_until }) => inList(record, waits_until))
}

/** On a body's own page: how many it waits for, the first few, and the way to all. */
export const bodySection: BodySection = async ({ read, today }, { slug }) => {
  const { all, late, byStage } = await trackerCounts(read, { body: slug }, today)
  if (all === 0) return undefined
  const first = (await actionsOf(read, { body: slug, limit: 3 })).filter(({ state }) => state !== 'closed' && state !== 'withdrawn')
  return html`<h2 class="govuk-heading-m" id="recommendations">What it asked, and what came of it</h2>
    <p class="govuk-body">${all - byStage.closed - byStage.withdrawn} outstanding${late === 0 ? '' : `, ${late} of them late`}; ${byStage.closed} closed.</p>
    ${first.length === 0 ? undefined : actionList(first, { today, saysBody: false })}
    <p class="govuk-body"><a class="govuk-link" href="${trackerAddress({ body: slug })}">All recommendations and actions of this body</a></p>`
}

/** On the first page: what was asked, what is late, what is done. */
export const homeSections: Parts['homeSections'] = [
  async ({ read, today }) => {
    const { all, late, byStage } = await trackerCounts(read, {}, today)
    if (all === 0) return undefined
    const figure = (href: string, number: number, words: string) => html`<li><a class="govuk-link" href="${href}"><span class="gt-figures__number">${number}</span> ${words}</a></li>`
    return html`<h2 class="govuk-heading-m">What was asked, and what came of it</h2>
    <ul class="govuk-list gt-figures">${figure('/recommendations', all, 'asked by boards and panels')}${figure('/recommendations?state=late', late, 'late today')}${figure('/recommendations?state=done', byStage.done, 'reported as done')}${figure('/recommendations?state=closed', byStage.closed, 'closed')}</ul>`
  },
]
