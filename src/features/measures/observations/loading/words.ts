/** Texts by numbers, each kept once. */
export class Words {
  readonly #numbers = new Map<string, number>()
  readonly #texts: string[] = []
  #last = ''
  #lastNumber = -1

  /** Rows that follow each other say much the same, so that the last is looked at first. */
  numberOf(text: string): number {
    if (text === this.#last && this.#lastNumber !== -1) return this.#lastNumber
    const known = this.#numbers.get(text)
    const number = known ?? this.#texts.push(flat(text)) - 1
    if (known === undefined) this.#numbers.set(this.#texts[number] ?? text, number)
    this.#last = this.#texts[number] ?? text
    this.#lastNumber = number
    return number
  }

  at(number: number | undefined): string {
    return this.#texts[number ?? -1] ?? ''
  }
}

/** A piece cut out of a file would hold the whole of what it was cut out of. */
function flat(text: string): string {
  return Buffer.from(text).toString()
}
