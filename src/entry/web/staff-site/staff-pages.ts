import multipart from '@fastify/multipart'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { formTokenHolds, type CurrentSession } from '#access/sessions/current-session.ts'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { pageAfter } from '#access/sign-in/answers.ts'
import { pathOf } from '#platform/http/errors.ts'
import { refuseOtherMethods } from '#platform/http/other-methods.ts'
import type { Server } from '#platform/http/server.ts'
import { html } from '#platform/pages/html.ts'
import { largestShownAgain, largestText, readPlain, readUpload, type Posted } from '../posted.ts'
import { failed, refusedForm, sendTooLarge } from './failed-form.ts'
import { sendData, sendStaffAnswer, wantsData } from './staff-answers.ts'
import { queryOf, sendOn, sendStaffPage, sessionOf, type Shown, type StaffDoor } from './staff-door.ts'
import { answerUnproven, signInAddress } from './unproven-form.ts'

/** Gives each page behind the sign-in its address; those with files stand apart, since only they read multipart forms. */
export async function registerStaffPages<App>(server: Server, door: StaffDoor, pages: readonly StaffPage<App>[], app: App): Promise<void> {
  for (const page of pages.filter(({ largestUpload }) => largestUpload === undefined)) registerStaffPage(server, door, page, app)
  await server.register(async (uploads) => {
    await uploads.register(multipart, { throwFileSizeLimit: false })
    for (const page of pages.filter(({ largestUpload }) => largestUpload !== undefined)) registerStaffPage(uploads, door, page, app)
  })
  registerNothingElse(server, door)
}

function registerStaffPage<App>(server: Server, door: StaffDoor, page: StaffPage<App>, app: App): void {
  const { path, show, submit } = page
  if (show !== undefined) {
    server.get(path, async (request, reply) => {
      const session = await sessionOf(door, request)
      if (session === undefined) return askToSignIn(request, reply)
      return sendStaffAnswer(door, request, reply, session, await show(staffRequest(door, request, session), app))
    })
  }
  if (submit !== undefined) {
    const options = { bodyLimit: largestShownAgain, preParsing: (request: FastifyRequest) => refuseStrangers(door, request) }
    server.post(path, options, (request, reply) => answerPost(door, page, request, reply, (staff) => submit(staff, app)))
  }
  refuseOtherUses(server, door, page)
}

/** What is larger than any form is held in memory for whoever is signed in and nobody else. */
async function refuseStrangers(door: StaffDoor, request: FastifyRequest): Promise<void> {
  if (isMultipart(request) || Number(request.headers['content-length'] ?? Infinity) <= largestText) return
  if ((await sessionOf(door, request)) === undefined) throw Object.assign(new Error('The form is larger than any of ours'), { statusCode: 413 })
}

/** Checks before the feature hears of it: who is signed in, that the form is theirs, and that it is not too large. */
async function answerPost(
  door: StaffDoor,
  { show, largestUpload }: Pick<StaffPage<never>, 'show' | 'largestUpload'>,
  request: FastifyRequest,
  reply: FastifyReply,
  submit: (request: StaffRequest) => Promise<StaffAnswer>,
): Promise<FastifyReply> {
  const session = await sessionOf(door, request)
  const posted = await readPosted(request, session, largestUpload)
  if (session === undefined || !formTokenHolds(session, Object.fromEntries(posted.fields))) {
    const page = show === undefined ? pageBefore(door, request) : request.url
    return answerUnproven(door, request, reply, { session, posted, page: pageAfter(page) })
  }
  if (posted.tooLarge !== undefined) return sendTooLarge(door, request, reply, session, posted, posted.tooLarge === 'text' ? largestText : (largestUpload ?? 0))
  try {
    const answer = await submit(staffRequest(door, request, session, posted))
    const kept = answer.kind === 'refused' && !wantsData(request) ? refusedForm(door, answer.refusal, posted) : undefined
    return kept === undefined ? sendStaffAnswer(door, request, reply, session, answer) : sendStaffPage(door, request, reply, session, kept)
  } catch (error) {
    // A script hears of it as of any failure, and has what was typed itself.
    if (wantsData(request)) throw error
    request.log.error({ err: error }, 'the request failed')
    return sendStaffPage(door, request, reply, session, failed(request, error, session, posted))
  }
}

function readPosted(request: FastifyRequest, session: CurrentSession | undefined, largestUpload: number | undefined): Posted | Promise<Posted> {
  if (!isMultipart(request) || largestUpload === undefined) return readPlain(request)
  // Of whoever is not signed in no file is held in memory.
  return readUpload(request, session === undefined ? { files: 0, text: largestText } : { files: largestUpload, text: largestShownAgain })
}

function isMultipart({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.startsWith('multipart/form-data') === true
}

/** Where a form that has no page of its own was shown. */
function pageBefore(door: StaffDoor, { headers }: FastifyRequest): string | undefined {
  const origin = `${door.origin()}/`
  return headers.referer?.startsWith(origin) === true ? headers.referer.slice(origin.length - 1) : undefined
}

function staffRequest(door: StaffDoor, request: FastifyRequest, session: CurrentSession, posted?: Posted): StaffRequest {
  const context = door.context(session.actor, request.id)
  return {
    context,
    session,
    path: pathOf(request),
    params: request.params as Record<string, string>,
    query: queryOf(request),
    form: postedForm(posted?.fields ?? [], posted?.files),
    today: context.today,
    now: door.now(),
    origin: door.origin(),
  }
}

function askToSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const signIn = signInAddress(request.url)
  return wantsData(request) ? sendData(reply, 401, { signIn }) : sendOn(reply, signIn)
}

/** What is at no address says so to whoever is signed in; everybody else is asked to sign in first. */
function registerNothingElse(server: Server, door: StaffDoor): void {
  server.all('/staff/*', async (request, reply) => {
    const session = await sessionOf(door, request)
    if (pathOf(request).endsWith('/')) return reply.callNotFound()
    if (session === undefined && request.method === 'GET') return askToSignIn(request, reply)
    return sendStaffPage(door, request, reply, session, nothingHere)
  })
}

const nothingHere: Shown = {
  status: 404,
  title: 'There is no such page',
  crumbs: [{ text: 'Your work', href: '/staff' }],
  body: html`<p class="govuk-body-l">Nothing is at this address. If you typed it, check that it is right; if you followed a link, what it led to may have been moved.</p>
<p class="govuk-body">Go to <a class="govuk-link" href="/staff">your work</a>.</p>`,
}

function refuseOtherUses(server: Server, door: StaffDoor, { path, show, submit }: Pick<StaffPage<never>, 'path' | 'show' | 'submit'>): void {
  const allowed = [...(show === undefined ? [] : ['GET', 'HEAD']), ...(submit === undefined ? [] : ['POST'])]
  const words = show === undefined ? 'Something is sent to this address; there is nothing to read.' : 'This address cannot be used in this way.'
  const body = html`<p class="govuk-body-l">${words}</p><p class="govuk-body">Go to <a class="govuk-link" href="/staff">your work</a>.</p>`
  refuseOtherMethods(server, path, allowed, async (request, reply) =>
    sendStaffPage(door, request, reply, await sessionOf(door, request), { status: 405, title: 'This cannot be done here', body }),
  )
}
