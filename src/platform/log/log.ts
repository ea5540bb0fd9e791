import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino'
import { shortLines } from './short-lines.ts'

/**
 * The product's log. It holds no personal data: no address of a reader, no e-mail, no query string; a person is at most an
 * identifier that means nothing outside the database.
 */
export type Log = Logger

/** JSON lines on standard output in production, for the machine that gathers them; short lines on standard error otherwise. */
export function makeLog(settings: { readonly production: boolean; readonly quiet?: boolean; readonly to?: DestinationStream }): Log {
  const options = { level: settings.quiet === true ? 'warn' : 'info', base: null, serializers: { err: errorWithoutData } }
  if (settings.to !== undefined) return pino(options, settings.to)
  return settings.production ? pino(options) : pino(options, shortLines(process.stderr))
}

/** PostgreSQL's classes of errors about the values themselves, whose message and detail repeat them. */
const aboutValues = /^2[23]/

/** Where in the code it went wrong and of which kind; what people had typed stays out of the log. */
function errorWithoutData(problem: Error): unknown {
  const { type, stack, code, message } = stdSerializers.err(problem) as { type: string; stack: string; message: string; code?: string }
  return {
    type,
    code,
    stack: typeof code === 'string' && aboutValues.test(code) ? stack.replace(message, 'a value was refused by the database') : stack,
  }
}
