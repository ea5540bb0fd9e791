import { LRUCache } from 'lru-cache'
import { compress, type Rendered } from './rendered.ts'

/** Public responses kept in memory until something is published or the day changes. Nothing signed-in ever comes here. */
export interface PageCache {
  /** The kept response to this address (path and query), or the one that `make` gives; two who ask at once wait for one making. */
  readonly answer: (address: string, make: () => Promise<Rendered>) => Promise<Rendered>
}

/** Longer addresses are answered and not kept, so that a stranger who makes up queries cannot push the real pages out with little effort. */
const longestAddressKept = 200
const largestKept = 4 * 1024 * 1024
/** Of the headers and the bookkeeping of one entry. */
const overhead = 1024

/** `edition` names what all pages depend on besides their address: the day and the publication count. */
export function makePageCache(settings: { readonly bytes: number; readonly edition: () => Promise<string> }): PageCache {
  const kept = new LRUCache<string, Rendered>({ maxSize: settings.bytes, maxEntrySize: largestKept, sizeCalculation: sizeOf })
  const making = new Map<string, Promise<Rendered>>()
  return {
    answer: async (address, make) => {
      if (address.length > longestAddressKept) return make()
      const key = `${await settings.edition()} ${address}`
      const found = kept.get(key) ?? making.get(key)
      if (found !== undefined) return found
      const made = makeAndKeep(key, make)
      making.set(key, made)
      return made.finally(() => making.delete(key))
    },
  }

  async function makeAndKeep(key: string, make: () => Promise<Rendered>): Promise<Rendered> {
    const page = await make()
    if (page.status !== 200) return page
    const full = await compress(page)
    kept.set(key, full)
    return full
  }
}

function sizeOf(page: Rendered, key: string): number {
  return overhead + key.length + page.body.length + (page.compressed === undefined ? 0 : page.compressed.br.length + page.compressed.gzip.length)
}
