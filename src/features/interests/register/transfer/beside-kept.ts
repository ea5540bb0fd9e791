import type { Fault } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { loadAgain, wouldUndo, type LoadedAgain, type LoadedFields } from '#platform/files/since-loaded.ts'
import type { YamlEntry } from '#platform/files/yaml-file.ts'
import { hyphenated } from '#platform/files/yaml-keys.ts'
import type { Dispensation, Interest, MemberRegister } from '../interest.ts'
import { homesOf, keptRegisters, type KeptDispensation, type KeptInterest, type KeptRegister } from '../kept-registers.ts'
import type { InterestsTables } from '../tables.ts'

/** An interest or a dispensation of a file, and what is kept of it; `kept` is left out where it is new. */
interface Beside<Given, Kept> {
  readonly given: Given
  readonly kept?: Kept
  readonly again?: LoadedAgain
}

/** A register of a file, entry by entry beside what is kept. */
export interface RegisterBeside {
  readonly entry: YamlEntry<MemberRegister>
  readonly kept: KeptRegister | undefined
  readonly interests: readonly Beside<Interest, KeptInterest>[]
  readonly dispensations: readonly Beside<Dispensation, KeptDispensation>[]
}

type Loaded = ReadonlyMap<string, LoadedFields | null>

/** The registers of files beside what is kept of them. */
export async function besideKept(reader: Reader, entries: readonly YamlEntry<MemberRegister>[]): Promise<RegisterBeside[]> {
  const members = entries.map(({ value }) => value.member)
  const registers = await keptRegisters(reader, members)
  const homes = await homesOf(reader, [...registers.values()].flatMap(({ interests }) => interests.filter(({ isHome }) => isHome).map(({ id }) => id)))
  const loaded = await loadedBefore(reader, members)
  return entries.map((entry) => {
    const kept = registers.get(entry.value.member)
    return {
      entry,
      kept,
      interests: entry.value.interests.map((given) => beside(given, kept?.interests, (one) => interestInFile(one, homes), loaded)),
      dispensations: entry.value.dispensations.map((given) => beside(given, kept?.dispensations, dispensationInFile, loaded)),
    }
  })
}

function beside<Given extends { readonly ref: string }, Kept extends { readonly ref: string; readonly id: string }>(given: Given, kept: readonly Kept[] | undefined, inFile: (one: Kept) => Given, loaded: Loaded): Beside<Given, Kept> {
  const found = kept?.find(({ ref }) => ref === given.ref)
  return found === undefined ? { given } : { given, kept: found, again: loadAgain(given, inFile(found), loaded.get(found.id) ?? null) }
}

async function loadedBefore(reader: Reader, members: readonly string[]): Promise<Loaded> {
  const tables = reader.tables<InterestsTables>()
  const interests = await tables.selectFrom('work.interests as kept').select(['kept.id', 'kept.loaded']).where('kept.member', 'in', members).execute()
  const dispensations = await tables.selectFrom('work.dispensations as kept').select(['kept.id', 'kept.loaded']).where('kept.member', 'in', members).execute()
  return new Map([...interests, ...dispensations].map(({ id, loaded }) => [id, loaded]))
}

/** A kept interest as a file gives it, the address of a home with it. */
export function interestInFile({ id, isHome, shown: _shown, revision: _revision, ...one }: KeptInterest, homes: ReadonlyMap<string, string>): Interest {
  return { ...one, ...(isHome ? { home: { address: homes.get(id) ?? '' } } : {}) }
}

export function dispensationInFile({ id: _id, revision: _revision, ...one }: KeptDispensation): Dispensation {
  return one
}

/** What is kept and the file leaves out. */
export function faultsOfVanishing({ entry: { file, row, value }, kept }: RegisterBeside): Fault[] {
  const lost = (list: 'interests' | 'dispensations') =>
    (kept?.[list] ?? [])
      .filter(({ ref }) => !value[list].some((one) => one.ref === ref))
      .map(({ ref }) => ({ file, row, field: list, found: ref, message: `The register of ${value.member} holds this one. Give it too, with a last day where it has ended.` }))
  return [...lost('interests'), ...lost('dispensations')]
}

/**
 * What was decided, ended or corrected here and the file would undo, by field. Localism Act 2011 s32(2): no file opens what the monitoring officer withheld,
 * however it came to be withheld. What a field holds is not repeated: it may be an address, or a reason of sensitivity.
 */
export function faultsOfUndoing({ entry: { file, row }, interests, dispensations }: RegisterBeside): Fault[] {
  const undone = (list: string, { given, again }: Beside<{ readonly ref: string }, unknown>, index: number) =>
    (again?.undone ?? []).map((field) => ({ file, row, field: `${list}[${index + 1}].${hyphenated(field)}`, found: given.ref, message: wouldUndo('register', 'interests', again?.loaded) }))
  return [
    ...interests.flatMap((one, index) => {
      const opens = one.kept?.sensitive?.state === 'withheld' && one.given.sensitive?.state !== 'withheld'
      const field = `interests[${index + 1}].sensitive`
      const others = undone('interests', one, index).filter((fault) => !opens || fault.field !== field)
      return opens ? [{ file, row, field, found: one.given.ref, message: withheldHere }, ...others] : others
    }),
    ...dispensations.flatMap((one, index) => undone('dispensations', one, index)),
  ]
}

const withheldHere =
  'Its details are withheld (Localism Act 2011, section 32(2)), and no file opens them. Give `sensitive` as it stands here (`export interests` writes it); where they may be read again, the monitoring officer registers it openly on its page.'
