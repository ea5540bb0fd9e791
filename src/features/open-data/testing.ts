import type { OparlKind } from './oparl/addresses.ts'

/**
 * What OParl 1.1 asks of each kind of object: the facts of the standard's own schema files (github.com/OParl/spec, `schema/*.json`, version 1.1, and its chapter on
 * `Body`), written down by hand: which fields there are, of which type, and which may not be missing.
 */
const shared = { id: 'url', type: 'type', license: 'string', keyword: 'string[]', created: 'date-time', modified: 'date-time', web: 'url', deleted: 'boolean' } as const

const fields: Readonly<Record<OparlKind, Readonly<Record<string, string>>>> = {
  System: { oparlVersion: 'url', otherOparlVersions: 'url[]', license: 'url', body: 'url', name: 'string', contactEmail: 'string', contactName: 'string', website: 'url', vendor: 'url', product: 'url' },
  Body: {
    system: 'url', shortName: 'string', name: 'string', website: 'url', license: 'url', licenseValidSince: 'date-time', oparlSince: 'date-time', ags: 'string', rgs: 'string', equivalent: 'url[]', contactEmail: 'string',
    contactName: 'string', organization: 'url', person: 'url', meeting: 'url', paper: 'url', legislativeTerm: 'LegislativeTerm[]', agendaItem: 'url', consultation: 'url', file: 'url', locationList: 'url', legislativeTermList: 'url',
    membership: 'url', classification: 'string', location: 'Location',
  },
  LegislativeTerm: { body: 'url', name: 'string', startDate: 'date', endDate: 'date' },
  Organization: {
    body: 'url', name: 'string', membership: 'url[]', meeting: 'url', consultation: 'url', shortName: 'string', post: 'string[]', subOrganizationOf: 'url', organizationType: 'string', classification: 'string', startDate: 'date',
    endDate: 'date', website: 'url', location: 'Location', externalBody: 'url',
  },
  Person: {
    body: 'url', name: 'string', familyName: 'string', givenName: 'string', formOfAddress: 'string', affix: 'string', title: 'string[]', gender: 'string', phone: 'string[]', email: 'string[]', location: 'url', locationObject: 'Location',
    status: 'string[]', membership: 'Membership[]', life: 'string', lifeSource: 'string',
  },
  Membership: { person: 'url', organization: 'url', role: 'string', votingRight: 'boolean', startDate: 'date', endDate: 'date', onBehalfOf: 'url' },
  Meeting: {
    name: 'string', meetingState: 'string', cancelled: 'boolean', start: 'date-time', end: 'date-time', location: 'Location', organization: 'url[]', participant: 'url[]', invitation: 'File', resultsProtocol: 'File', verbatimProtocol: 'File',
    auxiliaryFile: 'File[]', agendaItem: 'AgendaItem[]',
  },
  AgendaItem: {
    meeting: 'url', number: 'string', order: 'integer', name: 'string', public: 'boolean', consultation: 'url', result: 'string', resolutionText: 'string', resolutionFile: 'File', auxiliaryFile: 'File[]', start: 'date-time', end: 'date-time',
  },
  Paper: {
    body: 'url', name: 'string', reference: 'string', date: 'date', paperType: 'string', relatedPaper: 'url[]', superordinatedPaper: 'url[]', subordinatedPaper: 'url[]', mainFile: 'File', auxiliaryFile: 'File[]', location: 'Location[]',
    originatorPerson: 'url[]', underDirectionOf: 'url[]', originatorOrganization: 'url[]', consultation: 'Consultation[]',
  },
  Consultation: { paper: 'url', agendaItem: 'url', meeting: 'url', organization: 'url[]', authoritative: 'boolean', role: 'string' },
  File: {
    name: 'string', fileName: 'string', mimeType: 'string', date: 'date', size: 'integer', sha1Checksum: 'string', sha512Checksum: 'string', text: 'string', accessUrl: 'url', downloadUrl: 'url', externalServiceUrl: 'url', masterFile: 'url',
    derivativeFile: 'url[]', fileLicense: 'url', meeting: 'url[]', agendaItem: 'url[]', person: 'url', paper: 'url[]',
  },
  Location: {
    description: 'string', geojson: 'object', streetAddress: 'string', room: 'string', postalCode: 'string', subLocality: 'string', locality: 'string', bodies: 'url[]', organizations: 'url[]', persons: 'url[]', meetings: 'url[]', papers: 'url[]',
  },
}

