import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import type { Transaction } from '#platform/database/database.ts'
import { placed } from '#platform/files/placed.ts'
import { writeYaml, type YamlEntry } from '#platform/files/yaml-file.ts'
import { readYamlFiles } from '#platform/files/yaml-files.ts'
import { publishedBodies, type Body } from '#features/bodies'
import { instantOf, type MeetingsApp } from '#features/meetings'
import { undoes } from '../../groups/import/read-records.ts'
import { calendarWithAgendas } from '../deeds/calendar.ts'
import { followAll } from '../deeds/follow-all.ts'
import { placeOnAgendas } from '../deeds/place-on-agendas.ts'
import { loadedProgramme, mergeProgramme, type LoadedProgramme } from '../loaded/merge-programme.ts'
import type { Changed } from '../model/changed.ts'
import { workProgramme, type WorkProgramme } from '../model/work-programme.ts'
import { byWhom, saveProgramme, type ByWhom } from '../store/keep-programme.ts'
import { programmeFaults } from '../rules/programme-faults.ts'
import { holdProgrammes, programmesAt, type LoadedBefore } from '../store/read-programmes.ts'

type ProgrammesApp = Pick<MeetingsApp, 'context' | 'now'>

/**
 * Loads work programmes from YAML files, all or none, and saves those of which a file says something new: what was done here since a file was loaded stays,
 * and its history says what the file changed. Refused where a file would undo something, for a body that is not loaded, for a programme given twice, and
 * for one that is public already and would no longer be.
 */
async function importProgrammes(app: ProgrammesApp, files: readonly ImportFile[]): Promise<Outcome<ImportSummary>> {
  const context = app.context()
  const deed = loadingDeed('programme.import', 'work-programme', files)
  return act(context, deed, async (tx) => {
    const read = readProgrammes(files, new Map((await publishedBodies(tx.reader)).map((body) => [body.slug, body])), context.today)
    if (!read.ok) return read
    const kept = await holdProgrammes(tx, read.value.map(({ value }) => value.body))
    const beside = read.value.map((entry) => besideKept(entry, kept))
    const undone = beside.flatMap(({ faults }) => faults)
    if (undone.length > 0) return undoes('work programmes', undone)
    const by = { ...byWhom(context.actor, instantOf(context.today, app.now())), role: 'a file that was loaded' }
    const changed = beside.filter(({ changes }) => changes.length > 0)
    for (const one of changed) await keepLoaded(tx, one, by, context.today)
    return ok({ programmes: read.value.length, entries: read.value.reduce((sum, { value }) => sum + value.entries.length, 0), published: changed.filter(({ programme }) => programme.public).length })
  })
}

/**
 * What a file says of a meeting that is called off, or whose agenda is out without the entry, is not what comes; what is due stands on the open agendas with the
 * load. Programmes whose year is over stay as they are.
 */
async function keepLoaded(tx: Transaction, { programme, changes, loaded }: Beside, by: ByWhom, today: LocalDate): Promise<void> {
  if (programme.to < today) return saveProgramme(tx, { programme, changes }, by, loaded)
  const calendar = await calendarWithAgendas(tx.reader, programme)
  const after = followAll(programme, calendar)
  await saveProgramme(tx, { programme: after.programme, changes: [...changes, ...after.changes] }, by, loaded)
  await placeOnAgendas(tx, after.programme, calendar, { today, at: by.at })
}

interface Beside extends Changed {
  readonly loaded: LoadedProgramme
  readonly faults: readonly Fault[]
}

function besideKept({ value, faultAt }: YamlEntry<WorkProgramme>, kept: readonly LoadedBefore[]): Beside {
  const standing = kept.find(({ programme }) => programme.body === value.body && programme.year === value.year)
  if (standing === undefined) return { programme: value, changes: [{ what: 'Programme entered' }], loaded: loadedProgramme(value), faults: [] }
  const { undone, ...merged } = mergeProgramme(value, standing.programme, standing.loaded)
  const isHidden = undone.length === 0 && standing.programme.public && !merged.programme.public
  const faults = undone.map(({ path, message, found }) => faultAt(path, message, found))
  return { ...merged, faults: isHidden ? [faultAt(['public'], 'This programme is public already and stays so. Leave the field out.')] : faults }
}

function readProgrammes(files: readonly ImportFile[], bodies: ReadonlyMap<string, Body>, today: LocalDate): Outcome<YamlEntry<WorkProgramme>[]> {
  const { entries, faults } = readYamlFiles(files, workProgramme)
  if (entries.length === 0 && faults.length === 0) return refuse('invalid', 'There is no work programme in what was given. Give a file with at least one.')
  for (const [index, entry] of entries.entries()) {
    const { value } = entry
    faults.push(...programmeFaults(value, bodies, today).map((fault) => placed(entry, fault)))
    if (entries.slice(0, index).some((other) => other.value.body === value.body && other.value.year === value.year)) faults.push(placed(entry, { field: 'year', found: value.year, message: 'A programme of this body and year is given already. Give each year one programme.' }))
  }
  return faults.length > 0 ? refuse('invalid', 'The work programmes were not loaded, because of what is listed here. Nothing was changed.', faults) : ok(entries)
}

export const programmesImporter: Importer<ProgrammesApp> = {
  what: 'work-programme',
  summary: 'YAML, one document a body and year: dated, possible and standing items, who chose them and why, their scores, and by whom the programme was agreed',
  inExample: ['work-programmes/*.yaml'],
  load: (files, app) => importProgrammes(app, files),
}

export const programmesExporter: Exporter<ProgrammesApp> = {
  what: 'work-programme',
  summary: 'YAML that the import reads again',
  write: (app) =>
    act(app.context(), { verb: 'programme.export', subject: { kind: 'work-programmes', id: 'all' } }, async (tx) => {
      const programmes = await programmesAt(tx.reader)
      return ok(programmes.length === 0 ? [] : [{ name: 'work-programmes.yaml', body: writeYaml(programmes) }])
    }),
}
