import { given } from '#core/given.ts'
import { besideWhole } from '../../definitions/beside-whole.ts'
import type { Definition } from '../../definitions/definition.ts'
import type { Arriving, Link } from './arriving.ts'
import { figureKey, type FigureFault } from '../figure-fault.ts'
import type { FigureOrigin } from '../figure-source.ts'

type Measured = Pick<Definition, 'slug' | 'unit' | 'decimals' | 'breakdowns'>

/** The parts of a whole by one dimension. */
interface Parts {
  readonly dimension: string
  /** The breakdown of which they are parts; empty for all. */
  readonly over: string
  readonly parts: Link[]
}

/**
 * Where the council's own counts of a measure and an area, as they will stand, arrive and make parts more than their whole, or all parts given and another sum. They may be counted so, as where a
 * child is in several parts; so they are told, not refused. What others publish is rounded and hidden, and seldom adds up.
 */
export function partsApart(links: readonly Link[], definition: Measured, origins: readonly FigureOrigin[]): readonly FigureFault[] {
  if (definition.unit !== 'count' || definition.decimals !== 0 || links.every(({ breakdown }) => breakdown === '')) return []
  const isOwn = ({ from }: Link) => from !== undefined && ['observations', 'page'].includes(origins[from.source]?.what ?? '')
  return [...Map.groupBy(links, ({ period }) => period)].flatMap(([period, figures]) => {
    if (!figures.some(isOwn)) return []
    const byBreakdown = new Map(figures.map((figure) => [figure.breakdown, figure]))
    return partsIn(figures).flatMap((parts) => {
      const whole = byBreakdown.get(parts.over)
      const arrived = whole === undefined ? undefined : (parts.parts.filter(isOwn).at(-1) ?? (isOwn(whole) ? whole : undefined))
      const message = whole?.value === undefined || arrived === undefined ? undefined : whyApart(parts, whole.value, definition)
      return message === undefined || arrived?.from === undefined ? [] : faultOf(`${definition.slug}, ${period}: ${message}`, arrived.from, parts, origins)
    })
  })
}

function partsIn(figures: readonly Link[]): Parts[] {
  const found = new Map<string, Parts>()
  for (const figure of figures.toSorted((one, other) => (one.breakdown < other.breakdown ? -1 : 1)))
    for (const part of figure.breakdown.split(';').filter((word) => word !== '')) {
      const dimension = part.split('=')[0] ?? part
      if (dimension === besideWhole) continue
      const over = figure.breakdown.split(';').filter((other) => other !== part).join(';')
      const key = `${dimension}|${over}`
      const parts = found.get(key) ?? { dimension, over, parts: [] }
      parts.parts.push(figure)
      found.set(key, parts)
    }
  return [...found.values()]
}

/** Parts that the definition names and that nobody has given yet may be what is left of the whole. */
function whyApart({ dimension, parts }: Parts, whole: number, { breakdowns }: Measured): string | undefined {
  const sum = sumOf(parts)
  const declared = breakdowns.find(({ name }) => name === dimension)?.values.length ?? parts.length
  const isWhole = parts.every(({ value }) => value !== undefined) && declared <= parts.length
  const isApart = sum > whole || (sum < whole && isWhole)
  return isApart ? `${parts.map(({ breakdown }) => breakdown).join(', ')} add up to ${sum}, and the whole is ${whole}. It was loaded; correct the part or the whole, unless they are counted otherwise.` : undefined
}

function sumOf(parts: readonly Link[]): number {
  return parts.reduce((sum, { value = 0 }) => sum + value, 0)
}

function faultOf(message: string, { source, line, observation }: Arriving, { parts }: Parts, origins: readonly FigureOrigin[]): FigureFault {
  return { ...given('file', origins[source]?.file), ...given('row', line), field: 'value', found: String(sumOf(parts)), message, figure: figureKey(observation) }
}
