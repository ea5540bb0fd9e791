import { z } from 'zod'
import { pagingQuery } from './api.ts'
import type { DescribedOperation } from './described-operation.ts'

/** What the description says of the API as a whole. */
export interface ApiInformation {
  readonly title: string
  readonly version: string
  readonly description: string
  readonly server: string
}

type Json = Record<string, unknown>

/** The OpenAPI 3.1 document, made from the same schemas that check requests and answers. */
export function describeApi(operations: readonly DescribedOperation[], information: ApiInformation): Json {
  const { server, ...info } = information
  const schemas: Json = { Problem: problemSchema }
  const paths: Record<string, Json> = {}
  for (const one of operations) paths[one.path] = { ...paths[one.path], [one.method ?? 'get']: operation(one, schemas) }
  const securitySchemes = operations.some(({ needsKey }) => needsKey) ? { securitySchemes: { [keyScheme]: keySchemeWords } } : {}
  return {
    openapi: '3.1.0',
    info,
    servers: [{ url: server }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: { schemas, ...securitySchemes },
  }
}

const keyScheme = 'key'
const keySchemeWords: Json = { type: 'http', scheme: 'bearer', description: 'A key of an account, made by an administrator. It may do what its account may, and no more.' }

function operation(one: DescribedOperation, schemas: Json): Json {
  const query = one.kind === 'list' ? one.query.extend(pagingQuery.shape) : one.query
  return {
    operationId: operationId(one),
    summary: one.summary,
    ...(one.description === undefined ? {} : { description: one.description }),
    tags: [one.tag],
    ...(one.needsKey === true ? { security: [{ [keyScheme]: [] }] } : {}),
    parameters: [...parameters('path', one.params, schemas), ...parameters('query', query, schemas)],
    ...(one.body === undefined ? {} : { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(one.body, 'input', schemas) } } } }),
    responses: { ...successes(one, schemas), ...problems(one) },
  }
}

function successes(one: DescribedOperation, schemas: Json): Json {
  const json = { 'application/json': { schema: answerSchema(one, schemas) } }
  const headers = { ETag: { schema: { type: 'string' } } }
  const found = { description: one.method === 'post' ? 'Done' : 'Found', ...(one.method === 'post' ? {} : { headers }), content: one.contentType === undefined ? json : { [one.contentType]: {} } }
  const also = one.alsoAnswers && { [one.alsoAnswers.status]: { description: one.alsoAnswers.description, headers: { Location: { schema: { type: 'string' } } }, content: json } }
  return { 200: found, ...also, ...(one.method === 'post' ? {} : { 304: { description: 'Not changed since the ETag given in If-None-Match' } }) }
}

function problems({ method, needsKey }: DescribedOperation): Json {
  return {
    400: problemResponse(method === 'post' ? 'What was sent cannot be used as it stands' : 'A parameter cannot be used as it stands'),
    ...(needsKey === true ? { 401: problemResponse('No key, or one that does not hold'), 403: problemResponse('The account of the key may not do this') } : {}),
    404: problemResponse(needsKey === true ? 'There is nothing at this address' : 'Nothing is published at this address'),
    ...(needsKey === true ? { 409: problemResponse('Somebody else has changed it, or it cannot be done now') } : {}),
    429: problemResponse('Too many requests'),
    ...(needsKey === true ? { 503: problemResponse('Something that this needs is not there at the moment') } : {}),
  }
}

function answerSchema(resource: DescribedOperation, schemas: Json): Json {
  const one = jsonSchema(resource.response, 'output', schemas)
  if (resource.kind !== 'list') return one
  return {
    type: 'object',
    required: ['items'],
    properties: {
      items: { type: 'array', items: one },
      next: { type: 'string', format: 'uri-reference', description: 'The next page; left out on the last one' },
    },
  }
}

function parameters(place: 'path' | 'query', shape: z.ZodObject, schemas: Json): Json[] {
  const described = jsonSchema(shape, 'input', schemas) as { properties?: Record<string, Json>; required?: readonly string[] }
  return Object.entries(described.properties ?? {}).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    required: place === 'path' || (described.required ?? []).includes(name),
    ...(description === undefined ? {} : { description }),
    schema,
  }))
}

/** Schemas with a name of their own move to the components, so that they are described once. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const { $schema, $defs, ...described } = z.toJSONSchema(schema, { io, reused: 'inline' }) as Json
  void $schema
  for (const [name, definition] of Object.entries(($defs ?? {}) as Json)) schemas[name] = pointToComponents(definition)
  return nameTopLevel(pointToComponents(described) as Json, schemas)
}

/** A schema that is itself named is described among the components and pointed to. */
function nameTopLevel(described: Json, schemas: Json): Json {
  const { id, ...rest } = described
  if (typeof id !== 'string') return described
  schemas[id] = rest
  return { $ref: `#/components/schemas/${id}` }
}

function pointToComponents(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointToComponents)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !(key === 'id' && typeof inner === 'string' && '$ref' in value))
      .map(([key, inner]) => [
        key,
        key === '$ref' && typeof inner === 'string' ? inner.replace('#/$defs/', '#/components/schemas/') : pointToComponents(inner),
      ]),
  )
}

function operationId({ method, path }: DescribedOperation): string {
  const words = path
    .replaceAll(/[{}.]/g, ' ')
    .split(/[\s/-]/)
    .filter((word) => word !== '')
  return [method === 'post' ? 'send' : 'read', ...words].map((word, index) => (index === 0 ? word : word[0]?.toUpperCase() + word.slice(1))).join('')
}

function problemResponse(description: string): Json {
  return { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }
}

const problemSchema: Json = {
  description: 'An error, as RFC 9457 writes it',
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What is wrong and what to do, in plain words' },
    requestId: { type: 'string', description: 'Tell us this if you ask for help' },
    faults: {
      type: 'array',
      items: {
        type: 'object',
        required: ['message'],
        properties: { field: { type: 'string' }, found: { type: 'string' }, message: { type: 'string' } },
      },
    },
    moreFaults: { type: 'integer', description: 'How many faults there are beside the first twenty' },
  },
}
