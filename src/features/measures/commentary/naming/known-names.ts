import type { MeasureSheet } from '../../sheets/sheet.ts'
import { childrenNamedIn } from './children-named.ts'

/** Names that stand with capitals beside these figures and are nobody's: of areas, posts, sources, strategies and of the measures themselves. One that itself looks like a child’s makes no name a known one. */
export function namesOfNobody(sheets: readonly MeasureSheet[]): readonly string[] {
  const names = sheets.flatMap(({ definition: { name, owner, steward, source, strategies, targets, rebases }, series }) => [
    name, owner, steward, source.name, ...strategies.flatMap((strategy) => [strategy.name, strategy.part ?? '']), ...targets.map(({ setBy }) => setBy), ...rebases.map(({ decidedBy }) => decidedBy), ...series.map((one) => one.name),
  ])
  return [...new Set(names)].filter((name) => name !== '' && childrenNamedIn(name, []).length === 0)
}
