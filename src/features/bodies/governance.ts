import type { Body, Cadence } from './body.ts'

/** What the map needs of a body. */
export type MappedBody = Pick<Body, 'slug' | 'name' | 'reportsTo'>

/** A body's place on the map: `tier` 0 reports to nobody; `row` counts down from 0. */
export interface Place {
  readonly slug: string
  readonly name: string
  readonly tier: number
  readonly row: number
}

export interface Line {
  readonly from: string
  readonly to: string
  readonly cadence: Cadence
  readonly about?: string | undefined
  /** The line by which the body has its place; its other lines cross the map. */
  readonly isMain: boolean
}

export interface GovernanceMap {
  /** Every body that reports to another or hears reports. */
  readonly places: readonly Place[]
  readonly lines: readonly Line[]
  /** Bodies without any line. */
  readonly alone: readonly MappedBody[]
}

/**
 * Places every body one tier below the lowest body it reports to, beside the others that report to that one, so that main lines
 * never cross. A ring of bodies that report to each other is cut where it closes; parents that are not given are left out.
 */
export function governanceMap(bodies: readonly MappedBody[]): GovernanceMap {
  const bySlug = new Map(bodies.map((body) => [body.slug, body]))
  const tiers = tiersOf(bySlug)
  const mainParent = new Map(bodies.map((body) => [body.slug, mainParentOf(body, tiers)]))
  const lines = bodies.flatMap((body) =>
    body.reportsTo.filter((line) => bySlug.has(line.body)).map((line): Line => ({ ...line, from: body.slug, to: line.body, isMain: mainParent.get(body.slug) === line.body })),
  )
  const joined = new Set(lines.flatMap((line) => [line.from, line.to]))
  const onMap = bodies.filter((body) => joined.has(body.slug))
  return { places: placesOf(onMap, tiers, mainParent), lines, alone: bodies.filter((body) => !joined.has(body.slug)) }
}

/** Of the bodies it reports to, the one just above it. */
function mainParentOf(body: MappedBody, tiers: ReadonlyMap<string, number>): string | undefined {
  const tier = tiers.get(body.slug) ?? 0
  return body.reportsTo.find((line) => tiers.get(line.body) === tier - 1)?.body
}

function placesOf(bodies: readonly MappedBody[], tiers: ReadonlyMap<string, number>, mainParent: ReadonlyMap<string, string | undefined>): Place[] {
  const below = (slug: string | undefined) => bodies.filter((body) => mainParent.get(body.slug) === slug)
  const size = (body: MappedBody): number => below(body.slug).reduce((sum, child) => sum + size(child), 1)
  const places: Place[] = []
  let row = 0
  const place = (body: MappedBody): void => {
    places.push({ slug: body.slug, name: body.name, tier: tiers.get(body.slug) ?? 0, row })
    const children = below(body.slug).map((child) => ({ child, size: size(child) }))
    children.sort((one, other) => other.size - one.size || one.child.name.localeCompare(other.child.name, 'en-GB'))
    children.forEach(({ child }, index) => {
      if (index > 0) row += 1
      place(child)
    })
  }
  const tops = below(undefined).map((top) => ({ top, size: size(top) }))
  tops.sort((one, other) => other.size - one.size || one.top.name.localeCompare(other.top.name, 'en-GB'))
  for (const { top } of tops) {
    place(top)
    row += 1
  }
  return places
}

function tiersOf(bodies: ReadonlyMap<string, MappedBody>): Map<string, number> {
  const tiers = new Map<string, number>()
  const open = new Set<string>()
  const tierOf = (slug: string): number => {
    const known = tiers.get(slug)
    if (known !== undefined) return known
    open.add(slug)
    const parents = (bodies.get(slug)?.reportsTo ?? []).filter((line) => bodies.has(line.body) && !open.has(line.body))
    const tier = parents.length === 0 ? 0 : 1 + Math.max(...parents.map((line) => tierOf(line.body)))
    open.delete(slug)
    tiers.set(slug, tier)
    return tier
  }
  for (const slug of bodies.keys()) tierOf(slug)
  return tiers
}

export const cadenceInWords: Readonly<Record<Cadence, string>> = {
  monthly: 'every month',
  'every-two-months': 'every two months',
  quarterly: 'every quarter',
  termly: 'every term',
  'twice-a-year': 'twice a year',
  annually: 'every year',
  'as-needed': 'when needed',
  'not-stated': 'how often is not stated',
}
