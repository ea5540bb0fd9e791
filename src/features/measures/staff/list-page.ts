import { given } from '#core/given.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { filterForm } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { lead, link, userText } from '#platform/pages/text.ts'
import type { MeetingsApp } from '#features/meetings'
import { slugInWords } from '../measure-pages/measure-words.ts'
import { periodName, shownPoint } from '../sheets/shown.ts'
import { loadFiguresPath, measuresPath, newMeasurePath, staffMeasureAddress } from './addresses.ts'
import { measuresInWork, type MeasureInWork } from './read-list.ts'
import { figureStatus } from './status-words.ts'

const pageSize = 30

const states = { '': 'All', late: 'Late', unconfirmed: 'Not confirmed by their owner' } as const
type State = keyof typeof states

interface Asked {
  readonly text: string
  readonly state: State
  readonly theme: string
}

/** `/staff/measures`: every measure with its last figure, what is late by its lag, and what its owner has not confirmed. */
export const listPage: StaffPage<MeetingsApp> = {
  path: measuresPath,
  show: async (request) => {
    const { context, today, query } = request
    const found = await look(context, { verb: 'measures.see', subject: { kind: 'measures', id: 'list' } }, async (reader) => ok(await measuresInWork(reader, today)))
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const all = found.value
    const asked = readQuery(query, all)
    const fitting = all.filter((one) => fits(one, asked))
    const from = Math.max(0, fitting.findIndex(({ definition }) => definition.slug === query.get('after')) + 1)
    const shown = fitting.slice(from, from + pageSize)
    const last = fitting.length > from + pageSize ? shown.at(-1) : undefined
    return {
      kind: 'page',
      title: 'Measures',
      body: html`${lead('The figures as they stand in the work. The public reads them when they are published in a release.')}
${actions(request)}${counts(all)}${filters(asked, all)}
${shown.length === 0 ? html`<p class="govuk-body">No measure fits. ${link(measuresPath, 'See all of them')}.</p>` : table(shown)}
${cursorPagination({ label: 'Pages of measures', ...(from === 0 ? {} : { previous: { href: address(asked), label: 'From the beginning' } }), ...(last === undefined ? {} : { next: { href: address(asked, last.definition.slug) } }) })}`,
    }
  },
}

function actions({ context }: StaffRequest): Html | undefined {
  const mayDefine = context.may(context.actor, 'measures.define')
  const mayLoad = context.may(context.actor, 'observations.import')
  if (!mayDefine && !mayLoad) return undefined
  return html`<div class="govuk-button-group">${mayDefine && button({ text: 'Define a measure', href: newMeasurePath })}${mayLoad && button({ text: 'Load figures from a file', href: loadFiguresPath, classes: 'govuk-button--secondary' })}</div>`
}

function readQuery(query: StaffRequest['query'], all: readonly MeasureInWork[]): Asked {
  const state = (Object.keys(states) as State[]).find((word) => word === query.get('state')) ?? ''
  const theme = themesOf(all).find((word) => word === query.get('theme')) ?? ''
  return { text: (query.get('q') ?? '').trim().slice(0, 100), state, theme }
}

function themesOf(all: readonly MeasureInWork[]): readonly string[] {
  return [...new Set(all.flatMap(({ definition }) => definition.themes))].toSorted((one, other) => one.localeCompare(other, 'en-GB'))
}

function fits({ definition, late, isConfirmed }: MeasureInWork, { text, state, theme }: Asked): boolean {
  if (state === 'late' && late === undefined) return false
  if (state === 'unconfirmed' && isConfirmed) return false
  if (theme !== '' && !definition.themes.includes(theme)) return false
  const said = [definition.name, definition.slug, definition.definition, definition.owner, definition.steward].join(' ').toLowerCase()
  return text.toLowerCase().split(/\s+/).every((word) => said.includes(word))
}

function address({ text, state, theme }: Asked, after = ''): string {
  const query = new URLSearchParams(Object.entries({ q: text, state, theme, after }).filter(([, value]) => value !== '')).toString()
  return query === '' ? measuresPath : `${measuresPath}?${query}`
}

function counts(all: readonly MeasureInWork[]): Html {
  const late = all.filter((one) => one.late !== undefined).length
  const unconfirmed = all.filter(({ isConfirmed }) => !isConfirmed).length
  const said = (count: number, words: string, state: State) => (count === 0 ? html`none ${words}` : link(address({ text: '', state, theme: '' }), `${count} ${words}`))
  return html`<p class="govuk-body">Of ${all.length} measures ${said(late, 'late', 'late')}, and ${said(unconfirmed, 'not confirmed by their owner', 'unconfirmed')}.</p>`
}

function filters(asked: Asked, all: readonly MeasureInWork[]): Html {
  const items = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, text]) => ({ value, text }))
  return filterForm({
    action: measuresPath,
    label: 'Choose measures',
    ...(address(asked) === measuresPath ? {} : { clear: measuresPath }),
    fields: html`${input({ name: 'q', label: { text: 'Words in the name or definition' }, value: asked.text, type: 'search' })}
${select({ name: 'state', label: { text: 'Where they stand' }, items: items(states), value: asked.state })}
${select({ name: 'theme', label: { text: 'Theme' }, items: [{ value: '', text: 'All themes' }, ...themesOf(all).map((value) => ({ value, text: slugInWords(value) }))], value: asked.theme })}`,
  })
}

/** Two columns, so that a phone shows the whole of it. */
function table(measures: readonly MeasureInWork[]): Html {
  return dataTable({
    caption: 'Measures, by name',
    captionHidden: true,
    columns: [{ heading: 'Measure, who answers for it, and what waits' }, { heading: 'Last figure' }],
    rows: measures.map((measure) => [nameCell(measure), lastCell(measure)]),
  })
}

function nameCell({ definition, last, late, isConfirmed }: MeasureInWork): Html {
  const waits = [...(late === undefined ? [] : [statusTag(`Late: ${periodName(late.slug, definition)}`, 'bad')]), ...(last === undefined || isConfirmed ? [] : [statusTag('Not confirmed', 'caution')])]
  return html`${link(staffMeasureAddress(definition.slug), userText(definition.name))}<br><span class="gt-quiet">${userText(definition.owner)}</span>${waits.length > 0 && html`<br>${waits.map((tag) => html`${tag} `)}`}`
}

function lastCell({ definition, last }: MeasureInWork): Html {
  if (last === undefined) return html`None yet`
  const { period, status, value, isOfAll } = last
  if (!isOfAll) return html`Of its parts only<br>${periodName(period, definition)}`
  return html`${shownPoint({ period, status, confidentiality: 'open', ...given('value', value) }, definition)}<br>${periodName(period, definition)}<br>${figureStatus(status)}`
}
