import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Fault } from '#core/outcome.ts'
import type { Block } from './blocks.ts'
import type { MarkdownOptions } from './markdown-reading.ts'

/** What a text was found to say: its blocks, or the faults by the text's own lines. Nobody changes it. */
export interface Reading {
  readonly blocks: readonly Block[]
  readonly faults: readonly Fault[]
}

/** Hundreds of papers of usual length. */
const mostBytes = 32 * 1024 * 1024
/** Of an object or a list in memory. */
const overhead = 48

const kept = new LRUCache<string, Reading>({ maxSize: mostBytes })

/** The reading of this text that is kept, or the one that `make` gives: editor, readiness, preview and publication read the same text one after another. */
export function keptReading(text: string, { numbered, figures, quoted }: MarkdownOptions, make: () => Reading): Reading {
  const key = createHash('sha256').update(JSON.stringify([numbered, Array.from(figures ?? []), Array.from(quoted ?? []), text])).digest('base64')
  const found = kept.get(key)
  if (found !== undefined) return found
  const made = make()
  kept.set(key, made, { size: key.length + 2 * text.length + bytesOf(made) })
  return made
}

/** About as much memory as a reading takes. */
function bytesOf(value: unknown): number {
  if (typeof value === 'string') return overhead + 2 * value.length
  if (typeof value !== 'object' || value === null) return 8
  return Object.values(value).reduce<number>((sum, part) => sum + bytesOf(part), overhead)
}
