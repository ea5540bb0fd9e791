import type { TokenPage } from '#access/staff/token-page.ts'
import { onlyReading, renderAnswer } from '#platform/http/public-pages.ts'
import { send } from '#platform/http/rendered.ts'
import type { Server } from '#platform/http/server.ts'
import type { StaffDoor } from './staff-site/staff-door.ts'

/** A calendar asks a few times an hour; whoever tries secrets by the thousand is held up. */
export const readingsAMinute = { max: 60, timeWindow: '1 minute', allowList: [] }

/** The addresses with a secret in them. The log has their pattern only, and no cache keeps what they answer. */
export function registerTokenPages<App>(server: Server, door: StaffDoor, pages: readonly TokenPage<App>[], app: App): void {
  for (const { path, answer } of pages) {
    server.get(path, { config: { rateLimit: readingsAMinute } }, async (request, reply) => {
      const context = door.context({ kind: 'public' }, request.id)
      const params = request.params as Record<string, string>
      const found = await answer({ context, params, today: context.today, now: door.now(), origin: door.origin() }, app)
      const { status, headers, body } = renderAnswer(request, door.publicSite(), found)
      return send(request, reply, { status, headers: { ...headers, 'cache-control': 'no-store' }, body })
    })
    onlyReading(server, path, door.publicSite)
  }
}
