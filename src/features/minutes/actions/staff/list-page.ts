import { ok, refuse, type Fault, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { select } from '#platform/pages/components/select.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { faultFor, faultSummary, filterForm } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { link, userText } from '#platform/pages/text.ts'
import { bodyNames } from '#features/bodies'
import type { MeetingsApp } from '#features/meetings'
import { actionName, inShort, inventionTag, standingWords } from '../action-words.ts'
import { servedReports } from '../reports.ts'
import { stageWords } from '../stages.ts'
import { staffActions, staffStates, type StaffEntry, type StaffFilter, type StaffState } from './read-list.ts'
import { actionSight } from './sight.ts'

const pageSize = 25
const whoWords = { all: 'Anybody', mine: 'Me', vacant: 'Nobody named yet', ours: 'Anybody, asked by a body on which I sit' } as const
const stateWords: Readonly<Record<StaffState, string>> = { open: 'Not finished', late: 'Late', 'to-decide': 'For its body to close or keep open', ...stageWords }
const doneWords = { asked: 'It is recorded and published.' }

/** `/staff/actions`: what was asked, late first; mine to answer, or all with filters. */
export const listPage: StaffPage<MeetingsApp> = {
  path: '/staff/actions',
  show: async (request) => {
    const { context, today, query } = request
    const found = await look(context, { verb: 'actions.see', subject: { kind: 'actions', id: 'list' } }, async (reader) => {
      const names = await bodyNames(reader)
      const asked = readQuery(request, names)
      const sight = await actionSight(reader, context)
      return ok({ asked, actions: await staffActions(reader, { ...asked, sight, today, limit: pageSize + 1 }), names, reports: await servedReports(reader, { limit: 5 }) })
    })
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const { asked, actions, names, reports } = found.value
    const { faults } = asked
    const refusal = faults.length === 0 ? undefined : refuse('invalid', 'Some of what was asked for could not be understood, and is left out.', faults).refusal
    const shown = actions.slice(0, pageSize)
    const last = actions.length > pageSize ? shown.at(-1) : undefined
    const body = html`${refusal ? faultSummary(refusal) : doneBanner(query, doneWords)}${buttons(request)}${filters(asked, names, refusal)}
${shown.length === 0 ? html`<p class="govuk-body">Nothing fits. ${link('/staff/actions?state=', 'See everything')}.</p>` : list(shown, names, request)}
${cursorPagination({ label: 'Pages of recommendations and actions', ...(last === undefined ? {} : { next: { href: nextHref(query, last) } }) })}
${reports.length > 0 && html`<h2 class="govuk-heading-m">Reports that were served</h2><ul class="govuk-list">${reports.map((report) => html`<li>${link(`/staff/actions/reports/${report.number}`, html`${userText(report.title)}, ${report.bodyName}`)}</li>`)}</ul>`}`
    return { kind: 'page', title: 'Recommendations and actions', body, ...(refusal === undefined ? {} : { status: 400, hasFaults: true }) }
  },
}

interface Asked extends Pick<StaffFilter, 'isMine' | 'isVacant' | 'isOfOwnBodies' | 'body' | 'state' | 'after'> {
  readonly who: keyof typeof whoWords
  readonly faults: readonly Fault[]
}

function readQuery({ query }: StaffRequest, names: ReadonlyMap<string, string>): Asked {
  const faults: Fault[] = []
  const among = <Word extends string>(field: string, words: readonly Word[], usual: Word | undefined): Word | undefined => {
    const word = query.get(field)
    if (word === null || word === '') return word === null ? usual : undefined
    const found = words.find((one) => one === word)
    if (found === undefined) faults.push({ field, found: word.slice(0, 100), message: `“${word.slice(0, 40)}” is none of the choices. Choose one from the list` })
    return found ?? usual
  }
  const who = among('who', Object.keys(whoWords) as (keyof typeof whoWords)[], 'all') ?? 'all'
  const body = among('body', [...names.keys()], undefined)
  const state = among('state', staffStates, 'open')
  const page = query.get('after') ?? ''
  const after = /^(-?\d{1,8})\.(\d{1,9})$/.exec(page)
  if (page !== '' && after === null) faults.push({ message: `“${page.slice(0, 40)}” is no page of this list, so it begins at its beginning` })
  return { who, isMine: who === 'mine', isVacant: who === 'vacant', isOfOwnBodies: who === 'ours', body, state, faults, ...(after === null ? {} : { after: { place: Number(after[1]), number: Number(after[2]) } }) }
}

function nextHref(query: URLSearchParams, last: StaffEntry): string {
  const next = new URLSearchParams([...query].filter(([name]) => ['body', 'who', 'state'].includes(name)))
  next.set('after', `${last.place}.${last.number}`)
  return `/staff/actions?${next.toString()}`
}

function buttons({ context }: StaffRequest): Html | undefined {
  if (!context.may(context.actor, 'actions.keep')) return undefined
  return html`<div class="govuk-button-group">${button({ text: 'Serve a report', href: '/staff/actions/serve' })}${button({ text: 'Record what was asked', href: '/staff/actions/new', classes: 'govuk-button--secondary' })}</div>`
}

function filters(asked: Asked, names: ReadonlyMap<string, string>, refusal: Refusal | undefined): Html {
  return filterForm({
    action: '/staff/actions',
    label: 'Choose recommendations and actions',
    clear: '/staff/actions',
    fields: html`${select({ name: 'who', label: { text: 'For whom to answer' }, items: Object.entries(whoWords).map(([value, text]) => ({ value, text })), value: asked.who, error: faultFor(refusal, 'who') })}
${select({ name: 'body', label: { text: 'Asked by' }, items: [{ value: '', text: 'All bodies' }, ...Array.from(names, ([value, text]) => ({ value, text }))], value: asked.body ?? '', error: faultFor(refusal, 'body') })}
${select({ name: 'state', label: { text: 'Where it stands' }, items: [{ value: '', text: 'Anywhere' }, ...staffStates.map((value) => ({ value, text: stateWords[value] }))], value: asked.state ?? '', error: faultFor(refusal, 'state') })}`,
  })
}

/** A list, not a table: each part of an entry is read on the narrowest screen. */
function list(entries: readonly StaffEntry[], names: ReadonlyMap<string, string>, { today }: StaffRequest): Html {
  return html`<h2 class="govuk-heading-m">The list, late first</h2><ul class="govuk-list gt-actions">${entries.map(
    (entry) => html`<li class="gt-actions__entry">
<p class="govuk-body gt-actions__words">${link(`/staff/actions/${entry.number}`, html`${actionName(entry.kind, entry.number)}: ${userText(inShort(entry.words))}`)} ${!entry.isPublic && statusTag('Not public', 'withheld')}</p>
<p class="govuk-body-s">Asked by the ${names.get(entry.body) ?? entry.body}. To answer: ${userText(entry.askedOf)}${entry.owner === undefined ? ', nobody named yet' : html`, ${userText(entry.owner)}`}.</p>
<p class="govuk-body-s">${standingWords(entry, today)} ${inventionTag(entry.invented)}</p></li>`,
  )}</ul>`
}
