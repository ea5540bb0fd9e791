import { html, type Html } from '#platform/pages/html.ts'
import { px } from './drawing.ts'

export interface LineStyle {
  readonly colour: string
  readonly width: number
  readonly dash?: string | undefined
  readonly classes?: string | undefined
}

export interface Place {
  readonly x: number
  readonly y: number
}

export function lineThrough(places: readonly Place[], { colour, width, dash, classes = 'gt-chart__line' }: LineStyle): Html {
  const path = places.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('')
  const dashes = dash === undefined ? undefined : html` stroke-dasharray="${dash}"`
  return html`<path class="${classes}" d="${path}" fill="none" stroke="${colour}" stroke-width="${width}"${dashes}/>`
}

export function level(y: number, [from, to]: readonly [from: number, to: number], style: LineStyle): Html {
  return lineThrough([{ x: from, y }, { x: to, y }], style)
}

export function upright(x: number, [from, to]: readonly [from: number, to: number], style: LineStyle): Html {
  return lineThrough([{ x, y: from }, { x, y: to }], style)
}
