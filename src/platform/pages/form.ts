import { firstFaults } from '#core/first-faults.ts'
import type { Refusal } from '#core/outcome.ts'
import { html, type Html, type Piece } from './html.ts'
import { button } from './components/button.ts'
import { errorSummary } from './components/error-summary.ts'

/** The secret that proves that a form came from our own page; the door makes and checks it. */
export interface CsrfToken {
  readonly field: string
  readonly value: string
}

/** Carries the token in a form, unseen. */
export function csrfInput(token: CsrfToken): Html {
  return html`<input type="hidden" name="${token.field}" value="${token.value}">`
}

/** Everything that was refused, at the top of the form; each fault of a field links to that field, whose id is its name. */
export function faultSummary(refusal: Refusal): Html {
  const { faults, moreFaults } = firstFaults(refusal.faults)
  const named = faults.map((fault) => ({ text: fault.message, ...(fault.field === undefined ? {} : { href: `#${fault.field}` }) }))
  const errors = moreFaults === undefined ? named : [...named, { text: `and ${moreFaults} more` }]
  return errorSummary({ title: 'There is a problem', description: refusal.message === '' ? undefined : refusal.message, errors })
}

/** The first fault of one field, as the field's `error`. */
export function faultFor(refusal: Refusal | undefined, field: string): { readonly text: string } | undefined {
  const fault = refusal?.faults.find((candidate) => candidate.field === field)
  return fault && { text: fault.message }
}

/** A form that narrows a list by its address alone: it works without a script and its result can be bookmarked. */
export function filterForm(options: {
  readonly action: string
  /** Names the form for those who jump from landmark to landmark: "Filter meetings". */
  readonly label: string
  readonly fields: Piece
  readonly submit?: string | undefined
  /** Address of the list without filters, given when some are set. */
  readonly clear?: string | undefined
}): Html {
  const submit = button({ text: options.submit ?? 'Show', classes: 'govuk-button--secondary' })
  const clear = options.clear !== undefined && html`<a class="govuk-link" href="${options.clear}">Clear filters</a>`
  return html`<form class="gt-filter" method="get" action="${options.action}" role="search" aria-label="${options.label}">
<div class="gt-filter__fields">${options.fields}</div>
<div class="govuk-button-group gt-filter__actions">${submit}${clear}</div></form>`
}
