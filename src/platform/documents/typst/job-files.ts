import { workspace, type Compiler } from './compiler.ts'
import { replaceUndisplayed } from './undisplayed-text.ts'

/** What differs between the files of a job and those of the job before: texts are the data, which may hold what no font can show. */
export interface FileChanges {
  readonly files: ReadonlyMap<string, string | Uint8Array>
  readonly removed: readonly string[]
}

/** The files that the compiler can read: those of one job, and of no other. */
export class JobFiles {
  readonly #compiler: Compiler
  /** The data as it was typed, and as the compiler holds it. */
  readonly #texts = new Map<string, { readonly typed: string; readonly held: string }>()

  constructor(compiler: Compiler) {
    this.#compiler = compiler
  }

  change({ files, removed }: FileChanges): void {
    this.#forgetMarks()
    for (const name of removed) {
      this.#compiler.unmapShadow(`${workspace}/${name}`)
      this.#texts.delete(name)
    }
    for (const [name, content] of files) {
      if (typeof content === 'string') this.#hold(name, content, content)
      else this.#compiler.mapShadow(`${workspace}/${name}`, Buffer.from(content))
    }
  }

  /** Puts a mark in place of what cannot be shown. False where none of it is in the data. */
  mark(undisplayed: readonly string[]): boolean {
    let isMarked = false
    for (const [name, { typed, held }] of this.#texts) {
      const readable = replaceUndisplayed(held, undisplayed)
      if (readable === held) continue
      this.#hold(name, typed, readable)
      isMarked = true
    }
    return isMarked
  }

  /** Which marks are made depends on the whole document: the next one begins with what was typed, so that the same job gives the same bytes. */
  #forgetMarks(): void {
    for (const [name, { typed, held }] of this.#texts) if (held !== typed) this.#hold(name, typed, typed)
  }

  #hold(name: string, typed: string, held: string): void {
    this.#compiler.mapShadow(`${workspace}/${name}`, Buffer.from(held))
    this.#texts.set(name, { typed, held })
  }
}
