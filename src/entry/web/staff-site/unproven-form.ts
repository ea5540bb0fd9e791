import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CurrentSession } from '#access/sessions/current-session.ts'
import { accountOfForm, formTokenField } from '#access/sessions/form-token.ts'
import { carriedForm, typedToCopy, type Field } from '#access/staff/carried-form.ts'
import { sealKeptForm } from '#access/sign-in/kept-form.ts'
import { whyNotCarried } from '#access/sign-in/kept-form-page.ts'
import { signInPage } from '#access/sign-in/sign-in-page.ts'
import { html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import type { Posted } from '../posted.ts'
import { sendData, wantsData } from './staff-answers.ts'
import { sendStaffPage, visitOf, type Shown, type StaffDoor } from './staff-door.ts'

/** A form that cannot be taken: the session that it was made in is over, or it was made in no session of ours. */
export interface Unproven {
  readonly session: CurrentSession | undefined
  readonly posted: Posted
  /** The page to come back to, for a script. */
  readonly page: string
}

/** Answers so that nothing typed is lost, and nothing is sent that another site or another person made up. */
export function answerUnproven(door: StaffDoor, request: FastifyRequest, reply: FastifyReply, { session, posted, page }: Unproven): FastifyReply {
  const account = accountOfForm(door.signIn.secretKey, Object.fromEntries(posted.fields))
  const fields = typedFields(posted.fields)
  const isOwn = session !== undefined && session.actor.account === account
  if (wantsData(request)) {
    const signIn = signInAddress(page)
    return sendData(reply, 401, isOwn ? { signIn, token: session.formToken.value } : { signIn })
  }
  if (account === undefined) return sendStaffPage(door, request, reply, session, notOurs(fields))
  if (session !== undefined) {
    return sendStaffPage(door, request, reply, session, isOwn ? signedInSince(request, session, posted, fields) : anothers(session))
  }
  const visit = visitOf(door, request)
  const kept = sealKeptForm(door.signIn.secretKey, { to: request.url, account, fields, files: posted.chosen }, visit.now)
  if (kept === undefined) return sendStaffPage(door, request, reply, undefined, tooLongToKeep(page, fields))
  return sendStaffPage(door, request, reply, undefined, { ...signInPage(door.signIn, visit, { next: page, kept }), status: 403 })
}

export function signInAddress(next: string): string {
  return `/sign-in?next=${encodeURIComponent(next).replaceAll('%2F', '/')}`
}

/** Without the token, which belongs to a session and not to what was typed. */
export function typedFields(fields: readonly Field[]): readonly Field[] {
  return fields.filter(([name]) => name !== formTokenField)
}

function signedInSince({ url }: FastifyRequest, { formToken }: CurrentSession, { chosen }: Posted, fields: readonly Field[]): Shown {
  const form = carriedForm({ to: url, token: formToken, fields, files: chosen, submit: 'Send what I had typed' })
  const body = html`<p class="govuk-body-l">You have signed in again since this form was opened, so it has not been sent yet. What you had typed is here.</p>${form}`
  return { status: 403, title: 'Send this again', body }
}

function anothers({ actor }: CurrentSession): Shown {
  return { status: 403, title: 'This was typed by somebody else', body: whyNotCarried(actor.name) }
}

/** It may have been made by another site, so that no button sends it on. */
function notOurs(fields: readonly Field[]): Shown {
  const body = html`<p class="govuk-body-l">Nothing was saved: this form did not come from a page of this site that we know of.</p>
<p class="govuk-body">Go to ${link('/staff', 'your work')}, open the page again and fill it in there.</p>
${typedToCopy(fields)}`
  return { status: 403, title: 'This form could not be taken', body }
}

function tooLongToKeep(page: string, fields: readonly Field[]): Shown {
  const body = html`<p class="govuk-body-l">Your session was over, so nothing has been saved, and the text is too long to be kept through the sign-in.</p>
<p class="govuk-body">Leave this page open. ${html`<a class="govuk-link" href="${signInAddress(page)}" target="_blank" rel="noopener">Sign in in a new tab</a>`},
open the form there and copy what you had typed from here.</p>
${typedToCopy(fields)}`
  return { status: 403, title: 'Sign in again', body }
}
