import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { shorthand } from '../sheets/shown.ts'

/** What the shorthand means that stands in these cells of a table; nothing where none does. */
export function shorthandUsed(cells: readonly (readonly Piece[])[]): Html | undefined {
  const text = cells.flat().filter((cell) => typeof cell === 'string').join(' ')
  const used = shorthand.filter(({ code }) => text.includes(`[${code}]`))
  if (used.length === 0) return undefined
  return html`<p class="govuk-body-s gt-quiet">${used.map(({ code, meaning }, index) => `${index === 0 ? '' : ' · '}[${code}] ${meaning}`)}</p>`
}
