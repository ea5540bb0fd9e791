/** A drawing may repeat its parts in so many places, and parts of parts so deep. */
const mostUses = 1000
const deepestUse = 3

/** Elements of a drawing with all that is repeated. */
const mostShown = 20_000

/**
 * Which part of a drawing repeats which: a few lines that repeat each other draw more than any machine can, and a part that repeats itself has no end.
 */
export class DrawingUses {
  /** The ids of the elements that are open, outermost first. */
  readonly #open: (string | undefined)[] = []
  readonly #elementsOf = new Map<string, number>()
  readonly #usesOf = new Map<string, string[]>()
  #elements = 0
  readonly #all: string[] = []

  opened(id: string | undefined, uses: string | undefined): void {
    this.#open.push(id)
    this.#elements += 1
    if (uses !== undefined) this.#all.push(uses)
    for (const part of new Set(this.#open)) {
      if (part === undefined) continue
      this.#elementsOf.set(part, (this.#elementsOf.get(part) ?? 0) + 1)
      if (uses !== undefined) this.#usesOf.set(part, [...(this.#usesOf.get(part) ?? []), uses])
    }
  }

  closed(): void {
    this.#open.pop()
  }

  get areTooMany(): boolean {
    return this.#all.length > mostUses
  }

  /** Whether what is repeated goes too deep, has no end, or is too much in all. */
  areTooCostly(): boolean {
    const shown = new Map<string, number>()
    let total = this.#elements
    for (const part of this.#all) total += this.#shownBy(part, 1, shown)
    return total > mostShown
  }

  /** The elements that one use shows; without bound where it is too deep. */
  #shownBy(part: string, depth: number, known: Map<string, number>): number {
    if (depth > deepestUse) return Infinity
    const key = `${depth} ${part}`
    const before = known.get(key)
    if (before !== undefined) return before
    const within = (this.#usesOf.get(part) ?? []).reduce((sum, inner) => sum + this.#shownBy(inner, depth + 1, known), this.#elementsOf.get(part) ?? 0)
    known.set(key, within)
    return within
  }
}
