import { given } from '#core/given.ts'
import type { Fault } from '#core/outcome.ts'
import type { ImportFile } from '#platform/command/transfer.ts'
import { placed } from '#platform/files/placed.ts'
import type { YamlEntry } from '#platform/files/yaml-file.ts'
import type { MeetingEntry } from '../record/meetings-file.ts'

/** What is wrong with one field of a meeting's record. */
export function fault(entry: YamlEntry<MeetingEntry>, field: string, found: string | undefined, message: string): Fault {
  return placed(entry, { field, message, ...given('found', found) })
}

/** What is wrong with a file: its faults, or the refusal as a whole. */
export function faultsOf(refusal: { readonly message: string; readonly faults: readonly Fault[] }, file: ImportFile): readonly Fault[] {
  return refusal.faults.length > 0 ? refusal.faults : [{ file: file.name, message: refusal.message }]
}
