import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import type { SayError } from './answers.ts'
import { letAnySiteAsk } from './any-site.ts'
import type { Server } from './server.ts'

const allMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']

/** Every method of an address but those allowed. */
export function otherMethods(allowed: readonly string[]): string[] {
  return allMethods.filter((method) => !allowed.includes(method))
}

/** Of an address that programs read: how it says that it cannot answer, and whether scripts of any site may ask. */
interface ProgramsAddress {
  readonly sayError?: SayError | undefined
  readonly isForAnySite?: boolean
}

/** Answers every method of this address but those allowed, which are said in the answer; it is for `answer` to give the status 405. */
export function refuseOtherMethods(
  server: Server,
  path: string,
  allowed: readonly string[],
  answer: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | Promise<FastifyReply>,
  { sayError, isForAnySite = false }: ProgramsAddress = {},
): void {
  const taken = isForAnySite ? [...allowed, 'OPTIONS'] : allowed
  const handler: RouteHandlerMethod = (request, reply) => answer(request, reply.header('allow', taken.join(', ')))
  server.route({ method: otherMethods(taken), url: path, config: { sayError }, handler })
  if (isForAnySite) letAnySiteAsk(server, path, allowed)
}
