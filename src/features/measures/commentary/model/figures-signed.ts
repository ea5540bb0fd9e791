import type { Observation } from '../../observations/observation.ts'

/** A figure of the council’s own as it stood when its commentary was signed. */
export interface FigureSigned {
  /** `phase=primary`; empty for all. */
  readonly breakdown: string
  /** None where there is no figure, and the status says why. */
  readonly value?: number
  readonly status: Observation['status']
}

/** A figure that is another than the one that was signed; neither is known where none was given. */
export interface FigureChanged {
  readonly breakdown: string
  readonly before?: FigureSigned
  readonly now?: FigureSigned
}

/** Which figures have another value or status than those that were signed, or were given since; that for all together first. */
export function figuresChanged(signed: readonly FigureSigned[], standing: readonly FigureSigned[]): readonly FigureChanged[] {
  const breakdowns = [...new Set([...signed, ...standing].map(({ breakdown }) => breakdown))].toSorted()
  return breakdowns.flatMap((breakdown): FigureChanged[] => {
    const [before, now] = [signed, standing].map((figures) => figures.find((figure) => figure.breakdown === breakdown))
    if (before?.value === now?.value && before?.status === now?.status) return []
    return [{ breakdown, ...(before === undefined ? {} : { before }), ...(now === undefined ? {} : { now }) }]
  })
}
