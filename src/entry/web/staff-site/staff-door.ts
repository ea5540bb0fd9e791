import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '#access/act.ts'
import type { Actor } from '#access/actor.ts'
import { currentSession, type CurrentSession } from '#access/sessions/current-session.ts'
import type { Cookie } from '#access/sessions/cookies.ts'
import type { SignInDoor, Visit } from '#access/sign-in/visit.ts'
import { pathOf } from '#platform/http/errors.ts'
import type { Html } from '#platform/pages/html.ts'
import { page, type Site } from '#platform/pages/layout.ts'

type Account = NonNullable<Site['account']>

/** What the pages behind the sign-in are answered from. */
export interface StaffDoor {
  readonly signIn: SignInDoor
  readonly context: (actor: Actor, requestId: string) => Context
  readonly now: () => Date
  readonly origin: () => string
  readonly site: (account: Account) => Site
}

/** One request, as the sign-in pages take it. */
export function visitOf(door: StaffDoor, request: FastifyRequest): Visit {
  const [, query = ''] = request.url.split(/\?(.*)/s)
  return {
    context: door.context({ kind: 'public' }, request.id),
    origin: door.origin(),
    address: request.ip,
    now: door.now(),
    cookies: request.cookies,
    query: new URLSearchParams(query),
    fields: fieldsOf(request.body),
  }
}

/** Of a field given twice the last counts. */
function fieldsOf(body: unknown): Record<string, string> {
  if (typeof body !== 'object' || body === null) return {}
  const last = (value: unknown) => (Array.isArray(value) ? String(value.at(-1)) : String(value))
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, last(value)]))
}

export function sessionOf(door: StaffDoor, request: FastifyRequest): Promise<CurrentSession | undefined> {
  return currentSession(door.signIn, visitOf(door, request))
}

export interface StaffPage {
  readonly status: number
  readonly title: string
  readonly body: Html
  readonly hasFaults?: boolean
  readonly cookies?: readonly Cookie[]
}

/** Sends a page that no cache may keep. */
export function sendStaffPage(
  door: StaffDoor,
  request: FastifyRequest,
  reply: FastifyReply,
  session: CurrentSession | undefined,
  content: StaffPage,
): FastifyReply {
  setCookies(reply, content.cookies ?? [])
  const { title, body, hasFaults } = content
  const document = page(door.site(accountOf(session)), { path: pathOf(request), title, body, hasFaults })
  return reply.code(content.status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(document.toString())
}

/** Sends the browser on, by GET whatever the request was. */
export function sendOn(reply: FastifyReply, to: string, cookies: readonly Cookie[] = []): FastifyReply {
  setCookies(reply, cookies)
  return reply.header('cache-control', 'no-store').redirect(to, 303)
}

function setCookies(reply: FastifyReply, cookies: readonly Cookie[]): void {
  for (const { name, value, options } of cookies) reply.setCookie(name, value, options)
}

function accountOf(session: CurrentSession | undefined): Account {
  if (session === undefined) return { kind: 'signed-out', signIn: '/sign-in' }
  return { kind: 'signed-in', name: session.actor.name, signOut: '/sign-out', token: session.formToken }
}
