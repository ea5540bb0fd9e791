import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { PartOfForm } from './fields.ts'

/** The bodies that measures are reported to stand open, with those that this one names, ended ones too; every other is folded away. */
export function bodiesField({ field, typed, choices: { bodies, bodiesInUse } }: Pick<PartOfForm, 'field' | 'typed' | 'choices'>): Html {
  const { name, error } = field('bodies')
  const chosen = typed.all(name)
  const gone = chosen.filter((slug) => !bodies.has(slug)).map((slug) => [slug, slug] as const)
  const isOpen = ([slug]: readonly [string, string]) => chosen.includes(slug) || bodiesInUse.has(slug) || bodiesInUse.size === 0
  const others = [...bodies].filter((one) => !isOpen(one))
  const boxes = (items: readonly (readonly [string, string])[], legend: string, idPrefix?: string) =>
    checkboxes({
      name, idPrefix, classes: 'govuk-checkboxes--small', values: chosen, items: items.map(([value, text]) => ({ value, text })), fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
      ...(idPrefix === undefined ? { error } : {}),
    })
  return html`${boxes([...[...bodies].filter(isOpen), ...gone], 'Bodies that it is reported to')}
${others.length > 0 && details({ summary: `Other bodies (${others.length})`, content: boxes(others, 'Other bodies', 'other-bodies') })}`
}
