import { countOf } from '#core/count-in-words.ts'
import type { PublishedMinute } from './published-minutes.ts'

/** What the public is told of the part of a minute that it cannot read. */
export function withheldInWords({ why, resolutions }: NonNullable<PublishedMinute['withheld']>): string {
  if (resolutions === 0) return why
  return `${why} ${resolutions === 1 ? 'One resolution is' : `${countOf(resolutions, 'resolutions')} are`} in that part.`
}
