import { fork, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { refuse, type Outcome } from '#core/outcome.ts'

/** A document to be set. */
export interface TypesetJob {
  /** Typst code that the product itself holds; it reads what people typed from `data.json`, where no text is ever code. */
  readonly source: string
  /** Becomes `data.json`. */
  readonly data: unknown
  /** Other files that the source may read, by name: pictures, code that it imports. It can read nothing else. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

export interface Typeset {
  /** A file to the standard PDF/UA-1. */
  readonly pdf: Uint8Array
  /** The values of `#metadata(…) <mark>` in the order of the document, such as the page on which a part begins. */
  readonly marks: readonly unknown[]
}

export interface TypesetLimits {
  readonly seconds: number
  readonly megabytes: number
}

export type Typesetter = (job: TypesetJob) => Promise<Outcome<Typeset>>

const usualLimits: TypesetLimits = { seconds: 60, megabytes: 1500 }

/** The typesetter ends itself so much later than it would be ended from here: only where there is nobody left to end it. */
const secondsBeyond = 5

const worker = fileURLToPath(new URL('typeset.worker.ts', import.meta.url))

/** No settings, no secrets, no network and no home: the compiler would fetch packages from all of these. */
const closedEnvironment = {
  HOME: '/dev/null',
  XDG_DATA_HOME: '/dev/null',
  XDG_CACHE_HOME: '/dev/null',
  HTTPS_PROXY: 'http://127.0.0.1:9',
  HTTP_PROXY: 'http://127.0.0.1:9',
}

/**
 * Sets a document as PDF/UA-1, in a process of its own that is ended at its limits, native code in a thread could not be; it ends itself when this
 * process is gone.
 *
 * Refused: `unavailable` where the machine has no typesetter or a limit is reached, `invalid` where the document cannot be set, such as a
 * picture that cannot be read. Text that no font here can show becomes the mark U+FFFD, as PDF/UA allows no missing letters.
 */
export async function typeset(job: TypesetJob, limits: TypesetLimits = usualLimits): Promise<Outcome<Typeset>> {
  const told = [process.pid, limits.seconds + secondsBeyond].map(String)
  const child = fork(worker, told, { serialization: 'advanced', env: closedEnvironment, execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const overrun = new AbortController()
  const guards = [setTimeout(() => overrun.abort(), limits.seconds * 1000), setInterval(() => void abortWhenLarge(child, limits, overrun), 100)]
  try {
    return await answerOf(child, job, overrun.signal)
  } finally {
    for (const guard of guards) clearTimeout(guard)
    child.kill('SIGKILL')
  }
}

const tooLarge = refuse('unavailable', 'The document takes too long or too much memory to set. Divide it into smaller papers.')

function answerOf(child: ChildProcess, job: TypesetJob, overrun: AbortSignal): Promise<Outcome<Typeset>> {
  return new Promise((resolve, reject) => {
    overrun.addEventListener('abort', () => resolve(tooLarge))
    child.once('message', (answer) => resolve(answer as Outcome<Typeset>))
    child.once('error', reject)
    child.once('exit', (code, signal) => reject(new Error(`The typesetter ended without an answer (${signal ?? `exit ${code}`})`)))
    child.send(job, (error) => {
      if (error !== null) reject(error)
    })
  })
}

/** The memory of native code is not counted by Node's own limits; Linux says how much the process holds. */
async function abortWhenLarge(child: ChildProcess, limits: TypesetLimits, overrun: AbortController): Promise<void> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
  const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0)
  if (kilobytes > limits.megabytes * 1024) overrun.abort()
}
