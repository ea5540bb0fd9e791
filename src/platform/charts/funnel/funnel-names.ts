import type { Html, Piece } from '#platform/pages/html.ts'
import { doOverlap, type Box } from '../boxes.ts'
import { colours } from '../colours.ts'
import { label, px } from '../drawing.ts'
import { lineThrough, type Place } from '../line.ts'
import { widthOf } from '../text-width.ts'
import { beyond, type FunnelField } from './funnel.ts'

/** Names of the own place and of those outside, as far as they have room; the description has all. */
export function placeNames(field: FunnelField, curves: readonly Place[]): Piece {
  const { chart, layout, x, y } = field
  const taken: Box[] = [...chart.points.map(({ of, value }) => around({ x: x.at(of), y: y.at(value) }, 4)), ...curves.map((place) => around(place, 2))]
  const own = chart.points.filter(({ isOwn }) => isOwn)
  const named = [...own, ...chart.points.filter((point) => point.isOwn !== true && beyond(point, chart, '998'))]
  return named.map((point) => {
    const isBold = point.isOwn === true
    const text = isBold ? `${point.name} ${chart.format(point.value)}` : point.name
    const place: Place = { x: x.at(point.of), y: y.at(point.value) }
    const found = roomFor({ text, isBold, place }, field, taken)
    if (found === undefined) return undefined
    taken.push(found.box)
    return [found.leader, label({ x: found.box.left, y: found.box.bottom - layout.lineHeight * 0.22, text, size: layout.textSize, isBold })]
  })
}

function around({ x, y }: Place, room: number): Box {
  return { left: x - room, right: x + room, top: y - room, bottom: y + room }
}

interface Named {
  readonly text: string
  readonly isBold: boolean
  readonly place: Place
}

interface Placed {
  readonly box: Box
  readonly leader: Html | undefined
}

/** Room beside the point; for the own place also further off, with a line to it. */
function roomFor({ text, isBold, place }: Named, field: FunnelField, taken: readonly Box[]): Placed | undefined {
  const { x, y } = place
  const { textSize, lineHeight } = field.layout
  const width = widthOf(text, { size: textSize, isBold })
  for (const away of isBold ? [0, 18, 36, 54, 72, 90, 108] : [0]) {
    const beside = [x + 9 + away / 2, x - 9 - away / 2 - width]
    const sides = beside.flatMap((left) => [0, -away, away].map((down): Place => ({ x: left, y: y + down - lineHeight / 2 })))
    const starts: readonly Place[] = [...sides, { x: x - width / 2, y: y - away - lineHeight - 7 }, { x: x - width / 2, y: y + away + 7 }]
    const boxes = starts.map((start): Box => ({ left: px(start.x), right: px(start.x) + width, top: start.y, bottom: start.y + lineHeight }))
    const box = boxes.find((box) => isWithin(box, field) && !taken.some((other) => doOverlap(box, other)))
    if (box !== undefined) return { box, leader: away === 0 ? undefined : leaderTo(box, place) }
  }
  return undefined
}

function isWithin(box: Box, { left, right, top, bottom, layout }: FunnelField): boolean {
  return box.left >= left && box.right <= right + 16 && box.top >= top - layout.lineHeight && box.bottom <= bottom
}

function leaderTo({ left, right, top, bottom }: Box, { x, y }: Place): Html {
  const nearest: Place = { x: Math.min(Math.max(x, left), right), y: Math.min(Math.max(y, top), bottom) }
  return lineThrough([{ x, y }, nearest], { colour: colours.ink, width: 0.75, classes: 'gt-chart__leader' })
}
