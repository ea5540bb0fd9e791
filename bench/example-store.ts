import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProduct } from './started-process.ts'

/** Gives the work a data folder of its own in which the example county is loaded, and removes it afterwards. */
export async function withExampleStore<T>(work: (folder: string) => Promise<T>): Promise<T> {
  return withFolder(async (folder) => {
    const loading = await startProduct(folder)
    await loading.stop()
    return work(folder)
  })
}

/** Gives the work an empty folder and removes it afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-bench-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
