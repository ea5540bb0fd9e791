import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import { placed } from '#platform/files/placed.ts'
import { writeYaml, type YamlEntry } from '#platform/files/yaml-file.ts'
import { readYamlFiles } from '#platform/files/yaml-files.ts'
import { instantOf, type MeetingsApp } from '#features/meetings'
import { definition, type Definition } from './definition.ts'
import { addVersions, allDefinitions } from './keep-definitions.ts'
import { knownFor, versionFaults } from './version-faults.ts'

type MeasuresApp = Pick<MeetingsApp, 'context' | 'now'>

/** Loads versions of measures, all or none. A version that stands as the file gives it is left; one that stands in other words is refused, as every change is a new version. */
async function importMeasures(app: MeasuresApp, files: readonly ImportFile[]): Promise<Outcome<ImportSummary>> {
  const { entries, faults } = readYamlFiles(files, definition)
  const context = app.context()
  return act(context, loadingDeed('measures.import', 'measures', files), async (tx) => {
    const known = await knownFor(tx.reader, entries.map(({ value }) => value))
    const added = newVersions(entries, await allDefinitions(tx.reader), known, faults)
    if (faults.length > 0) return refuse('invalid', 'The measures were not loaded, because of what is listed here. Nothing was changed.', faults)
    if (entries.length === 0) return refuse('invalid', 'There is no measure in what was given. Give a file with at least one.')
    const saved = await addVersions(tx, added, instantOf(context.today, app.now()))
    return saved.ok ? ok({ measures: new Set(entries.map(({ value }) => value.slug)).size, 'new versions': added.length }) : saved
  })
}

/** What is to be added, version by version; what is wrong joins the faults. */
function newVersions(entries: readonly YamlEntry<Definition>[], kept: ReadonlyMap<string, readonly Definition[]>, known: Parameters<typeof versionFaults>[2], faults: Fault[]): Definition[] {
  const standing = new Map([...kept].map(([slug, versions]) => [slug, [...versions]]))
  const added: Definition[] = []
  for (const entry of entries.toSorted((one, other) => one.value.version - other.value.version)) {
    const versions = standing.get(entry.value.slug) ?? []
    const beside = versionFaults(entry.value, versions, known)
    faults.push(...beside.faults.map((fault) => placed(entry, fault)))
    if (!beside.isNew) continue
    added.push(entry.value)
    standing.set(entry.value.slug, [...versions, entry.value])
  }
  return added
}

export const measuresImporter: Importer<MeasuresApp> = {
  what: 'measures',
  summary: 'YAML, one document a version of a measure: what it is, why it was chosen, targets, polarity, source, and how it is judged',
  inExample: ['measures/*.yaml'],
  load: (files, app) => importMeasures(app, files),
}

export const measuresExporter: Exporter<MeasuresApp> = {
  what: 'measures',
  summary: 'YAML, one file a measure with all its versions, as the import reads it again',
  write: (app) =>
    act(app.context(), { verb: 'measures.export', subject: { kind: 'measures', id: 'all' } }, async (tx) => {
      const measures = await allDefinitions(tx.reader)
      return ok([...measures].map(([slug, versions]) => ({ name: `measures/${slug}.yaml`, body: writeYaml(versions) })))
    }),
}
