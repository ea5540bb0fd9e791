import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { Refusal } from '#core/outcome.ts'
import { input } from '#platform/pages/components/input.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import type { MeetingsApp } from '#features/meetings'
import { setFirstNumber } from '../verbs/first-number.ts'
import { answerTo, readyTo, turnPage } from './publish-pages.ts'

/** `/staff/meetings/:meeting/minutes/numbers`: with which number the minutes of the body begin here. */
export const numbersPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/minutes/numbers',
  show: (request) => showNumbers(request),
  submit: async (request) => {
    const meeting = request.params['meeting'] ?? ''
    const done = await setFirstNumber(request.context, meeting, request.form.text('first'))
    if (done.ok) return { kind: 'moved', to: `/staff/meetings/${meeting}/minutes?done=numbered` }
    return done.refusal.kind === 'not-now' ? showNumbers(request, done.refusal) : answerTo(done.refusal, () => showNumbers(request, done.refusal))
  },
}

async function showNumbers(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const ready = await readyTo(request, 'circulated')
  if (!ready.ok) return { kind: 'refused', refusal: ready.refusal }
  const { view } = ready.value
  const now = [...view.composed.numbers.values()].at(0)
  const fields = input({ name: 'first', label: { text: 'First number' }, hint: { text: 'The number after the last one in the minutes that this body keeps elsewhere.' }, value: request.form.has('first') ? request.form.text('first') : String(now ?? 1), inputmode: 'numeric', classes: 'govuk-input--width-5', error: faultFor(refusal, 'first') })
  const above = html`<p class="govuk-body">The numbers of minutes run on across the meetings of the ${view.bodyName}. This is where they begin here; it can be changed until its first minutes are circulated.</p>`
  return turnPage(request, view, { title: 'With which number minutes begin', above, fields, press: 'Save', refusal })
}
