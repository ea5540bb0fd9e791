import { html } from '#platform/pages/html.ts'
import type { Site } from '#platform/pages/layout.ts'
import { makeLog } from '#platform/log/log.ts'
import { makeServer, type Server } from './server.ts'

/** The frame of pages in tests. */
export const testSite: Site = {
  name: 'Ambridge County Council',
  navigation: [{ text: 'Bodies', href: '/bodies' }],
  footer: [],
  licence: html`Open source`,
  assets: { style: '/style.css', script: '/script.js', icon: '/icon.svg' },
}

/** A server as the product makes it, and the lines that it logs. */
export async function testServer(
  settings: { readonly https?: boolean; readonly behindProxy?: boolean } = {},
): Promise<{ server: Server; log: string[] }> {
  const log: string[] = []
  const server = await makeServer({
    log: makeLog({ production: true, to: { write: (line) => log.push(line) } }),
    https: settings.https ?? false,
    behindProxy: settings.behindProxy ?? false,
    site: () => testSite,
  })
  return { server, log }
}
