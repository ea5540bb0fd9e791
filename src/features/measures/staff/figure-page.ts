import { ok, type Fault, type Outcome, type Refusal } from '#core/outcome.ts'
import { formatDate, formatTime } from '#core/date-words.ts'
import { dateOf, londonMoment, timeOf } from '#core/london-time.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { warningText } from '#platform/pages/components/warning-text.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { instantOf, type MeetingsApp } from '#features/meetings'
import { neighboursArea, nationalAreas, type Area } from '../comparators/area.ts'
import { areasByCode } from '../comparators/keep-areas.ts'
import type { Definition } from '../definitions/definition.ts'
import { periodOf } from '../definitions/frequencies.ts'
import { definitionFor, definitionOn } from '../definitions/in-force.ts'
import { breakdownInWords, periodAtLength } from '../measure-pages/measure-words.ts'
import { enterFigure } from '../observations/enter-figure.ts'
import type { Known } from '../observations/check-row.ts'
import { whatIsKnown } from '../observations/what-is-known.ts'
import { readOtherwise } from '../releases/preview/read-otherwise.ts'
import { shownValue } from '../sheets/shown.ts'
import { figureAddress, measuresCrumb, measuresPath, staffMeasureAddress } from './addresses.ts'
import { chooseForm, entryForm } from './figure-form.ts'
import { atFields, breakdownChosen, doneWord, keyFaults, typedRow, type KeyGiven } from './figure-typed.ts'
import { figureHistory, type Brought, type FigureHistory } from './read-figure.ts'
import { noMeasure } from './read-measure.ts'
import { figureStatus } from './status-words.ts'

const apart = 'The parts of this measure and period do not add up to their whole now. Correct the other figures too, unless they are counted otherwise.'
const doneWords = {
  entered: 'The figure is entered.',
  corrected: 'The figure is corrected. What stood before stays in its history.',
  'entered-apart': `The figure is entered. ${apart}`,
  'corrected-apart': `The figure is corrected. What stood before stays in its history. ${apart}`,
  same: 'That figure stands already. Nothing was changed.',
}
const refusedHere: Partial<Record<Refusal['kind'], 400 | 409>> = { invalid: 400, conflict: 409 }

/** `/staff/measures/:slug/figure`: which figure, then its history, and for whoever may the form to enter or correct it. */
export const figurePage: StaffPage<MeetingsApp> = {
  path: `${measuresPath}/:slug/figure`,
  show: (request) => show(request, request.query),
  submit: async (request, app) => {
    const { context, params, form } = request
    const slug = params['slug'] ?? ''
    const row = typedRow(form, slug)
    const done = await enterFigure(context, { row, seen: form.whole('seen') }, instantOf(request.today, app.now()))
    const key = new URLSearchParams({ area: row.area, period: row.period, breakdown: row.breakdown })
    if (!done.ok) return show(request, key, atFields(done.refusal, row))
    key.set('done', doneWord(done.value))
    return { kind: 'moved', to: `${figureAddress(slug)}?${key.toString()}` }
  },
}

/** What is known of the figure that is asked for. */
interface FigureView {
  readonly definition: Definition
  readonly known: Known
  readonly areas: ReadonlyMap<string, Area>
  readonly key: KeyGiven
  readonly faults: ReturnType<typeof keyFaults>
  readonly history: FigureHistory
  /** Where the public reads it otherwise, or what is public already tells it. */
  readonly otherwise: readonly Fault[]
}

function lookAtFigure({ context, params, today }: StaffRequest, query: URLSearchParams): Promise<Outcome<FigureView>> {
  const measure = params['slug'] ?? ''
  return look(context, { verb: 'measures.see', subject: { kind: 'measure', id: measure.slice(0, 200) } }, async (reader) => {
    const known = await whatIsKnown(reader, today)
    const versions = known.measures.get(measure)
    if (versions === undefined) return noMeasure
    const areas = await areasByCode(reader)
    const current = definitionOn(versions, today)
    const typed = (name: string) => (query.get(name) ?? '').trim()
    const breakdown = query.has('breakdown') ? typed('breakdown') : breakdownChosen(current, typed)
    const own = [...areas.values()].find(({ isOwn }) => isOwn)?.code ?? ''
    const area = known.areas.find(typed('area') || own)?.code ?? typed('area')
    const key = { measure, area, period: typed('period'), breakdown }
    const period = periodOf(current.frequency, key.period, 'others')
    const faults = keyFaults(key, known)
    const history = faults.length > 0 ? { revisions: [], brought: [] } : await figureHistory(reader, key)
    const otherwise = history.revisions.length === 0 ? [] : await readOtherwise(reader, { measures: [measure], figures: () => [{ figure: key, where: {} }] })
    return ok({ definition: period === undefined ? current : definitionFor(versions, period), known, areas, key, faults, history, otherwise })
  })
}

