import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import type { ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import type { Reader } from '#platform/database/database.ts'
import { placed, type FieldFault } from '#platform/files/placed.ts'
import { loadedFields } from '#platform/files/since-loaded.ts'
import type { YamlEntry } from '#platform/files/yaml-file.ts'
import { readYamlFiles } from '#platform/files/yaml-files.ts'
import { bodyNames } from '#features/bodies'
import { instantOf, type MeetingsApp } from '#features/meetings'
import { personsNames } from '#features/minutes'
import { postFault } from '../../commentary/model/post.ts'
import { draftFaults } from '../model/draft-faults.ts'
import { definitionsIn } from '../store/definitions-in.ts'
import { keepLoaded, publishInTurn } from '../store/keep-release.ts'
import { loadedReleases, nameOf, type LoadedRelease } from '../store/read-releases.ts'
import { exportedReleases } from './export-releases.ts'
import { loadVersion, type VersionToLoad } from './load-version.ts'
import { releaseEntry, type ReleaseFileEntry } from './release-file.ts'
import { besideStanding, saidOf, timeFaults, versionsOf, type SaidRelease } from './said-release.ts'

type App = Pick<MeetingsApp, 'context' | 'now'>

const notLoaded = 'The releases were not loaded, because of what is listed here. Nothing was changed.'
const undone = 'The releases were not loaded, because they were worked on here and the file would undo that. Nothing was changed.'

/**
 * Loads releases as they were published, all or none, through the checks of the pages: in the order of their moments, each beside what was public before it. What stands is left; a further
 * version of it is published. Refused where small numbers could be worked out, or anything else stops a release.
 */
async function importReleases(app: App, files: readonly ImportFile[], remark: (line: string) => void): Promise<Outcome<ImportSummary>> {
  const context = app.context()
  const { entries, faults } = readYamlFiles(files, releaseEntry)
  return act(context, loadingDeed('releases.import', 'releases', files), async (tx) => {
    await publishInTurn(tx)
    const now = instantOf(context.today, app.now())
    const toLoad = await planned(tx.reader, entries, now, faults)
    if (!toLoad.ok) return toLoad
    for (const version of toLoad.value) faults.push(...(await loadVersion(tx, version, now, remark)))
    if (faults.length > 0) return refuse('invalid', notLoaded, faults)
    for (const { value } of entries) await keepLoaded(tx, value, loadedFields(saidOf(value)))
    return ok({ releases: entries.length, published: toLoad.value.filter(({ version: { at } }) => at <= now).length })
  })
}

/** What is to be published, in the order of time. */
async function planned(reader: Reader, entries: readonly YamlEntry<ReleaseFileEntry>[], now: Date, faults: Fault[]): Promise<Outcome<readonly VersionToLoad[]>> {
  const standing = await loadedReleases(reader)
  const exported = new Map((await exportedReleases(reader)).map((said) => [nameOf(said), said]))
  const undoing: Fault[] = []
  const met = new Set<string>()
  const toLoad: VersionToLoad[] = []
  for (const entry of entries) {
    const said = saidOf(entry.value)
    const name = nameOf(said)
    if (met.has(name)) faults.push(placed(entry, { field: 'period', found: said.period, message: 'Another document is of this body and period. Give a later version in `versions`.' }))
    met.add(name)
    const beside = besideOf(said, standing.get(name), exported.get(name))
    if ('faults' in beside) (beside.isUndoing ? undoing : faults).push(...beside.faults.map((fault) => placed(entry, fault)))
    else toLoad.push(...versionsOf(said).flatMap((version, place) => (place < beside.from ? [] : [{ entry, version, number: place + 1 }])))
  }
  faults.push(...(await entryFaults(reader, toLoad.map(({ entry }) => entry), now)))
  if (faults.length > 0) return refuse('invalid', notLoaded, faults)
  if (undoing.length > 0) return refuse('conflict', undone, undoing)
  return ok(toLoad.toSorted((one, other) => one.version.at.getTime() - other.version.at.getTime()))
}

function besideOf(said: SaidRelease, standing: LoadedRelease | undefined, exported: SaidRelease | undefined) {
  return standing === undefined ? { from: 0 } : besideStanding(said, standing, exported)
}

/** What is wrong with releases of which something is to be published. */
async function entryFaults(reader: Reader, entries: readonly YamlEntry<ReleaseFileEntry>[], now: Date): Promise<readonly Fault[]> {
  const names = await bodyNames(reader)
  const namesNobody = await personsNames(reader)
  const faults: Fault[] = []
  for (const entry of new Set(entries)) {
    const { value } = entry
    const person = namesNobody(value.approved.by)
    const article = postFault(value.approved.by)
    const found: FieldFault[] = [
      ...(names.has(value.body) ? [] : [{ field: 'body', found: value.body, message: 'No body has this address word. Load that body first, or correct the word.' }]),
      ...(person === undefined ? [] : [{ field: 'approved.by', found: value.approved.by, message: `${person}.` }]),
      ...(article === undefined ? [] : [{ field: 'approved.by', found: value.approved.by, message: `${article}.` }]),
      ...timeFaults(value, now),
    ]
    if (found.every(({ field }) => field !== 'period')) found.push(...draftFaults(value, value.body, await definitionsIn(reader, value.period)))
    faults.push(...found.map((fault) => placed(entry, fault)))
  }
  return faults
}

export const releasesImporter: Importer<App> = {
  what: 'releases',
  summary: 'YAML, one document a release: the figures of a period for a body, in the order of its dashboard, with who approved it and when it was published',
  inExample: ['releases/*.yaml'],
  load: (files, app, progress, remark = progress) => importReleases(app, files, remark),
}
