import { html, type Html } from '#platform/pages/html.ts'
import { colours } from './colours.ts'
import { rectangle } from './shapes.ts'

/** A pattern of slanting strokes for what belongs to the reader's own place, so that it is told apart without colour. */
export function hatching(id: string): Html {
  const ground = rectangle({ x: 0, y: 0, width: 7, height: 7 }, { classes: 'gt-chart__hatching-ground', fill: colours.series })
  const strokes = html`<path class="gt-chart__hatching" d="M-1 8L8 -1M-1 1L1 -1M6 8L8 6" stroke="${colours.paper}" stroke-width="1.25"/>`
  return html`<defs><pattern id="${id}-hatching" width="7" height="7" patternUnits="userSpaceOnUse">${ground}${strokes}</pattern></defs>`
}

export function hatched(id: string): string {
  return `url(#${id}-hatching)`
}
