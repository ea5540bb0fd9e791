import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSite } from './start-site.ts'

/** Data folders for the journeys: one is loaded with the example county, the others are copies of it. */
export interface Stores {
  /** A folder of its own with the example county and its accounts. */
  readonly copy: () => Promise<string>
  /** A folder with nothing in it. */
  readonly empty: () => Promise<string>
  readonly clear: () => Promise<void>
}

/** Loads the example county as the first start does, once. */
export async function loadStores(): Promise<Stores> {
  const root = await mkdtemp(join(tmpdir(), 'golden-thread-journeys-'))
  const loaded = join(root, 'loaded')
  try {
    await (await startSite(loaded)).stop()
  } catch (problem) {
    await rm(root, { recursive: true, force: true })
    throw problem
  }
  const empty = () => mkdtemp(join(root, 'store-'))
  return {
    empty,
    copy: async () => {
      const folder = await empty()
      await cp(loaded, folder, { recursive: true, mode: 0 })
      return folder
    },
    clear: () => rm(root, { recursive: true, force: true }),
  }
}
