import type { FileForm } from '../downloads/downloads.ts'
import { dashboardAddress, type Release } from '../releases/release.ts'
import type { Part } from './view/dashboard-view.ts'

/** The address of a part of a dashboard, in the version that is shown; without a version in the one that holds. */
export function partAddress(release: Pick<Release, 'body' | 'period'>, { theme, strategy }: Part, version?: number): string {
  const query = new URLSearchParams({ ...(theme === undefined ? {} : { theme }), ...(strategy === undefined ? {} : { strategy }), ...(version === undefined ? {} : { version: String(version) }) })
  return `${dashboardAddress(release)}${query.size === 0 ? '' : `?${query.toString()}`}`
}

export function fileAddress({ body, period }: Pick<Release, 'body' | 'period'>, file: FileForm, version?: number): string {
  return `/dashboards/${body}/${period}.${file}${version === undefined ? '' : `?version=${version}`}`
}

export function strategyAddress(slug: string): string {
  return `/dashboards/strategies/${slug}`
}
