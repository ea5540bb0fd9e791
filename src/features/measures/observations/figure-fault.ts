import type { Fault } from '#core/outcome.ts'
import type { FigureKey, Observation } from './observation.ts'

/** What is wrong with a figure, or worth a look, and which figure it is. */
export interface FigureFault extends Fault {
  readonly figure: FigureKey
}

/** Which figure one is, without what it says. */
export function figureKey({ measure, area, breakdown, period }: Observation | FigureKey): FigureKey {
  return { measure, area, breakdown, period }
}
