import type { FastifyInstance } from 'fastify'

/** What an answer says that scripts of any site may read, with the checksum by which they ask whether it still holds and the reference of a fault. */
export const forAnySite = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'etag, x-request-id' }

/** In seconds, for which a browser need not ask again. */
const aDay = 86_400

/**
 * Answers the question that a browser asks before a script of another site sends more than the plainest request, such as `If-None-Match` or XML. No answer of these
 * addresses depends on a cookie, so that every header may be sent.
 */
export function letAnySiteAsk(server: FastifyInstance, path: string, allowed: readonly string[]): void {
  const methods = allowed.join(', ')
  server.options(path, (_request, reply) =>
    reply
      .code(204)
      .headers({ ...forAnySite, 'access-control-allow-methods': methods, 'access-control-allow-headers': '*', 'access-control-max-age': String(aDay), allow: `${methods}, OPTIONS` })
      .send(),
  )
}
