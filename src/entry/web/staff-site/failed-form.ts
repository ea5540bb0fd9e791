import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CurrentSession } from '#access/sessions/current-session.ts'
import { carriedForm } from '#access/staff/carried-form.ts'
import { html } from '#platform/pages/html.ts'
import type { Posted } from '../posted.ts'
import { sendData, wantsData } from './staff-answers.ts'
import { sendStaffPage, type Shown, type StaffDoor } from './staff-door.ts'
import { typedFields } from './unproven-form.ts'

/** Says the limit and what to do, with what was typed. `largest` is in bytes. */
export function sendTooLarge(
  door: StaffDoor,
  request: FastifyRequest,
  reply: FastifyReply,
  session: CurrentSession,
  posted: Posted,
  largest: number,
): FastifyReply {
  const limit = `${(largest / 1024 / 1024).toLocaleString('en-GB', { maximumFractionDigits: 1 })}\u00a0MB`
  const message = `What was sent is larger than the ${limit} that this form takes, so no file has been kept.`
  if (wantsData(request)) return sendData(reply, 413, { message, faults: [] })
  const body = html`<p class="govuk-body-l">${message}</p>
<p class="govuk-body">Make the file smaller (pictures in it can often be compressed), or split it, and choose it here. What you had typed goes with it.</p>
${formAgain(request, session, posted, 'Send')}`
  return sendStaffPage(door, request, reply, session, { status: 413, title: 'That is too large', body, hasFaults: true })
}

/** Where the fault is ours: nothing was saved, and nothing typed is lost. */
export function failed(request: FastifyRequest, session: CurrentSession, posted: Posted): Shown {
  const body = html`<p class="govuk-body-l">This is our fault, not yours. Nothing of this form has been saved; what you had typed is here.</p>
${formAgain(request, session, posted, 'Try again')}
<p class="govuk-body gt-quiet">If it happens again, tell us the reference <span class="gt-reference">${request.id}</span>.</p>`
  return { status: 500, title: 'Something went wrong here', body }
}

function formAgain({ url }: FastifyRequest, { formToken }: CurrentSession, { fields, chosen }: Posted, submit: string) {
  return carriedForm({ to: url, token: formToken, fields: typedFields(fields), files: chosen, submit })
}
