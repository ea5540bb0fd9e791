import type { FastifyReply, FastifyRequest } from 'fastify'
import { signInRoutes } from '#access/sign-in/sign-in-routes.ts'
import { html } from '#platform/pages/html.ts'
import type { Server } from '#platform/http/server.ts'
import { doneNotice, homePage, type StaffSection } from './home-page.ts'
import { sendOn, sendStaffPage, sessionOf, visitOf, type StaffDoor } from './staff-door.ts'

/** Checking a password is made slow on purpose; this keeps a flood of them from taking the machine. Guesses are counted in `access`. */
const signInsAMinute = { max: 60, timeWindow: '1 minute', allowList: [] }

/** Everything under `/sign-in`, `/sign-out` and `/staff`. */
export function registerStaffSite(server: Server, door: StaffDoor, sections: readonly StaffSection[]): void {
  for (const { method, path, answer } of signInRoutes) {
    const handler = async (request: FastifyRequest, reply: FastifyReply) => {
      const found = await answer(door.signIn, visitOf(door, request))
      if (found.kind === 'moved') return sendOn(reply, found.to, found.cookies)
      return sendStaffPage(door, request, reply, await sessionOf(door, request), found)
    }
    server.route({ method, url: path, handler, ...(method === 'POST' ? { config: { rateLimit: signInsAMinute } } : {}) })
  }
  server.get('/staff', async (request, reply) => {
    const session = await sessionOf(door, request)
    if (session === undefined) return sendOn(reply, '/sign-in?next=/staff')
    const context = door.context(session.actor, request.id)
    const notice = doneNotice(visitOf(door, request).query)
    const body = html`${notice}${await homePage(session, context, sections)}`
    return sendStaffPage(door, request, reply, session, { status: 200, title: 'Your account', body })
  })
}
