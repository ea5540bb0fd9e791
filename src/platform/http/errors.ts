import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { errorPage, type ErrorStatus } from '#platform/pages/error-page.ts'
import { page, type Site } from '#platform/pages/layout.ts'
import { addressFault, withoutTrailingSlash } from './addresses.ts'
import type { SayError } from './answers.ts'
import { isOutOfRoom, outOfRoomWords } from './out-of-room.ts'
import { fileHeaders } from './file-headers.ts'
import { problem } from './problem.ts'
import { rendered, send, type Rendered } from './rendered.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Of an address that programs read. */
    readonly sayError?: SayError | undefined
  }
}

/** An error in plain words: a page, for the API a problem document, and at any other address for programs what they read there. The cause stays in the log, found by the request id. */
export function errorAnswer(request: FastifyRequest, site: Site, status: number, message?: string): Rendered {
  const requestId = request.id
  if (request.originalUrl.startsWith('/api/')) return problem(status, { detail: message ?? errorWords(status), requestId })
  const said = request.routeOptions.config.sayError?.(message ?? errorWords(status))
  if (said !== undefined) return rendered(status, said.contentType, said.body, fileHeaders(said))
  const { title, body } = errorPage(pageStatus(status), { requestId, ...(message === undefined ? {} : { message }) })
  return rendered(status, 'text/html; charset=utf-8', page(site, { path: pathOf(request), title, body }).toString())
}

/** Sets what is answered when nothing is at an address, and when something goes wrong. */
export function answerErrors(server: FastifyInstance, site: () => Site): void {
  server.setNotFoundHandler((request, reply) => {
    const fault = addressFault(request.originalUrl)
    if (fault === 'too-long')
      return send(request, reply, errorAnswer(request, site(), 414, 'This address is too long. Check that it was copied as it stands.'))
    if (fault === 'malformed')
      return send(request, reply, errorAnswer(request, site(), 400, 'This address cannot be read. Check that it was copied as it stands.'))
    const bare = withoutTrailingSlash(request.originalUrl)
    if (bare !== undefined && isReading(request)) return reply.redirect(bare, 308)
    return send(request, reply, errorAnswer(request, site(), 404))
  })
  server.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const isFull = isOutOfRoom(error)
    const status = isFull ? 503 : statusOf(error)
    const hasGone = error.code === 'ECONNRESET' && request.raw.destroyed
    if (hasGone) request.log.info('the reader went away before the request had arrived')
    else if (status >= 500) request.log.error({ err: error }, 'the request failed')
    if (status === 503) reply.header('retry-after', isFull ? '60' : '10')
    const words = isFull ? outOfRoomWords : status < 500 ? plainWordsOf(request, error.code) : undefined
    return send(request, reply, errorAnswer(request, site(), status, words))
  })
}

function statusOf({ statusCode }: FastifyError): number {
  return statusCode !== undefined && statusCode >= 400 ? statusCode : 500
}

function plainWordsOf({ originalUrl }: FastifyRequest, code: string): string | undefined {
  return (originalUrl.startsWith('/api/') ? apiWords[code] : undefined) ?? plainWords[code]
}

const apiWords: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'What was sent is no JSON.',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'Nothing was sent. Send what is asked as one JSON object; {} where nothing need be said.',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Send what is asked as one JSON object, with “Content-Type: application/json”.',
}

/** Fastify's own refusals, as a reader may need them; anything else is said by the status alone. */
const plainWords: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'What was sent is larger than this site takes.',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'What was sent is of a kind that this address does not read. Forms are sent as application/x-www-form-urlencoded.',
}

function errorWords(status: number): string {
  if (status === 404) return 'There is nothing at this address.'
  if (status === 413) return 'What was sent is larger than this site takes.'
  if (status === 429) return 'There were too many requests from your address. Wait a minute and go on more slowly.'
  if (status >= 500) return 'Something went wrong on our side. Try again in a minute; if it happens again, tell us the request id.'
  return 'The request cannot be answered as it stands.'
}

const pagesThereAre: readonly number[] = [400, 403, 404, 409, 413, 429, 500, 503] satisfies ErrorStatus[]

function pageStatus(status: number): ErrorStatus {
  if (pagesThereAre.includes(status)) return status as ErrorStatus
  return status >= 500 ? 500 : 400
}

function isReading(request: FastifyRequest): boolean {
  return request.method === 'GET' || request.method === 'HEAD'
}

/** The path without its query, as a page needs it to mark the current part of the navigation. */
export function pathOf(request: FastifyRequest): string {
  const [path = '/'] = request.url.split('?')
  return path
}
