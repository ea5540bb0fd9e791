import { isDeepStrictEqual } from 'node:util'
import { basename } from 'node:path'
import { given } from '#core/given.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { publishedBodies } from '#features/bodies'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import type { Transaction } from '#platform/database/database.ts'
import { writeYaml, type YamlEntry } from '#platform/files/yaml-file.ts'
import type { InterestsApp } from '../../interests-app.ts'
import type { MemberRegister } from '../interest.ts'
import { homesOf, keptRegisters, type KeptRegister } from '../kept-registers.ts'
import { publishRegister } from '../publish-register.ts'
import { interestOf } from '../telling/tell-interests.ts'
import { addDispensation, addInterest, noteTold, openRegister, replaceDispensation, replaceInterest } from '../write-register.ts'
import { readInterestsFiles } from './read-interests-file.ts'

/**
 * Loads registers from YAML files, all or none, and publishes those that changed. Refused where an interest or a dispensation that is kept would vanish:
 * what has ended gets a last day.
 */
async function importInterests(app: Pick<InterestsApp, 'context'>, files: readonly ImportFile[]): Promise<Outcome<ImportSummary>> {
  const context = app.context()
  const deed = { verb: 'interests.import', subject: { kind: 'interests', id: files.map((file) => basename(file.name)).join(', ').slice(0, 500) } }
  return act(context, deed, async (tx) => {
    const names = new Set((await publishedBodies(tx.reader)).flatMap(({ members }) => members.flatMap(({ person }) => person ?? [])))
    const read = readInterestsFiles(files, names)
    if (!read.ok) return read
    const kept = await keptRegisters(tx.reader, read.value.map(({ value }) => value.member))
    const vanishing = read.value.flatMap((entry) => vanished(entry, kept.get(entry.value.member)))
    if (vanishing.length > 0) return refuse('invalid', 'The interests were not loaded, because something would vanish from the register. Nothing was changed.', vanishing)
    let published = 0
    for (const { value } of read.value) {
      await loadRegister(tx, value, kept.get(value.member))
      if (await publishRegister(tx, value.member, context.today, 'Loaded from a file.')) published += 1
    }
    return ok({ members: read.value.length, interests: read.value.reduce((sum, { value }) => sum + value.interests.length, 0), published })
  })
}

function vanished({ file, row, value }: YamlEntry<MemberRegister>, kept: KeptRegister | undefined): Fault[] {
  const lost = (list: 'interests' | 'dispensations') => (kept?.[list] ?? []).filter(({ ref }) => !value[list].some((one) => one.ref === ref)).map(({ ref }) => ({ file, row, field: list, found: ref, message: `The register of ${value.member} holds this one. Give it too, with a last day where it has ended.` }))
  return [...lost('interests'), ...lost('dispensations')]
}

async function loadRegister(tx: Transaction, { member, toldOn, source, interests, dispensations }: MemberRegister, kept: KeptRegister | undefined): Promise<void> {
  await openRegister(tx, member)
  if (toldOn !== undefined) await noteTold(tx, member, toldOn, source)
  for (const interest of interests) {
    const before = kept?.interests.find(({ ref }) => ref === interest.ref)
    if (before === undefined) await addInterest(tx, member, interest)
    else if (!isDeepStrictEqual(await interestOf(tx, before), interest)) await replaceInterest(tx, before, interest)
  }
  for (const dispensation of dispensations) {
    const before = kept?.dispensations.find(({ ref }) => ref === dispensation.ref)
    if (before === undefined) await addDispensation(tx, member, dispensation)
    else await replaceDispensation(tx, before.id, before.revision, dispensation)
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
    interests: interests.map(({ id, isHome, shown: _shown, revision: _revision, ...one }) => ({ ...one, ...(isHome ? { home: { address: homes.get(id) ?? '' } } : {}) })),
    dispensations: dispensations.map(({ id: _id, revision: _revision, ...one }) => one),
    ...given('source', source),
  }
}
