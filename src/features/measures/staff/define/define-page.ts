import type { Outcome, Refusal } from '#core/outcome.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import { instantOf, type MeetingsApp } from '#features/meetings'
import type { Definition } from '../../definitions/definition.ts'
import { versionsOf } from '../../definitions/keep-definitions.ts'
import { measuresCrumb, measuresPath, staffMeasureAddress } from '../addresses.ts'
import { noMeasure } from '../read-measure.ts'
import { addVersion } from './add-version.ts'
import { changes, fieldsOf, type Change } from './changes.ts'
import { changeForm } from './change-form.ts'

const refusedHere: Partial<Record<Refusal['kind'], 400 | 409>> = { invalid: 400, conflict: 409 }

/** `/staff/measures/:slug/define/:what`: a target, a break or new limits, as a new version of the definition. */
export const definePage: StaffPage<MeetingsApp> = {
  path: `${measuresPath}/:slug/define/:what`,
  show: (request) => show(request),
  submit: async (request, app) => {
    const { context, params, form } = request
    const what = changeOf(request)
    if (what === undefined) return noChange
    const slug = params['slug'] ?? ''
    const typed = Object.fromEntries(fieldsOf[what].map((name) => [name, form.text(name)]))
    const done = await addVersion(context, { slug, version: form.whole('version') }, { what, typed }, instantOf(request.today, app.now()))
    return done.ok ? { kind: 'moved', to: `${staffMeasureAddress(slug)}?done=${what}` } : show(request, done.refusal)
  },
}

const noChange: StaffAnswer = { kind: 'refused', refusal: { kind: 'not-found', message: 'There is no such form. Begin from the page of the measure.', faults: [] } }

function changeOf({ params }: StaffRequest): Change | undefined {
  return (Object.keys(changes) as Change[]).find((what) => what === params['what'])
}

function lookAtLast({ context, params }: StaffRequest): Promise<Outcome<Definition>> {
  const slug = params['slug'] ?? ''
  return look(context, { verb: 'measures.define', subject: { kind: 'measure', id: slug.slice(0, 200) } }, async (reader) => {
    const last = (await versionsOf(reader, slug)).at(-1)
    return last === undefined ? noMeasure : ok(last)
  })
}

async function show(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const what = changeOf(request)
  if (what === undefined) return noChange
  const status = refusal === undefined ? undefined : refusedHere[refusal.kind]
  if (refusal !== undefined && status === undefined) return { kind: 'refused', refusal }
  const found = await lookAtLast(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const last = found.value
  const body = html`${refusal && faultSummary(refusal)}<p class="govuk-body">${changes[what].about} It becomes version ${last.version + 1} of the definition; what stands is not changed.</p>${changeForm(request, { what, last, refusal })}`
  return {
    kind: 'page',
    title: `${changes[what].title}: ${last.name}`,
    crumbs: [measuresCrumb, { text: last.name, href: staffMeasureAddress(last.slug) }],
    body,
    ...(refusal === undefined ? {} : { status: status ?? 400, hasFaults: true }),
  }
}
