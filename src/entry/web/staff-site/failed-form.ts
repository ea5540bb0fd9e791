import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CurrentSession } from '#access/sessions/current-session.ts'
import { carriedForm, typedToCopy } from '#access/staff/carried-form.ts'
import type { Refusal } from '#core/outcome.ts'
import { isOutOfRoom, outOfRoomWords } from '#platform/http/out-of-room.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { Posted } from '../posted.ts'
import { faultsInWords, refusedFrame, sendData, wantsData } from './staff-answers.ts'
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
  const isText = posted.tooLarge === 'text'
  const message = isText
    ? `What was typed is longer than the ${limit} that a form takes, so nothing of it was saved.`
    : `What was sent is larger than the ${limit} that this form takes, so no file has been kept.`
  if (wantsData(request)) return sendData(reply, 413, { message, faults: [] })
  const body = html`<p class="govuk-body-l">${message}</p>
${isText ? tooLongToSend(posted) : smallerFiles(request, session, posted)}`
  return sendStaffPage(door, request, reply, session, { status: 413, title: isText ? 'That is too long' : 'That is too large', body, hasFaults: true })
}

function smallerFiles(request: FastifyRequest, session: CurrentSession, posted: Posted): Html {
  return html`<p class="govuk-body">Make the file smaller (pictures in it can often be compressed), or split it, and choose it here. What you had typed goes with it.</p>
${formAgain(request, session, posted, 'Send')}`
}

/** No button sends it on: it would be too long again. */
function tooLongToSend({ fields }: Posted): Html {
  return html`<p class="govuk-body">Copy what you need from here, go back to the form in your browser, and send it in shorter parts.</p>
${typedToCopy(typedByHand(fields))}`
}

/** Where the fault is ours: nothing was saved, and nothing typed is lost. */
export function failed(request: FastifyRequest, error: unknown, session: CurrentSession, posted: Posted): Shown {
  return { ...whatFailed(error), body: failedBody(request, error, formAgain(request, session, posted, 'Try again')) }
}

/** The title and the status of a failure; of a full disk somebody can make an end. */
export function whatFailed(error: unknown): { readonly status: 500 | 503; readonly title: string } {
  return isOutOfRoom(error) ? { status: 503, title: 'There is no room to save this' } : { status: 500, title: 'Something went wrong here' }
}

/** What has happened, with the form that holds what was typed. */
export function failedBody(request: FastifyRequest, error: unknown, form: Html): Html {
  const words = isOutOfRoom(error)
    ? html`${outOfRoomWords} What you had typed is here: leave this page open until then, or copy it.`
    : html`This is our fault, not yours. Nothing of this form has been saved; what you had typed is here.`
  return html`<p class="govuk-body-l">${words}</p>
${form}
<p class="govuk-body gt-quiet">If it happens again, tell us the reference <span class="gt-reference">${request.id}</span>.</p>`
}

/**
 * A form that was refused where its page cannot be shown again: a right that was taken away while somebody typed, a record that is gone. What was typed is there
 * to be copied.
 */
export function refusedForm(door: StaffDoor, refusal: Refusal, { fields }: Posted): Shown | undefined {
  const typed = typedToCopy(typedByHand(fields))
  if (typed === undefined) return undefined
  const body = html`<p class="govuk-body-l">${refusal.message}</p>
${faultsInWords(refusal)}
<p class="govuk-body">Nothing of this form was saved. ${refusal.kind === 'not-allowed' && html`If you could do this until now, somebody may have taken the right away meanwhile. ${door.contact()}`}</p>
${typed}
<p class="govuk-body">When you have copied what you need, go to <a class="govuk-link" href="/staff">your work</a>.</p>`
  return { ...refusedFrame(refusal), body }
}

/** The fields that a page sends unseen are single words, numbers, ids and moments; whatever else there is somebody may have typed. */
function typedByHand(fields: Posted['fields']) {
  return typedFields(fields).filter(([, value]) => value.trim() !== '' && !/^([a-z][a-z\d-]*|\d+|[\da-f-]{16,}|\d{4}-\d\d-\d\dT[\d:.]+Z)$/.test(value))
}

function formAgain({ url }: FastifyRequest, { formToken }: CurrentSession, { fields, chosen }: Posted, submit: string) {
  return carriedForm({ to: url, token: formToken, fields: typedFields(fields), files: chosen, submit })
}
