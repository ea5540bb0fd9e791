import { given } from '#core/given.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import { publishedBodies } from '#features/bodies'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import type { Transaction } from '#platform/database/database.ts'
import { loadedFields } from '#platform/files/since-loaded.ts'
import { writeYaml } from '#platform/files/yaml-file.ts'
import type { InterestsApp } from '../../interests-app.ts'
import type { MemberRegister } from '../interest.ts'
import { homesOf, keptRegisters, type KeptRegister } from '../kept-registers.ts'
import { publishRegister } from '../publish-register.ts'
import { addDispensation, addInterest, noteTold, openRegister, replaceDispensation, replaceInterest } from '../write-register.ts'
import { besideKept, dispensationInFile, faultsOfUndoing, faultsOfVanishing, interestInFile, type RegisterBeside } from './beside-kept.ts'
import { readInterestsFiles } from './read-interests-file.ts'

/**
 * Loads registers from YAML files, all or none, and publishes those that changed. Refused where an interest or a dispensation that is kept would vanish, for
 * what has ended gets a last day; and where something would be undone that was decided, ended or corrected here (see `faultsOfUndoing`).
 */
async function importInterests(app: Pick<InterestsApp, 'context'>, files: readonly ImportFile[]): Promise<Outcome<ImportSummary>> {
  const context = app.context()
  const deed = loadingDeed('interests.import', 'interests', files)
  return act(context, deed, async (tx) => {
    const names = new Set((await publishedBodies(tx.reader)).flatMap(({ members }) => members.flatMap(({ person }) => person ?? [])))
    const read = readInterestsFiles(files, { members: names, today: context.today })
    if (!read.ok) return read
    // Held before they are read: what somebody saves at this moment is seen here, or waits.
    for (const member of read.value.map(({ value }) => value.member).toSorted()) await openRegister(tx, member)
    const registers = await besideKept(tx.reader, read.value)
    const vanishing = registers.flatMap(faultsOfVanishing)
    if (vanishing.length > 0) return refuse('invalid', 'The interests were not loaded, because something would vanish from the register. Nothing was changed.', vanishing)
    const undoing = registers.flatMap(faultsOfUndoing)
    if (undoing.length > 0) return refuse('conflict', 'The interests were not loaded, because the register was worked on here and the file would undo that. Nothing was changed.', undoing)
    let published = 0
    for (const register of registers) {
      await loadRegister(tx, register)
      if (await publishRegister(tx, register.entry.value.member, context.today, 'Loaded from a file.')) published += 1
    }
    return ok({ members: read.value.length, interests: read.value.reduce((sum, { value }) => sum + value.interests.length, 0), published })
  })
}

async function loadRegister(tx: Transaction, { entry, interests, dispensations }: RegisterBeside): Promise<void> {
  const { member, toldOn, source } = entry.value
  if (toldOn !== undefined) await noteTold(tx, member, toldOn, source)
  for (const { given: interest, kept, again } of interests) {
    if (kept === undefined) await addInterest(tx, member, interest, loadedFields(interest))
    else if (again?.isSame === false) await replaceInterest(tx, kept, interest, again.loaded)
  }
  for (const { given: dispensation, kept, again } of dispensations) {
    if (kept === undefined) await addDispensation(tx, member, dispensation, loadedFields(dispensation))
    else if (again?.isSame === false) await replaceDispensation(tx, kept.id, kept.revision, dispensation, again.loaded)
  }
}

export const interestsImporter: Importer<InterestsApp> = {
  what: 'interests',
  summary: 'YAML, one document a member: interests as they were told and registered, and dispensations',
  inExample: ['interests/*.yaml'],
  load: (files, app) => importInterests(app, files),
}

/** Everything that is kept, addresses of homes and reasons of sensitivity included: the file is for the monitoring officer’s office. */
export const interestsExporter: Exporter<InterestsApp> = {
  what: 'interests',
  summary: 'YAML that the import reads again; it holds what is withheld from the public',
  write: (app) =>
    act(app.context(), { verb: 'interests.export', subject: { kind: 'interests', id: 'all' } }, async (tx) => {
      const kept = [...(await keptRegisters(tx.reader)).values()].filter(({ interests, dispensations, toldOn }) => interests.length + dispensations.length > 0 || toldOn !== undefined)
      const homes = await homesOf(tx.reader, kept.flatMap(({ interests }) => interests.filter(({ isHome }) => isHome).map(({ id }) => id)))
      const registers = kept.toSorted((one, other) => (one.member < other.member ? -1 : 1)).map((register) => registerFile(register, homes))
      return ok(registers.length === 0 ? [] : [{ name: 'interests.yaml', body: writeYaml(registers) }])
    }),
}

function registerFile({ member, toldOn, source, interests, dispensations }: KeptRegister, homes: ReadonlyMap<string, string>): MemberRegister {
  return {
    member,
    ...given('toldOn', toldOn),
    interests: interests.map((one) => interestInFile(one, homes)),
    dispensations: dispensations.map(dispensationInFile),
    ...given('source', source),
  }
}
