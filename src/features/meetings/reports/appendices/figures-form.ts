import type { StaffRequest } from '#access/staff/staff-page.ts'
import type { Refusal } from '#core/outcome.ts'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { csrfInput, faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { FiguresToAdd } from '../quoted/quoted-figures.ts'

/** The form by which the figures of a period become an appendix. */
export function figuresForm({ session, form }: StaffRequest, paper: string, figures: readonly FiguresToAdd[], refusal?: Refusal): Html {
  const heading = html`<h2 class="govuk-heading-m">Add the figures of a quarter</h2>`
  if (figures.length === 0) return html`${heading}<p class="govuk-body">No figures are published yet. Once they are, they can be added here.</p>`
  const items = [{ text: 'Choose the figures', value: '' }, ...figures.map(({ mark, title }) => ({ text: title, value: mark }))]
  return html`${heading}<p class="govuk-body">The appendix follows their newest version until the pack is published; then it keeps what it says, with the version named in it.</p>
<form method="post" action="/staff/papers/${paper}/appendices/figures" novalidate>${csrfInput(session.formToken)}
${select({ name: 'figures', label: { text: 'Figures that are published' }, items, value: form.text('figures'), error: faultFor(refusal, 'figures') })}
${input({ name: 'figures-title', label: { text: 'Title (optional)' }, hint: { text: 'If you leave it empty, they keep their own.' }, value: form.text('figures-title'), error: faultFor(refusal, 'figures-title') })}
${button({ text: 'Add the figures', preventDoubleClick: true })}</form>`
}
