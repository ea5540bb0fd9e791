import { html, type Html } from '#platform/pages/html.ts'
import type { LayoutName } from './layout.ts'

/** A chart in a page: both of its layouts, of which the style sheet shows the one that fits the room. */
export function chartFigure(draw: (layout: LayoutName) => Html): Html {
  return html`<div class="gt-chart"><div class="gt-chart__wide">${draw('wide')}</div><div class="gt-chart__narrow">${draw('narrow')}</div></div>`
}
