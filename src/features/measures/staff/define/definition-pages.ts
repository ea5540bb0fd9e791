import { ok, type Outcome, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { Reader } from '#platform/database/database.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead, userText } from '#platform/pages/text.ts'
import { bodyNames } from '#features/bodies'
import { instantOf, type MeetingsApp } from '#features/meetings'
import type { Definition } from '../../definitions/definition.ts'
import { allDefinitions } from '../../definitions/keep-definitions.ts'
import { withFigures } from '../../definitions/standing-measures.ts'
import { changeAddress, measuresCrumb, measuresPath, newMeasurePath, staffMeasureAddress } from '../addresses.ts'
import { noMeasure } from '../read-measure.ts'
import { versionChanges } from '../version-changes.ts'
import { changeDefinition, defineMeasure } from './define-measure.ts'
import { definitionForm } from './definition-form.ts'
import { besideOthers, typedOf, untouched } from './definition-typed.ts'
import type { DefinitionChoices } from './form-parts/fields.ts'

const refusedHere: Partial<Record<Refusal['kind'], 400 | 409>> = { invalid: 400, conflict: 409 }

/** `/staff/measures/new` */
export const newMeasurePage: StaffPage<MeetingsApp> = {
  path: newMeasurePath,
  show: (request) => showNew(request),
  submit: async (request, app) => {
    const defined = await defineMeasure(request.context, request.form, instantOf(request.today, app.now()))
    return defined.ok ? { kind: 'moved', to: `${staffMeasureAddress(defined.value)}?done=defined` } : showNew(request, defined.refusal)
  },
}

/** `/staff/measures/:slug/define`: the whole definition, as its next version. */
export const changeDefinitionPage: StaffPage<MeetingsApp> = {
  path: `${measuresPath}/:slug/define`,
  show: (request) => showChange(request),
  submit: async (request, app) => {
    const { context, params, form } = request
    const slug = params['slug'] ?? ''
    const changed = await changeDefinition(context, { slug, version: form.whole('version') }, form, instantOf(request.today, app.now()))
    return changed.ok ? { kind: 'moved', to: `${staffMeasureAddress(slug)}?done=changed` } : showChange(request, changed.refusal)
  },
}

async function showNew(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const { context, form, session } = request
  if (refusal !== undefined && refusedHere[refusal.kind] === undefined) return { kind: 'refused', refusal }
  const found = await look(context, { verb: 'measures.define', subject: { kind: 'measures', id: 'new' } }, async (reader) => ok(await choicesFor(reader, await allDefinitions(reader))))
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const typed = refusal === undefined ? untouched : form
  return page(refusal, {
    title: 'Define a measure',
    crumbs: [measuresCrumb],
    body: html`${refusal && faultSummary(refusal)}${lead('A measure is defined before it has figures. What is not marked optional is needed.')}
${definitionForm({ action: newMeasurePath, token: session.formToken, refusal, back: measuresPath, typed, choices: found.value, last: undefined })}`,
  })
}

async function showChange(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const { form, session } = request
  if (refusal !== undefined && refusedHere[refusal.kind] === undefined) return { kind: 'refused', refusal }
  const found = await lookAtLast(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { last, choices, versions } = found.value
  const seen = refusal?.kind === 'conflict' ? versions.find(({ version }) => version === form.whole('version')) : undefined
  const typed = refusal === undefined ? typedOf(last) : seen === undefined ? form : besideOthers(form, seen, last)
  return page(refusal, {
    title: `Change the definition: ${last.name}`,
    crumbs: [measuresCrumb, { text: last.name, href: staffMeasureAddress(last.slug) }],
    body: html`${refusal && faultSummary(refusal)}${seen && othersChanges(seen, last)}<p class="govuk-body">It becomes version ${last.version + 1} of the definition; what stands is not changed.</p>
${definitionForm({ action: changeAddress(last.slug), token: session.formToken, refusal, back: staffMeasureAddress(last.slug), typed, choices, last })}`,
  })
}

/** What somebody else has changed since; it stands in the form already, but for fields that both changed. */
function othersChanges(seen: Definition, last: Definition): Html {
  const changes = versionChanges(seen, last).map(({ field, was, is }) => html`<li>${field}: ${userText(is)} (before: ${userText(was)})</li>`)
  return insetText({ text: html`<p class="govuk-body">What they changed stands in the form now, but for what you have changed too:</p><ul class="govuk-list govuk-list--bullet">${changes}</ul>` })
}

function page(refusal: Refusal | undefined, shown: Pick<Extract<StaffAnswer, { kind: 'page' }>, 'title' | 'crumbs' | 'body'>): StaffAnswer {
  return { kind: 'page', ...shown, ...(refusal === undefined ? {} : { status: refusedHere[refusal.kind] ?? 400, hasFaults: true }) }
}

/** The measure that is changed. */
interface ChangeView {
  readonly versions: readonly Definition[]
  readonly last: Definition
  readonly choices: DefinitionChoices
}

function lookAtLast({ context, params }: StaffRequest): Promise<Outcome<ChangeView>> {
  const slug = params['slug'] ?? ''
  return look(context, { verb: 'measures.define', subject: { kind: 'measure', id: slug.slice(0, 200) } }, async (reader) => {
    const all = await allDefinitions(reader)
    const versions = all.get(slug) ?? []
    const last = versions.at(-1)
    return last === undefined ? noMeasure : ok({ versions, last, choices: await choicesFor(reader, all, slug) })
  })
}

/** Two queries. */
async function choicesFor(reader: Reader, all: ReadonlyMap<string, readonly Definition[]>, slug?: string): Promise<DefinitionChoices> {
  const last = [...all.values()].flatMap((versions) => versions.at(-1) ?? [])
  const each = (names: readonly string[]) => [...new Set(names)].toSorted((one, other) => one.localeCompare(other, 'en-GB'))
  return {
    bodies: await bodyNames(reader),
    bodiesInUse: new Set(last.flatMap(({ bodies }) => bodies)),
    themes: each(last.flatMap(({ themes }) => themes)),
    strategies: each(last.flatMap(({ strategies }) => strategies.map(({ name }) => name))),
    isCounted: slug !== undefined && (await withFigures(reader, [slug])).has(slug),
  }
}
