import type { LocalDate } from '#core/dates.ts'
import { formatDay } from '#core/date-words.ts'
import { html } from '#platform/pages/html.ts'
import type { Site } from '#platform/pages/layout.ts'
import type { AssetAddresses } from '#platform/pages/assets.ts'
import type { KeptCounty } from '../county/county-store.ts'

/** What the frame of every page, and the statements about this site, are made from. */
export interface SiteFacts {
  readonly name: string
  /** Whom to write to about the site, where the council has said so. */
  readonly contact?: { readonly office: string; readonly phone?: string | undefined; readonly email?: string | undefined }
  readonly isExample: boolean
  readonly today: LocalDate
}

export function siteFacts(kept: KeptCounty | undefined, today: LocalDate): SiteFacts {
  if (kept === undefined) return { name: 'Golden Thread', isExample: false, today }
  return { name: kept.county.name, contact: kept.county.contact, isExample: kept.example !== undefined, today }
}

const navigation = [
  { text: 'Meetings', href: '/meetings' },
  { text: 'Bodies', href: '/bodies' },
  { text: 'Rules', href: '/rules' },
  { text: 'API', href: '/api' },
]

const footer = [
  { text: 'Accessibility', href: '/accessibility' },
  { text: 'Privacy', href: '/privacy' },
  { text: 'Cookies', href: '/cookies' },
  { text: 'For councillors and staff', href: '/staff' },
]

/** The frame of a page. Public pages are the same for everybody and say nothing of who is signed in. */
export function siteFrame(facts: SiteFacts, assets: AssetAddresses, account?: Site['account']): Site {
  return {
    name: facts.name,
    navigation,
    footer,
    licence: html`Made with Golden Thread, free software under the GNU Affero General Public License, version 3 or later.`,
    assets,
    ...(account === undefined ? {} : { account }),
    ...(facts.isExample ? { banner: exampleBanner(facts) } : {}),
  }
}

function exampleBanner(facts: SiteFacts): Site['banner'] {
  return {
    tag: 'Example',
    text: html`Not the council’s own site: it shows what Golden Thread does, with invented people. Its calendar stands at ${formatDay(facts.today)}.`,
  }
}
