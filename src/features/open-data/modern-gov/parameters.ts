/** What a program asks a call with. Names are told apart by their letters only, as the product does: `lcommitteeid` is `lCommitteeId`. */
export class Parameters {
  readonly #values: ReadonlyMap<string, string>

  /** Of two values under one name the first counts. */
  constructor(given: Iterable<readonly [string, string]>) {
    const values = new Map<string, string>()
    for (const [name, value] of given) if (!values.has(name.toLowerCase())) values.set(name.toLowerCase(), value.trim())
    this.#values = values
  }

  /** An empty text where it was not given. */
  get(name: string): string {
    return this.#values.get(name.toLowerCase()) ?? ''
  }

  has(name: string): boolean {
    return this.#values.has(name.toLowerCase())
  }
}
