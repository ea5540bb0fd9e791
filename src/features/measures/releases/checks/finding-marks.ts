import { createHash } from 'node:crypto'
import type { LastCheck } from '../model/release-draft.ts'
import { isError, type CheckItem, type CheckKind } from './check-item.ts'

/** By what a finding is known again. Only this is kept of it: a message may hold what must not be kept. */
function markOf({ kind, measure, message }: CheckItem): string {
  return createHash('sha256').update(JSON.stringify([kind, measure, message])).digest('base64url').slice(0, 16)
}

/** The marks of all that is warned of. */
export function marksOf(found: readonly CheckItem[]): readonly string[] {
  return [...new Set(found.filter((item) => !isError(item)).map(markOf))]
}

/** What is warned of and was not at a check: a reason that was given then was given for something else. Nothing where it is not known what was found then. */
export function newSince({ found: marks }: Pick<LastCheck, 'found'>, found: readonly CheckItem[]): readonly CheckItem[] {
  const known = new Set(marks)
  return marks === undefined ? [] : found.filter((item) => !isError(item) && !known.has(markOf(item)))
}

/** Warnings that come by the passing of days alone: they keep nothing from going out that was checked before. */
const comesByItself: readonly CheckKind[] = ['target-old']

/** The same without what only time brought. */
export function newInItself(last: Pick<LastCheck, 'found'>, found: readonly CheckItem[]): readonly CheckItem[] {
  return newSince(last, found).filter(({ kind }) => !comesByItself.includes(kind))
}
