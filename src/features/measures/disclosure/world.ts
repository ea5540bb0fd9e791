import { given } from '#core/given.ts'
import type { CountCell } from '#core/suppression/cells.ts'
import type { Figure, Told } from './figures.ts'
import { behindNearestTen, isRounded, toNearestTen } from './policies.ts'

/** A count as it is, as far as we know: what a release before hid and a revision has replaced since is known to nobody any more. */
export interface WorldCell extends Omit<CountCell, 'count'> {
  readonly count: number | undefined
  /** The figure that it is a revision of; none where it is only worked out from others. */
  readonly of?: Figure
  /** The count is only known to the nearest ten. */
  readonly isNearly?: boolean
  /** A release before has had it, and hid it. */
  readonly wasHidden?: boolean
}

/** Two counts of a year to date, the one after the other: what lies between them is a count that nobody publishes and everybody can work out. */
export interface Step {
  readonly before: Figure
  readonly after: Figure
}

/** One figure is the sum of others, and of what some grew by. */
export interface FigureSum {
  readonly total: Figure
  readonly parts: readonly Figure[]
  readonly steps?: readonly Step[]
}

/** Cells whose counts together are another: each taken once, or taken away. */
export type Terms = readonly (readonly [cell: number, factor: 1 | -1])[]

/** One cell is the sum of others. */
export interface CellSum {
  readonly total: number
  readonly parts: readonly number[]
  /** Some parts are not given, and those that are come to the whole: whoever guesses that the others are nought is right, and nobody knows it. */
  readonly isGuess?: true
}

/** All counts that are public, or shall be, and what ties them together; it grows release by release. */
export interface World {
  readonly cells: WorldCell[]
  readonly sums: CellSum[]
  /** Sums that stand, by their cells. */
  readonly standing: Set<string>
  /** The cell of each revision of a figure. */
  readonly versions: Map<string, number>
  /** Each figure with the cell that a reader of the newest release sees in it. */
  readonly newest: Map<string, { readonly figure: Figure; readonly cell: number }>
  /** Cells that only follow from others, with what they follow from. */
  readonly workedOut: Map<number, Terms>
  /** Figures by what they have in common: the table, the series, the place, the line and the name. */
  readonly families: Readonly<Record<Family, Map<string, Figure[]>>>
}

export type Family = keyof typeof families

/** A table has one measure, area and period; a series has one measure, area and breakdown; a place has one area, breakdown and period; a line has one area and breakdown, and so have figures of one name. */
export const families = {
  table: ({ definition, area, period, field }: Figure) => `${definition.slug}|${area}|${period}|${field}`,
  series: ({ definition, area, breakdown, field }: Figure) => `${definition.slug}|${area}|${breakdown}|${field}`,
  place: ({ area, breakdown, period }: Figure) => `${area}|${breakdown}|${period}`,
  line: ({ area, breakdown, field }: Figure) => `${area}|${breakdown}|${field}`,
  name: ({ area, breakdown, name }: Figure) => `${area}|${breakdown}|${name}`,
} as const

export function emptyWorld(): World {
  return { cells: [], sums: [], standing: new Set(), versions: new Map(), newest: new Map(), workedOut: new Map(), families: { table: new Map(), series: new Map(), place: new Map(), line: new Map(), name: new Map() } }
}

/** What a release tells of a figure, and whether that is public already. */
export interface Telling {
  readonly figure: Figure
  readonly told: Told
  readonly revision: number
  readonly isPublic: boolean
  /** The number of the point it stands in, of a release that is to come. */
  readonly point?: number
}

/** Takes in what a release tells of a figure; answers whether that is another cell than was seen in it before, or its measure is defined anew. */
export function tell(world: World, telling: Telling): boolean {
  const { figure } = telling
  const cell = cellFor(world, telling)
  const before = world.newest.get(figure.key)
  if (before === undefined) for (const family of Object.keys(families) as Family[]) joinFamily(world, family, figure)
  world.newest.set(figure.key, { figure, cell })
  return before?.cell !== cell || before.figure.definition.version !== figure.definition.version
}

export function joinFamily(world: World, family: Family, figure: Figure): void {
  const key = families[family](figure)
  const standing = world.families[family].get(key)
  if (standing === undefined) world.families[family].set(key, [figure])
  else standing.push(figure)
}

