import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify'
import type { Log } from '#platform/log/log.ts'
import type { Site } from '#platform/pages/layout.ts'
import { addressFault } from './addresses.ts'
import { answerErrors } from './errors.ts'
import { permissionsPolicy, securityHeaders } from './security-headers.ts'

export type Server = FastifyInstance

export interface ServerSettings {
  readonly log: Log
  /** The site is reached by https, through a proxy on this machine or its private network, whose word for the reader's address is taken. */
  readonly https: boolean
  readonly behindProxy: boolean
  /** The frame of the error pages. */
  readonly site: () => Site
}

/** Of a form or a request; files come by their own routes with their own limit. */
const largestBody = 1024 * 1024
/** A page with its pictures and styles is under ten requests: this is a page every few seconds for an office behind one address. */
const readingsAMinute = 1200

/** The server with everything that holds for each request: headers, cookies, forms, limits, request ids, log, error pages. */
export async function makeServer(settings: ServerSettings): Promise<Server> {
  const loggerInstance: FastifyBaseLogger = settings.log
  const server = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    // One proxy in front, whose word for the reader's address is the last one; what stands before it anybody may have written.
    trustProxy: settings.behindProxy ? (_address: string, hop: number) => hop === 0 : false,
    bodyLimit: largestBody,
    // Long enough for a file of 50 MB over a slow line; the headers of a request have a minute.
    requestTimeout: 300_000,
    routerOptions: { maxParamLength: 2000 },
    // Addresses that cannot be read meet no route, so that the answer to them goes through the same hooks as any other.
    rewriteUrl: (request) => (addressFault(request.url ?? '/') === undefined ? (request.url ?? '/') : '/.unreadable-address'),
    clientErrorHandler: refuseConnection,
  })
  await server.register(helmet, securityHeaders(settings.https))
  await server.register(cookie)
  await server.register(formbody, { parser: readFields })
  await server.register(rateLimit, {
    max: readingsAMinute,
    timeWindow: '1 minute',
    allowList: isOnThisMachine,
    addHeaders: quiet,
    addHeadersOnExceeding: quiet,
  })
  addRequestHooks(server)
  answerErrors(server, settings.site)
  return server
}

/** Fields in the order of the form, each as often as it was sent; the plugin's type knows plain objects only. */
function readFields(text: string): Record<string, unknown> {
  return new URLSearchParams(text) as unknown as Record<string, unknown>
}

/** The limits are nobody's business until they are reached. */
const quiet = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false }

/** Reading is not limited on the machine itself: health checks, measurements, and a proxy whose word is not taken would all share one limit. */
function isOnThisMachine(request: FastifyRequest): boolean {
  return request.ip === '127.0.0.1' || request.ip === '::1' || request.ip === '::ffff:127.0.0.1'
}

function addRequestHooks(server: Server): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.raw.setHeader('permissions-policy', permissionsPolicy)
    reply.raw.setHeader('x-request-id', request.id)
    done()
  })
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown address'
    const line = { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }
    if (route.startsWith('/assets/') || route.startsWith('/health')) request.log.debug(line)
    else request.log.info(line)
    done()
  })
}

/** What arrived is not HTTP, or its headers are too large; there is no request yet that a page could answer. */
function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, words] = clientErrors[error.code ?? ''] ?? ['400 Bad Request', 'This request cannot be read.']
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${words.length + 1}\r\nConnection: close\r\n\r\n${words}\n`,
  )
}

const clientErrors: Readonly<Record<string, readonly [string, string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The headers of this request are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request took too long to arrive.'],
}
