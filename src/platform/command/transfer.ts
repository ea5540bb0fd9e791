import type { Outcome } from '#core/outcome.ts'

/** A file that somebody hands in to be loaded. */
export interface ImportFile {
  /** The name as it was given, for faults. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The bytes as UTF-8 text; refused where they are not. */
  readonly text: () => Outcome<string>
  /** A file in the same folder (or below it), by the name that this file gives it; refused when missing or outside. */
  readonly beside: (name: string) => Promise<Outcome<ImportFile>>
}

/** What a load did: counts by what was loaded, `{ bodies: 34, memberships: 210 }`. */
export type ImportSummary = Readonly<Record<string, number>>

/** One kind of file that can be loaded: `golden-thread import <what> <file…>`, and in its turn by `example load`. */
export interface Importer<App> {
  /** The word after `import`: `bodies`. */
  readonly what: string
  /** One line for the help: what it loads and in which form. */
  readonly summary: string
  /** Patterns of this kind's files in an example county's folder, e.g. `bodies.yaml`, `meetings/*.yaml`. */
  readonly inExample: readonly string[]
  /** Loads all files in one deed: whole or not at all. What was loaded and is worth a look is remarked on, a line each; without `remark` it is told as progress. */
  readonly load: (files: readonly ImportFile[], app: App, progress: (line: string) => void, remark?: (line: string) => void) => Promise<Outcome<ImportSummary>>
}

export interface ExportedFile {
  /** Relative name with `/`, e.g. `meetings/2023-07-07-cabinet.yaml`. */
  readonly name: string
  readonly body: string | Uint8Array
}

/** One kind of record that can be written out in the form that its importer reads. */
export interface Exporter<App> {
  readonly what: string
  readonly summary: string
  readonly write: (app: App) => Promise<Outcome<readonly ExportedFile[]>>
}
