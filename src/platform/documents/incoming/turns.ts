/** Lets only so many pieces of work run at once; others wait their turn, up to a number. */
export class Turns {
  readonly #limits: { readonly atOnce: number; readonly waiting: number }
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(limits: { readonly atOnce: number; readonly waiting: number }) {
    this.#limits = limits
  }

  /** The work's result, or undefined where too many wait already. */
  async take<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    if (this.#running < this.#limits.atOnce) this.#running += 1
    else if (this.#waiting.length >= this.#limits.waiting) return undefined
    // Whoever ends hands its own place on, so that the number of those running stays.
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next === undefined) this.#running -= 1
      else next()
    }
  }
}
