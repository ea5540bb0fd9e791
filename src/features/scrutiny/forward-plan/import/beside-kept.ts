import type { LocalDate } from '#core/dates.ts'
import type { Fault } from '#core/outcome.ts'
import { placed, type FieldFault } from '#platform/files/placed.ts'
import { mergeLoaded, type Merged } from '#platform/files/merge-loaded.ts'
import { loadedFields, wouldUndo, type LoadedFields } from '#platform/files/since-loaded.ts'
import type { YamlEntry } from '#platform/files/yaml-file.ts'
import { hyphenated } from '#platform/files/yaml-keys.ts'
import { newNotices } from '../clock/new-notice.ts'
import { fieldsInWords } from '../entry/field-words.ts'
import type { PlanEntry } from '../entry/plan-entry.ts'
import type { LoadedEntry, StandingEntry } from '../store/keep-loaded.ts'
import { joinAdded } from './join-added.ts'
import { orderFaults } from './read-plan.ts'

/** An entry from a file beside what stands of it: what is to be saved, if anything, or why it cannot be. */
interface Beside {
  readonly save?: LoadedEntry
  readonly faults: readonly Fault[]
}

/** Joins an entry from a file, with what it leaves out filled in, and what stands under its reference. */
export function besideKept({ value: given, faultAt }: YamlEntry<PlanEntry>, standing: StandingEntry | undefined, today: LocalDate, cannotBe: (entry: PlanEntry) => readonly FieldFault[]): Beside {
  if (standing === undefined) return { save: { entry: given, loaded: loadedFields(given), what: given.history.at(-1)?.what ?? 'Loaded from the council’s record.', isNew: true }, faults: cannotBe(given).map((fault) => placed({ faultAt }, fault)) }
  const merged = withHistory(mergeLoaded(given, standing.entry, standing.loaded), given, standing)
  const faults = [...[...faultsOf(merged, given, standing), ...rewrites(merged, standing)].map((fault) => ({ found: given.reference, ...fault })), ...ofChanged(merged, cannotBe)].map((fault) => placed({ faultAt }, fault))
  if (faults.length > 0 || (merged.taken.length === 0 && !standing.isOutOfStep)) return { faults }
  return { save: { ...told(merged, today), loaded: merged.loaded, isNew: false }, faults }
}

/** A notice stays as it was issued: another matter, decision-maker or earlier day needs the former notice beside it, as the export of a change made here writes it. */
function rewrites({ record, taken }: Merged<PlanEntry>, { entry }: StandingEntry): FieldFault[] {
  if (taken.includes('notices')) return []
  const { key, held } = newNotices(entry, record)
  return [...new Set([...key, ...held])].map((field) => ({ field: hyphenated(field), message: issuedOtherwise }))
}

const issuedOtherwise = 'The notice that was published says something else, and a notice stays as it was issued. Change the entry on its page, which gives the new notice its day and clock, or give the former one in `notices`.'

/** What stands here is not refused for what it was when it was entered: only where the file changes what is held against each other. */
function ofChanged({ record, taken }: Merged<PlanEntry>, cannotBe: (entry: PlanEntry) => readonly FieldFault[]): readonly FieldFault[] {
  if (taken.some((field) => chain.includes(field))) return cannotBe(record)
  const changed = byThemselves.filter((field) => taken.includes(field)).map(hyphenated)
  return changed.length === 0 ? [] : cannotBe(record).filter(({ field = '' }) => changed.some((one) => field.startsWith(one)))
}

/** What is held against each other, and what by itself to the names that are known. */
const chain = ['key', 'decisionMaker', 'private', 'noticed', 'route', 'decision', 'callIn', 'implemented']
const byThemselves = ['documents', 'leadMember', 'contact', 'consultees']

/** A history is only added to: lines that the file adds and lines that were added here are kept both. */
function withHistory(merged: Merged<PlanEntry>, given: PlanEntry, { entry, loaded }: StandingEntry): Merged<PlanEntry> {
  if (!merged.both.includes('history')) return merged
  const history = joinAdded(given.history, entry.history, loaded?.['history'])
  if (history === undefined) return merged
  const prints: LoadedFields = { ...merged.loaded, ...loadedFields({ history: given.history }) }
  return { record: { ...merged.record, history }, taken: [...merged.taken, 'history'], both: merged.both.filter((field) => field !== 'history'), loaded: prints }
}

function faultsOf({ record, both }: Merged<PlanEntry>, given: PlanEntry, { entry, loaded }: StandingEntry): FieldFault[] {
  const ofBoth = both.map((field) => ({ field: hyphenated(field), message: wouldUndo('record', 'forward-plan', loaded) }))
  const ordered = new Set(orderFaults(given).map(({ field }) => field))
  const together = orderFaults(record).flatMap(({ field, message }) => (ordered.has(field) ? [] : [{ ...(field === undefined ? {} : { field }), message: `${message}. Something else was done here since the entry was loaded: look at its page.` }]))
  if (entry.noticed === undefined || record.noticed !== undefined) return [...ofBoth, ...together]
  return [...ofBoth, { field: 'noticed', message: 'This stands in the published plan, and a notice is not taken back. Give the day of the notice; with `ended` the entry is withdrawn.' }]
}


/** What the file says has happened is told by its own lines of history; of other changes there is a line of today. */
function told({ record, taken }: Merged<PlanEntry>, today: LocalDate): { readonly entry: PlanEntry; readonly what: string } {
  const last = record.history.at(-1)?.what
  if (taken.includes('history') && last !== undefined) return { entry: record, what: last }
  if (taken.length === 0) return { entry: record, what: last ?? 'Loaded from the council’s record.' }
  const what = `Corrected from the council’s record: ${fieldsInWords(taken)}.`
  return { entry: { ...record, history: [...record.history, { on: today, what }] }, what }
}
