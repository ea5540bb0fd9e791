import { randomUUID } from 'node:crypto'
import type { Refusal } from '#core/outcome.ts'
import type { PersonId } from '#access/actor.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import type { ItemInWork } from '../work/meeting-in-work.ts'
import { lookAtAgenda, nameOf, type AgendaView } from './agenda-view.ts'
import { agendaAddress, agendaCrumbs } from './agenda-words.ts'
import { noItem, noMeeting } from './change-agenda.ts'
import { itemIdOf, meetingIdOf } from './ids.ts'
import { itemForm } from './item-form.ts'
import { itemFieldNames, itemMark, newItemValues, valuesOf, type ItemField, type ItemValues } from './item-values.ts'
import { addItem, asksLateReason, editItem, writerRoles } from './keep-item.ts'
import { typedValues } from './read-item-form.ts'

const kinds: readonly string[] = ['decision', 'consideration', 'information']

/** `/staff/meetings/:meeting/items/new?kind=decision` */
export const newItemPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/items/new',
  show: async (request) => {
    const kind = request.query.get('kind') ?? ''
    return showForm(request, { values: newItemValues(kinds.includes(kind) ? kind : '') })
  },
  submit: async (request, app) => {
    const meeting = meetingIdOf(request.params['meeting'])
    if (meeting === undefined) return { kind: 'refused', refusal: noMeeting.refusal }
    const typed = typedValues(request.form)
    const done = await addItem(request.context, app, meeting, typed, itemIdOf(request.form.text('sending')))
    return done.ok ? { kind: 'moved', to: `/staff/meetings/${meeting}?done=added` } : showForm(request, { values: typed, refusal: done.refusal })
  },
}

/** `/staff/meetings/:meeting/items/:item` */
export const editItemPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/items/:item',
  show: (request) => showForm(request, {}),
  submit: async (request, app) => {
    const [meeting, item] = [meetingIdOf(request.params['meeting']), itemIdOf(request.params['item'])]
    if (meeting === undefined || item === undefined) return { kind: 'refused', refusal: noItem.refusal }
    const typed = typedValues(request.form)
    const done = await editItem(request.context, app, meeting, item, typed, request.form.text('based-on'))
    return done.ok ? { kind: 'moved', to: `/staff/meetings/${meeting}?done=saved` } : showForm(request, { values: typed, refusal: done.refusal, basedOn: request.form.text('based-on') })
  },
}

interface Shown {
  /** What was typed, or what a new item begins with; else the item as it stands. */
  readonly values?: ItemValues
  readonly refusal?: Refusal
  /** What the form that was refused rested on. */
  readonly basedOn?: string
}

const refusedHere: Partial<Record<Refusal['kind'], 400 | 409>> = { invalid: 400, conflict: 409, 'not-now': 409, 'not-found': 409 }

async function showForm(request: StaffRequest, shown: Shown): Promise<StaffAnswer> {
  const { refusal } = shown
  const status = refusal === undefined ? 200 : refusedHere[refusal.kind]
  if (refusal !== undefined && status === undefined) return { kind: 'refused', refusal }
  const view = await lookAtAgenda(request)
  if (!view.ok) return { kind: 'refused', refusal: view.refusal }
  if (!request.context.may(request.context.actor, 'agendas.edit')) return { kind: 'moved', to: agendaAddress(view.value.meeting) }
  const id = itemIdOf(request.params['item'])
  const item = view.value.meeting.items.find((each) => each.id === id)
  if (item === undefined && request.params['item'] !== undefined) return itemGone(view.value, shown)
  const title = item === undefined ? 'Add an item' : `Edit item ${item.number}`
  const body = html`${refusal && faultSummary(refusal)}${item && refusal?.kind === 'conflict' && whatStands(item, shown.values, view.value)}${formOf(request, view.value, item, shown)}`
  return { kind: 'page', title, body, crumbs: agendaCrumbs(view.value), status: status ?? 200, hasFaults: refusal !== undefined }
}

function formOf(request: StaffRequest, view: AgendaView, item: ItemInWork | undefined, { values, refusal, basedOn }: Shown): Html {
  // A form that was refused for its own faults still rests on what it was opened with; one that met a change rests on what is shown beside it.
  const mark = refusal !== undefined && refusal.kind !== 'conflict' && basedOn !== undefined ? basedOn : item && itemMark(item)
  const kind = request.query.get('kind') ?? ''
  const isKindChosen = item === undefined && kinds.includes(kind)
  return itemForm({
    action: isKindChosen ? `${request.path}?kind=${kind}` : request.path,
    token: request.session.formToken,
    values: values ?? (item === undefined ? newItemValues('') : valuesOf(item)),
    refusal,
    authors: view.people.filter(({ person, roles }) => person === item?.author || roles.some((role) => writerRoles.includes(role))),
    ...(mark === undefined ? {} : { basedOn: mark }),
    asksLateReason: asksLateReason(view, item, request.today),
    cancel: agendaAddress(view.meeting),
    ...(item === undefined ? { sending: itemIdOf(request.form.text('sending')) ?? randomUUID() } : {}),
    isKindChosen,
    ...(item !== undefined && view.withheldBefore.has(item.id) ? { releaseAddress: `${agendaAddress(view.meeting)}/after/items/${item.id}` } : {}),
    ...(view.timetable.ok ? { countedDraft: view.timetable.value.draft } : {}),
  })
}

/** What somebody else saved meanwhile, field by field where it is not what was typed. */
function whatStands(item: ItemInWork, typed: ItemValues | undefined, { people }: AgendaView): Html {
  const stands = valuesOf(item)
  const differing = (Object.keys(itemFieldNames) as ItemField[]).filter((field) => typed !== undefined && stands[field] !== typed[field])
  if (differing.length === 0) return insetText({ text: 'What stands now is what you typed: there is nothing more to save.' })
  const rows = differing.map((field) => ({ key: itemFieldNames[field], value: stands[field] === '' ? 'Nothing' : userText(field === 'author' ? (nameOf(people, stands.author as PersonId) ?? 'An account that is no longer there') : stands[field]) }))
  return html`<h2 class="govuk-heading-m">What stands now, where it differs from what you typed</h2>${summaryList({ rows })}
<p class="govuk-body">Below is what you typed. Saving puts it in place of what stands now.</p>`
}

/** Somebody else took the item away: what was typed stays to be copied, into a new item. */
function itemGone(view: AgendaView, { values }: Shown): StaffAnswer {
  if (values === undefined) return { kind: 'refused', refusal: noItem.refusal }
  const rows = (Object.keys(itemFieldNames) as ItemField[]).filter((field) => values[field] !== '' && field !== 'author').map((field) => ({ key: itemFieldNames[field], value: userText(values[field]) }))
  const body = html`<p class="govuk-body">Somebody else took this item off the agenda while you had it open. This is what you typed:</p>${summaryList({ rows })}
<p class="govuk-body"><a class="govuk-link" href="${agendaAddress(view.meeting)}/items/new">Add it as a new item</a></p>`
  return { kind: 'page', title: 'This item is no longer there', body, crumbs: agendaCrumbs(view), status: 409 }
}
