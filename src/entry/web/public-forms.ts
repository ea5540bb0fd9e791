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
import { html } from '#platform/pages/html.ts'
import { readPlain } from './posted.ts'
import { queryOf, setCookies, visitOf, type StaffDoor } from './staff-site/staff-door.ts'
import { typedFields } from './staff-site/unproven-form.ts'

/** From one address: a person who mends a form a few times, and no machine that fills a mailbox. */
const postsAMinute = { max: 20, timeWindow: '1 minute', allowList: [] }

/** The forms that anybody may fill in. Their pages hold a token of this browser, and so are kept by no cache. */
export function registerPublicForms<App>(server: Server, door: StaffDoor, forms: readonly PublicForm<App>[], app: App): void {
  for (const { path, show, submit } of forms) {
    server.get(path, async (request, reply) => sendPublic(door, request, reply, await show(formVisit(door, request, reply), app)))
    server.post(path, { config: { rateLimit: postsAMinute } }, async (request, reply) => {
      const visit = formVisit(door, request, reply)
      const held = cookieValue('form', request.cookies, door.origin())
      const holds = visitorFormTokenHolds(door.signIn.secretKey, held, Object.fromEntries(readPlain(request).fields))
      return sendPublic(door, request, reply, holds ? await submit(visit, app) : sendAgain(request, visit))
    })
    refuseOtherMethods(server, path, ['GET', 'HEAD', 'POST'], (request, reply) =>
      send(request, reply, errorAnswer(request, door.publicSite(), 405, 'This address can be read, and its form sent.')),
    )
  }
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
    today: context.today,
    now: door.now(),
    origin: door.origin(),
  }
}

/** The form was open for too long, or another site made it up: whoever did type it sends it with one press. */
function sendAgain(request: FastifyRequest, { token }: FormVisit): Answer {
  const fields = typedFields(readPlain(request).fields)
  const form = carriedForm({ to: request.url, token, fields, files: [], submit: 'Send what I had typed' })
  const body = html`<p class="govuk-body-l">The form had been open for too long, or your browser does not keep cookies, so nothing has been sent yet.
What you had typed is here.</p>${form}`
  return { kind: 'page', status: 409, title: 'Send this again', body }
}

function sendPublic(door: StaffDoor, request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  if (answer.kind === 'moved') return reply.header('cache-control', 'no-store').redirect(locationOf(answer.to), 303)
  const found = renderAnswer(request, door.publicSite(), answer)
  return send(request, reply, { status: found.status, headers: { ...found.headers, 'cache-control': 'no-store' }, body: found.body })
}
