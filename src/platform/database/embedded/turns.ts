/** Who may use the one session: first come, first served. */
export class Turns {
  readonly #queue: (() => void)[] = []
  #isTaken = false

  /** Settles when it is this caller's turn. */
  async take(): Promise<void> {
    if (this.#isTaken) await new Promise<void>((resolve) => this.#queue.push(resolve))
    this.#isTaken = true
  }

  /** Hands the turn straight to the next in the queue. */
  giveBack(): void {
    const next = this.#queue.shift()
    if (next === undefined) this.#isTaken = false
    else next()
  }
}
