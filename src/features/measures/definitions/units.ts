/** In what a figure is given. */
export const units = ['count', 'percent', 'rate', 'ratio', 'pounds', 'days', 'weeks', 'months', 'years', 'score'] as const
export type Unit = (typeof units)[number]

/** The lowest and the highest figure that a unit lets there be, where a definition says nothing else. */
const limits: Readonly<Record<Unit, { readonly lowest?: number; readonly highest?: number }>> = {
  count: { lowest: 0 },
  percent: { lowest: 0, highest: 100 },
  rate: { lowest: 0 },
  ratio: { lowest: 0 },
  pounds: {},
  days: { lowest: 0 },
  weeks: { lowest: 0 },
  months: { lowest: 0 },
  years: { lowest: 0 },
  score: {},
}

/** Between which figures one of this unit lies, the limits included. */
export function usualRange(unit: Unit): { readonly lowest?: number; readonly highest?: number } {
  return limits[unit]
}
