import { policyOf } from '../../disclosure/policies.ts'
import { isTiedToParts, onlyAsMargins, whyUntied } from '../../disclosure/tied-parts.ts'
import { hasFigureNow, type MeasureSheet } from '../../sheets/sheet.ts'
import type { CheckItem } from './check-item.ts'

/** A measure and those that make it up, as far as they are in the release or a reader can lay them beside it. */
interface SumOfMeasures {
  readonly total: MeasureSheet
  readonly parts: readonly MeasureSheet[]
  readonly nameOf: (slug: string) => string
}

/**
 * Measures that others make up of which no figure, or not every one, could be held against theirs: what hides small numbers then does not know what a reader may. `beside` are the sheets that
 * a reader can lay beside the release, and `published` those of its measures that are public already. Where all of them are exempt there is nothing to hide.
 */
export function sumChecks(sheets: readonly MeasureSheet[], beside: readonly MeasureSheet[], published: readonly MeasureSheet[] = []): readonly CheckItem[] {
  const bySlug = new Map([...beside, ...sheets].map((sheet) => [sheet.definition.slug, sheet]))
  const nameOf = (slug: string) => `“${bySlug.get(slug)?.definition.name ?? slug}”`
  return sheets.flatMap((total): readonly CheckItem[] => {
    const { slug: measure, sumOf } = total.definition
    const parts = sumOf.flatMap((slug) => bySlug.get(slug) ?? [])
    const isExempt = [total, ...parts].every(({ definition }) => policyOf(definition) === undefined)
    if (sumOf.length === 0 || isExempt || !hasFigureNow(total)) return []
    const sum = { total, parts, nameOf }
    const found = isTiedToParts(total, parts) ? [...coarser(sum), ...namedLate(sum, published)] : [untied(sum)]
    return found.map((message) => ({ kind: 'sum-not-tied', measure, message }))
  })
}

function untied({ total, parts, nameOf }: SumOfMeasures): string {
  const { slug: measure, sumOf } = total.definition
  const why = sumOf.map((slug) => `${nameOf(slug)} ${whyUntied(total, parts.find(({ definition }) => definition.slug === slug))}`)
  return `${nameOf(measure)} is made up of other measures, and could not be held against them: ${why.join('; ')}. Make them meet, or say why nobody can work out a small number from the sum.`
}

/** Where the sum is given by cells, and a part only by rows and columns, and that are too many cells. */
function coarser({ total, parts, nameOf }: SumOfMeasures): readonly string[] {
  const guarded = onlyAsMargins(total, parts).filter(({ part }) => policyOf(part.definition) !== undefined)
  const found = guarded.flatMap(({ part, breakdowns }) => breakdowns.map((cells) => `by ${cells}, which ${nameOf(part.definition.slug)} is not`))
  return found.length === 0 ? [] : [`${nameOf(total.definition.slug)} is given ${found.join('; and ')}: its cells could not be held against every part. Give the part by the same, or the sum without it, or say why nobody can place a small number by the sum.`]
}

/** Where the definition says of what it is made for the first time: releases before hid small numbers without knowing it. */
function namedLate({ total, parts, nameOf }: SumOfMeasures, published: readonly MeasureSheet[]): readonly string[] {
  const { slug: measure, sumOf } = total.definition
  const standing = published.find(({ definition }) => definition.slug === measure)
  const isNew = standing !== undefined && sumOf.some((slug) => !standing.definition.sumOf.includes(slug))
  const isHidden = published.some(({ definition, series }) => [total, ...parts].some((sheet) => sheet.definition.slug === definition.slug) && series.some(({ points }) => points.some(({ confidentiality }) => confidentiality === 'hidden')))
  const late = sumOf.filter((slug) => standing?.definition.sumOf.includes(slug) !== true).map(nameOf)
  return isNew && isHidden ? [`${nameOf(measure)} says for the first time that it is made up of ${late.join(' and ')}, and releases before hid figures of them without knowing it. Say why nobody can work out a small number from what is public already.`] : []
}
