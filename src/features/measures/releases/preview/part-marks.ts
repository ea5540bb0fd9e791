import { createHash } from 'node:crypto'
import type { ReleaseEntry } from '../release.ts'

/** What of a measure may change between a check and a publication. */
export const partWords = {
  definition: 'its definition',
  figures: 'its figures, or what is hidden of them',
  words: 'what its owner says of it',
  before: 'how it stands beside what was published before',
} as const satisfies Readonly<Record<string, string>>

export type PartName = keyof typeof partWords

export const partNames = Object.keys(partWords) as readonly PartName[]

/** Marks of each part of each measure: beside those of a check they say what is not any more what it was. */
export function partMarks(entries: readonly ReleaseEntry[]): Readonly<Record<string, Readonly<Record<PartName, string>>>> {
  return Object.fromEntries(
    entries.map(({ measure, heading: _heading, sheet: { definition, ...figures }, isConfirmed, commentary, ...before }) => [measure, { definition: mark(definition), figures: mark(figures), words: mark([isConfirmed, commentary]), before: mark(before) }]),
  )
}

function mark(of: unknown): string {
  return createHash('sha256').update(JSON.stringify(of)).digest('base64url').slice(0, 12)
}
