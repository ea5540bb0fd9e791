import { fdatasyncSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Init = NodeFS['init']

type MakeNode = (parent: unknown, name: string, mode: number, device: number) => unknown
type SetAttributes = (node: unknown, attributes: { readonly mode?: number }) => void

/** What is used of Emscripten's Node file system. */
interface EmscriptenNodeFiles {
  readonly node_ops: { mknod: MakeNode; setattr: SetAttributes }
  readonly stream_ops: { fsync?: (stream: { readonly nfd: number }) => number }
  readonly tryFSOperation: (operation: () => void) => void
}

/**
 * Files on disk that are private and whose fsync is real. PGlite makes files that all may read, and leaves `fsync` out of its file system, so
 * PostgreSQL believes that data is safe which is not. With `wal_sync_method=fsync` all of PostgreSQL's waiting for the disk comes through this one operation.
 */
export class DurableFiles extends NodeFS {
  override async init(...[database, options]: Parameters<Init>): ReturnType<Init> {
    const { emscriptenOpts } = await super.init(database, options)
    const hook = (module: unknown): void => {
      const { NODEFS } = module as { readonly NODEFS: EmscriptenNodeFiles }
      syncToDisk(NODEFS)
      keepPrivate(NODEFS)
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), hook] } }
  }
}

function syncToDisk(files: EmscriptenNodeFiles): void {
  files.stream_ops.fsync = (stream) => {
    files.tryFSOperation(() => fdatasyncSync(stream.nfd))
    return 0
  }
}

function keepPrivate({ node_ops: operations }: EmscriptenNodeFiles): void {
  const { mknod, setattr } = operations
  operations.mknod = (parent, name, mode, device) => mknod(parent, name, forOwnerOnly(mode), device)
  operations.setattr = (node, attributes) =>
    setattr(node, attributes.mode === undefined ? attributes : { ...attributes, mode: forOwnerOnly(attributes.mode) })
}

function forOwnerOnly(mode: number): number {
  return mode & ~0o077
}
