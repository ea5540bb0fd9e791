import { mergeLoaded } from '#platform/files/merge-loaded.ts'
import { isAsLoaded, loadedFields, wouldUndo, type LoadedFields } from '#platform/files/since-loaded.ts'
import { hyphenated } from '#platform/files/yaml-keys.ts'
import { addedInWords, differenceInWords } from '../model/change-programme.ts'
import type { Change } from '../model/changed.ts'
import { entryShape, type Entry, type EntrySlug } from '../model/work-programme.ts'

/** A place in the document of a file, and what would be undone there. */
export interface Undone {
  readonly path: readonly (string | number)[]
  readonly found: string
  readonly message: string
}

/** What becomes of one entry when a file is loaded. */
export interface MergedEntry {
  readonly slug: EntrySlug
  /** None where the file takes it away. */
  readonly entry?: Entry
  readonly change?: Change
  /** None of an entry that was entered here. */
  readonly loaded?: LoadedFields
  readonly undone: readonly Undone[]
}

/** Why the file's own words are not taken, by what was loaded before. */
export function workedOn(before: object | null | undefined): string {
  return wouldUndo('programme', 'work-programme', before)
}

/** An entry of a file, at this place of its list, beside the one that stands, if there is one, and what was loaded of it before. */
export function mergeEntry(given: Entry, index: number, standing: Entry | undefined, before: LoadedFields | undefined): MergedEntry {
  const { slug } = given
  if (standing === undefined) return { slug, entry: given, change: { entry: slug, what: addedInWords(given), record: given }, loaded: loadedFields(given), undone: [] }
  const merged = mergeLoaded(given, standing, before === undefined ? null : waiting(given, standing, before))
  const loaded = before === undefined ? {} : { loaded: merged.loaded }
  if (merged.taken.length === 0 && merged.both.length === 0) return { slug, entry: standing, ...loaded, undone: [] }
  if (merged.both.length > 0) return { slug, entry: standing, ...loaded, undone: merged.both.map((field) => ({ path: ['entries', index, hyphenated(field)], found: slug, message: workedOn(before) })) }
  const entry = entryShape.parse(merged.record)
  return { slug, entry, change: { entry: slug, what: differenceInWords(standing, entry) ?? 'Changed', record: entry }, ...loaded, undone: [] }
}

/** An entry that the file does not have: what was entered here stays, and so does what was taken out here; what nobody touched goes. */
export function leftOut(standing: Entry, before: LoadedFields | undefined): MergedEntry {
  const { slug } = standing
  if (before === undefined) return { slug, entry: standing, undone: [] }
  if (standing.takenOut !== undefined) return { slug, entry: standing, loaded: before, undone: [] }
  if (isUntouched(standing, waiting({}, standing, before))) return { slug, change: { entry: slug, what: 'No longer in the programme', record: standing }, undone: [] }
  const message = 'This entry was changed here since the programme was loaded, and the file leaves it out. Put it back into the file, or take it out on its page with the reason.'
  return { slug, entry: standing, loaded: before, undone: [{ path: ['entries'], found: slug, message }] }
}

function isUntouched(standing: Entry, before: LoadedFields): boolean {
  const now = loadedFields(standing)
  return [...Object.keys(now), ...Object.keys(before)].every((field) => now[field] === before[field])
}

/** What came back from a cancelled meeting waits for a place: a file that gives it another undoes nothing that somebody did here. */
function waiting(given: object, standing: Entry, before: LoadedFields): LoadedFields {
  const cameBack = standing.kind !== 'standing' && typeof standing.when !== 'string' && 'returnedFrom' in standing.when
  const when = loadedFields(standing)['when']
  return !cameBack || when === undefined || isAsLoaded(given, 'when', before) ? before : { ...before, when }
}
