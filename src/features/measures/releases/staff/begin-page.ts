import { ok, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { bodyNames } from '#features/bodies'
import type { MeetingsApp } from '#features/meetings'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { definitionsOn } from '../../definitions/keep-definitions.ts'
import { beginRelease } from '../deeds/begin-release.ts'
import { releaseCrumbs, releasesPath, staffReleaseAddress } from './addresses.ts'

/** `/staff/releases/new` */
export const beginReleasePage: StaffPage<MeetingsApp> = {
  path: `${releasesPath}/new`,
  show: (request) => showBegin(request),
  submit: async (request, app) => {
    const begun = await beginRelease(request.context, app, { body: request.form.text('body'), period: request.form.text('period') })
    return begun.ok ? { kind: 'moved', to: staffReleaseAddress(begun.value, 'assemble') } : showBegin(request, begun.refusal)
  },
}

async function showBegin(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  if (refusal !== undefined && refusal.kind !== 'invalid') return { kind: 'refused', refusal }
  const { context, form, query, session, today } = request
  const found = await look(context, { verb: 'releases.assemble', subject: { kind: 'releases', id: 'new' } }, async (reader) => {
    const named = new Set((await definitionsOn(reader, today)).flatMap(({ bodies }) => bodies))
    return ok([...(await bodyNames(reader))].filter(([slug]) => named.has(slug)))
  })
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const items = [{ value: '', text: 'Choose a body' }, ...found.value.map(([value, text]) => ({ value, text }))]
  const typed = (field: string) => (form.has(field) ? form.text(field) : (query.get(field) ?? ''))
  return {
    kind: 'page',
    title: 'Begin a release of figures',
    crumbs: releaseCrumbs(),
    status: refusal === undefined ? 200 : 400,
    hasFaults: refusal !== undefined,
    body: html`${refusal !== undefined && faultSummary(refusal)}<form method="post" action="${request.path}" novalidate>${csrfInput(session.formToken)}
${select({ name: 'body', label: { text: 'Body' }, hint: { text: 'Those that the definition of a measure names.' }, items, value: typed('body'), error: faultFor(refusal, 'body') })}
${input({ name: 'period', label: { text: 'Period' }, hint: { text: 'A quarter such as 2019-20-q4, a month such as 2022-04, or a year such as 2022-23.' }, value: typed('period'), error: faultFor(refusal, 'period'), classes: 'govuk-input--width-10' })}
<div class="govuk-button-group">${button({ text: 'Begin the release', preventDoubleClick: true })}${link(releasesPath, 'Cancel')}</div></form>`,
  }
}
