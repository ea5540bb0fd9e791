import { singular } from '../names-measure.ts'

/** What the values of a breakdown are, where two breakdowns of the same may lie within each other. */
export type Sort = 'place' | 'age'

const places = new Set(
  'place district ward locality area neighbourhood school team parish town village borough city county constituency division postcode sector hub patch cluster zone region quadrant community centre office authority council academy college trust lsoa msoa'.split(' '),
)

/** Of places or of ages, by the name of the breakdown: `home-district`, `ward-of-home`, `age`, `age-group`, `broad-age`. */
export function sortOf(dimension: string): Sort | undefined {
  const words = dimension.split('-').map(singular)
  if (words.some((word) => word === 'age' || word === 'aged')) return 'age'
  const [named = dimension, ...of] = dimension.replace(/-\d+$/, '').split('-of-')
  const head = singular(named.split('-').at(-1) ?? '')
  // An area of need is no place.
  if (head === 'area' && of.length > 0 && !/^(?:home|residence|living|birth|the)\b/.test(of.join('-of-'))) return undefined
  return places.has(head) ? 'place' : undefined
}
