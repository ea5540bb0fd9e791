import type { LocalDate } from '#core/dates.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { BodySection } from '#features/bodies'
import type { LaterParts } from '#features/meetings'
import { actionsOf, type ActionInList } from '../actions-of.ts'
import { outstandingSubject } from '../outstanding.ts'
import { actionList } from './action-list.ts'
import { outstandingSection } from './outstanding-section.ts'
import { trackerCounts, type TrackerFilter } from './read-tracker.ts'
import { trackerAddress } from './tracker-query.ts'

type Parts = Required<Pick<LaterParts, 'itemSections' | 'homeSections'>>

const mostShown = 50

/** On an item's page: what was asked under it; on the item about what is outstanding, what the body waits for and has to decide, and what was answered since it last met. */
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
    const ofRecord = await trackerCounts(read, { record: 'of-record' }, today)
    const { invented } = ofRecord
    if (ofRecord.all + invented === 0) return undefined
    // Where nothing is invented, nothing has to be told apart.
    const record = invented === 0 ? undefined : 'of-record'
    const figure = (state: TrackerFilter['state'], number: number, words: string) => html`<li><a class="govuk-link" href="${trackerAddress({ record, state })}"><span class="gt-figures__number">${number}</span> ${words}</a></li>`
    return html`<h2 class="govuk-heading-m">What was asked, and what came of it</h2>
    ${ofRecord.all > 0 && html`<ul class="govuk-list gt-figures">${figure(undefined, ofRecord.all, 'asked by boards and panels')}${figure('late', ofRecord.late, 'late today')}${figure('answered-late', ofRecord.answeredLate, 'answered late')}${figure('done', ofRecord.byStage.done, 'reported as done')}${figure('closed', ofRecord.byStage.closed, 'closed')}</ul>`}
    ${invented > 0 && html`<p class="govuk-body"><a class="govuk-link" href="${trackerAddress({ record: 'invented' })}">${invented} more</a> ${invented === 1 ? 'is' : 'are'} invented for the example, so that every step from a served report to its closing can be seen.</p>`}`
  },
]
