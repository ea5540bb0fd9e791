import { createHash } from 'node:crypto'
import { ok, type Outcome, type Refusal } from '#core/outcome.ts'
import { actorKey } from '#access/actor.ts'
import { look } from '#access/look.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import type { Reader } from '#platform/database/database.ts'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { select } from '#platform/pages/components/select.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { MeetingsApp } from '#features/meetings'
import type { PlanEntry } from '../entry/plan-entry.ts'
import { noEntry } from '../deeds/turn-entry.ts'
import { setPapersSoon } from '../papers/set-papers.ts'
import { entryInWork, type KeptEntry } from '../store/keep-entry.ts'

/** A field of a form that does one thing to an entry. */
interface DeedField {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly kind: 'line' | 'words' | 'day' | 'radios' | 'select'
  readonly choices?: readonly { readonly value: string; readonly text: string; readonly hint?: string }[]
  /** What stands in it before anything is typed. */
  readonly usual?: string
}

/** An entry with what its form needs besides. */
interface DeedView<Besides> extends KeptEntry {
  readonly besides: Besides
}

/** A page that does one thing to an entry of the forward plan: it says what, asks for the words it needs, and does it. */
interface DeedPage<Besides> {
  /** Below the entry’s address: `decision`. */
  readonly path: string
  readonly verb: string
  /** "Record the decision" */
  readonly title: string
  readonly press: string
  readonly read: (reader: Reader, request: StaffRequest, entry: PlanEntry) => Promise<Outcome<Besides>>
  /** Why it cannot be done to this entry now; then the page says that and has no form. */
  readonly whyNot: (found: DeedView<Besides>, request: StaffRequest, app: MeetingsApp) => Piece | undefined
  readonly before?: (found: DeedView<Besides>, request: StaffRequest, app: MeetingsApp) => Html
  readonly fields: (found: DeedView<Besides>) => readonly DeedField[]
  readonly submit: (request: StaffRequest, app: MeetingsApp, typed: (name: string) => string) => Promise<Outcome<unknown>>
  /** The word that the entry’s page tells by. */
  readonly done: string
}

/** A draft is the officers’: members read an entry when the public does. */
export function maySee({ context: { may, actor } }: StaffRequest, { noticed }: Pick<PlanEntry, 'noticed'>): boolean {
  return noticed !== undefined || may(actor, 'forward-plan.edit')
}

/** The address of an entry behind the sign-in. */
export function workAddress(reference: string): string {
  return `/staff/forward-plan/${reference}`
}

export function deedPage<Besides>(deed: DeedPage<Besides>): StaffPage<MeetingsApp> {
  return {
    path: `/staff/forward-plan/:reference/${deed.path}`,
    show: (request, app) => showDeed(deed, request, app),
    submit: async (request, app) => {
      const done = await deed.submit(request, app, (name) => typedText(request.form, name))
      if (done.ok) setPapersSoon(request.context, app)
      if (done.ok) return { kind: 'moved', to: `${workAddress(request.params['reference'] ?? '')}?done=${deed.done}` }
      const isHere = done.refusal.kind === 'invalid' || done.refusal.kind === 'conflict' || done.refusal.kind === 'not-now'
      return isHere ? showDeed(deed, request, app, done.refusal) : { kind: 'refused', refusal: done.refusal }
    },
  }
}

async function showDeed<Besides>(deed: DeedPage<Besides>, request: StaffRequest, app: MeetingsApp, refusal?: Refusal): Promise<StaffAnswer> {
  const reference = request.params['reference'] ?? ''
  const found = await look(request.context, { verb: deed.verb, subject: { kind: 'plan-entry', id: reference.slice(0, 100) } }, async (reader): Promise<Outcome<DeedView<Besides>>> => {
    const kept = await entryInWork(reader, reference)
    if (kept === undefined || !maySee(request, kept.entry)) return noEntry
    const besides = await deed.read(reader, request, kept.entry)
    return besides.ok ? ok({ ...kept, besides: besides.value }) : besides
  })
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { entry } = found.value
  const why = refusal === undefined ? deed.whyNot(found.value, request, app) : undefined
  return {
    kind: 'page',
    title: `${deed.title}: ${entry.matter}`,
    crumbs: [{ text: 'Forward plan', href: '/staff/forward-plan' }, { text: entry.matter, href: workAddress(reference) }],
    status: refusal === undefined ? 200 : refusal.kind === 'invalid' ? 400 : 409,
    hasFaults: refusal !== undefined,
    body: html`${refusal && faultSummary(refusal)}${why === undefined ? form(deed, found.value, request, app, refusal) : html`${insetText({ text: why })}<p class="govuk-body">${link(workAddress(reference), 'Back to the entry')}</p>`}`,
  }
}

function form<Besides>(deed: DeedPage<Besides>, found: DeedView<Besides>, request: StaffRequest, app: MeetingsApp, refusal: Refusal | undefined): Html {
  // Beside what somebody else saved, what is typed rests on that.
  const revision = refusal === undefined || refusal.kind === 'conflict' ? found.revision : request.form.whole('revision')
  return html`${deed.before?.(found, request, app)}<form method="post" action="${request.path}" novalidate>${csrfInput(request.session.formToken)}<input type="hidden" name="revision" value="${revision}">
${deed.fields(found).map((field) => fieldHtml(field, refusal === undefined ? (field.usual ?? '') : typedText(request.form, field.name), refusal))}
${formButtons(deed.press, found.entry)}</form>`
}

/** The end of a form of an entry: its press, and the way back without one; of a new entry to the list. */
export function formButtons(press: string, entry?: Pick<PlanEntry, 'reference' | 'matter'>): Html {
  const back = entry === undefined ? 'the forward plan' : userText(entry.matter)
  return html`<div class="govuk-button-group">${button({ text: press, preventDoubleClick: true })}${link(entry === undefined ? '/staff/forward-plan' : workAddress(entry.reference), html`Cancel<span class="govuk-visually-hidden">, back to ${back}</span>`)}</div>`
}

/** One field as its kind asks. */
function fieldHtml(field: DeedField, value: string, refusal: Refusal | undefined): Html {
  const { name, label, hint, choices = [] } = field
  const said = hint === undefined ? {} : { hint: { text: hint } }
  const error = faultFor(refusal, name)
  switch (field.kind) {
    case 'line':
      return input({ name, label: { text: label }, ...said, value, error })
    case 'words':
      return textarea({ name, label: { text: label }, ...said, value, error, rows: 4 })
    case 'day':
      return dayInput({ name, label, ...(hint === undefined ? {} : { hint }), value, error })
    case 'radios':
      return radios({ name, fieldset: { legend: { text: label, classes: 'govuk-fieldset__legend--s' } }, ...said, value, error, items: choices.map(({ value, text, hint }) => ({ value, text, ...(hint === undefined ? {} : { hint: { text: hint } }) })) })
    case 'select':
      return select({ name, label: { text: label }, ...said, value, error, items: [{ value: '', text: 'Choose' }, ...choices.map(({ value, text }) => ({ value, text }))] })
  }
}

export function typedText(form: PostedForm, name: string): string {
  return cleanText(form.text(name)).trim()
}

/** Which entry a posted form was about, as it was seen, and which press of whom it is. */
export function seenIn({ context, params, path, form }: StaffRequest): { readonly reference: string; readonly revision: number; readonly press: string } {
  const sent = [actorKey(context.actor), path, form.names().map((name) => [name, form.all(name)])]
  return { reference: params['reference'] ?? '', revision: form.whole('revision'), press: createHash('sha256').update(JSON.stringify(sent)).digest('hex') }
}
