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
  /** A sentence or two for the foot of each page. */
  readonly summary?: string | undefined
  /** The address of the licence under which the council gives its record away. */
  readonly dataLicence?: string | undefined
  /** In which the council helps people to understand a paper. */
  readonly languages: readonly string[]
  /** The council's own facts have been loaded. */
  readonly isNamed: boolean
  readonly isExample: boolean
  readonly today: LocalDate
}

export function siteFacts(kept: KeptCounty | undefined, today: LocalDate): SiteFacts {
  if (kept === undefined) return { name: 'Golden Thread', languages: [], isNamed: false, isExample: false, today }
  const { name, contact, summary, languages, licence } = kept.county
  return { name, contact, summary, dataLicence: licence, languages, isNamed: true, isExample: kept.example !== undefined, today }
}

const navigation: Site['navigation'] = [
  { text: 'Meetings', href: '/meetings' },
  { text: 'Bodies', href: '/bodies' },
  { text: 'Performance', href: '/dashboards', also: ['/measures'] },
  { text: 'Forward plan', href: '/forward-plan' },
  { text: 'Recommendations', href: '/recommendations' },
  { text: 'Rules', href: '/rules' },
  { text: 'API', href: '/api' },
]

/** The same among the parts for staff, of which one is called Meetings too. */
export const publicParts = navigation.map((part) => (part.href === '/meetings' ? { ...part, text: 'Public meetings' } : part))

/** Leads whoever is signed in already to their work. */
const signIn = { kind: 'signed-out', signIn: '/staff' } as const

const footer = [
  { text: 'Members’ interests', href: '/interests' },
  { text: 'Accessibility', href: '/accessibility' },
  { text: 'Privacy', href: '/privacy' },
  { text: 'Cookies', href: '/cookies' },
  { text: 'For councillors and staff', href: '/staff' },
]

/** The frame of a page. Public pages are the same for everybody and say nothing of who is signed in. */
export function siteFrame(facts: SiteFacts, assets: AssetAddresses, account: Site['account'] = signIn): Site {
  const banner = bannerOf(facts)
  return {
    name: facts.name,
    navigation,
    footer,
    licence: html`${facts.summary === undefined ? '' : `${facts.summary} `}Made with Golden Thread, free software under the GNU Affero General Public License, version 3 or later.`,
    dataLicence: facts.dataLicence,
    assets,
    account,
    ...(banner === undefined ? {} : { banner }),
  }
}

/** The frame behind the sign-in: what this person may do, and the public site beside it. */
export function staffFrame(facts: SiteFacts, assets: AssetAddresses, account: Site['account'], staff: Pick<Site, 'navigation' | 'scripts'>): Site {
  const site = siteFrame(facts, assets, account)
  return { ...site, ...staff, elsewhere: { text: 'Public site', href: '/' } }
}

function bannerOf(facts: SiteFacts): Site['banner'] {
  if (!facts.isNamed) {
    return {
      tag: 'New',
      text: html`This site does not yet know which council it is for. Whoever runs it loads the council’s own facts with <code>golden-thread import county</code>.`,
    }
  }
  if (!facts.isExample) return undefined
  return {
    tag: 'Example',
    text: html`Not the council’s own site: it shows what Golden Thread does, with invented people. Its calendar stands at ${formatDay(facts.today)}.`,
  }
}
