import { createHash } from 'node:crypto'

/** What a file said of each field of a record when it was loaded last, as fingerprints: enough to see what was changed here since, and nothing to read. */
export type LoadedFields = Readonly<Record<string, string>>

/** A record from a file beside the one that stands. */
export interface LoadedAgain {
  /** The file says what stands: there is nothing to save. */
  readonly isSame: boolean
  /** The fields that were changed or entered here, for which the file says something else: loading it would undo that. */
  readonly undone: readonly string[]
  /** What to keep as loaded once the record is saved; a field that was changed here stays marked as such. */
  readonly loaded: LoadedFields
}

/** The fingerprints of a record that is loaded for the first time. */
export function loadedFields(record: object): LoadedFields {
  return Object.fromEntries(Object.entries(record).flatMap(([field, value]) => (value === undefined ? [] : [[field, fingerprint(value)]])))
}

/** Compares field by field what a file gives, what stands, and what was loaded before; nothing was loaded (`null`) of a record that was entered here. */
export function loadAgain(given: object, standing: object, before: LoadedFields | null): LoadedAgain {
  const [now, kept] = [loadedFields(given), loadedFields(standing)]
  const fields = [...new Set([...Object.keys(now), ...Object.keys(kept), ...Object.keys(before ?? {})])]
  const differing = fields.filter((field) => now[field] !== kept[field])
  const isWorkedOn = (field: string) => before === null || kept[field] !== before[field]
  const loaded = fields.flatMap((field) => {
    const print = isWorkedOn(field) ? before?.[field] : now[field]
    return print === undefined ? [] : [[field, print] as const]
  })
  return { isSame: differing.length === 0, undone: differing.filter(isWorkedOn), loaded: Object.fromEntries(loaded) }
}

/** Whether a file still says of this field what was loaded before. */
export function isAsLoaded(given: object, field: string, before: LoadedFields): boolean {
  return loadedFields(given)[field] === before[field]
}

/**
 * Why a field of a record (`request`) is not taken from a file, and what to do. `known` is what was loaded before: where there is nothing, the record was entered here, or a build loaded it
 * that kept nothing of what the file said. `exported` is the word after `export`.
 */
export function wouldUndo(record: string, exported: string, known: object | null | undefined): string {
  const isKnown = Object.keys(known ?? {}).length > 0
  const why = isKnown
    ? `This was changed or entered here since the ${record} was loaded, and the file says something else.`
    : `The file says something else. What stands here was entered here, or an older build loaded it, which did not keep what its file said: so nothing is taken from this one.`
  return `${why} Give it as it stands here (\`export ${exported}\` writes it), or change it on its page.`
}

/** The database keeps the fields of JSON in an order of its own. */
function fingerprint(value: unknown): string {
  const text = JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1))) : inner,
  )
  return createHash('sha256').update(text).digest('hex')
}
