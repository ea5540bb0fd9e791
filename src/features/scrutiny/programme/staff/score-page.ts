import type { Refusal } from '#core/outcome.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { scoreTyped, type TypedScores } from '../deeds/edit-entries.ts'
import { entryOf, noEntry } from '../model/change-programme.ts'
import { criteria, criterionNames, type Scores } from '../model/criteria.ts'
import { entryMark } from '../typed/entry-values.ts'
import { entryInWords } from './entry-pages.ts'
import { keyOf, lookAtProgramme } from './look-at-programme.ts'
import { programmesCrumbs, staffAddress } from './words.ts'

/** `/staff/programmes/:body/entries/:entry/scores`: a topic against the seven criteria. */
export const scorePage: StaffPage<MeetingsApp> = {
  path: '/staff/programmes/:body/entries/:entry/scores',
  show: (request) => showScores(request),
  submit: async (request, app) => {
    const typed = typedScores(request.form)
    const basedOn = request.form.text('based-on')
    const done = await scoreTyped(request.context, app, keyOf(request), request.params['entry'] ?? '', typed, basedOn)
    const { body, year } = keyOf(request)
    return done.ok ? { kind: 'moved', to: staffAddress(body, '', { year, done: 'scored' }) } : showScores(request, { typed, basedOn, refusal: done.refusal })
  },
}

function typedScores(form: PostedForm): TypedScores {
  return Object.fromEntries(criterionNames.map((name) => [name, { answer: form.text(name), why: form.text(`${name}-why`) }]))
}

function typedOf(scores: Scores): TypedScores {
  return Object.fromEntries(criterionNames.map((name) => [name, { answer: scores[name]?.answer ?? '', why: scores[name]?.why ?? '' }]))
}

interface Refused {
  readonly typed: TypedScores
  readonly basedOn: string
  readonly refusal: Refusal
}

async function showScores(request: StaffRequest, refused?: Refused): Promise<StaffAnswer> {
  const refusal = refused?.refusal
  if (refusal !== undefined && refusal.kind !== 'invalid' && refusal.kind !== 'conflict') return { kind: 'refused', refusal }
  const found = await lookAtProgramme(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const view = found.value
  const { body, year } = view.key
  if (!view.mayEdit) return { kind: 'moved', to: staffAddress(body, '', { year }) }
  const entry = entryOf(view.programme, request.params['entry'])
  if (entry === undefined) return { kind: 'refused', refusal: noEntry.refusal }
  const typed = refused?.typed ?? typedOf(entry.scores ?? {})
  const mark = refused !== undefined && refused.refusal.kind === 'invalid' ? refused.basedOn : entryMark(entry)
  return {
    kind: 'page',
    title: `Criteria: ${entryInWords(entry)}, ${view.bodyName}`,
    crumbs: programmesCrumbs(view),
    status: refusal === undefined ? 200 : refusal.kind === 'invalid' ? 400 : 409,
    hasFaults: refusal !== undefined,
    body: html`${refusal !== undefined && faultSummary(refusal)}<p class="govuk-body">A topic need not meet all of these: they guide what comes first. Leave open what nobody can say yet. The public reads the answers and the words.</p>
<form method="post" action="${request.path}" novalidate>${csrfInput(request.session.formToken)}<input type="hidden" name="year" value="${year}"><input type="hidden" name="based-on" value="${mark}">
${criterionNames.map((name) => question(name, typed, refusal))}
<div class="govuk-button-group">${button({ text: 'Save the scores', preventDoubleClick: true })}<a class="govuk-link" href="${staffAddress(body, '', { year })}">Cancel</a></div></form>`,
  }
}

function question(name: (typeof criterionNames)[number], typed: TypedScores, refusal: Refusal | undefined): Html {
  const { answer = '', why = '' } = typed[name] ?? {}
  return html`${radios({
    name,
    classes: 'govuk-radios--inline govuk-radios--small',
    fieldset: { legend: { text: criteria[name], classes: 'govuk-fieldset__legend--s' } },
    value: answer,
    error: faultFor(refusal, name),
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'partly', text: 'Partly' },
      { value: 'no', text: 'No' },
      { value: '', text: 'Not said', checked: answer === '' },
    ],
  })}
${input({ name: `${name}-why`, label: { text: html`Why (optional)<span class="govuk-visually-hidden">: ${criteria[name]}</span>` }, value: why, error: faultFor(refusal, `${name}-why`) })}`
}
