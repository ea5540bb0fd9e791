import { mergeLoaded } from '#platform/files/merge-loaded.ts'
import { loadedFields, type LoadedFields } from '#platform/files/since-loaded.ts'
import { hyphenated } from '#platform/files/yaml-keys.ts'
import { headDifference } from '../model/change-programme.ts'
import type { Change } from '../model/changed.ts'
import { workProgramme, type Entry, type EntrySlug, type WorkProgramme } from '../model/work-programme.ts'
import { leftOut, mergeEntry, workedOn, type MergedEntry, type Undone } from './merge-entry.ts'
import { mergeOrder } from './merge-order.ts'

/** What a file said of a programme when it was loaded last: as fingerprints what stands above the entries, and each entry, in the order of the file. */
export interface LoadedProgramme {
  readonly head: LoadedFields
  readonly entries: readonly { readonly slug: EntrySlug; readonly fields: LoadedFields }[]
}

export interface MergedProgramme {
  readonly programme: WorkProgramme
  /** Empty where the file says nothing new: then there is nothing to save. */
  readonly changes: readonly Change[]
  readonly loaded: LoadedProgramme
  /** What the file would undo: with any of these nothing is to be saved. */
  readonly undone: readonly Undone[]
}

/** What to keep of a programme that is loaded for the first time. */
export function loadedProgramme({ entries, ...head }: WorkProgramme): LoadedProgramme {
  return { head: loadedFields(head), entries: entries.map((entry) => ({ slug: entry.slug, fields: loadedFields(entry) })) }
}

/** A programme of a file beside the one that stands here, by field and entry, and what was loaded of it before; `null` of one that was begun here. */
export function mergeProgramme(given: WorkProgramme, standing: WorkProgramme, before: LoadedProgramme | null): MergedProgramme {
  const head = mergeLoaded(headOf(given), headOf(standing), before?.head ?? null)
  const merged = mergedEntries(given, standing, before)
  const { order, loaded } = mergeOrder(slugsOf(given.entries), slugsOf(standing.entries), slugsOf(before?.entries ?? []))
  const bySlug = new Map(merged.map((one) => [one.slug, one]))
  const entries = (order ?? slugsOf(standing.entries)).flatMap((slug) => bySlug.get(slug)?.entry ?? [])
  const undone = [
    ...head.both.map((field) => ({ path: [hyphenated(field)], found: standing.year, message: workedOn(before) })),
    ...merged.flatMap((one) => one.undone),
    ...(order === undefined ? [{ path: ['entries'], found: 'the order of the entries', message: workedOn(before) }] : []),
  ]
  const checked = workProgramme.safeParse({ ...head.record, entries })
  const programme = checked.data ?? standing
  return {
    programme,
    changes: [...headChanges(standing, programme), ...merged.flatMap(({ change }) => change ?? [])],
    loaded: { head: head.loaded, entries: loaded.flatMap((slug) => withLoaded(bySlug.get(slug))) },
    undone: undone.length > 0 ? undone : (checked.error?.issues ?? []).map(({ path, message }) => ({ path: path.slice(0, 1).map(String), found: standing.year, message: `Together with what was entered here: ${message}` })),
  }
}

function headOf({ entries: _entries, ...head }: WorkProgramme): Omit<WorkProgramme, 'entries'> {
  return head
}

function slugsOf(entries: readonly Pick<Entry, 'slug'>[]): EntrySlug[] {
  return entries.map(({ slug }) => slug)
}

function mergedEntries(given: WorkProgramme, standing: WorkProgramme, before: LoadedProgramme | null): MergedEntry[] {
  const known = new Map(before?.entries.map(({ slug, fields }) => [slug, fields]))
  const kept = new Map(standing.entries.map((entry) => [entry.slug, entry]))
  const named = new Set(slugsOf(given.entries))
  return [
    ...given.entries.map((entry, index) => mergeEntry(entry, index, kept.get(entry.slug), known.get(entry.slug))),
    ...standing.entries.filter(({ slug }) => !named.has(slug)).map((entry) => leftOut(entry, known.get(entry.slug))),
  ]
}

function withLoaded(merged: MergedEntry | undefined): LoadedProgramme['entries'] {
  return merged?.loaded === undefined ? [] : [{ slug: merged.slug, fields: merged.loaded }]
}

/** What changed of the programme as a whole. */
function headChanges(standing: WorkProgramme, programme: WorkProgramme): Change[] {
  const what = headDifference(standing, programme)
  const order = (one: WorkProgramme, other: WorkProgramme) => JSON.stringify(slugsOf(one.entries).filter((slug) => slugsOf(other.entries).includes(slug)))
  return [
    ...(what === undefined ? [] : [{ what }]),
    ...(programme.public && !standing.public ? [{ what: 'Programme published' }] : []),
    ...(order(standing, programme) === order(programme, standing) ? [] : [{ what: 'Entries put in another order' }]),
  ]
}
