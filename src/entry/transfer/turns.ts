import type { FilesOfKind } from './folder-of-files.ts'

/** The kinds of a folder in their turn. Where a kind comes again, with files that need what comes between, a refused one may speak of these, and waits until they are loaded. */
export class Turns<App> {
  readonly #left: FilesOfKind<App>[]
  readonly #had = new Set<string>()
  readonly #waited = new Set<FilesOfKind<App>>()

  constructor(kinds: readonly FilesOfKind<App>[]) {
    this.#left = [...kinds]
  }

  next(): FilesOfKind<App> | undefined {
    const turn = this.#left.shift()
    if (turn !== undefined) this.#had.add(turn.importer.what)
    return turn
  }

  /** Puts what was refused behind the kind that comes again, and behind what waits for it already; false where none comes, or it waited before. */
  mayWait(refused: FilesOfKind<App>): boolean {
    const again = this.#left.findIndex(({ importer }) => this.#had.has(importer.what) && importer.what !== refused.importer.what)
    if (again < 0 || this.#waited.has(refused)) return false
    const behind = this.#left.findIndex((one, place) => place > again && !this.#waited.has(one))
    this.#waited.add(refused)
    this.#left.splice(behind < 0 ? this.#left.length : behind, 0, refused)
    return true
  }
}
