import { policyOf } from '../../disclosure/policies.ts'
import { isTiedToParts, whyUntied } from '../../disclosure/tied-parts.ts'
import { hasFigureNow, type MeasureSheet } from '../../sheets/sheet.ts'
import type { CheckItem } from './check-item.ts'

/**
 * Measures that others make up of which no figure could be held against any of theirs: what hides small numbers then knows nothing of the sum, and a reader may. `published` are the sheets that
 * a reader can lay beside the release. Where all of them are exempt there is nothing to hide.
 */
export function sumChecks(sheets: readonly MeasureSheet[], published: readonly MeasureSheet[]): readonly CheckItem[] {
  const bySlug = new Map([...published, ...sheets].map((sheet) => [sheet.definition.slug, sheet]))
  return sheets.flatMap((total): readonly CheckItem[] => {
    const { slug: measure, name, sumOf } = total.definition
    const parts = sumOf.flatMap((slug) => bySlug.get(slug) ?? [])
    const isExempt = [total, ...parts].every(({ definition }) => policyOf(definition) === undefined)
    if (sumOf.length === 0 || isExempt || !hasFigureNow(total) || isTiedToParts(total, parts)) return []
    const why = sumOf.map((slug) => `“${bySlug.get(slug)?.definition.name ?? slug}” ${whyUntied(total, bySlug.get(slug))}`)
    return [{ kind: 'sum-not-tied', measure, message: `“${name}” is made up of other measures, and could not be held against them: ${why.join('; ')}. Make them meet, or say why nobody can work out a small number from the sum.` }]
  })
}
