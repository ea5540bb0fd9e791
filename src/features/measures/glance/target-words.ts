import type { Definition } from '../definitions/definition.ts'
import type { MeasureSheet } from '../sheets/sheet.ts'
import { shownValue } from '../sheets/shown.ts'

const whose = { national: 'national', council: 'the council’s own', partnership: 'the partnership’s' } as const

/** Which side of the target is meant, as one says it. */
const sides: Readonly<Record<Definition['polarity'], string>> = { higher: ' or more', lower: ' or less', neither: '' }

/** "5.0% or less, national", where there is little room; undefined where there is none. */
export function targetWords({ judgement, definition }: Pick<MeasureSheet, 'judgement' | 'definition'>): string | undefined {
  const { of } = judgement.target
  return of === undefined ? undefined : `${shownValue(of.value, definition)}${sides[definition.polarity]}, ${whose[of.whose]}`
}

const found = { met: 'met', missed: 'missed', 'cannot-tell': 'chance alone may decide' } as const

/** "missed"; undefined where there is nothing to meet. */
export function targetFound({ judgement }: Pick<MeasureSheet, 'judgement'>): string | undefined {
  const { kind } = judgement.target.found
  return kind === 'none' ? undefined : found[kind]
}

/** Which way is better, in words. */
export const polarityWords: Readonly<Record<Definition['polarity'], string>> = {
  higher: 'Higher is better',
  lower: 'Lower is better',
  neither: 'Neither is better: it is context for other measures, and is never coloured',
}
