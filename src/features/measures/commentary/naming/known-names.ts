import type { MeasureSheet } from '../../sheets/sheet.ts'

/** Names that stand with capitals beside these figures and are nobody's: of areas, posts, sources, strategies and of the measures themselves. */
export function namesOfNobody(sheets: readonly MeasureSheet[]): readonly string[] {
  const names = sheets.flatMap(({ definition: { name, owner, steward, source, strategies, targets, rebases }, series }) => [
    name, owner, steward, source.name, ...strategies.flatMap((strategy) => [strategy.name, strategy.part ?? '']), ...targets.map(({ setBy }) => setBy), ...rebases.map(({ decidedBy }) => decidedBy), ...series.map((one) => one.name),
  ])
  return [...new Set(names)].filter((name) => name !== '')
}
