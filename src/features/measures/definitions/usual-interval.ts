import type { Definition } from './definition.ts'

/** The interval that is usual for a unit: Wilson's for a percentage of which it is said of how many it is, Byar's for a rate. Of anything else somebody has to choose one. */
export function usualInterval(unit: string, denominator: string): Definition['interval'] {
  if (unit === 'percent') return denominator === '' ? 'none' : 'wilson'
  return unit === 'rate' ? 'byars' : 'none'
}
