import type { PublicPage } from '#platform/http/answers.ts'
import { apiRoot, registerApi, type ApiDoor } from '#platform/http/api-frame.ts'
import type { ApiResource } from '#platform/http/api.ts'
import { registerPublicPages } from '#platform/http/public-pages.ts'
import type { Server } from '#platform/http/server.ts'
import type { SiteFacts } from '../site-facts.ts'
import { accessibilityPage } from './accessibility-page.ts'
import { apiPage } from './api-page.ts'
import { cookiesPage } from './cookies-page.ts'
import { privacyPage } from './privacy-page.ts'

/** What the public site is handed; it fetches no page itself, and so cannot reach one that is not public. */
export interface PublicSite {
  readonly pages: readonly PublicPage[]
  readonly api: readonly ApiResource[]
  readonly facts: () => SiteFacts
  readonly icon: string
  readonly door: ApiDoor
}

/** Everything that can be read without signing in. */
export function registerPublicSite(server: Server, site: PublicSite): void {
  registerPublicPages(server, [...site.pages, ...ownPages(site)], site.door)
  registerApi(server, site.api, site.door)
  server.get('/favicon.ico', (_request, reply) => reply.redirect(site.icon, 302))
}

function ownPages({ facts, api, door }: PublicSite): PublicPage[] {
  return [
    { path: '/accessibility', answer: async () => accessibilityPage(facts()) },
    { path: '/privacy', answer: async () => privacyPage(facts()) },
    { path: '/cookies', answer: async () => cookiesPage() },
    { path: '/api', answer: async () => apiPage(api, door.alsoDescribed ?? [], apiRoot) },
    { path: '/robots.txt', answer: async () => ({ kind: 'file', contentType: 'text/plain; charset=utf-8', body: robots(facts()) }) },
  ]
}

/** An example with a real county's name stays out of search engines: nobody should find invented people there. */
function robots({ isExample }: SiteFacts): string {
  return isExample ? 'User-agent: *\nDisallow: /\n' : 'User-agent: *\nDisallow: /staff\nDisallow: /sign-in\n'
}
