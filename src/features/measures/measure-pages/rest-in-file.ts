import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { measureAddress } from '../releases/release.ts'

/** So many periods stand in a table: fifteen years of quarters, five of months. */
export const mostPeriods = 60

/** So many parts of a measure do. */
export const mostParts = 50

/** So many revised figures are told one by one. */
export const mostRevisions = 50

/** What a page leaves out of a long table, and where it is to be had; nothing where all of it is shown. */
export function restInFile(slug: string, all: number, most: number, which: string): Html | undefined {
  if (all <= most) return undefined
  return html`<p class="govuk-body-s">Shown here: ${which} of ${all.toLocaleString('en-GB')}. ${link(`${measureAddress(slug)}.csv`, 'The file has all of them (.csv)')}.</p>`
}
