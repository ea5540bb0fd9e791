import type { FastifyRequest } from 'fastify'
import type { Field, LostFile } from '#access/staff/carried-form.ts'
import type { UploadedFile } from '#access/staff/posted-form.ts'

/** What came with a request, read to its end. */
export interface Posted {
  readonly fields: readonly Field[]
  readonly files: ReadonlyMap<string, UploadedFile>
  /** Where files had been chosen, kept or not. */
  readonly chosen: readonly LostFile[]
  /** What was more than this address takes, if anything was: then no file is kept. */
  readonly tooLarge?: 'files' | 'text'
}

/** In bytes, of all that is typed in one form: the longest report that can be written, with room for what else its form carries. */
export const largestText = 4 * 1024 * 1024

/** In bytes, as they are sent: what is more than a form takes is read so far all the same, so that whoever is signed in gets it back. */
export const largestShownAgain = 4 * largestText

/** A plain form; nothing where something else was sent. */
export function readPlain({ body }: FastifyRequest): Posted {
  const fields = body instanceof URLSearchParams ? [...body].map(([name, value]) => [name, tidy(value)] as const) : []
  const size = fields.reduce((sum, [, value]) => sum + Buffer.byteLength(value), 0)
  return { fields, files: new Map(), chosen: [], ...(size > largestText ? { tooLarge: 'text' } : {}) }
}

const limits = { fields: 500, files: 20, parts: 520, fieldNameSize: 200, headerPairs: 20 }

/** In bytes, how much of a form with files is held: of its files together, and of what was typed. */
interface Room {
  readonly files: number
  readonly text: number
}

/**
 * A form with files. What is over the room for it is read past and not kept, so that the browser hears the answer and the fields that come after a file are
 * not lost. Of two files in one field the last counts.
 */
export async function readUpload(request: FastifyRequest, room: Room): Promise<Posted> {
  const fields: Field[] = []
  const files = new Map<string, UploadedFile>()
  const chosen: LostFile[] = []
  let [filesLeft, typed] = [room.files, 0]
  try {
    for await (const part of request.parts({ limits: { ...limits, fieldSize: room.text, fileSize: room.files + 1 } })) {
      if (part.type === 'field') {
        const value = tidy(String(part.value))
        typed += Buffer.byteLength(value)
        if (typed <= room.text) fields.push([part.fieldname, value])
        continue
      }
      const bytes = await readFile(part.file, filesLeft)
      filesLeft -= bytes === undefined ? Infinity : bytes.length
      const name = fileName(part.filename)
      if (name === '') continue
      chosen.push({ field: part.fieldname, name })
      if (bytes !== undefined) files.set(part.fieldname, { name, bytes })
    }
  } catch (error) {
    if (!isOverCounted(error)) throw statusOf(error) === undefined ? unreadable(error) : error
    filesLeft = -1
  }
  if (typed > largestText) return { fields, files: new Map(), chosen, tooLarge: 'text' }
  return filesLeft < 0 ? { fields, files: new Map(), chosen, tooLarge: 'files' } : { fields, files, chosen }
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
