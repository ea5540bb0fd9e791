import type { KnownRange, Reason } from '#core/suppression/cells.ts'
import type { WithModel } from '#core/suppression/linear-model.ts'
import type { DisclosurePolicy } from '#core/suppression/policy.ts'
import { componentsOf } from './components.ts'
import type { Figure } from './figures.ts'
import { hideComponent, needsProtection } from './hide-component.ts'
import type { World } from './world.ts'

/** Why a point is hidden, and between which counts a reader can place what is in it. */
export interface HiddenPoint {
  readonly reason: Exclude<Reason, 'open'> | 'inherited'
  readonly lowest: number
  readonly highest: number
}

export interface HiddenFigures {
  /** The cells that no reader of this release sees. */
  readonly cells: ReadonlySet<number>
  /** By the numbers of points. */
  readonly points: ReadonlyMap<number, HiddenPoint>
  /** Points that hang together with something that is hidden, these included. */
  readonly beside: ReadonlySet<number>
  /** What can be worked out all the same. */
  readonly unsafe: readonly Figure[]
}

/** Hides what has to be hidden among all figures, each component by itself: what nothing ties together cannot tell of each other. */
export function hideFigures(world: Pick<World, 'cells' | 'sums'>, policy: DisclosurePolicy, withModel: WithModel): HiddenFigures {
  const cells = new Set<number>()
  const points = new Map<number, HiddenPoint>()
  const beside = new Set<number>()
  const unsafe: Figure[] = []
  for (const component of componentsOf(world)) {
    if (!needsProtection(component, world, policy)) continue
    const found = hideComponent(component, world, { policy, withModel })
    for (const [cell, reason] of found.reasons) {
      const point = world.cells[cell]?.figure
      if (point !== undefined) beside.add(point)
      if (reason === 'open') continue
      cells.add(cell)
      if (point !== undefined) points.set(point, withReason(points.get(point), reason, found.ranges.get(cell)))
    }
    unsafe.push(...found.unsafe.flatMap((cell) => world.cells[cell]?.of ?? []))
  }
  return { cells, points, beside, unsafe }
}

/** A small count is the reason of its point before any other, and its range is the one that staff are told. */
function withReason(standing: HiddenPoint | undefined, reason: Exclude<Reason, 'open'>, range: KnownRange | undefined): HiddenPoint {
  if (standing?.reason === 'primary' || (standing !== undefined && reason === 'secondary')) return standing
  return { reason, lowest: range?.lowest ?? 0, highest: range?.highest ?? Number.POSITIVE_INFINITY }
}
