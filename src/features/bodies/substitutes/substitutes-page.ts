import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Refusal } from '#core/outcome.ts'
import { input } from '#platform/pages/components/input.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { Body } from '../body.ts'
import { seatAndOrganisation } from '../memberships.ts'
import { rulePage } from '../rule-page/rule-page.ts'
import { changeSubstitutes, substitutable, substitutesMark, type TypedSubstitutes } from './change-substitutes.ts'
import { noSubstitutes } from './no-substitutes.ts'

/** `/staff/bodies/:body/substitutes`: who may sit for each member of a body. */
export const substitutesPage = rulePage<TypedSubstitutes>({
  word: 'substitutes',
  title: 'Substitutes',
  saved: 'The substitutes are saved, and the body’s page names them now.',
  read: (form) => new Map(form.names().flatMap((name) => (name.startsWith('substitute-') ? [[name, form.text(name)] as const] : []))),
  kept: (body, today) => new Map(substitutable(body, today).map(({ field, membership }) => [field, membership.substitute ?? ''])),
  mark: substitutesMark,
  change: changeSubstitutes,
  about,
  fields,
  next: (body) => link(`/staff/bodies/${body.slug}/members`, 'Members of this body'),
})

function about({ slug, kind, termsOfReference, members }: Body): Html {
  const none = noSubstitutes(kind)
  if (none !== undefined) return html`${none}`
  if (members.every(({ person }) => person === undefined)) return html`The record of this body names nobody yet for whom somebody could sit.`
  const counts = termsOfReference?.quorum === undefined ? '' : termsOfReference.quorum.substitutesCount ? ' Its quorum counts them.' : ' Its quorum does not count them.'
  return html`Whoever is named here, and nobody else, sits for that member where they send apologies; the name stands on ${link(`/bodies/${slug}`, 'the body’s own page')} at once.${counts} Where a field is left empty, anybody of the same organisation and group may sit whom the record of some body names.`
}

function fields(typed: TypedSubstitutes, refusal: Refusal | undefined, body: Body, today: LocalDate): Html | undefined {
  const seats = noSubstitutes(body.kind) === undefined ? substitutable(body, today) : []
  if (seats.length === 0) return undefined
  return html`${seats.map(({ field, membership }) =>
    input({
      name: field,
      label: { text: html`Who may sit for ${userText(membership.person)} (optional)` },
      hint: { text: html`${userText(seatAndOrganisation(membership))}${membership.from > today && `, from ${formatDate(membership.from)}`}` },
      value: typed.get(field) ?? '',
      error: faultFor(refusal, field),
      autocomplete: 'off',
      classes: 'govuk-input--width-20',
    }),
  )}`
}
