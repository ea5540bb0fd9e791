import sax, { type SaxTag } from 'sax'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { Parameters } from './parameters.ts'
import { element, type Element } from './xml.ts'

/** The name space of these calls, as the product's own description of them has it. */
export const callsNamespace = 'http://moderngov.co.uk/namespaces'

const envelopes = ['http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope'] as const
type Envelope = (typeof envelopes)[number]

/** What an envelope asks. */
export interface SoapQuestion {
  readonly envelope: Envelope
  readonly call: string
  readonly asked: Parameters
}

const deepest = 10

/** Reads an envelope of SOAP 1.1 or 1.2 with one call in it. Entities of a document's own are never read. */
export function readEnvelope(text: string): Outcome<SoapQuestion> {
  const open: SaxTag[] = []
  const given: [string, string][] = []
  let envelope: Envelope | undefined
  let call: string | undefined
  const parser = sax.parser(true, { xmlns: true, strictEntities: true })
  parser.onerror = (error) => {
    throw error
  }
  parser.onopentag = (one) => {
    if (open.length === 0) envelope = one.local === 'Envelope' ? envelopes.find((uri) => uri === one.uri) : undefined
    if (open.length === 2 && open[1]?.local === 'Body' && open[1].uri === envelope) call ??= one.local
    if (open.length === 3 && open[1]?.local === 'Body' && open[2]?.local === call) given.push([one.local, ''])
    if (open.push(one) > deepest) throw new Error('too deep')
  }
  const read = (words: string) => {
    const last = given.at(-1)
    if (open.length === 4 && open[2]?.local === call && last !== undefined) last[1] += words
  }
  parser.ontext = read
  parser.oncdata = read
  parser.onclosetag = () => void open.pop()
  try {
    parser.write(text).close()
  } catch {
    return refuse('invalid', 'This is not well-formed XML.')
  }
  if (envelope === undefined || call === undefined) return refuse('invalid', 'This is no envelope of SOAP with a call in its body.')
  return ok({ envelope, call, asked: new Parameters(given) })
}

/** The answer to a call, in an envelope of the kind in which it was asked. */
export function answerEnvelope(envelope: Envelope, call: string, root: Element): Element {
  // What is inside stands in no name space, as the product writes it.
  const plain = { ...root, attributes: { ...root.attributes, xmlns: '' } }
  return enveloped(envelope, element(`${call}Response`, [element(`${call}Result`, [plain])], { xmlns: callsNamespace }))
}

/** Why a call cannot be answered; of the caller's making. */
export function faultEnvelope(envelope: Envelope, message: string): Element {
  if (envelope === envelopes[0]) return enveloped(envelope, element('soap:Fault', [element('faultcode', 'soap:Client'), element('faultstring', message)]))
  return enveloped(envelope, element('soap:Fault', [element('soap:Code', [element('soap:Value', 'soap:Sender')]), element('soap:Reason', [element('soap:Text', message, { 'xml:lang': 'en' })])]))
}

function enveloped(envelope: Envelope, inner: Element): Element {
  return element('soap:Envelope', [element('soap:Body', [inner])], { 'xmlns:soap': envelope })
}

/** The envelope in which something is answered that was no envelope itself. */
export const oldEnvelope: Envelope = envelopes[0]
