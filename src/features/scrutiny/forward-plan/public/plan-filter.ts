import type { Refusal } from '#core/outcome.ts'
import { select } from '#platform/pages/components/select.ts'
import { faultFor, filterForm } from '#platform/pages/form.ts'
import type { Html } from '#platform/pages/html.ts'

interface FilterOptions<Choice extends string> {
  readonly action: string
  readonly field: string
  readonly label: string
  readonly choices: Readonly<Record<Choice, string>>
  readonly choice: Choice
  readonly refusal: Refusal | undefined
}

/** The form that chooses a part of a list of the plan. */
export function planFilter<Choice extends string>({ action, field, label, choices, choice, refusal }: FilterOptions<Choice>): Html {
  const items = Object.entries<string>(choices).map(([value, text]) => ({ value, text }))
  return filterForm({ action, label, submit: 'Show', fields: select({ name: field, id: field, label: { text: label }, items, value: choice, error: faultFor(refusal, field) }) })
}
