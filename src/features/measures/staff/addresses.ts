import type { FigureKey } from '../observations/observation.ts'

export const measuresPath = '/staff/measures'

export const newMeasurePath = `${measuresPath}/new`

export const loadFiguresPath = `${measuresPath}/load`

/** What came of one load. */
export function loadAddress(id: string): string {
  return `${loadFiguresPath}/${id}`
}

/** The way to the pages below the list. */
export const measuresCrumb = { text: 'Measures', href: measuresPath }

export function staffMeasureAddress(slug: string): string {
  return `${measuresPath}/${slug}`
}

/** The page of one figure, or where one says which. */
export function figureAddress(slug: string, key: Partial<Pick<FigureKey, 'area' | 'period' | 'breakdown'>> = {}): string {
  const query = new URLSearchParams(Object.entries(key).filter(([, value]) => value !== '')).toString()
  return `${staffMeasureAddress(slug)}/figure${query === '' ? '' : `?${query}`}`
}

export function defineAddress(slug: string, what: string): string {
  return `${staffMeasureAddress(slug)}/define/${what}`
}

/** Where the whole definition is changed. */
export function changeAddress(slug: string): string {
  return `${staffMeasureAddress(slug)}/define`
}
