import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import type { SayError } from './answers.ts'
import type { Server } from './server.ts'

const allMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']

/** Every method of an address but those allowed. */
export function otherMethods(allowed: readonly string[]): string[] {
  return allMethods.filter((method) => !allowed.includes(method))
}

/** Answers every method of this address but those allowed, which are said in the answer; it is for `answer` to give the status 405. */
export function refuseOtherMethods(
  server: Server,
  path: string,
  allowed: readonly string[],
  answer: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | Promise<FastifyReply>,
  sayError?: SayError,
): void {
  const handler: RouteHandlerMethod = (request, reply) => answer(request, reply.header('allow', allowed.join(', ')))
  server.route({ method: otherMethods(allowed), url: path, config: { sayError }, handler })
}
