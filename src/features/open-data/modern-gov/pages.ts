import type { Answer, PublicPage, PublicRequest } from '#platform/http/answers.ts'
import { html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { calls, type Call } from './calls.ts'
import { oldAddresses } from './old-pages.ts'
import { Parameters } from './parameters.ts'
import { answerEnvelope, faultEnvelope, readEnvelope, soap11, type Envelope } from './soap.ts'
import { description } from './wsdl.ts'
import { document, type Element } from './xml.ts'

const service = 'mgWebService.asmx'
const byName: ReadonlyMap<string, Call> = new Map(calls.map((call) => [call.name.toLowerCase(), call]))

/** The calls by which programs read the committee product of most English councils, under the names that those programs use, in either spelling of the service. */
export const modernGovPages: readonly PublicPage[] = [
  ...[service, service.toLowerCase()].flatMap((name): PublicPage[] => [
    { path: `/${name}`, answer: wholeService, isAskedByPost: true, sayError },
    { path: `/${name}/:call`, answer: oneCall, isAskedByPost: true, sayError },
  ]),
  ...oldAddresses,
]

function xml(root: Element, { status = 200, contentType = soap11.contentType }: { readonly status?: 200 | 400 | 500; readonly contentType?: string } = {}): Answer {
  return { kind: 'file', status, contentType, body: document(root), isForAnySite: true }
}

/** One call with plain parameters, by GET or as a form by POST. What cannot be answered is said in a line of text: programs can do nothing with a page. */
async function oneCall(request: PublicRequest): Promise<Answer> {
  const { params, query, posted } = request
  const call = byName.get((params['call'] ?? '').toLowerCase())
  if (call === undefined) return inWords(404, `There is no call of this name. Those that there are: ${calls.map(({ name }) => name).join(', ')}.`)
  const answered = await call.answer(request, new Parameters([...query, ...(posted instanceof URLSearchParams ? posted : [])]))
  return answered.ok ? xml(answered.value) : inWords(answered.refusal.kind === 'not-found' ? 404 : 400, answered.refusal.message)
}

function inWords(status: 400 | 404, message: string): Answer {
  return { kind: 'file', status, ...sayError(message) }
}

function sayError(words: string) {
  return { contentType: 'text/plain; charset=utf-8', body: `${words}\n`, isForAnySite: true }
}

/** The service itself: an envelope of SOAP is answered, `?WSDL` describes it, and people read what it is. */
async function wholeService(request: PublicRequest): Promise<Answer> {
  if (request.posted !== undefined) return envelope(request, request.posted)
  if (new Parameters(request.query).has('wsdl')) return xml(description(calls, `${request.origin}/${service}`))
  return listOfCalls()
}

async function envelope(request: PublicRequest, posted: URLSearchParams | string): Promise<Answer> {
  const read = readEnvelope(String(posted))
  if (!read.ok) return fault(soap11, read.refusal.message)
  const { envelope: kind, call: name, asked } = read.value
  const call = byName.get(name?.toLowerCase() ?? '')
  if (call === undefined) return fault(kind, name === undefined ? 'There is no call in the body of this envelope.' : 'There is no call of this name.')
  const answered = await call.answer(request, asked)
  return answered.ok ? xml(answerEnvelope(kind, call.name, answered.value), { contentType: kind.contentType }) : fault(kind, answered.refusal.message)
}

function fault(kind: Envelope, message: string): Answer {
  return xml(faultEnvelope(kind, message), { status: kind.faultStatus, contentType: kind.contentType })
}

function listOfCalls(): Answer {
  return {
    kind: 'page',
    title: 'mgWebService',
    description: 'Bodies, meetings and councillors as XML, for programs that read committees.',
    crumbs: [{ text: 'Home', href: '/' }],
    body: html`<p class="govuk-body">Programs that read the committees of other councils by these calls read them here as well. Each is asked with GET, or by POST with a form or an envelope of SOAP, and answers XML.</p>
<ul class="govuk-list govuk-list--bullet">${calls.map(({ name, about, parameters }) => html`<li>${parameters.some(({ name: one }) => one === 'lMeetingId') ? name : link(`/${service}/${name}`, name)}${parameters.length > 0 && html` (${parameters.map((one) => one.name).join(', ')})`}: ${about}</li>`)}</ul>
<p class="govuk-body">Give days as 07/07/2023 or 2023-07-07. The number of a meeting stands in the answer of GetMeetings. ${link(`/${service}?WSDL`, 'The description for programs (WSDL)')}.</p>`,
  }
}
