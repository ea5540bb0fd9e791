import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Database } from '#platform/database/database.ts'
import { page, type Site } from '#platform/pages/layout.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Answer, PublicPage, PublicRequest } from './answers.ts'
import { errorAnswer, pathOf } from './errors.ts'
import { fileHeaders } from './file-headers.ts'
import { refuseOtherMethods } from './other-methods.ts'
import { locationOf } from './location.ts'
import type { PageCache } from './page-cache.ts'
import { rendered, send, type Rendered } from './rendered.ts'
import type { Server } from './server.ts'

/** What the public addresses are answered from. */
export interface PublicDoor {
  readonly database: Pick<Database, 'readPublished'>
  /** Bytes of a published file by its checksum. */
  readonly file: (checksum: string) => Promise<Uint8Array | undefined>
  readonly today: () => LocalDate
  readonly origin: () => string
  readonly site: () => Site
  readonly cache: PageCache
}

/** Gives each page its address. They answer GET and HEAD, and refuse the rest. */
export function registerPublicPages(server: Server, pages: readonly PublicPage[], door: PublicDoor): void {
  const asked = pages.filter(({ isAskedByPost }) => isAskedByPost === true)
  if (asked.length > 0) void server.register((scope) => takeQuestions(scope, asked, door))
  for (const { path, answer, isAskedByPost, sayError } of pages) {
    server.get(path, { config: { sayError } }, async (request, reply) => {
      const found = await door.cache.answer(request.url, async () => renderAnswer(request, door.site(), await readPublic(request, door, answer)))
      return send(request, reply, found)
    })
    const forPrograms = { sayError, isForAnySite: sayError !== undefined }
    if (isAskedByPost !== true) onlyReading(server, path, door.site, forPrograms)
    else refuseOtherMethods(server, path, ['GET', 'HEAD', 'POST'], (request, reply) => send(request, reply, errorAnswer(request, door.site(), 405, 'This address can be read, by GET or by POST.')), forPrograms)
  }
}

/** In bytes, of a question that comes by POST. */
const largestQuestion = 64 * 1024

/** Questions by POST are answered anew each time, from the same transaction of the public role as any page. */
async function takeQuestions(scope: FastifyInstance, pages: readonly PublicPage[], door: PublicDoor): Promise<void> {
  scope.removeAllContentTypeParsers()
  const limit = { parseAs: 'string' as const, bodyLimit: largestQuestion }
  scope.addContentTypeParser('application/x-www-form-urlencoded', limit, (_request, body: string, done) => done(null, new URLSearchParams(body)))
  scope.addContentTypeParser('*', limit, (_request, body: string, done) => done(null, body))
  for (const { path, answer, sayError } of pages) {
    scope.post(path, { config: { sayError } }, async (request, reply) => send(request, reply, renderAnswer(request, door.site(), await readPublic(request, door, answer))))
  }
  await Promise.resolve()
}

/** Asks in one read-only transaction of the public role. */
export async function readPublic<T>(request: FastifyRequest, door: PublicDoor, answer: (request: PublicRequest) => Promise<T>): Promise<T> {
  const { today, origin, file, site } = door
  const [path = '/', query = ''] = request.url.split(/\?(.*)/s)
  return door.database.readPublished((read) =>
    answer({
      path,
      params: request.params as Record<string, string>,
      query: new URLSearchParams(query),
      ...(request.body instanceof URLSearchParams || typeof request.body === 'string' ? { posted: request.body } : {}),
      today: today(),
      origin: origin(),
      publisher: site().name,
      dataLicence: site().dataLicence,
      read,
      file,
    }),
  )
}

/** The answer of a page function as bytes. */
export function renderAnswer(request: FastifyRequest, site: Site, answer: Answer): Rendered {
  switch (answer.kind) {
    case 'page':
      return rendered(answer.status ?? 200, 'text/html; charset=utf-8', page(site, { ...answer, path: pathOf(request) }).toString())
    case 'file':
      return rendered(answer.status ?? 200, answer.contentType, answer.body, fileHeaders(answer))
    case 'moved':
      return rendered(answer.permanent === true ? 301 : 302, 'text/plain; charset=utf-8', '', { location: locationOf(answer.to) })
    case 'not-found':
      return errorAnswer(request, site, 404, answer.message)
  }
}

/** An address that can only be read says so, rather than that it is not there. */
export function onlyReading(server: Server, path: string, site: () => Site, forPrograms?: Parameters<typeof refuseOtherMethods>[4]): void {
  refuseOtherMethods(server, path, ['GET', 'HEAD'], (request, reply) => send(request, reply, errorAnswer(request, site(), 405, 'This address can only be read.')), forPrograms)
}
