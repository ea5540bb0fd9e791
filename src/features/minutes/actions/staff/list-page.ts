import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { select } from '#platform/pages/components/select.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { filterForm } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { link, userText } from '#platform/pages/text.ts'
import { bodyNames } from '#features/bodies'
import type { MeetingsApp } from '#features/meetings'
import { actionName, inShort, standingWords } from '../action-words.ts'
import { servedReports } from '../reports.ts'
import { stages, stageWords } from '../stages.ts'
import { staffActions, type StaffEntry, type StaffFilter } from './read-list.ts'
import { actionSight } from './sight.ts'

const pageSize = 25
const states = ['open', 'late', ...stages] as const
const whoWords = { all: 'Anybody', mine: 'Me', vacant: 'Nobody named yet' } as const
const doneWords = { asked: 'It is recorded and published.' }

/** `/staff/actions`: what was asked, late first; mine to answer, or all with filters. */
export const listPage: StaffPage<MeetingsApp> = {
  path: '/staff/actions',
  show: async (request) => {
    const asked = readQuery(request)
    const { context, today, query } = request
    const found = await look(context, { verb: 'actions.see', subject: { kind: 'actions', id: 'list' } }, async (reader) => {
      const sight = await actionSight(reader, context)
      return ok({ actions: await staffActions(reader, { ...asked, sight, today, limit: pageSize + 1 }), names: await bodyNames(reader), reports: await servedReports(reader, { limit: 5 }) })
    })
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const { actions, names, reports } = found.value
    const shown = actions.slice(0, pageSize)
    const last = actions.length > pageSize ? shown.at(-1) : undefined
    const body = html`${doneBanner(query, doneWords)}${buttons(request)}${filters(asked, names)}
${shown.length === 0 ? html`<p class="govuk-body">Nothing fits. ${link('/staff/actions?state=', 'See everything')}.</p>` : list(shown, names, request)}
${cursorPagination({ label: 'Pages of recommendations and actions', ...(last === undefined ? {} : { next: { href: nextHref(query, last) } }) })}
${reports.length > 0 && html`<h2 class="govuk-heading-m">Reports served on the executive</h2><ul class="govuk-list">${reports.map((report) => html`<li>${link(`/staff/actions/reports/${report.number}`, html`${userText(report.title)}, ${report.bodyName}`)}</li>`)}</ul>`}`
    return { kind: 'page', title: 'Recommendations and actions', body }
  },
}

type Asked = Pick<StaffFilter, 'isMine' | 'isVacant' | 'body' | 'state' | 'after'> & { readonly who: keyof typeof whoWords }

function readQuery({ query }: StaffRequest): Asked {
  const who = Object.keys(whoWords).find((word) => word === query.get('who')) as keyof typeof whoWords | undefined
  const state = query.get('state') ?? 'open'
  const after = /^(-?\d{1,8})\.(\d{1,9})$/.exec(query.get('after') ?? '')
  return {
    who: who ?? 'all',
    isMine: who === 'mine',
    isVacant: who === 'vacant',
    body: query.get('body') || undefined,
    state: states.find((one) => one === state),
    ...(after === null ? {} : { after: { place: Number(after[1]), number: Number(after[2]) } }),
  }
}

function nextHref(query: URLSearchParams, last: StaffEntry): string {
  const next = new URLSearchParams([...query].filter(([name]) => ['body', 'who', 'state'].includes(name)))
  next.set('after', `${last.place}.${last.number}`)
  return `/staff/actions?${next.toString()}`
}

function buttons({ context }: StaffRequest): Html | undefined {
  if (!context.may(context.actor, 'actions.keep')) return undefined
  return html`<div class="govuk-button-group">${button({ text: 'Serve a report on the executive', href: '/staff/actions/serve' })}${button({ text: 'Record what was asked', href: '/staff/actions/new', classes: 'govuk-button--secondary' })}</div>`
}

function filters(asked: Asked, names: ReadonlyMap<string, string>): Html {
  return filterForm({
    action: '/staff/actions',
    label: 'Choose recommendations and actions',
    clear: '/staff/actions',
    fields: html`${select({ name: 'who', label: { text: 'For whom to answer' }, items: Object.entries(whoWords).map(([value, text]) => ({ value, text })), value: asked.who })}
${select({ name: 'body', label: { text: 'Asked by' }, items: [{ value: '', text: 'All bodies' }, ...Array.from(names, ([value, text]) => ({ value, text }))], value: asked.body ?? '' })}
${select({ name: 'state', label: { text: 'Where it stands' }, items: [{ value: 'open', text: 'Not finished' }, { value: '', text: 'Anywhere' }, { value: 'late', text: 'Late' }, ...stages.map((value) => ({ value, text: stageWords[value] }))], value: asked.state ?? '' })}`,
  })
}

/** A list, not a table: each part of an entry is read on the narrowest screen. */
function list(entries: readonly StaffEntry[], names: ReadonlyMap<string, string>, { today }: StaffRequest): Html {
  return html`<h2 class="govuk-heading-m">The list, late first</h2><ul class="govuk-list gt-actions">${entries.map(
    (entry) => html`<li class="gt-actions__entry">
<p class="govuk-body gt-actions__words">${link(`/staff/actions/${entry.number}`, html`${actionName(entry.kind, entry.number)}: ${userText(inShort(entry.words))}`)} ${!entry.isPublic && statusTag('Not public', 'withheld')}</p>
<p class="govuk-body-s">Asked by the ${names.get(entry.body) ?? entry.body}. To answer: ${userText(entry.askedOf)}${entry.owner === undefined ? ', nobody named yet' : html`, ${userText(entry.owner)}`}.</p>
<p class="govuk-body-s">${standingWords(entry, today)}</p></li>`,
  )}</ul>`
}
