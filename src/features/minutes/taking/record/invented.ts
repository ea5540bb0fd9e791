import type { PublishedMinutes } from './published-minutes.ts'

/** Of a row of `published.minutes`, in SQL: the source begins with "Invented". The index of such minutes is by the same words. */
export const saysInvented = "minutes ->> 'source' ^@ 'Invented'"

/** Whether minutes are an example's own from beginning to end: their source begins with "Invented". */
export function areInvented({ source }: Pick<PublishedMinutes, 'source'>): boolean {
  return source?.startsWith('Invented') === true
}

/** As the resolutions of such minutes are marked where they stand without their source. */
export const inventedMark = 'Invented for the example'
