import { countsThatFit, rangesIn } from '#core/suppression/audit.ts'
import type { CountCell, KnownRange, Reason, Sum } from '#core/suppression/cells.ts'
import type { WithModel } from '#core/suppression/linear-model.ts'
import { isSmall, type DisclosurePolicy } from '#core/suppression/policy.ts'
import { hideSmall } from '#core/suppression/protect.ts'
import type { Component } from './components.ts'
import type { CellSum, World, WorldCell } from './world.ts'

/** What becomes of the cells of a component, by their places in the world. */
interface HiddenCells {
  readonly reasons: ReadonlyMap<number, Reason>
  readonly ranges: ReadonlyMap<number, KnownRange>
  /** What can be worked out from what is public already, whatever is hidden. */
  readonly unsafe: readonly number[]
}

/** Counts that are all known, and the sums among them. */
interface LinkedCells {
  readonly cells: readonly CountCell[]
  readonly sums: readonly CellSum[]
}

/** Whether anything in it may have to be protected; of all others every cell is shown. */
export function needsProtection({ cells }: Component, world: Pick<World, 'cells'>, policy: DisclosurePolicy): boolean {
  return cells.some((place) => mayBeSmall(world.cells[place], policy))
}

function mayBeSmall(cell: WorldCell | undefined, policy: DisclosurePolicy): boolean {
  if (cell === undefined || cell.isFixed === true || cell.isSmall === false) return false
  return cell.count === undefined || isSmall(cell.count, policy)
}

/** Hides what has to be hidden in a component. */
export function hideComponent(component: Component, world: Pick<World, 'cells'>, { policy, withModel }: { readonly policy: DisclosurePolicy; readonly withModel: WithModel }): HiddenCells {
  const linked = borne(known(component, world, withModel))
  const wanted = demanded(linked, component.cells.map((place) => world.cells[place]), { policy, withModel })
  const guarded = hideSmall(wanted, policy, withModel)
  // A guess that nothing can keep from coming true refuses no release.
  const { reasons, audit, unsafe } = guarded.unsafe.length > 0 && wanted.sums.some(isGuessed) ? hideSmall(withoutGuesses(wanted), policy, withModel) : guarded
  const outside = (place: number) => component.cells[place] ?? -1
  return {
    reasons: new Map(reasons.map((reason, place) => [outside(place), reason])),
    ranges: new Map(audit.map((range) => [outside(range.cell), { ...range, cell: outside(range.cell) }])),
    unsafe: unsafe.map(outside),
  }
}

/**
 * The component with a count for every cell. What a release before hid and nobody knows any more gets one that fits everything; where not all of them
 * fit, some did not add up even then, and those that the others leave no room for tell nothing.
 */
function known({ cells: places, sums: all }: Component, world: Pick<World, 'cells'>, withModel: WithModel): LinkedCells {
  const inside = new Map(places.map((place, at) => [place, at]))
  const at = (place: number) => inside.get(place) ?? -1
  const cells = places.map((place): CountCell => ({ ...world.cells[place], count: world.cells[place]?.count ?? 0 }))
  const sums = all.map((sum) => ({ ...sum, total: at(sum.total), parts: sum.parts.map(at) }))
  const unknown = new Set(places.flatMap((place, cell) => (world.cells[place]?.count === undefined ? [cell] : [])))
  if (unknown.size === 0) return { cells, sums }
  const exact = cells.map(({ shownAs: _shownAs, ...cell }) => cell)
  const isOfUnknown = ({ total, parts }: Sum) => [total, ...parts].some((cell) => unknown.has(cell))
  const fits = (some: readonly Sum[]) => countsThatFit({ cells: exact, sums: some }, unknown, withModel)
  const fitting = mostThatFit([], sums.filter(isOfUnknown), (some) => fits(some) !== undefined)
  const counts = fits(fitting)
  return { cells: cells.map((cell, place) => ({ ...cell, count: counts?.get(place) ?? cell.count })), sums: [...sums.filter((sum) => !isOfUnknown(sum)), ...fitting] }
}

/** As many sums as fit together, the older before the newer. */
function mostThatFit(kept: readonly CellSum[], given: readonly CellSum[], doFit: (sums: readonly CellSum[]) => boolean): readonly CellSum[] {
  if (given.length === 0 || doFit([...kept, ...given])) return given
  if (given.length === 1) return []
  const half = Math.floor(given.length / 2)
  const first = mostThatFit(kept, given.slice(0, half), doFit)
  return [...first, ...mostThatFit([...kept, ...first], given.slice(half), doFit)]
}

/** Without the sums that the counts do not bear: what may have added up while some of it was hidden does not any more since one of them was corrected, and tells nothing. */
function borne({ cells, sums }: LinkedCells): LinkedCells {
  const countOf = (place: number) => cells[place]?.count ?? 0
  return { cells, sums: sums.filter(({ total, parts }) => parts.reduce((sum, part) => sum + countOf(part), 0) === countOf(total)) }
}

/**
 * What this release has to protect: each small cell that it brings; and those that a release before hid, or that only follow from others, as far as what is
 * public by now does not tell them already, guesses apart. All of them stay hidden.
 */
function demanded(linked: LinkedCells, standing: readonly (WorldCell | undefined)[], { policy, withModel }: { readonly policy: DisclosurePolicy; readonly withModel: WithModel }): LinkedCells {
  const asked = standing.flatMap((cell, place) => ((cell?.wasHidden === true || cell?.isNeverShown === true) && mayBeSmall(cell, policy) ? [place] : []))
  const unpublished = new Set(linked.cells.flatMap(({ isFixed }, place) => (isFixed === true ? [] : [place])))
  const placed = new Map((rangesIn(withoutGuesses(linked), unpublished, withModel, asked) ?? []).map((range) => [range.cell, range]))
  const cells = linked.cells.map((cell, place): CountCell => {
    const range = placed.get(place)
    if (range === undefined) return asked.includes(place) ? { ...cell, isSmall: false, isNeverShown: true } : cell
    return { ...cell, placed: range, isSmall: range.lowest <= policy.largest && range.highest >= policy.smallest, isNeverShown: true }
  })
  return { ...linked, cells }
}

function withoutGuesses(linked: LinkedCells): LinkedCells {
  return { ...linked, sums: linked.sums.filter((sum) => !isGuessed(sum)) }
}

function isGuessed({ isGuess }: CellSum): boolean {
  return isGuess === true
}
