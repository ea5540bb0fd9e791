import type { NotCarried } from './report.ts'

/** What is told of a picture whose content is not in the file, whichever way that shows. */
export const lostPicture = 'Pictures that the file itself does not hold, left out. Put them into the document.'

/** Counts what could not be carried, each kind of thing once for each place. */
export class Losses {
  readonly #found = new Map<string, { what: string; where?: string; count: number }>()

  add(what: string, options: { readonly where?: string; readonly count?: number } = {}): void {
    const count = options.count ?? 1
    if (count === 0) return
    const key = `${what}\n${options.where ?? ''}`
    const found = this.#found.get(key)
    if (found === undefined) this.#found.set(key, { what, ...(options.where === undefined ? {} : { where: options.where }), count })
    else found.count += count
  }

  list(): NotCarried[] {
    return Array.from(this.#found.values())
  }
}