/** The figures of a family, each by the newest definition of its measure. */
export function familyOf(world: World, family: Family, key: string): readonly Figure[] {
  return (world.families[family].get(key) ?? []).map((figure) => world.newest.get(figure.key)?.figure ?? figure)
}

function cellFor(world: World, telling: Telling): number {
  const { figure, told, revision } = telling
  const key = `${figure.key}@${revision}`
  const place = world.versions.get(key)
  const standing = place === undefined ? undefined : world.cells[place]
  if (place === undefined || standing === undefined) return added(world, key, freshCell(telling))
  if (told === 'hidden') return place
  if (standing.count !== undefined && !isSame(standing, told.count)) {
    const apart = `${key}#${told.count}`
    return world.versions.get(apart) ?? added(world, apart, freshCell(telling))
  }
  world.cells[place] = seenAgain(standing, told.count, telling)
  return place
}

/** A count that is only known to the nearest ten is the same as any that is rounded to it. */
function isSame({ count, isNearly }: WorldCell, other: number): boolean {
  return count === other || (isNearly === true && count === toNearestTen(other))
}

function freshCell({ figure, told, isPublic, point }: Telling): WorldCell {
  if (told === 'hidden') return { of: figure, count: undefined, isNeverShown: true, wasHidden: true, least: leastOf(figure) ?? 1 }
  return seenAgain({ of: figure, count: undefined }, told.count, { figure, told, isPublic, revision: 0, ...(point === undefined ? {} : { point }) })
}

/** Of what is hidden everybody knows that it is one at least where it is shown by itself, as nought is shown; a part of a share may be nought, and hidden with the other part. */
function leastOf({ field }: Figure): number | undefined {
  return field === 'value' ? undefined : 0
}

function seenAgain({ isNeverShown: _isNeverShown, least: _least, ...standing }: WorldCell, count: number, { figure, isPublic, point }: Telling): WorldCell {
  const rounding = isRounded(figure.role, figure.definition) ? { shownAs: behindNearestTen(toNearestTen(count)), isNearly: isPublic } : {}
  return { ...standing, of: figure, count, ...given('least', leastOf(figure)), ...rounding, ...(isPublic ? { isFixed: true } : {}), ...(point === undefined ? {} : { figure: point }) }
}

function added(world: World, key: string, cell: WorldCell): number {
  world.versions.set(key, world.cells.length)
  return world.cells.push(cell) - 1
}

/** The cell of a figure as the newest release has it; undefined where nothing was ever told of it. */
export function cellOf(world: World, figure: Figure): number | undefined {
  return world.newest.get(figure.key)?.cell
}

/** A cell that nobody is shown, since it only follows from others. */
export function neverShown(world: World, key: string, cell: Omit<WorldCell, 'isNeverShown'>): number {
  return world.versions.get(key) ?? added(world, key, { ...cell, isNeverShown: true })
}

/** Keeps that cells add up, where they do as far as they are known. */
export function tie(world: World, total: number, parts: readonly number[], as: Pick<CellSum, 'isGuess'> = {}): void {
  const key = `${total}=${parts.join('+')}`
  if (parts.length === 0 || world.standing.has(key) || !addsUp(world, total, parts)) return
  world.standing.add(key)
  world.sums.push({ total, parts, ...as })
}

function addsUp(world: World, total: number, parts: readonly number[]): boolean {
  const rest = restOf(world, total, parts)
  if (rest === undefined) return false
  return rest === 0 || [total, ...parts].some((place) => world.cells[place]?.count === undefined)
}

/** What is left of a total less its parts, as far as they are known; all of it may be where the total is not. Undefined where the parts are more, or where they are rounded. */
export function restOf({ cells }: Pick<World, 'cells'>, total: number, parts: readonly number[]): number | undefined {
  if ([total, ...parts].some((place) => cells[place]?.isNearly === true)) return undefined
  const known = parts.reduce((sum, part) => sum + (cells[part]?.count ?? cells[part]?.least ?? 0), 0)
  const rest = (cells[total]?.count ?? Number.POSITIVE_INFINITY) - known
  return rest < 0 ? undefined : rest
}
