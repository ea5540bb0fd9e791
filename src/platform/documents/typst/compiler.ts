import { createRequire } from 'node:module'
import { ok, refuse, type Outcome } from '#core/outcome.ts'

/** The part of the native compiler that is used here; its platform packages ship without types. */
export interface Compiler {
  mapShadow(path: string, content: Buffer): void
  unmapShadow(path: string): void
  compile(options: { mainFileContent: string }): Compilation
  fetchDiagnostics(error: object): readonly Diagnostic[]
  query(document: object, options: { selector: string; field: string }): unknown
  pdf(document: object, options: { pdfStandard: string }): Buffer
  /** Forgets what was set but not used in the last so many documents. */
  evictCache(documents: number): void
}

interface Compilation {
  readonly result: TypstDocument | null
  takeError(): object | null
}

interface TypstDocument {
  readonly numOfPages: number
}

interface Diagnostic {
  readonly message: string
}

interface Binding {
  readonly NodeCompiler: { create(options: { workspace: string; fontArgs: readonly { fontBlobs: readonly Buffer[] }[] }): Compiler }
}

/** A folder that cannot exist: the compiler finds only the files that it is given. */
export const workspace = '/dev/null/documents'

const platformPackages = ['@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu', '@myriaddreamin/typst-ts-node-compiler-linux-x64-musl'] as const

export const noTypesetter = refuse('unavailable', 'PDF files cannot be made on this machine: the typesetter is there for Linux on x64 only. Everything else works here.')

/** The compiler for this machine's C library, or why there is none. */
export function loadCompiler(fonts: readonly Buffer[], packages: readonly string[] = platformPackages): Outcome<Compiler> {
  const load = createRequire(import.meta.url)
  for (const name of packages) {
    try {
      const { NodeCompiler } = load(name) as Binding
      return ok(NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts }] }))
    } catch (error) {
      if (!isMissing(error)) throw error
    }
  }
  return noTypesetter
}

/** Not installed, or made for another C library. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'MODULE_NOT_FOUND' || error.code === 'ERR_DLOPEN_FAILED')
}
