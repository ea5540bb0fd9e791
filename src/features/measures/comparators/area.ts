/** A place that has figures. */
export interface Area {
  /** As the Office for National Statistics has it: E10000034. */
  readonly code: string
  readonly name: string
  readonly kind: 'council' | 'region' | 'england'
  /** The code of the region of a council. */
  readonly region?: string
  /** The council whose site this is. */
  readonly isOwn: boolean
}

/** What stands in the place of an area where the figure is of the statistical neighbours together. */
export const neighboursArea = 'statistical-neighbours'

export const england = 'E92000001'

const regions = ['North East', 'North West', 'Yorkshire and The Humber', 'East Midlands', 'West Midlands', 'East of England', 'London', 'South East', 'South West']

/** England and its regions, which every council has beside it. */
export const nationalAreas: readonly Area[] = [
  { code: england, name: 'England', kind: 'england', isOwn: false },
  ...regions.map((name, place): Area => ({ code: `E1200000${place + 1}`, name, kind: 'region', isOwn: false })),
]

/** What kind of area a code is of; undefined where figures of its kind are not held, such as those of districts, wards and the health service. */
export function kindOfCode(code: string): Area['kind'] | undefined {
  if (code === england) return 'england'
  if (/^E12\d{6}$/.test(code)) return 'region'
  return /^E(06|08|09|10)\d{6}$/.test(code) ? 'council' : undefined
}

/** The areas that are known, by code and by name in any capitals. */
export interface Areas {
  readonly find: (written: string) => Pick<Area, 'code' | 'isOwn'> | undefined
  /** Codes and names, for suggestions. */
  readonly names: () => readonly string[]
  /** Takes in an area that a file of others names; nothing changes where the code is known. */
  readonly add: (area: Area) => void
  /** What was taken in. */
  readonly added: () => readonly Area[]
}

const neighbours = { code: neighboursArea, isOwn: false }

/** Makes areas findable: those that are kept, England, the regions and the statistical neighbours together. */
export function areasOf(kept: readonly Area[]): Areas {
  const found = new Map<string, Pick<Area, 'code' | 'isOwn' | 'name'>>()
  const added: Area[] = []
  const take = (area: Area) => {
    for (const word of [area.code, area.code.toLowerCase(), area.name.toLowerCase()]) found.set(word, area)
  }
  for (const area of [...nationalAreas, ...kept]) take(area)
  return {
    find: (written) => (written === neighboursArea ? neighbours : (found.get(written) ?? found.get(written.toLowerCase()))),
    names: () => [neighboursArea, ...new Set([...found.values()].flatMap(({ code, name }) => [code, name]))],
    add: (area) => {
      if (found.has(area.code)) return
      take(area)
      added.push(area)
    },
    added: () => added,
  }
}
