import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { ImportFile } from '#platform/command/transfer.ts'
import { hyphenated } from '#platform/files/yaml-keys.ts'
import type { YamlEntry } from '#platform/files/yaml-file.ts'
import { readYamlFiles } from '#platform/files/yaml-files.ts'
import { faultsOfDispensation, faultsOfInterest, stillToCome } from '../impossible.ts'
import { memberRegister, type MemberRegister } from '../interest.ts'

/** Reads the files of the `interests` import together. Refuses a member that no body names, one given twice, two entries of one name, what time does not allow, and what would come after today. */
export function readInterestsFiles(files: readonly ImportFile[], { members, today }: { readonly members: ReadonlySet<string>; readonly today: LocalDate }): Outcome<YamlEntry<MemberRegister>[]> {
  const { entries, faults } = readYamlFiles(files, memberRegister)
  if (entries.length === 0 && faults.length === 0) return refuse('invalid', 'There is no register in what was given. Give a file with at least one member.')
  for (const [place, entry] of entries.entries()) faults.push(...faultsOf(entry, entries.slice(0, place), members, today))
  if (faults.length > 0) return refuse('invalid', 'The interests were not loaded, because of what is listed here. Nothing was changed.', faults)
  return ok(entries)
}

function faultsOf({ file, row, value }: YamlEntry<MemberRegister>, before: readonly YamlEntry<MemberRegister>[], members: ReadonlySet<string>, today: LocalDate): Fault[] {
  const at = { file, row }
  const faults: Fault[] = []
  if (!members.has(value.member)) faults.push({ ...at, field: 'member', found: value.member, message: 'No body names a member of this name. Load the bodies first, or give the name as they have it.' })
  if (before.some((other) => other.value.member === value.member)) faults.push({ ...at, field: 'member', found: value.member, message: 'This member is given already. Give each member once.' })
  faults.push(...stillToCome({ 'told-on': value.toldOn }, today))
  faults.push(...repeated(value.interests, 'interests'), ...repeated(value.dispensations, 'dispensations'))
  for (const [index, interest] of value.interests.entries()) faults.push(...faultsOfInterest(interest, today).map((fault) => within(fault, `interests[${index + 1}]`)))
  for (const [index, one] of value.dispensations.entries()) faults.push(...faultsOfDispensation(one, today).map((fault) => within(fault, `dispensations[${index + 1}]`)))
  return faults.map((fault) => ({ ...at, ...fault }))
}

function repeated(entries: readonly { readonly ref: string }[], list: string): Fault[] {
  return entries.flatMap(({ ref }, index) => (entries.findIndex((one) => one.ref === ref) < index ? [{ field: `${list}[${index + 1}].ref`, found: ref, message: 'Another of this member has this name already. Give each its own.' }] : []))
}

function within(fault: Fault, list: string): Fault {
  return { ...fault, field: `${list}.${hyphenated(fault.field ?? '')}` }
}