const required: Readonly<Partial<Record<OparlKind, readonly string[]>>> = {
  System: ['oparlVersion', 'body'],
  Body: ['name', 'organization', 'person', 'meeting', 'paper', 'legislativeTerm', 'agendaItem', 'consultation', 'file', 'locationList', 'legislativeTermList', 'membership'],
  AgendaItem: ['order'],
  File: ['accessUrl'],
}

const prefix = 'https://schema.oparl.org/1.1/'

/** Everything that is wrong with an object by the standard, the objects within it included; none where it passes. A deleted object says no more than that it was. */
export function faultsOfOparl(object: unknown, kind?: OparlKind): string[] {
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return ['this is no object']
  const entries = object as Readonly<Record<string, unknown>>
  const type = String(entries['type'])
  const own = type.slice(prefix.length) as OparlKind
  if (!type.startsWith(prefix) || !Object.hasOwn(fields, own)) return [`${type} is no type of OParl 1.1`]
  if (kind !== undefined && own !== kind) return [`a ${own} stands where a ${kind} belongs`]
  const known: Readonly<Record<string, string>> = { ...shared, ...fields[own] }
  const missing = ['id', 'type', ...(entries['deleted'] === true ? ['created', 'modified'] : (required[own] ?? []))].filter((name) => entries[name] === undefined)
  return [
    ...missing.map((name) => `${own} without ${name}`),
    ...Object.entries(entries).flatMap(([name, value]) => {
      const wanted = known[name]
      // The standard leaves additions to those who make them, under a prefix of theirs.
      if (wanted === undefined && /^[A-Za-z]+:[A-Za-z0-9]+$/.test(name)) return []
      return wanted === undefined ? [`${own} has no field ${name}`] : faultsOfValue(value, wanted).map((fault) => `${own}.${name}: ${fault}`)
    }),
  ]
}

function faultsOfValue(value: unknown, wanted: string): string[] {
  if (wanted.endsWith('[]')) return Array.isArray(value) ? value.flatMap((one) => faultsOfValue(one, wanted.slice(0, -2))) : ['no list']
  if (Object.hasOwn(fields, wanted)) return faultsOfOparl(value, wanted as OparlKind)
  const isRight = {
    string: () => typeof value === 'string' && value !== '',
    boolean: () => typeof value === 'boolean',
    integer: () => Number.isInteger(value),
    object: () => typeof value === 'object' && value !== null,
    type: () => typeof value === 'string',
    url: () => typeof value === 'string' && URL.canParse(value) && /^https?:/.test(value),
    date: () => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)),
    'date-time': () => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value)),
  }[wanted]
  return isRight?.() === true ? [] : [`${JSON.stringify(value)} is no ${wanted}`]
}

/** What is wrong with a page of a list: OParl 1.1, "Objektlisten". */
export function faultsOfOparlList(list: unknown, kind: OparlKind): string[] {
  const { data, pagination, links } = list as { data?: unknown; pagination?: unknown; links?: Readonly<Record<string, unknown>> }
  if (!Array.isArray(data) || typeof pagination !== 'object' || pagination === null || typeof links !== 'object') return ['a list has data, pagination and links']
  return [...Object.values(links).flatMap((link) => faultsOfValue(link, 'url')), ...data.flatMap((object: unknown) => faultsOfOparl(object, kind))]
}
