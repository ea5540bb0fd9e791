import { countOf } from '#core/count-in-words.ts'
import { formatDate } from '#core/date-words.ts'
import { parseDate } from '#core/dates.ts'
import { refuse, type Fault, type Refusal } from '#core/outcome.ts'
import { periodInWords } from '#core/periods/period-words.ts'
import { parsePeriod, type Period } from '#core/periods/period.ts'
import type { StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { pagination } from '#platform/pages/components/pagination.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { faultFor, faultSummary, filterForm } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { ragTag } from '../../glance/rag-tag.ts'
import { periodName } from '../../sheets/shown.ts'
import { isWithinMemory } from '../deeds/commentary-at.ts'
import { outlivedInWords } from '../model/outlived-in-words.ts'
import { lookAtWaiting, waitingStates, type Waiting, type WaitingState } from './waiting-list.ts'
import { commentaryAddress, figureShown, standingTag } from './words.ts'

const pageSize = 40
const stateWords: Readonly<Record<WaitingState, string>> = { waiting: 'Not confirmed', signed: 'Signed', older: 'An older figure', 'no-figure': 'No figure yet' }

/** `/staff/commentary`: what is to be confirmed at the end of a period, exceptions first. */
export const listPage: StaffPage<MeetingsApp> = {
  path: '/staff/commentary',
  show: async (request) => {
    const asked = readQuery(request)
    const found = await lookAtWaiting(request, asked.period)
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const { until, waiting, names } = found.value
    const owners = [...new Set(waiting.map(({ sheet }) => sheet.definition.owner))].toSorted((one, other) => one.localeCompare(other))
    const faults = [...asked.faults, ...unknownFaults(asked, owners, names)]
    const refusal = faults.length === 0 ? undefined : refuse('invalid', 'Some of what was asked for could not be understood, and is left out.', faults).refusal
    const fitting = waiting.filter((one) => isAsked(one, asked, { owners, names }))
    const shown = fitting.slice((asked.page - 1) * pageSize, asked.page * pageSize)
    const body = html`${refusal && faultSummary(refusal)}<p class="govuk-body">The figures as they stand at the end of ${periodInWords(until)}. Each is confirmed by its owner before it is published; one that is not says so in public.</p>
${filters(asked, { owners, names, until }, refusal)}
<h2 class="govuk-heading-m">${countOf(fitting.length, 'measures')}, exceptions first</h2>
${shown.length === 0 ? html`<p class="govuk-body">Nothing fits. ${link('/staff/commentary', 'See what waits')}.</p>` : html`<ul class="govuk-list govuk-list--spaced gt-waiting">${shown.map((one) => entry(one))}</ul>`}
${pages(request.query, asked.page, Math.ceil(fitting.length / pageSize))}`
    return { kind: 'page', title: 'Commentary', body, ...(refusal === undefined ? {} : { status: 400, hasFaults: true }) }
  },
}

interface Asked {
  /** None where it is left to us. */
  readonly period: Period | undefined
  readonly state: WaitingState | undefined
  readonly owner: string
  readonly body: string
  readonly page: number
  readonly faults: readonly Fault[]
}

function readQuery({ query }: Pick<StaffRequest, 'query'>): Asked {
  const faults: Fault[] = []
  const written = (query.get('period') ?? '').trim()
  const read = parsePeriod(written)
  const period = read !== undefined && isWithinMemory(read) ? read : undefined
  if (written !== '' && period === undefined) faults.push({ field: 'period', found: written.slice(0, 40), message: 'Give the period as 2019-20-q4, 2019-20 or 2020-03' })
  const wanted = query.get('state') ?? 'waiting'
  const state = waitingStates.find((known) => known === wanted)
  if (state === undefined && wanted !== '') faults.push({ field: 'state', found: wanted.slice(0, 40), message: 'Choose where it stands from the list' })
  const page = Number(query.get('page') ?? '1')
  return { period, state, owner: query.get('owner') ?? '', body: query.get('body') ?? '', page: Number.isInteger(page) && page > 0 && page < 1000 ? page : 1, faults }
}

interface Choices {
  readonly owners: readonly string[]
  readonly names: ReadonlyMap<string, string>
}

function unknownFaults({ owner, body }: Asked, owners: readonly string[], names: Choices['names']): Fault[] {
  return [
    ...(owner === '' || owners.includes(owner) ? [] : [{ field: 'owner', found: owner.slice(0, 40), message: 'Choose an owner from the list' }]),
    ...(body === '' || names.has(body) ? [] : [{ field: 'body', found: body.slice(0, 40), message: 'Choose a body from the list' }]),
  ]
}

function isAsked({ sheet: { definition }, state }: Waiting, asked: Asked, { owners, names }: Choices): boolean {
  const isOwners = asked.owner === '' || !owners.includes(asked.owner) || definition.owner === asked.owner
  const isOfBody = asked.body === '' || !names.has(asked.body) || definition.bodies.includes(asked.body)
  return isOwners && isOfBody && (asked.state === undefined || state === asked.state)
}

function filters(asked: Asked, { owners, names, until }: Choices & { readonly until: Period }, refusal: Refusal | undefined): Html {
  return filterForm({
    action: '/staff/commentary',
    label: 'Choose commentary',
    clear: '/staff/commentary',
    fields: html`${input({ name: 'period', label: { text: 'End of period' }, hint: { text: 'Such as 2019-20-q4' }, value: until.slug, classes: 'govuk-input--width-10', error: faultFor(refusal, 'period') })}
${select({ name: 'owner', label: { text: 'Owner' }, items: [{ value: '', text: 'All owners' }, ...owners.map((text) => ({ value: text, text }))], value: asked.owner, error: faultFor(refusal, 'owner') })}
${select({ name: 'body', label: { text: 'Read by' }, items: [{ value: '', text: 'All bodies' }, ...Array.from(names, ([value, text]) => ({ value, text }))], value: asked.body, error: faultFor(refusal, 'body') })}
${select({ name: 'state', label: { text: 'Where it stands' }, items: [{ value: '', text: 'Anywhere' }, ...waitingStates.map((value) => ({ value, text: stateWords[value] }))], value: asked.state ?? '', error: faultFor(refusal, 'state') })}`,
  })
}

function entry({ sheet, commentary, state, ...key }: Waiting): Html {
  const { definition, judgement, asOf } = sheet
  const outlived = commentary && outlivedInWords(commentary, definition)
  const signed = commentary?.standing.state === 'signed' ? parseDate(commentary.standing.signature.on) : undefined
  return html`<li><p class="govuk-body gt-waiting__name">${link(commentaryAddress(key), userText(definition.name))} ${judgement.isException && html`<strong class="govuk-tag govuk-tag--orange">Exception</strong>`} ${standingTag(commentary)}</p>
<p class="govuk-body-s">${periodName(asOf, definition)}: ${state === 'no-figure' ? 'no figure yet' : html`<strong>${figureShown(sheet)}</strong> ${ragTag(judgement.rag)}`}<br>Owner: ${userText(definition.owner)}${signed !== undefined && `, signed ${formatDate(signed)}`}${outlived !== undefined && html`<br>It was ${userText(outlived)}.`}</p></li>`
}

function pages(query: URLSearchParams, page: number, count: number): Html | undefined {
  if (count < 2) return undefined
  const href = (number: number) => `/staff/commentary?${new URLSearchParams([...[...query].filter(([name]) => name !== 'page'), ['page', String(number)]]).toString()}`
  return pagination({ landmarkLabel: 'Pages of commentary', ...(page > 1 ? { previous: { href: href(page - 1) } } : {}), ...(page < count ? { next: { href: href(page + 1) } } : {}) })
}
