interface TurnLimits {
  readonly atOnce: number
  readonly waiting: number
  /** How many wait of one person's own, of whom only one runs at a time. */
  readonly waitingOfOne?: number
}

interface Waiting {
  /** Whose work it is; work of nobody in particular stands for itself. */
  readonly whose: string | undefined
  readonly begin: () => void
}

/**
 * Lets only so many pieces of work run at once; others wait their turn, up to a number. Nobody holds up the others: of one person one piece runs at a time,
 * so that those of others pass whatever else this person sent.
 */
export class Turns {
  readonly #limits: TurnLimits
  #waiting: readonly Waiting[] = []
  readonly #running: (string | undefined)[] = []

  constructor(limits: TurnLimits) {
    this.#limits = limits
  }

  /** The work's result, or undefined where too many wait already, or too many of the same person. */
  async take<Result>(work: () => Promise<Result>, whose?: string): Promise<Result | undefined> {
    if (this.#mayRun(whose)) this.#running.push(whose)
    else if (this.#isFullFor(whose)) return undefined
    else await this.#wait(whose)
    try {
      return await work()
    } finally {
      this.#running.splice(this.#running.indexOf(whose), 1)
      this.#next()
    }
  }

  #mayRun(whose: string | undefined): boolean {
    return this.#running.length < this.#limits.atOnce && (whose === undefined || !this.#running.includes(whose))
  }

  #isFullFor(whose: string | undefined): boolean {
    const own = whose === undefined ? 0 : this.#waiting.filter((one) => one.whose === whose).length
    return this.#waiting.length >= this.#limits.waiting || own >= (this.#limits.waitingOfOne ?? Infinity)
  }

  #wait(whose: string | undefined): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting = [...this.#waiting, { whose, begin: resolve }]
    })
  }

  /** The first of those waiting that may run takes the place at once, so that nobody who comes now gets it. */
  #next(): void {
    const next = this.#waiting.find(({ whose }) => this.#mayRun(whose))
    if (next === undefined) return
    this.#waiting = this.#waiting.filter((one) => one !== next)
    this.#running.push(next.whose)
    next.begin()
  }
}
