import type { FastifyRequest } from 'fastify'
import type { Field, LostFile } from '#access/staff/carried-form.ts'
import type { UploadedFile } from '#access/staff/posted-form.ts'

/** What came with a request, read to its end. */
export interface Posted {
  readonly fields: readonly Field[]
  readonly files: ReadonlyMap<string, UploadedFile>
  /** Where files had been chosen, kept or not. */
  readonly chosen: readonly LostFile[]
  /** The files together, or what was typed, were more than this address takes: no file is kept. */
  readonly isTooLarge: boolean
}

/** A plain form; nothing where something else was sent. */
export function readPlain({ body }: FastifyRequest): Posted {
  const fields = body instanceof URLSearchParams ? [...body].map(([name, value]) => [name, tidy(value)] as const) : []
  return { fields, files: new Map(), chosen: [], isTooLarge: false }
}

/** In bytes, of all that was typed; as much as a plain form. */
const largestText = 1024 * 1024
const limits = { fields: 500, files: 20, parts: 520, fieldNameSize: 200, headerPairs: 20, fieldSize: largestText }

/**
 * A form with files, which together may have `largest` bytes. What is over that is read past and not kept, so that the browser hears the
 * answer and the fields that come after a file are not lost. Of two files in one field the last counts.
 */
export async function readUpload(request: FastifyRequest, largest: number): Promise<Posted> {
  const fields: Field[] = []
  const files = new Map<string, UploadedFile>()
  const chosen: LostFile[] = []
  let [room, roomToType] = [largest, largestText]
  try {
    for await (const part of request.parts({ limits: { ...limits, fileSize: largest + 1 } })) {
      if (part.type === 'field') {
        const value = tidy(String(part.value))
        roomToType -= Buffer.byteLength(value) + (part.valueTruncated ? largestText : 0)
        if (roomToType >= 0) fields.push([part.fieldname, value])
        continue
      }
      const bytes = await readFile(part.file, room)
      room -= bytes === undefined ? Infinity : bytes.length
      const name = fileName(part.filename)
      if (name === '') continue
      chosen.push({ field: part.fieldname, name })
      if (bytes !== undefined) files.set(part.fieldname, { name, bytes })
    }
  } catch (error) {
    if (!isOverCounted(error)) throw statusOf(error) === undefined ? unreadable(error) : error
    room = -1
  }
  const isTooLarge = room < 0 || roomToType < 0
  return { fields, files: isTooLarge ? new Map() : files, chosen, isTooLarge }
}

/** More fields, files or parts than any of our forms has: what came before them is kept. */
function isOverCounted(error: unknown): boolean {
  return statusOf(error) === 413
}

function statusOf(error: unknown): unknown {
  return error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
}

/** The form was cut off, or never was one: the sender's fault and not ours. */
function unreadable(cause: unknown): Error {
  return Object.assign(new Error('The form cannot be read as it arrived', { cause }), { statusCode: 400 })
}

/** The bytes of a file, read to its end; undefined where there are more than there is room for. */
async function readFile(stream: AsyncIterable<Buffer>, room: number): Promise<Buffer | undefined> {
  let chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > room) chunks = []
    else chunks.push(chunk)
  }
  return size > room ? undefined : Buffer.concat(chunks)
}

/** Browsers write line ends as CR LF whatever was typed; NUL can be kept in no database. */
function tidy(value: string): string {
  return value.replaceAll('\r\n', '\n').replaceAll('\0', '')
}

/** The file's own name: some browsers send the path, and a name can hold characters that steer a screen. */
function fileName(given: string | undefined): string {
  const name = (given ?? '').split(/[/\\]/).at(-1) ?? ''
  return name
    .replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '')
    .trim()
    .slice(0, 200)
}
