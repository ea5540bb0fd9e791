import type { ReleaseEntry } from '../../releases/release.ts'

/** The id of what is said of an exception. */
export function exceptionId({ measure }: Pick<ReleaseEntry, 'measure'>): string {
  return `first-${measure}`
}
