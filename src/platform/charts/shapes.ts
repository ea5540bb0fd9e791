import { html, type Html } from '#platform/pages/html.ts'
import { px } from './drawing.ts'

interface Paint {
  readonly classes: string
  readonly fill: string
  /** Its outline: none without it. */
  readonly stroke?: { readonly colour: string; readonly width: number } | undefined
}

/** A rectangle on a drawing. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function rectangle({ x, y, width, height }: Rectangle, paint: Paint): Html {
  return html`<rect ${paintOf(paint)} x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"/>`
}

/** What this path encloses. */
export function filled(path: string, paint: Paint): Html {
  return html`<path ${paintOf(paint)} d="${path}"/>`
}

function paintOf({ classes, fill, stroke }: Paint): Html {
  const outline = stroke === undefined ? undefined : html` stroke="${stroke.colour}" stroke-width="${stroke.width}"`
  return html`class="${classes}" fill="${fill}"${outline}`
}
