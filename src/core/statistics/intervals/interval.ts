/** A figure with the ranges in which chance would leave the truth: 95 % and 99.8 %, each with its method. */
export interface Interval {
  readonly value: number
  readonly lower95: number
  readonly upper95: number
  readonly lower998: number
  readonly upper998: number
  readonly method: Method
}

export type Method = 'wilson' | 'byars' | 'exact-poisson' | 'dobson' | 'student-t'

export type Level = 95 | 99.8

/** Both levels by the same formula. */
export function atBothLevels(value: number, method: Method, limits: (level: Level) => readonly [lower: number, upper: number]): Interval {
  const [[lower95, upper95], [lower998, upper998]] = [limits(95), limits(99.8)]
  return { value, lower95, upper95, lower998, upper998, method }
}

/** How many standard deviations of the normal distribution each level reaches from the middle. */
export const deviations: Readonly<Record<Level, number>> = { 95: 1.959963984540054, 99.8: 3.090232306167813 }

/** What is left at each side of the range. */
export const tails: Readonly<Record<Level, number>> = { 95: 0.025, 99.8: 0.001 }
