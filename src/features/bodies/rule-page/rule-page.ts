import type { LocalDate } from '#core/dates.ts'
import type { Outcome, Refusal } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { csrfInput, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { bodyToEdit } from '../body-to-edit.ts'
import type { Body } from '../body.ts'

/** One rule of a body's terms of reference, and the form by which an officer changes it. */
interface RuleOfBody<Typed> {
  /** Under which word below `/staff/bodies/:body`. */
  readonly word: string
  readonly title: string
  readonly saved: string
  readonly read: (form: PostedForm) => Typed
  readonly kept: (body: Body, today: LocalDate) => Typed
  /** Tells the rule as it stands from any other, for an officer who has it open. */
  readonly mark: (body: Body) => string
  readonly change: (context: Context, slug: string, typed: Typed, basedOn: string) => Promise<Outcome<void>>
  readonly about: (body: Body) => Html
  /** Undefined where there is nothing to change. */
  readonly fields: (typed: Typed, refusal: Refusal | undefined, body: Body, today: LocalDate) => Html | undefined
  /** Where one goes from here. */
  readonly next: (body: Body) => Html
}

interface Refused<Typed> {
  readonly typed: Typed
  readonly refusal: Refusal
}

/** The page of a rule: what cannot be used, and what somebody else changed meanwhile, comes back beside everything that was typed. */
export function rulePage<Typed>(rule: RuleOfBody<Typed>): StaffPage<unknown> {
  return {
    path: `/staff/bodies/:body/${rule.word}`,
    show: (request) => show(rule, request),
    submit: async (request) => {
      const { context, form, params } = request
      const slug = params['body'] ?? ''
      const typed = rule.read(form)
      const done = await rule.change(context, slug, typed, form.text('based-on'))
      if (done.ok) return { kind: 'moved', to: `/staff/bodies/${slug}/${rule.word}?done=saved` }
      const isHere = done.refusal.kind === 'invalid' || done.refusal.kind === 'conflict'
      return isHere ? show(rule, request, { typed, refusal: done.refusal }) : { kind: 'refused', refusal: done.refusal }
    },
  }
}

async function show<Typed>(rule: RuleOfBody<Typed>, request: StaffRequest, refused?: Refused<Typed>): Promise<StaffAnswer> {
  const found = await bodyToEdit(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const body = found.value
  const isConflict = refused?.refusal.kind === 'conflict'
  const mark = refused === undefined || isConflict ? rule.mark(body) : request.form.text('based-on')
  const fields = rule.fields(refused?.typed ?? rule.kept(body, request.today), refused?.refusal, body, request.today)
  const form = fields && html`<form method="post" action="${request.path}" novalidate>${csrfInput(request.session.formToken)}<input type="hidden" name="based-on" value="${mark}">
${fields}${button({ text: 'Save', preventDoubleClick: true })}</form>`
  const content = html`${refused === undefined ? doneBanner(request.query, { saved: rule.saved }) : faultSummary(refused.refusal)}
<p class="govuk-body">${rule.about(body)}</p>${form}
<p class="govuk-body">${rule.next(body)}</p>`
  const status = refused === undefined ? 200 : isConflict ? 409 : 400
  return { kind: 'page', title: `${rule.title}: ${body.name}`, body: content, crumbs: [{ text: 'Members’ accounts', href: '/staff/members' }], status, hasFaults: refused !== undefined }
}
