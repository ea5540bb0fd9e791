import type { PublicRequest } from '#platform/http/answers.ts'
import { dashboardAddress, measureAddress, type Release } from '../releases/release.ts'
import type { CurrentEntry, ReleaseOut } from '../releases/published-releases.ts'
import type { TableTold } from './csv-metadata.ts'

/** Whose site a file comes from. */
export type SiteTold = Pick<PublicRequest, 'origin' | 'publisher' | 'dataLicence'>

/** Where a measure is defined. */
function definitionAddress(measure: string): string {
  return `${measureAddress(measure)}#definition`
}

function publishedBy(release: Pick<Release, 'publishedAt' | 'version'>, { publisher, dataLicence }: SiteTold) {
  return { issuedAt: release.publishedAt, version: release.version, publisher: publisher ?? 'The council', licence: dataLicence }
}

const about = 'One row for each measure, area, breakdown and period, as it was published: small counts are hidden, and a cell that holds nothing says why.'

/** A release as its table is told: which measures, by whom, when and under which licence. */
export function releaseTold({ release, entries, versions }: ReleaseOut, site: SiteTold): TableTold {
  const newest = Math.max(...versions.map(({ version }) => version), release.version)
  const version = release.version === newest ? undefined : release.version
  return {
    file: `${release.period}.csv${version === undefined ? '' : `?version=${version}`}`,
    title: `${release.title}: ${release.bodyName}`,
    description: about,
    page: `${site.origin}${dashboardAddress(release, version)}`,
    definitions: entries.map(({ measure }) => `${site.origin}${definitionAddress(measure)}`),
    ...publishedBy(release, site),
  }
}

/** A measure as it was published last. */
export function measureTold({ entry, release }: CurrentEntry, site: SiteTold): TableTold {
  return {
    file: `${entry.measure}.csv`,
    title: entry.sheet.definition.name,
    description: `${entry.sheet.definition.definition} ${about}`,
    page: `${site.origin}${measureAddress(entry.measure)}`,
    definitions: [`${site.origin}${definitionAddress(entry.measure)}`],
    ...publishedBy(release, site),
  }
}
