import { measureAddress, type Release } from '../releases/release.ts'

/** Which figure a paper quoted, and out of which version of which release. */
export interface FigureQuoted {
  readonly measure: string
  readonly period: string
  /** None of the council's own. */
  readonly area?: string
  readonly breakdown: string
  readonly release: Pick<Release, 'body' | 'period' | 'version'>
}

/** The page of the measure, with all that says which figure was quoted: what is published holds it against what is published later. */
export function figureAddress({ measure, period, area, breakdown, release }: FigureQuoted): string {
  const query = new URLSearchParams({ figure: period, ...(area === undefined ? {} : { area }), ...(breakdown === '' ? {} : { breakdown }), release: `${release.body}/${release.period}/${release.version}` })
  return `${measureAddress(measure)}?${query.toString()}`
}

/** The figure of such an address; undefined of any other. */
export function figureAt(address: string): FigureQuoted | undefined {
  const [, measure, search] = /^\/measures\/([a-z0-9-]+)\?(.+)$/.exec(address) ?? []
  const query = new URLSearchParams(search)
  const period = query.get('figure')
  const [, body, of, version] = /^([a-z0-9-]+)\/([a-z0-9-]+)\/([1-9]\d{0,5})$/.exec(query.get('release') ?? '') ?? []
  if (measure === undefined || period === null || body === undefined || of === undefined) return undefined
  const area = query.get('area')
  return { measure, period, ...(area === null ? {} : { area }), breakdown: query.get('breakdown') ?? '', release: { body, period: of, version: Number(version) } }
}

/** The body, period and version of the address of a version of a dashboard; undefined of any other. */
export function dashboardAt(address: string): Pick<Release, 'body' | 'period' | 'version'> | undefined {
  const [, body, period, version] = /^\/dashboards\/([a-z0-9-]+)\/([a-z0-9-]+)\?version=([1-9]\d{0,5})$/.exec(address) ?? []
  return body === undefined || period === undefined ? undefined : { body, period, version: Number(version) }
}
