import { readFileSync } from 'node:fs'

/** The Typst code that writes blocks, as a file of a typesetting job: `#import "blocks.typ": *`, then `#write-blocks(json("data.json").blocks)`. */
export const blocksTypst: readonly [string, Uint8Array] = ['blocks.typ', readFileSync(new URL('blocks.typ', import.meta.url))]
