import { fork, type ChildProcess } from 'node:child_process'
import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { refuse, type Outcome } from '#core/outcome.ts'
import { cleanJson } from '../clean-text.ts'
import type { FileChanges } from './job-files.ts'
import type { Told, Typeset, TypesetJob, TypesetLimits, TypesetStage } from './typeset-job.ts'

/** A job as the process gets it: its files as the changes since the job before. */
export interface Order extends FileChanges {
  readonly source: string
  readonly seconds: number
  /** What was set but not used in so many jobs is forgotten. */
  readonly keep: number
}

export type FromTypesetter = { readonly stage: TypesetStage } | { readonly answer: Outcome<Typeset> }

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

const tooLong = refuse('unavailable', 'The document takes too long to set. Divide it into smaller papers.')
export const tooLarge = refuse('unavailable', 'The document takes too much memory to set. Divide it into smaller papers.')

/**
 * A process that sets documents, one at a time; native code in a thread could not be stopped. It remembers what it has set, so that a document that
 * is set again with one part changed takes a fraction of the time. It ends itself when this process is gone, and does not keep it alive.
 */
export class TypesetterProcess {
  readonly #child: ChildProcess
  /** The files that the process holds, by name, as digests. */
  #held: ReadonlyMap<string, string> = new Map()
  /** What is waited for. */
  #job: { readonly told: Told; readonly answered: PromiseWithResolvers<Outcome<Typeset>> } | undefined
  #isOver = false

  constructor() {
    this.#child = fork(worker, [String(process.pid)], { serialization: 'advanced', env: closedEnvironment, execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    this.#child.on('message', (message) => this.#hear(message as FromTypesetter))
    this.#child.on('error', (error) => this.#fail(error))
    this.#child.on('exit', (code, signal) => this.#fail(new Error(`The typesetter ended without an answer (${signal ?? `exit ${code}`})`)))
    this.#keepsAlive(false)
  }

  /** Ended, by a limit or by itself: it takes no more jobs. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** What it holds of the machine's memory. That of native code is not counted by Node's own limits; Linux says it, elsewhere it is 0. */
  async megabytes(): Promise<number> {
    const status = await readFile(`/proc/${this.#child.pid}/status`, 'utf8').catch(() => '')
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024
  }

  /** Sets one document; `keep` is for how many documents more it remembers what it has set. Throws where the process ends without an answer. */
  async set(job: TypesetJob, limits: TypesetLimits, keep: number, told: Told): Promise<Outcome<Typeset>> {
    if (this.#isOver) throw new Error('The typesetter has ended')
    const answered = Promise.withResolvers<Outcome<Typeset>>()
    this.#job = { told, answered }
    this.#keepsAlive(true)
    const guards = [setTimeout(() => this.#giveUp(tooLong), limits.seconds * 1000), setInterval(() => void this.#giveUpWhenLarge(limits), 100)]
    try {
      const order: Order = { source: job.source, seconds: limits.seconds + secondsBeyond, keep, ...this.#changes(job) }
      this.#child.send(order, (error) => error !== null && this.#fail(error))
      return await answered.promise
    } finally {
      for (const guard of guards) clearTimeout(guard)
      this.#job = undefined
      this.#keepsAlive(false)
    }
  }

  end(): void {
    this.#isOver = true
    this.#child.kill('SIGKILL')
  }

  #hear(said: FromTypesetter): void {
    if ('stage' in said) this.#job?.told(said.stage)
    else this.#job?.answered.resolve(said.answer)
  }

  #fail(error: Error): void {
    this.#isOver = true
    this.#job?.answered.reject(error)
  }

  #giveUp(reason: Outcome<Typeset>): void {
    this.#job?.answered.resolve(reason)
    this.end()
  }

  async #giveUpWhenLarge({ megabytes }: TypesetLimits): Promise<void> {
    const job = this.#job
    const isLarge = (await this.megabytes()) > megabytes
    if (isLarge && this.#job === job) this.#giveUp(tooLarge)
  }

  /** What is not yet in the process, and what it may not read any more. */
  #changes(job: TypesetJob): FileChanges {
    const wanted = new Map<string, string | Uint8Array>(job.files)
    for (const [name, data] of job.parts ?? []) wanted.set(name, cleanJson(data))
    wanted.set('data.json', cleanJson(job.data))
    const digests = new Map(Array.from(wanted, ([name, content]) => [name, hash('sha256', content)] as const))
    const removed = [...this.#held.keys()].filter((name) => !wanted.has(name))
    const files = new Map([...wanted].filter(([name]) => this.#held.get(name) !== digests.get(name)))
    this.#held = digests
    return { files, removed }
  }

  /** Whether this process stays while that one lives. */
  #keepsAlive(isWorking: boolean): void {
    const { channel } = this.#child
    if (isWorking) {
      this.#child.ref()
      channel?.ref()
    } else {
      this.#child.unref()
      channel?.unref()
    }
  }
}
