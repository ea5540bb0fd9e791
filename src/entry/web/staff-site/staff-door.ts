import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '#access/act.ts'
import type { Actor } from '#access/actor.ts'
import { currentSession, type CurrentSession } from '#access/sessions/current-session.ts'
import type { Cookie } from '#access/sessions/cookies.ts'
import type { SignInDoor, Visit } from '#access/sign-in/visit.ts'
import { pathOf } from '#platform/http/errors.ts'
import type { Html } from '#platform/pages/html.ts'
import { page, type PageContent, type Site } from '#platform/pages/layout.ts'
import { readPlain } from '../posted.ts'

/** What the pages behind the sign-in are answered from. */
export interface StaffDoor {
  readonly signIn: SignInDoor
  readonly context: (actor: Actor, requestId: string) => Context
  readonly now: () => Date
  readonly origin: () => string
  /** Whom to ask about the site, as a sentence. */
  readonly contact: () => Html
  /** The frame of pages that are the same for everybody. */
  readonly publicSite: () => Site
  /** The frame for this person, or for whoever is not signed in. */
  readonly site: (session: CurrentSession | undefined) => Site
}

/** One request, as the sign-in pages take it. Of a field given twice the last counts. */
export function visitOf(door: StaffDoor, request: FastifyRequest): Visit {
  return {
    context: door.context({ kind: 'public' }, request.id),
    origin: door.origin(),
    address: request.ip,
    now: door.now(),
    cookies: request.cookies,
    query: queryOf(request),
    fields: Object.fromEntries(readPlain(request).fields),
  }
}

export function queryOf(request: FastifyRequest): URLSearchParams {
  const [, query = ''] = request.url.split(/\?(.*)/s)
  return new URLSearchParams(query)
}

export function sessionOf(door: StaffDoor, request: FastifyRequest): Promise<CurrentSession | undefined> {
  return currentSession(door.signIn, visitOf(door, request))
}

export interface Shown extends Pick<PageContent, 'title' | 'hasFaults' | 'crumbs' | 'within'> {
  readonly status: number
  readonly body: Html
  readonly cookies?: readonly Cookie[]
}

/** Sends a page that no cache may keep. */
export function sendStaffPage(
  door: StaffDoor,
  request: FastifyRequest,
  reply: FastifyReply,
  session: CurrentSession | undefined,
  shown: Shown,
): FastifyReply {
  const { status, cookies = [], ...content } = shown
  setCookies(reply, cookies)
  const document = page(door.site(session), { ...content, path: pathOf(request) })
  return reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(document.toString())
}

/** Sends the browser on, by GET whatever the request was. */
export function sendOn(reply: FastifyReply, to: string, cookies: readonly Cookie[] = []): FastifyReply {
  setCookies(reply, cookies)
  return reply.header('cache-control', 'no-store').redirect(to, 303)
}

export function setCookies(reply: FastifyReply, cookies: readonly Cookie[]): void {
  for (const { name, value, options } of cookies) reply.setCookie(name, value, options)
}
