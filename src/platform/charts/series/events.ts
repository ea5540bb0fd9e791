import { html, type Html } from '#platform/pages/html.ts'
import { colours } from '../colours.ts'
import { label, paragraph, px, type Block } from '../drawing.ts'
import type { Layout } from '../layout.ts'
import { upright } from '../line.ts'
import type { Plot } from './plot.ts'
import type { ChartPoint, DrawnSeries } from './series-chart.ts'

/** Something that was decided or changed before a period: a letter above the field and the words below it. */
export interface SeriesEvent {
  readonly index: number
  readonly letter: string
  readonly text: string
  readonly isBreak: boolean
}

const radius = 9
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

export function eventsOf({ points }: DrawnSeries): SeriesEvent[] {
  const found = points.flatMap((point, index) => {
    const text = wordsOf(point)
    return text === '' ? [] : [{ index, text, isBreak: point.breakReason !== undefined }]
  })
  return found.map((event, place) => ({ ...event, letter: alphabet[place] ?? String(place + 1) }))
}

function wordsOf({ label, breakReason, rebaseReason }: ChartPoint): string {
  const told = [
    breakReason === undefined ? undefined : `Not comparable with figures before ${label}: ${breakReason}`,
    rebaseReason === undefined ? undefined : `New limits from ${label}: ${rebaseReason}`,
  ]
  return told.filter((text) => text !== undefined).join('. ')
}

/** In which row each letter stands so that none touches another, from the field upwards. */
function rowsOf(events: readonly SeriesEvent[], step: number): number[] {
  const lastOfRow: number[] = []
  return events.map(({ index }) => {
    const free = lastOfRow.findIndex((last) => (index - last) * step >= radius * 2 + 2)
    const row = free < 0 ? lastOfRow.length : free
    lastOfRow[row] = index
    return row
  })
}

/** The height of the letters above a field whose periods are so wide. */
export function eventsHeight(events: readonly SeriesEvent[], step: number): number {
  return events.length === 0 ? 0 : (Math.max(...rowsOf(events, step)) + 1) * (radius * 2 + 2) + 4
}

/** An upright line before the period, dashed where the series is broken, up to its letter. */
export function eventLines(events: readonly SeriesEvent[], plot: Plot, { textSize }: Layout): Html {
  const rows = rowsOf(events, plot.step)
  return html`${events.map(({ index, letter, isBreak }, place) => {
    const x = plot.across(index, index)[0]
    const y = plot.top - 4 - radius - (rows[place] ?? 0) * (radius * 2 + 2)
    return [
      upright(x, [y + radius, plot.bottom], { colour: colours.ink, width: 1, dash: isBreak ? '4 3' : undefined }),
      html`<circle class="gt-chart__hollow" cx="${px(x)}" cy="${px(y)}" r="${radius}" fill="${colours.paper}" stroke="${colours.ink}"/>`,
      label({ x, y: y + textSize * 0.34, text: letter, size: textSize - 1, anchor: 'middle', isBold: true }),
    ]
  })}`
}

/** What each letter stands for, below the field. */
export function eventNotes(events: readonly SeriesEvent[], left: number, { width, edge, textSize, lineHeight }: Layout): Block[] {
  return events.map(({ letter, text }) => {
    const words = paragraph(text, { x: left + 20, width: width - edge - left - 20, lineHeight, after: 3, size: textSize })
    const sign = (top: number) => label({ x: left, y: top + 0.78 * lineHeight, text: letter, size: textSize, isBold: true })
    return { height: words.height, draw: (top) => [sign(top), words.draw(top)] }
  })
}
