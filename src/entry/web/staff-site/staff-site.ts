import type { FastifyReply, FastifyRequest } from 'fastify'
import type { StaffNavigation } from '#access/staff/staff-navigation.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import { signInRoutes } from '#access/sign-in/sign-in-routes.ts'
import type { Server } from '#platform/http/server.ts'
import { homePage } from './home-page.ts'
import { morePage } from './more-page.ts'
import { sendOn, sendStaffPage, sessionOf, visitOf, type StaffDoor } from './staff-door.ts'
import { registerStaffPages } from './staff-pages.ts'

/** Checking a password is made slow on purpose; this keeps a flood of them from taking the machine. Guesses are counted in `access`. */
const signInsAMinute = { max: 60, timeWindow: '1 minute', allowList: [] }

export interface StaffContent<App> {
  readonly staffPages: readonly StaffPage<App>[]
  readonly sections: readonly StaffSection<App>[]
  readonly navigation: readonly StaffNavigation[]
}

/** Everything under `/sign-in`, `/sign-out` and `/staff`. */
export async function registerStaffSite<App>(server: Server, door: StaffDoor, content: StaffContent<App>, app: App): Promise<void> {
  for (const { method, path, answer } of signInRoutes) {
    const handler = async (request: FastifyRequest, reply: FastifyReply) => {
      const found = await answer(door.signIn, visitOf(door, request))
      if (found.kind === 'page') return sendStaffPage(door, request, reply, found.session ?? (await sessionOf(door, request)), found)
      if (found.clearsStorage === true) reply.header('clear-site-data', '"storage"')
      return sendOn(reply, found.to, found.cookies)
    }
    server.route({ method, url: path, handler, ...(method === 'POST' ? { config: { rateLimit: signInsAMinute } } : {}) })
  }
  await registerStaffPages(server, door, [homePage(content.sections), morePage(content.navigation), ...content.staffPages], app)
}
