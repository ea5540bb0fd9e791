import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'

/** A backup is a gzip of lines of JSON: what it is, then each table with its rows, the sequences, the files, and a checksum over all of it. */
export const backupLine = z.union([
  z.strictObject({ backup: z.literal('golden-thread'), format: z.literal(1), council: z.string(), migrations: z.array(z.string()) }),
  z.strictObject({ table: z.string(), columns: z.array(z.string()) }),
  /** A row of the table named last: each column as PostgreSQL writes it. */
  z.array(z.string().nullable()),
  z.strictObject({ sequence: z.string(), last: z.number() }),
  /** A part of a file in base64; the next part of the same file follows it. */
  z.strictObject({ file: z.string(), part: z.string() }),
  z.strictObject({ end: z.strictObject({ lines: z.number(), sha256: z.string() }) }),
])
export type BackupLine = z.infer<typeof backupLine>

/** Writes lines, compressed, to a file of the owner's own. */
export class BackupWriter {
  readonly #gzip = createGzip()
  readonly #hash = createHash('sha256')
  readonly #written: Promise<void>
  #lines = 0

  constructor(path: string) {
    this.#written = pipeline(this.#gzip, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))
    // A failure is met where the writer is waited for.
    this.#written.catch(() => undefined)
  }

  async write(line: BackupLine): Promise<void> {
    await this.writeText(JSON.stringify(line))
  }

  /** A line that is JSON already. */
  async writeText(text: string): Promise<void> {
    this.#hash.update(`${text}\n`)
    this.#lines += 1
    if (!this.#gzip.write(`${text}\n`)) await Promise.race([once(this.#gzip, 'drain'), this.#written])
  }

  /** Adds the checksum and settles when the file is on disk. */
  async end(): Promise<void> {
    this.#gzip.end(`${JSON.stringify({ end: { lines: this.#lines, sha256: this.#hash.digest('hex') } } satisfies BackupLine)}\n`)
    await this.#written
  }

  /** After a failure: lets the file go. */
  async giveUp(): Promise<void> {
    this.#gzip.destroy()
    await this.#written.catch(() => undefined)
  }
}

/** The lines of a backup in order, as text. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path)
  const gunzip = createGunzip()
  const reading = pipeline(file, gunzip)
  reading.catch((error: unknown) => gunzip.destroy(error instanceof Error ? error : new Error(String(error))))
  yield* createInterface({ input: gunzip, crlfDelay: Number.POSITIVE_INFINITY })
  await reading
}

/** Whether the file is a whole backup, not a byte of it changed. */
export async function isWhole(path: string): Promise<boolean> {
  const hash = createHash('sha256')
  let lines = 0
  let last: string | undefined
  try {
    for await (const line of linesOf(path)) {
      if (last !== undefined) hash.update(`${last}\n`)
      if (last !== undefined) lines += 1
      last = line
    }
    const end = backupLine.parse(JSON.parse(last ?? ''))
    return 'end' in end && end.end.lines === lines && end.end.sha256 === hash.digest('hex')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw error
    return false
  }
}
