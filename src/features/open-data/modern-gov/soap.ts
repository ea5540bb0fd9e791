import sax, { type SaxTag } from 'sax'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { Parameters } from './parameters.ts'
import { element, type Element } from './xml.ts'

/** The name space of these calls, as the product's own description of them has it. */
export const callsNamespace = 'http://moderngov.co.uk/namespaces'

/** A version of SOAP: the name space of its envelopes, the media type in which they travel, and the status of a fault of the caller's making. */
export interface Envelope {
  readonly uri: string
  readonly contentType: string
  readonly faultStatus: 400 | 500
}

/** SOAP 1.1; also for what was no envelope itself. */
export const soap11: Envelope = { uri: 'http://schemas.xmlsoap.org/soap/envelope/', contentType: 'text/xml; charset=utf-8', faultStatus: 500 }
/** SOAP 1.2, Part 2 §7.5.2: a fault whose code is Sender is a bad request. */
const soap12: Envelope = { uri: 'http://www.w3.org/2003/05/soap-envelope', contentType: 'application/soap+xml; charset=utf-8', faultStatus: 400 }
const envelopes = [soap11, soap12]

/** What an envelope asks. */
export interface SoapQuestion {
  readonly envelope: Envelope
  /** Undefined where its body is empty. */
  readonly call: string | undefined
  readonly asked: Parameters
}

const deepest = 10

/** Reads an envelope of SOAP 1.1 or 1.2 and the call in it. Entities of a document's own are never read. */
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
    if (open.length === 0) envelope = one.local === 'Envelope' ? envelopes.find(({ uri }) => uri === one.uri) : undefined
    if (open.length === 2 && open[1]?.local === 'Body' && open[1].uri === envelope?.uri) call ??= one.local
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
  if (envelope === undefined) return refuse('invalid', 'This is no envelope of SOAP.')
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
  if (envelope === soap11) return enveloped(envelope, element('soap:Fault', [element('faultcode', 'soap:Client'), element('faultstring', message)]))
  return enveloped(envelope, element('soap:Fault', [element('soap:Code', [element('soap:Value', 'soap:Sender')]), element('soap:Reason', [element('soap:Text', message, { 'xml:lang': 'en' })])]))
}

function enveloped(envelope: Envelope, inner: Element): Element {
  return element('soap:Envelope', [element('soap:Body', [inner])], { 'xmlns:soap': envelope.uri })
}
