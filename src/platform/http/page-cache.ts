import { LRUCache } from 'lru-cache'
import { compress, type CompressedForms, type Rendered } from './rendered.ts'

/**
 * Public responses kept in memory until something is published or the day changes, and the compressed forms of published files, which never change, beyond that. Nothing
 * signed-in ever comes here.
 */
export interface PageCache {
  /** The kept response to this address (path and query), or the one that `make` gives; two who ask at once wait for one making. */
  readonly answer: (address: string, make: () => Promise<Rendered>) => Promise<Rendered>
}

/** Longer addresses are answered and not kept, so that a stranger who makes up queries cannot push the real pages out with little effort. */
const longestAddressKept = 200
const largestKept = 4 * 1024 * 1024
/** Of the headers and the bookkeeping of one entry. */
const overhead = 1024

/** What a file that does not compress is remembered as, so that it is tried once. */
const incompressible = { br: Buffer.alloc(0), gzip: Buffer.alloc(0) }

/** `edition` names what all pages depend on besides their address: the day and the publication count. */
export function makePageCache(settings: { readonly bytes: number; readonly edition: () => Promise<string> }): PageCache {
  const kept = new LRUCache<string, Rendered>({ maxSize: settings.bytes, maxEntrySize: largestKept, sizeCalculation: sizeOf })
  const forms = new LRUCache<string, CompressedForms>({ maxSize: settings.bytes / 2, sizeCalculation: ({ br, gzip }) => overhead + br.length + gzip.length })
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
    const full = page.headers['content-type'] === 'application/pdf' ? await compressFile(page) : await compress(page)
    kept.set(key, full)
    return full
  }

  /** A pack is large, and often too large to be kept whole: it is compressed once, not each time it is read from the file store. */
  async function compressFile(page: Rendered): Promise<Rendered> {
    const { checksum = '' } = page
    const known = forms.get(checksum)
    if (known !== undefined) return known === incompressible ? page : { ...page, compressed: known }
    const full = await compress(page)
    forms.set(checksum, full.compressed ?? incompressible)
    return full
  }
}

function sizeOf(page: Rendered, key: string): number {
  return overhead + key.length + page.body.length + (page.compressed === undefined ? 0 : page.compressed.br.length + page.compressed.gzip.length)
}
