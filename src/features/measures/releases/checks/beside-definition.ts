import { slugInWords } from '../../commentary/naming/usual-case.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'

/** What a definition says in fields that are no sentences, and the public reads all the same: posts, who decided, an address, and the names of parts and of the measure in addresses, such as `child=in-care`. */
export function besideDefinition({ definition, series }: Pick<MeasureSheet, 'definition' | 'series'>): readonly string[] {
  const { slug, owner, steward, source, rebases, strategies, breakdowns, bodies, themes } = definition
  const parts = [...breakdowns.flatMap((breakdown) => breakdown.values.map((value) => `${breakdown.name}=${value}`)), ...series.flatMap(({ breakdown }) => breakdown.split(';'))]
  const slugs = [slug, ...bodies, ...themes, ...strategies.map((strategy) => strategy.slug), ...parts, ...(source.address === undefined ? [] : [pathOf(source.address)])]
  const texts = new Set([owner, steward, ...rebases.map(({ decidedBy }) => decidedBy), ...slugs.map(slugInWords)])
  return [...texts].filter((text) => text !== '')
}

/** All but the host, as a reader sees it. */
function pathOf(address: string): string {
  const path = address.replace(/^https:\/\/[^/]*\/?/, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
