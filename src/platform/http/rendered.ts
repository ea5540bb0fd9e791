import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A response in its final bytes, ready to be sent many times. */
export interface Rendered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  /** The checksum of the body, from which each form of it gets its own strong ETag; only for status 200. */
  readonly checksum?: string
  readonly compressed?: CompressedForms
}

export interface CompressedForms {
  readonly br: Buffer
  readonly gzip: Buffer
}

type Encoding = 'br' | 'gzip'

const smallestToCompress = 1024
/** A tagged PDF holds much plain text beside its compressed streams: a pack shrinks to a third. */
const compressible = /^(text\/|application\/(json|atom\+xml|vnd\.oai|pdf)|image\/svg)/
/** A form that is not smaller by a tenth is not worth keeping. */
const worthKeeping = 0.9
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** The bytes with their headers; a reader's browser keeps them and asks each time whether they still hold. */
export function rendered(status: number, contentType: string, body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Rendered {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const fixed = {
    'content-type': contentType,
    'cache-control': status === 200 ? 'public, no-cache' : 'no-store',
    vary: 'accept-encoding',
    ...headers,
  }
  if (status !== 200) return { status, headers: fixed, body: bytes }
  return { status, headers: fixed, body: bytes, checksum: createHash('sha256').update(bytes).digest('base64url').slice(0, 27) }
}

/** The same with its compressed forms, where compressing pays. */
export async function compress(page: Rendered): Promise<Rendered> {
  if (page.body.length < smallestToCompress || !compressible.test(page.headers['content-type'] ?? '')) return page
  const [br, gzipped] = await Promise.all([brotli(page.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }), zip(page.body)])
  return br.length > page.body.length * worthKeeping ? page : { ...page, compressed: { br, gzip: gzipped } }
}

/** Sends the form that the browser can read, or 304 where it has that form already. */
export function send(request: FastifyRequest, reply: FastifyReply, page: Rendered): FastifyReply {
  const encoding = page.compressed === undefined ? undefined : chooseEncoding(request.headers['accept-encoding'])
  reply.code(page.status).headers(page.headers)
  if (page.checksum !== undefined) {
    const tag = `"${page.checksum}${encoding === undefined ? '' : `-${encoding}`}"`
    reply.header('etag', tag)
    if (holds(request.headers['if-none-match'], tag)) return reply.code(304).send()
  }
  if (encoding === undefined) return reply.send(page.body)
  return reply.header('content-encoding', encoding).send(page.compressed?.[encoding])
}

/** RFC 9110 §12.5.3: a coding with `q=0` is one that the browser cannot read. */
function chooseEncoding(accepted: string | undefined): Encoding | undefined {
  if (accepted === undefined) return undefined
  const readable = accepted
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(';'))
    .filter(([, quality]) => quality === undefined || !/^\s*q=0(\.0*)?$/.test(quality))
    .map(([coding]) => coding?.trim())
  return (['br', 'gzip'] as const).find((coding) => readable.includes(coding))
}

/** RFC 9110 §13.1.2: compared weakly, since a proxy may have marked the tag as weak. */
function holds(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((given) => given.trim().replace(/^W\//, '') === tag)
}
