/** The part of PostgreSQL's frontend and backend protocol that the bridge speaks itself. */

/** A whole message: its kind as one letter (empty for the start-up message) and all of its bytes. */
export interface WireMessage {
  readonly kind: string
  readonly bytes: Buffer
}

/** Cuts what arrives into whole messages; the first one of a connection has no letter. */
export class MessageCutter {
  #rest: Buffer = Buffer.alloc(0)
  #isStarted = false

  take(chunk: Buffer): WireMessage[] {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    const messages: WireMessage[] = []
    for (let message = this.#next(); message !== undefined; message = this.#next()) messages.push(message)
    return messages
  }

  #next(): WireMessage | undefined {
    const letters = this.#isStarted ? 1 : 0
    if (this.#rest.length < letters + 4) return undefined
    const length = letters + this.#rest.readInt32BE(letters)
    if (this.#rest.length < length) return undefined
    const bytes = this.#rest.subarray(0, length)
    this.#rest = this.#rest.subarray(length)
    this.#isStarted = true
    return { kind: letters === 0 ? '' : String.fromCharCode(bytes[0] ?? 0), bytes }
  }
}

/** The zero-ended text at `offset`, and where the next field begins. */
export function textAt(bytes: Buffer, offset: number): { readonly text: string; readonly next: number } {
  const end = bytes.indexOf(0, offset)
  if (end === -1) throw new Error('A text in a protocol message has no end')
  return { text: bytes.toString('utf8', offset, end), next: end + 1 }
}

/** Idle, in a transaction, or in one that has failed: the letter that PostgreSQL ends every answer with. */
export type TransactionStatus = 'I' | 'T' | 'E'

/** The status in the ReadyForQuery at the end of an answer; undefined where PostgreSQL broke off before it. */
export function statusOf(answer: Uint8Array): TransactionStatus | undefined {
  const ending = Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength).subarray(-6)
  const status = ending.toString('latin1', 5)
  return ending[0] === 0x5a && (status === 'I' || status === 'T' || status === 'E') ? status : undefined
}

/** The message of the last error in an answer. */
export function lastErrorIn(answer: Uint8Array): string | undefined {
  const cutter = new MessageCutter()
  cutter.take(Buffer.from([0, 0, 0, 4]))
  const error = cutter.take(Buffer.from(answer)).findLast(({ kind }) => kind === 'E')
  return error === undefined ? undefined : /\0M([^\0]*)/.exec(error.bytes.toString())?.[1]
}

/** A simple query: one text, perhaps of several statements. */
export function simpleQuery(text: string): Buffer {
  return message('Q', Buffer.from(`${text}\0`))
}

/** What a server says to a client that has just connected. */
export function welcome(): Buffer {
  const settings = { server_version: '18.0', client_encoding: 'UTF8', standard_conforming_strings: 'on', integer_datetimes: 'on' }
  return Buffer.concat([
    message('R', int32(0)),
    ...Object.entries(settings).map(([name, value]) => message('S', Buffer.from(`${name}\0${value}\0`))),
    message('K', Buffer.concat([int32(1), int32(1)])),
    readyForQuery('I'),
  ])
}

/** An error as PostgreSQL reports it, `code` being its SQLSTATE. */
export function errorResponse(code: string, text: string): Buffer {
  return message('E', Buffer.from(`SERROR\0VERROR\0C${code}\0M${text}\0\0`))
}

export function readyForQuery(status: TransactionStatus): Buffer {
  return message('Z', Buffer.from(status))
}

function message(kind: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body])
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}
