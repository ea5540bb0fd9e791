import { ok, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { publishedBodies } from '#features/bodies'
import type { MeetingsApp } from '#features/meetings'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import { beginProgramme, type TypedProgramme } from '../deeds/keep-head.ts'
import { haveProgrammes } from '../rules/programme-faults.ts'
import { programmesCrumbs, staffAddress } from './words.ts'

/** `/staff/programmes/new` */
export const beginPage: StaffPage<MeetingsApp> = {
  path: '/staff/programmes/new',
  show: (request) => showBegin(request),
  submit: async (request, app) => {
    const typed = typedProgramme(request)
    const done = await beginProgramme(request.context, app, typed)
    return done.ok ? { kind: 'moved', to: staffAddress(done.value.body, '', { year: done.value.year, done: 'begun' }) } : showBegin(request, done.refusal)
  },
}

function typedProgramme({ form, query }: StaffRequest): TypedProgramme {
  return { body: form.text('body') || (query.get('body') ?? ''), year: form.text('year'), from: form.text('from'), to: form.text('to') }
}

async function showBegin(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  if (refusal !== undefined && refusal.kind !== 'invalid' && refusal.kind !== 'conflict') return { kind: 'refused', refusal }
  const found = await look(request.context, { verb: 'programme.edit', subject: { kind: 'work-programmes', id: 'new' } }, async (reader) => ok(await publishedBodies(reader)))
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const typed = typedProgramme(request)
  const items = [{ value: '', text: 'Choose a body' }, ...found.value.filter(({ kind }) => haveProgrammes.includes(kind)).map(({ slug, name }) => ({ value: slug, text: name }))]
  return {
    kind: 'page',
    title: 'Begin a work programme',
    crumbs: programmesCrumbs(),
    status: refusal === undefined ? 200 : refusal.kind === 'invalid' ? 400 : 409,
    hasFaults: refusal !== undefined,
    body: html`${refusal !== undefined && faultSummary(refusal)}<form method="post" action="${request.path}" novalidate>${csrfInput(request.session.formToken)}
${select({ name: 'body', label: { text: 'Body' }, items, value: typed.body, error: faultFor(refusal, 'body') })}
${input({ name: 'year', label: { text: 'Year' }, hint: { text: 'As 2023-24 or 2023.' }, value: typed.year, error: faultFor(refusal, 'year'), classes: 'govuk-input--width-10' })}
<div class="gt-beside">${dayInput({ name: 'from', label: 'First day', value: typed.from, error: faultFor(refusal, 'from') })}${dayInput({ name: 'to', label: 'Last day', value: typed.to, error: faultFor(refusal, 'to') })}</div>
<div class="govuk-button-group">${button({ text: 'Begin the programme', preventDoubleClick: true })}<a class="govuk-link" href="/staff/programmes">Cancel</a></div></form>`,
  }
}
