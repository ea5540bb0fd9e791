import type { FastifyReply, FastifyRequest } from 'fastify'
import { firstFaults } from '#core/first-faults.ts'
import type { Refusal, RefusalKind } from '#core/outcome.ts'
import type { CurrentSession } from '#access/sessions/current-session.ts'
import type { StaffAnswer } from '#access/staff/staff-page.ts'
import { pathOf } from '#platform/http/errors.ts'
import { fileHeaders } from '#platform/http/file-headers.ts'
import { locationOf } from '#platform/http/location.ts'
import { refusalStatus } from '#platform/http/refusal-status.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { sendOn, sendStaffPage, type StaffDoor } from './staff-door.ts'

/** Every page behind the sign-in but this one begins its path with it. */
const yourWork = { text: 'Your work', href: '/staff' }

/** Sends what a page behind the sign-in answered; no cache may keep it. */
export function sendStaffAnswer(
  door: StaffDoor,
  request: FastifyRequest,
  reply: FastifyReply,
  session: CurrentSession,
  answer: StaffAnswer,
): FastifyReply {
  switch (answer.kind) {
    case 'page': {
      const { title, body, crumbs = [], hasFaults, status = 200 } = answer
      const within = crumbs.map(({ text }) => text).toReversed()
      return sendStaffPage(door, request, reply, session, { status, title, body, hasFaults, within, crumbs: pathOf(request) === yourWork.href ? [] : [yourWork, ...crumbs] })
    }
    case 'moved':
      return sendOn(reply, locationOf(answer.to))
    case 'file': {
      const body = typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body.buffer, answer.body.byteOffset, answer.body.byteLength)
      return reply.header('cache-control', 'no-store').headers(fileHeaders(answer)).type(answer.contentType).send(body)
    }
    case 'data':
      return sendData(reply, answer.status ?? 200, answer.body)
    case 'refused': {
      const { refusal } = answer
      if (wantsData(request)) return sendData(reply, refusalStatus[refusal.kind], { message: refusal.message, ...firstFaults(refusal.faults) })
      return sendStaffPage(door, request, reply, session, { ...refusedFrame(refusal), body: refusedBody(refusal) })
    }
  }
}

/** Whether a script of ours asks, which reads JSON and no page. */
export function wantsData(request: FastifyRequest): boolean {
  return request.headers.accept?.includes('application/json') === true
}

export function sendData(reply: FastifyReply, status: number, body: unknown): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').type('application/json; charset=utf-8').send(JSON.stringify(body))
}

const refusedTitle: Record<RefusalKind, string> = {
  invalid: 'This cannot be used as it stands',
  'not-allowed': 'You may not do this',
  'not-found': 'There is no such page',
  conflict: 'Somebody else has changed this',
  'not-now': 'This cannot be done now',
  unavailable: 'This is not available at the moment',
}

/** The page of a refusal, without its body. */
export function refusedFrame({ kind }: Refusal) {
  return { status: refusalStatus[kind], title: refusedTitle[kind], crumbs: [yourWork] }
}

export function faultsInWords(refusal: Refusal): Html | undefined {
  const { faults, moreFaults } = firstFaults(refusal.faults)
  if (faults.length === 0) return undefined
  return html`<ul class="govuk-list govuk-list--bullet">${faults.map((fault) => html`<li>${fault.message}</li>`)}${moreFaults !== undefined && html`<li>and ${moreFaults} more</li>`}</ul>`
}

function refusedBody(refusal: Refusal): Html {
  return html`<p class="govuk-body-l">${refusal.message}</p>
${faultsInWords(refusal)}
<p class="govuk-body">Go back in your browser, or go to <a class="govuk-link" href="/staff">your work</a>.</p>`
}
