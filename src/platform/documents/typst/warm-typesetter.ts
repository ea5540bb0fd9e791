import type { Outcome } from '#core/outcome.ts'
import { usualLimits, type Told, type Typeset, type TypesetJob, type TypesetLimits, type Typesetter } from './typeset-job.ts'
import { tooLarge, TypesetterProcess } from './typesetter-process.ts'

export interface WarmSettings {
  /** Of each job, as for `typeset`. */
  readonly limits?: TypesetLimits
  /** What was set but not used in so many jobs is forgotten. */
  readonly keep?: number
  /** A process that holds more than this after a job is ended. */
  readonly megabytesAtRest?: number
  /** A process without a job for so long is ended. */
  readonly secondsAtRest?: number
}

export interface WarmTypesetter {
  /** As `typeset`; jobs wait for each other. */
  readonly typeset: Typesetter
  /** Ends the process when the jobs that were given are done. */
  close(): Promise<void>
}

const usual: Required<WarmSettings> = { limits: usualLimits, keep: 8, megabytesAtRest: 1000, secondsAtRest: 300 }

/**
 * A typesetter that stays for the next job and remembers what it has set: where one report of a pack has changed, only that report is set again. It
 * lives in one process, which is ended at its limits and after a rest, and replaced when it is needed.
 */
export function warmTypesetter(settings: WarmSettings = {}): WarmTypesetter {
  const warm = new Warm({ ...usual, ...settings })
  return { typeset: (job, told = () => {}) => warm.set(job, told), close: () => warm.close() }
}

class Warm {
  readonly #settings: Required<WarmSettings>
  #process: TypesetterProcess | undefined
  #last: Promise<unknown> = Promise.resolve()
  #rest: NodeJS.Timeout | undefined

  constructor(settings: Required<WarmSettings>) {
    this.#settings = settings
  }

  set(job: TypesetJob, told: Told): Promise<Outcome<Typeset>> {
    const set = this.#last.then(() => this.#setNow(job, told))
    this.#last = set.then(
      () => this.#beginRest(),
      () => this.#end(),
    )
    return set
  }

  async close(): Promise<void> {
    await this.#last
    this.#end()
  }

  async #setNow(job: TypesetJob, told: Told): Promise<Outcome<Typeset>> {
    clearTimeout(this.#rest)
    const { limits, keep } = this.#settings
    const warm = this.#process
    if (warm?.isOver === false) {
      const set = await warm.set(job, limits, keep, told).catch(() => undefined)
      if (set !== undefined && !isTooLarge(set)) return set
      // What the jobs before left behind is no fault of this one: it is tried once more in a process of its own.
      warm.end()
    }
    this.#process = new TypesetterProcess()
    return this.#process.set(job, limits, keep, told)
  }

  async #beginRest(): Promise<void> {
    const { megabytesAtRest, secondsAtRest } = this.#settings
    if ((await this.#process?.megabytes() ?? 0) > megabytesAtRest) this.#end()
    this.#rest = setTimeout(() => this.#end(), secondsAtRest * 1000).unref()
  }

  #end(): void {
    clearTimeout(this.#rest)
    this.#process?.end()
    this.#process = undefined
  }
}

function isTooLarge(set: Outcome<Typeset>): boolean {
  return !set.ok && set.refusal === tooLarge.refusal
}
