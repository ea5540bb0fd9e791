import { Worker } from 'node:worker_threads'
import type { EngineReport, EngineRequest, EngineStart } from './engine-messages.ts'

interface Waiting {
  readonly resolve: (report: EngineReport) => void
  readonly reject: (error: Error) => void
}

/** One run of PostgreSQL in a worker thread. When it dies everything that waits for it fails, and so does everything after. */
export class Engine {
  readonly #worker: Worker
  readonly #waiting: Waiting[] = []
  #death: Error | undefined

  private constructor(start: EngineStart) {
    // Without the arguments that this process was started with, some of which a thread does not bear.
    this.#worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { workerData: start, execArgv: [] })
    this.#worker.on('message', (report: EngineReport) => this.#answered(report))
    this.#worker.on('error', (error) => this.#die(error instanceof Error ? error : new Error(String(error))))
    this.#worker.on('exit', () => this.#die(new Error('The embedded database has stopped')))
  }

  /** Starts the thread; settles when PostgreSQL answers. */
  static async start(start: EngineStart): Promise<Engine> {
    const engine = new Engine(start)
    await engine.#report()
    return engine
  }

  get isDead(): boolean {
    return this.#death !== undefined
  }

  /**
   * Whole protocol messages in, PostgreSQL's whole answer out. A statement cannot be interrupted in the embedded database, so one
   * that runs longer than `limit` milliseconds takes the engine with it; what was committed is on disk.
   */
  async execute(bytes: Uint8Array, limit?: number): Promise<Uint8Array> {
    const tooLong = limit === undefined ? undefined : setTimeout(() => this.#breakOff('The statement took too long and was broken off'), limit)
    try {
      const report = await this.#ask({ kind: 'execute', bytes })
      return report.kind === 'answer' ? report.bytes : neverSaid(report)
    } finally {
      clearTimeout(tooLong)
    }
  }

  /** Ends the thread where it stands, as a power cut would, and throws why. */
  stop(reason: string): never {
    throw this.#breakOff(`The embedded database has stopped: ${reason}`)
  }

  /** Makes the session as new before whatever is asked next. */
  reset(): void {
    this.#worker.postMessage({ kind: 'reset' } satisfies EngineRequest)
  }

  /** All of the database's files, to begin another one in memory from. */
  async image(): Promise<Uint8Array> {
    const report = await this.#ask({ kind: 'image' })
    return report.kind === 'image' ? report.bytes : neverSaid(report)
  }

  /** Writes everything out and ends the thread. */
  async close(): Promise<void> {
    if (this.#death !== undefined) return
    await this.#ask({ kind: 'close' })
    await this.#worker.terminate()
  }

  async #ask(request: EngineRequest): Promise<EngineReport> {
    if (this.#death !== undefined) throw this.#death
    this.#worker.postMessage(request)
    return await this.#report()
  }

  /** Whoever waits for an answer keeps the process alive; a database that was merely not closed does not. */
  async #report(): Promise<EngineReport> {
    this.#worker.ref()
    return await new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }))
  }

  #answered(report: EngineReport): void {
    this.#waiting.shift()?.resolve(report)
    if (this.#waiting.length === 0) this.#worker.unref()
  }

  #breakOff(message: string): Error {
    const cause = new Error(message)
    this.#die(cause)
    void this.#worker.terminate()
    return cause
  }

  #die(cause: Error): void {
    this.#death ??= cause
    for (const waiting of this.#waiting.splice(0)) waiting.reject(this.#death)
  }
}

function neverSaid(report: EngineReport): never {
  throw new Error(`The embedded database answered ${report.kind} to another question`)
}
