import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import { concerns, type Concern } from './document-request.ts'

/** What a member typed. */
export interface TypedRequest {
  readonly body: string
  readonly document: string
  readonly concern: string
  readonly about: string
  readonly purpose: string
}

export const requestFields = ['body', 'document', 'concern', 'about', 'purpose'] as const satisfies readonly (keyof TypedRequest)[]

export interface ReadRequest {
  readonly body: string
  readonly document: string
  readonly concern: Concern
  readonly about: string
  readonly purpose?: string
}

const longest = 1000

/** Reads the form against the bodies for which this member may ask; each fault stands at its field. */
export function readRequest(typed: TypedRequest, bodies: ReadonlySet<string>): Outcome<ReadRequest> {
  const [document, about, purpose] = [cleanText(typed.document).trim(), cleanText(typed.about).trim(), cleanText(typed.purpose).trim()]
  const concern = concerns.find((one) => one === typed.concern)
  const faults: Fault[] = [
    ...(bodies.has(typed.body) ? [] : [{ field: 'body', message: 'Choose the scrutiny body for which you ask' }]),
    ...wrong('document', document, 'Say which document you ask for'),
    ...(concern === undefined ? [{ field: 'concern', message: 'Choose what the document has to do with' }] : []),
    ...wrong('about', about, 'Say which meeting or decision it is'),
    ...(purpose.length > longest ? [tooLong('purpose')] : []),
  ]
  if (concern === undefined || faults.length > 0) return refuse('invalid', '', faults)
  return ok({ body: typed.body, document, concern, about, ...(purpose === '' ? {} : { purpose }) })
}

function wrong(field: string, text: string, message: string): Fault[] {
  if (text === '') return [{ field, message }]
  return text.length > longest ? [tooLong(field)] : []
}

function tooLong(field: string): Fault {
  return { field, message: `Shorten this to ${longest.toLocaleString('en-GB')} characters` }
}
