import type { Refusal } from '#core/outcome.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { Done } from '../deeds/change-programme.ts'
import { addTyped, editTyped } from '../deeds/edit-entries.ts'
import { turnsOfStanding } from '../public/programme-view.ts'
import { entryOf, noEntry } from '../model/change-programme.ts'
import { frequencyInWords, whenInWords } from '../model/when-words.ts'
import { yearInWords, type Entry } from '../model/work-programme.ts'
import { entryFieldNames, entryMark, newEntryValues, typedEntry, valuesOfEntry, type EntryValues } from '../typed/entry-values.ts'
import { entryForm } from './entry-form.ts'
import { keyOf, lookAtProgramme, type StaffView } from './look-at-programme.ts'
import { whatStands } from './what-stands.ts'
import { programmesCrumbs, staffAddress } from './words.ts'

/** `/staff/programmes/:body/entries/new`, begun with an issue and a subject where the address names them. */
export const newEntryPage: StaffPage<MeetingsApp> = {
  path: '/staff/programmes/:body/entries/new',
  show: (request) => showForm(request, { values: newEntryValues({ issue: (request.query.get('issue') ?? '').slice(0, 500), subject: (request.query.get('subject') ?? '').slice(0, 100) }) }),
  submit: async (request, app) => {
    const typed = typedEntry(request.form)
    const done = await addTyped(request.context, app, keyOf(request), typed)
    return done.ok ? { kind: 'moved', to: after(request, done.value, 'added') } : showForm(request, { values: typed, refusal: done.refusal })
  },
}

/** `/staff/programmes/:body/entries/:entry` */
export const editEntryPage: StaffPage<MeetingsApp> = {
  path: '/staff/programmes/:body/entries/:entry',
  show: (request) => showForm(request, {}),
  submit: async (request, app) => {
    const typed = typedEntry(request.form)
    const form = { basedOn: request.form.text('based-on'), reason: request.form.text('reason').slice(0, 1000) }
    const done = await editTyped(request.context, app, keyOf(request), request.params['entry'] ?? '', typed, form)
    return done.ok ? { kind: 'moved', to: after(request, done.value, 'saved') } : showForm(request, { values: typed, refusal: done.refusal, basedOn: form.basedOn })
  },
}

function after(request: StaffRequest, done: Done, word: 'added' | 'saved'): string {
  const { body, year } = keyOf(request)
  const issue = typedEntry(request.form).issue.replaceAll(/\s+/g, ' ')
  const isLost = done.programme.entries.some((entry) => entry.kind === 'standing' && entry.issue === issue && entry.takenOut === undefined && turnsOfStanding(entry, { ...done, agendas: new Map() }).none !== undefined)
  const isOnAgenda = done.onAgendas.some(({ entry }) => entry.issue === issue)
  return staffAddress(body, '', { year, done: isOnAgenda ? 'on-agenda' : isLost ? 'no-turn' : word })
}

interface Shown {
  readonly values?: EntryValues
  readonly refusal?: Refusal
  /** What the form that was refused rested on. */
  readonly basedOn?: string
}

/** "Transport (Wednesday 27 September 2023)": tells entries of one issue apart. */
export function entryInWords(entry: Entry): string {
  const when = entry.kind === 'standing' ? frequencyInWords(entry.frequency) : whenInWords(entry.when)
  return `${entry.issue} (${entry.kind !== 'standing' && entry.when === 'to-be-confirmed' ? 'to be confirmed' : when})`
}

async function showForm(request: StaffRequest, { values, refusal, basedOn }: Shown): Promise<StaffAnswer> {
  if (refusal !== undefined && refusal.kind !== 'invalid' && refusal.kind !== 'conflict' && refusal.kind !== 'not-now') return { kind: 'refused', refusal }
  const found = await lookAtProgramme(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const view = found.value
  const { body, year } = view.key
  if (!view.mayEdit) return { kind: 'moved', to: staffAddress(body, '', { year }) }
  const slug = request.params['entry']
  const entry = entryOf(view.programme, slug)
  if (slug !== undefined && entry === undefined) return { kind: 'refused', refusal: noEntry.refusal }
  const isConflict = refusal?.kind === 'conflict'
  const form = entryForm({
    action: request.path,
    token: request.session.formToken,
    year,
    values: values ?? (entry === undefined ? newEntryValues() : valuesOfEntry(entry)),
    refusal,
    calendar: view.calendar,
    today: request.today,
    // A form that was refused for its own faults still rests on what it was opened with; one that met a change rests on what is shown beside it.
    basedOn: refusal !== undefined && !isConflict && basedOn !== undefined ? basedOn : entry && entryMark(entry),
    reason: request.form.text('reason'),
    cancel: staffAddress(body, '', { year }),
  })
  return {
    kind: 'page',
    title: entry === undefined ? `Add an entry to the programme of the ${view.bodyName}` : `Edit: ${entryInWords(entry)}, ${view.bodyName}`,
    crumbs: programmesCrumbs(view),
    status: refusal === undefined ? 200 : refusal.kind === 'invalid' ? 400 : 409,
    hasFaults: refusal !== undefined,
    body: html`${refusal !== undefined && faultSummary(refusal)}${entry !== undefined && isConflict && values !== undefined && whatStands(entryFieldNames, valuesOfEntry(entry), values)}${!isConflict && yearLine(view)}${form}`,
  }
}

function yearLine({ programme }: StaffView): Html {
  return html`<p class="govuk-body">In the programme of ${yearInWords(programme.year)}. ${programme.public && 'The public reads what you save.'}</p>`
}
