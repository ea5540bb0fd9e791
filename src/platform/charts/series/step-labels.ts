import { html, type Html } from '#platform/pages/html.ts'
import { doOverlap, type Box } from '../boxes.ts'
import { colours } from '../colours.ts'
import { label } from '../drawing.ts'
import type { Layout } from '../layout.ts'
import type { Place } from '../line.ts'
import { widthOf } from '../text-width.ts'
import type { Plot } from './plot.ts'
import { stretchesOf, type DrawnSeries } from './series-chart.ts'

/** Targets that are no longer in force, each from its step on where it covers no line and no later step; where there is no such place it is left to the description. */
export function stepLabels(series: DrawnSeries, plot: Plot, layout: Layout): Html {
  const taken = pointBoxes(series, plot)
  const { format, formatTarget = format } = series
  const steps = stretchesOf(series.points, ({ target }) => target)
  return html`${steps.map(({ from, to, value }, place) => {
    if (to === series.points.length - 1) return undefined
    const [[left], next] = [plot.across(from, to), steps[place + 1]]
    const right = next === undefined ? plot.right : plot.across(next.from, next.to)[0]
    const found = freeText([`Target ${formatTarget(value)}`, formatTarget(value)], { x: left + 3, y: plot.scale.at(value) }, { right, layout, taken })
    if (found === undefined) return undefined
    taken.push(found.box)
    return label({ x: found.box.left, y: found.box.bottom - 4, text: found.text, size: layout.textSize, colour: colours.target })
  })}`
}

interface Room {
  readonly right: number
  readonly layout: Layout
  readonly taken: readonly Box[]
}

interface FreeText {
  readonly text: string
  readonly box: Box
}

/** The first of these texts that has room above or below the step's beginning. */
function freeText(texts: readonly string[], { x, y }: Place, { right, layout, taken }: Room): FreeText | undefined {
  const { textSize, lineHeight } = layout
  for (const text of texts) {
    const width = widthOf(text, { size: textSize })
    const boxes = [y - lineHeight - 1, y + 2].map((top): Box => ({ left: x, right: x + width, top, bottom: top + lineHeight }))
    const box = boxes.find((box) => box.right <= right && !taken.some((other) => doOverlap(box, other)))
    if (box !== undefined) return { text, box }
  }
  return undefined
}

/** The room of the points and, in small pieces, of the lines between them. */
function pointBoxes({ points, others = [] }: DrawnSeries, plot: Plot): Box[] {
  return [points.map(({ value }) => value), ...others.map(({ values }) => values)].flatMap((values) => lineBoxes(values, plot))
}

function lineBoxes(values: readonly (number | undefined)[], plot: Plot): Box[] {
  const places = values.map((value, index) => (value === undefined ? undefined : plot.place(index, value)))
  return places.flatMap((place, index) => {
    const next = places[index + 1]
    if (place === undefined) return []
    const along = (part: number) => (next === undefined ? place : { x: place.x + (next.x - place.x) * part, y: place.y + (next.y - place.y) * part })
    return [0, 0.25, 0.5, 0.75].map(along).map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }))
  })
}
