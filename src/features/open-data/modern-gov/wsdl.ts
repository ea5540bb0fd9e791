import type { Call } from './calls.ts'
import { callsNamespace } from './soap.ts'
import { element, type Element } from './xml.ts'

const namespaces = {
  'xmlns:wsdl': 'http://schemas.xmlsoap.org/wsdl/',
  'xmlns:soap': 'http://schemas.xmlsoap.org/wsdl/soap/',
  'xmlns:soap12': 'http://schemas.xmlsoap.org/wsdl/soap12/',
  'xmlns:http': 'http://schemas.xmlsoap.org/wsdl/http/',
  'xmlns:mime': 'http://schemas.xmlsoap.org/wsdl/mime/',
  'xmlns:s': 'http://www.w3.org/2001/XMLSchema',
  'xmlns:tns': callsNamespace,
  targetNamespace: callsNamespace,
}

/** A way in which the calls can be made: in envelopes, or with plain parameters. */
type Way = 'Soap' | 'HttpGet' | 'HttpPost'
const ways: readonly Way[] = ['Soap', 'HttpGet', 'HttpPost']

/** How a way goes over the line: envelopes are of SOAP 1.1 or of 1.2. */
interface Binding {
  readonly name: string
  readonly way: Way
  readonly elements: 'soap' | 'soap12' | 'http'
}
const bindings: readonly Binding[] = [
  { name: port('Soap'), way: 'Soap', elements: 'soap' },
  { name: `${port('Soap')}12`, way: 'Soap', elements: 'soap12' },
  { name: port('HttpGet'), way: 'HttpGet', elements: 'http' },
  { name: port('HttpPost'), way: 'HttpPost', elements: 'http' },
]

/** The description of the calls that are answered here (WSDL 1.1), by SOAP 1.1 and 1.2, by GET and by POST. */
export function description(calls: readonly Call[], address: string): Element {
  const schema = element('s:schema', calls.flatMap(({ name, parameters }) => [question(name, parameters), result(name)]), { elementFormDefault: 'qualified', targetNamespace: callsNamespace })
  return element('wsdl:definitions', [
    element('wsdl:types', [schema]),
    ...ways.flatMap((way) => calls.flatMap((call) => messages(way, call))),
    ...ways.map((way) => element('wsdl:portType', calls.map(({ name, about }) => element('wsdl:operation', [...(way === 'Soap' ? [element('wsdl:documentation', about)] : []), io('input', name, way), io('output', name, way)], { name })), { name: port(way) })),
    ...bindings.map((one) => element('wsdl:binding', [bound(one), ...calls.map(({ name }) => operation(one, name))], { name: one.name, type: `tns:${port(one.way)}` })),
    element('wsdl:service', bindings.map(({ name, elements }) => element('wsdl:port', [element(`${elements}:address`, [], { location: address })], { name, binding: `tns:${name}` })), { name: 'mgWebService' }),
  ], namespaces)
}

function port(way: Way): string {
  return `mgWebService${way}`
}

function question(name: string, parameters: Call['parameters']): Element {
  const parts = parameters.map((one) => element('s:element', [], { minOccurs: one.type === 'int' ? '1' : '0', maxOccurs: '1', name: one.name, type: `s:${one.type}` }))
  return element('s:element', [element('s:complexType', parts.length === 0 ? [] : [element('s:sequence', parts)])], { name })
}

/** The answer is XML of its own, which the description leaves open. */
function result(name: string): Element {
  const any = element('s:complexType', [element('s:sequence', [element('s:any', [])])], { mixed: 'true' })
  return element('s:element', [element('s:complexType', [element('s:sequence', [element('s:element', [any], { minOccurs: '0', maxOccurs: '1', name: `${name}Result` })])])], { name: `${name}Response` })
}

function messages(way: Way, { name, parameters }: Call): Element[] {
  const plain = parameters.map((one) => element('wsdl:part', [], { name: one.name, type: 's:string' }))
  const [asked, answered] = way === 'Soap' ? [[element('wsdl:part', [], { name: 'parameters', element: `tns:${name}` })], element('wsdl:part', [], { name: 'parameters', element: `tns:${name}Response` })] : [plain, element('wsdl:part', [], { name: 'Body' })]
  return [element('wsdl:message', asked, { name: `${name}${way}In` }), element('wsdl:message', [answered], { name: `${name}${way}Out` })]
}

function io(which: 'input' | 'output', name: string, way: Way): Element {
  return element(`wsdl:${which}`, [], { message: `tns:${name}${way}${which === 'input' ? 'In' : 'Out'}` })
}

function bound({ way, elements }: Binding): Element {
  if (way === 'Soap') return element(`${elements}:binding`, [], { transport: 'http://schemas.xmlsoap.org/soap/http' })
  return element('http:binding', [], { verb: way === 'HttpGet' ? 'GET' : 'POST' })
}

function operation({ way, elements }: Binding, name: string): Element {
  if (way === 'Soap') {
    const literal = [element(`${elements}:body`, [], { use: 'literal' })]
    return element('wsdl:operation', [element(`${elements}:operation`, [], { soapAction: `${callsNamespace}/${name}`, style: 'document' }), element('wsdl:input', literal), element('wsdl:output', literal)], { name })
  }
  const input = way === 'HttpGet' ? element('http:urlEncoded', []) : element('mime:content', [], { type: 'application/x-www-form-urlencoded' })
  return element('wsdl:operation', [element('http:operation', [], { location: `/${name}` }), element('wsdl:input', [input]), element('wsdl:output', [element('mime:mimeXml', [], { part: 'Body' })])], { name })
}