async function show(request: StaffRequest, query: URLSearchParams, refusal?: Refusal): Promise<StaffAnswer> {
  const status = refusal === undefined ? undefined : refusedHere[refusal.kind]
  if (refusal !== undefined && status === undefined) return { kind: 'refused', refusal }
  const found = await lookAtFigure(request, query)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const view = found.value
  const isAsked = query.has('period')
  if (!isAsked || view.faults.length > 0) return choosePage(request, view, { query, isAsked })
  const refused = refusal === undefined ? {} : { status: status ?? 400, hasFaults: true as const }
  return { kind: 'page', title: `One figure: ${view.definition.name}`, crumbs: crumbsTo(view), body: oneFigure(request, view, refusal), ...refused }
}

function crumbsTo({ definition }: FigureView) {
  return [measuresCrumb, { text: definition.name, href: staffMeasureAddress(definition.slug) }]
}

function choosePage({ context }: StaffRequest, view: FigureView, { query, isAsked }: { readonly query: URLSearchParams; readonly isAsked: boolean }): StaffAnswer {
  const refusal: Refusal | undefined = isAsked ? { kind: 'invalid', message: 'There is no such figure.', faults: view.faults } : undefined
  const body = html`${refusal && faultSummary(refusal)}<p class="govuk-body">Say which figure you mean. Its history comes next${context.may(context.actor, 'observations.enter') ? ', and the form to enter or correct it' : ''}.</p>
${chooseForm({ definition: view.definition, areas: areaChoices(view), query, refusal })}`
  return { kind: 'page', title: 'Which figure?', crumbs: crumbsTo(view), body, ...(refusal === undefined ? {} : { status: 400, hasFaults: true }) }
}

/** The council first, then those that it is held beside. */
function areaChoices({ areas }: FigureView): readonly { readonly value: string; readonly text: string }[] {
  const own = [...areas.values()].filter(({ isOwn }) => isOwn)
  const others = new Map([...nationalAreas, ...areas.values()].filter(({ isOwn }) => !isOwn).map((area) => [area.code, area]))
  return [...own, ...others.values()].map(({ code, name }) => ({ value: code, text: name })).concat([{ value: neighboursArea, text: 'Statistical neighbours together' }])
}

function oneFigure(request: StaffRequest, view: FigureView, refusal: Refusal | undefined): Html {
  const { definition, key, areas, history, otherwise } = view
  const { context, query } = request
  const last = history.revisions.at(-1)
  const period = periodOf(definition.frequency, key.period, 'others')
  const areaName = areas.get(key.area)?.name ?? nationalAreas.find(({ code }) => code === key.area)?.name ?? 'Statistical neighbours together'
  return html`${refusal ? faultSummary(refusal) : doneBanner(query, doneWords)}
${summaryList({
  rows: [
    { key: 'Whose', value: userText(areaName) },
    { key: 'Period', value: periodAtLength(key.period, definition) },
    ...(definition.breakdowns.length === 0 ? [] : [{ key: 'Part', value: breakdownInWords(key.breakdown) }]),
  ],
})}
${otherwise.map(({ message }) => warningText({ text: userText(message) }))}
<p class="govuk-body">${link(figureAddress(definition.slug), 'Another figure of this measure')}</p>
${historyList(history, definition)}
${context.may(context.actor, 'observations.enter') && entryForm(request, { definition, key, last, isOver: period !== undefined && period.to <= request.today, refusal })}`
}

/** A list, not a table: why a figure was changed and who brought it is read on the narrowest screen. */
function historyList({ revisions, brought }: FigureHistory, definition: Definition): Html {
  if (revisions.length === 0) return html`<p class="govuk-body">No figure has been given yet.</p>`
  return html`<h2 class="govuk-heading-m">History of this figure, newest first</h2>
<ol class="govuk-list" reversed>${revisions.toReversed().map((figure) => {
    const { revision, value, status, note, reason, enteredAt } = figure
    return html`<li><p class="govuk-body"><strong>${value === undefined ? 'No figure' : shownValue(value, definition)}</strong>${countedOf(figure)} ${figureStatus(status)}
${reason !== '' && html`<br>Why it was changed: ${userText(reason)}`}${note !== '' && html`<br>Note: ${userText(note)}`}
<br><span class="gt-quiet">Revision ${revision}, ${momentOf(enteredAt)}, ${cameWith(brought.find((one) => one.revision === revision))}</span></p></li>`
  })}</ol>`
}

/** ", 63 of 100" */
function countedOf({ numerator, denominator }: FigureHistory['revisions'][number]): string {
  const [counted, of] = [numerator, denominator].map((count) => count?.toLocaleString('en-GB'))
  if (counted === undefined) return of === undefined ? '' : `, of ${of}`
  return of === undefined ? '' : `, ${counted} of ${of}`
}

function momentOf(at: Date): string {
  const moment = londonMoment(at.toISOString())
  return `${formatDate(dateOf(moment))}, ${formatTime(timeOf(moment))}`
}

const sources: Readonly<Record<Brought['what'], string>> = { observations: 'with a file', ees: 'with a file of the Department for Education', fingertips: 'with a file of Fingertips', page: 'typed' }

function cameWith(brought: Brought | undefined): Html {
  if (brought === undefined) return html`nobody knows how`
  return html`${sources[brought.what]}${brought.by === undefined ? ' by a command' : html` by ${userText(brought.by)}`}`
}
