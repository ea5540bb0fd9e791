import { z } from 'zod'
import { pagingQuery, type ApiResource } from './api.ts'

/** What the description says of the API as a whole. */
export interface ApiInformation {
  readonly title: string
  readonly version: string
  readonly description: string
  readonly server: string
}

type Json = Record<string, unknown>

/** The OpenAPI 3.1 document, made from the same schemas that check requests and answers. */
export function describeApi(resources: readonly ApiResource[], information: ApiInformation): Json {
  const { server, ...info } = information
  const schemas: Json = { Problem: problemSchema }
  const paths: Json = {}
  for (const resource of resources) paths[resource.path] = { get: operation(resource, schemas) }
  return {
    openapi: '3.1.0',
    info,
    servers: [{ url: server }],
    tags: [...new Set(resources.map((resource) => resource.tag))].map((name) => ({ name })),
    paths,
    components: { schemas },
  }
}

function operation(resource: ApiResource, schemas: Json): Json {
  const query = resource.kind === 'list' ? resource.query.extend(pagingQuery.shape) : resource.query
  return {
    operationId: operationId(resource.path),
    summary: resource.summary,
    ...(resource.description === undefined ? {} : { description: resource.description }),
    tags: [resource.tag],
    parameters: [...parameters('path', resource.params, schemas), ...parameters('query', query, schemas)],
    responses: {
      200: {
        description: 'Found',
        headers: { ETag: { schema: { type: 'string' } } },
        content: { 'application/json': { schema: answerSchema(resource, schemas) } },
      },
      304: { description: 'Not changed since the ETag given in If-None-Match' },
      400: problemResponse('A parameter cannot be used as it stands'),
      404: problemResponse('Nothing is published at this address'),
      429: problemResponse('Too many requests'),
    },
  }
}

function answerSchema(resource: ApiResource, schemas: Json): Json {
  const one = jsonSchema(resource.response, 'output', schemas)
  if (resource.kind === 'record') return one
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

function operationId(path: string): string {
  const words = path
    .replaceAll(/[{}]/g, '')
    .split(/[/-]/)
    .filter((word) => word !== '')
  return ['read', ...words].map((word, index) => (index === 0 ? word : word[0]?.toUpperCase() + word.slice(1))).join('')
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
  },
}
