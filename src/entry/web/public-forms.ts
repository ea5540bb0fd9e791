import type { FastifyReply, FastifyRequest } from 'fastify'
import { visitorFormTokenHolds } from '#access/sessions/form-token.ts'
import { cookieValue } from '#access/sessions/cookies.ts'
import { carriedForm } from '#access/staff/carried-form.ts'
import { postedForm } from '#access/staff/posted-form.ts'
import type { FormVisit, PublicForm } from '#access/staff/public-form.ts'
import { visitorForm } from '#access/sign-in/answers.ts'
import type { Answer } from '#platform/http/answers.ts'
import { errorAnswer } from '#platform/http/errors.ts'
import { locationOf } from '#platform/http/location.ts'
import { refuseOtherMethods } from '#platform/http/other-methods.ts'
import { renderAnswer } from '#platform/http/public-pages.ts'
import { send } from '#platform/http/rendered.ts'
import type { Server } from '#platform/http/server.ts'
import type { CsrfToken } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { readPlain } from './posted.ts'
import { failedBody, whatFailed } from './staff-site/failed-form.ts'
import { readingsAMinute } from './token-pages.ts'
import { queryOf, setCookies, visitOf, type StaffDoor } from './staff-site/staff-door.ts'
import { typedFields } from './staff-site/unproven-form.ts'

/** From one address: a person who mends a form a few times, and no machine that fills a mailbox. */
const postsAMinute = { max: 20, timeWindow: '1 minute', allowList: [] }

/** The forms that anybody may fill in. Their pages hold a token of this browser, and so are kept by no cache. */
export function registerPublicForms<App>(server: Server, door: StaffDoor, forms: readonly PublicForm<App>[], app: App): void {
  for (const { path, hasSecret, show, submit, oneClick } of forms) {
    server.get(path, hasSecret === true ? { config: { rateLimit: readingsAMinute } } : {}, async (request, reply) => sendPublic(door, request, reply, await show(formVisit(door, request, reply), app)))
    const limited = server.createRateLimit(postsAMinute)
    server.post(path, async (request, reply) => {
      const visit = formVisit(door, request, reply)
      // Counted here and not at the door, so that what was typed has been read and is not lost.
      const count = await limited(request)
      if (!count.isAllowed && count.isExceeded) return sendPublic(door, request, reply.header('retry-after', count.ttlInSeconds), tooMany(request, visit))
      if (oneClick !== undefined && isOneClick(request)) return sendPublic(door, request, reply, await oneClick(visit, app))
      const held = cookieValue('form', request.cookies, door.origin())
      const holds = visitorFormTokenHolds(door.signIn.secretKey, held, Object.fromEntries(readPlain(request).fields))
      if (!holds) return sendPublic(door, request, reply, sendAgain(request, visit))
      return sendPublic(door, request, reply, await submit(visit, app).catch((error: unknown) => failedPage(request, visit, error)))
    })
    refuseOtherMethods(server, path, ['GET', 'HEAD', 'POST'], (request, reply) =>
      send(request, reply, errorAnswer(request, door.publicSite(), 405, 'This address can be read, and its form sent.')),
    )
  }
}

/** RFC 8058: no more than these words are posted. */
function isOneClick(request: FastifyRequest): boolean {
  const fields = [...readPlain(request).fields]
  return fields.length === 1 && fields[0]?.[0] === 'List-Unsubscribe' && fields[0][1] === 'One-Click'
}

function formVisit(door: StaffDoor, request: FastifyRequest, reply: FastifyReply): FormVisit {
  const { token, cookies } = visitorForm(door.signIn, visitOf(door, request))
  setCookies(reply, cookies)
  const context = door.context({ kind: 'public' }, request.id)
  return {
    context,
    params: request.params as Record<string, string>,
    query: queryOf(request),
    form: postedForm(readPlain(request).fields),
    token,
    address: request.ip,
    today: context.today,
    now: door.now(),
    origin: door.origin(),
  }
}

/** The form was open for too long, or another site made it up: whoever did type it sends it with one press. */
function sendAgain(request: FastifyRequest, { token }: FormVisit): Answer {
  const body = html`<p class="govuk-body-l">The form had been open for too long, or your browser does not keep cookies, so nothing has been sent yet.
What you had typed is here.</p>${formAgain(request, token, 'Send what I had typed')}`
  return { kind: 'page', status: 409, title: 'Send this again', body }
}

/** More than one person sends: a whole office behind one address may, and each of them has what was typed. */
function tooMany(request: FastifyRequest, { token }: FormVisit): Answer {
  const body = html`<p class="govuk-body-l">Many forms have been sent from your network within a minute, so this one has not been sent yet.
What you had typed is here: wait a minute, then send it.</p>${formAgain(request, token, 'Send what I had typed')}`
  return { kind: 'page', status: 429, title: 'Wait a minute, then send this', body }
}

/** The fault is ours: nothing was saved, and what was typed is sent again with one press. */
function failedPage(request: FastifyRequest, { token }: FormVisit, error: unknown): Answer {
  request.log.error({ err: error }, 'the request failed')
  return { kind: 'page', ...whatFailed(error), body: failedBody(request, error, formAgain(request, token, 'Try again')) }
}

function formAgain(request: FastifyRequest, token: CsrfToken, submit: string): Html {
  return carriedForm({ to: request.url, token, fields: typedFields(readPlain(request).fields), files: [], submit })
}

function sendPublic(door: StaffDoor, request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.kind === 'moved') return reply.header('cache-control', 'no-store').redirect(locationOf(answer.to), 303)
  const found = renderAnswer(request, door.publicSite(), answer)
  return send(request, reply, { status: found.status, headers: { ...found.headers, 'cache-control': 'no-store' }, body: found.body })
}
