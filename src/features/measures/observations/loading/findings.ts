import type { FigureFault } from '../figure-fault.ts'

/** What of a load is worth a look, what is most likely wrong first. */
export const findingKinds = ['slip', 'apart', 'otherwise', 'overtaken'] as const
export type FindingKind = (typeof findingKinds)[number]

/** A row that is worth a look, with all that is said of it. */
export interface Finding extends FigureFault {
  readonly kind: FindingKind
}

/** So many of each kind are kept; whoever has more has loaded a wrong file. */
export const mostKept = 1000

/** One entry a figure of a row, by the kind that is most likely wrong and within it in the order of the rows; of a figure that is found in several ways all is said once. */
export function findingsOf(found: Readonly<Record<FindingKind, readonly FigureFault[]>>, inOrder: (one: FigureFault, other: FigureFault) => number): readonly Finding[] {
  const all = findingKinds.flatMap((kind) => found[kind].toSorted(inOrder).map((fault): Finding => ({ ...fault, kind })))
  const merged = [...Map.groupBy(all, ({ file, row, figure: { measure, area, breakdown, period } }) => [file, row, measure, area, breakdown, period].join('|')).values()].flatMap(([first, ...more]) => (first === undefined ? [] : [{ ...first, message: [...new Set([first, ...more].map(({ message }) => message))].join(' ') }]))
  return findingKinds.flatMap((kind) => merged.filter((finding) => finding.kind === kind).slice(0, mostKept))
}
