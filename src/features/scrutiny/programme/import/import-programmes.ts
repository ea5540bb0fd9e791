import { basename } from 'node:path'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import { readYaml, writeYaml, type YamlEntry } from '#platform/files/yaml-file.ts'
import { bodyNames } from '#features/bodies'
import { instantOf, type MeetingsApp } from '#features/meetings'
import type { Changed } from '../model/changed.ts'
import { differenceInWords } from '../model/change-programme.ts'
import { workProgramme, type WorkProgramme } from '../model/work-programme.ts'
import { byWhom, saveProgramme } from '../store/keep-programme.ts'
import { holdProgramme, programmesAt } from '../store/read-programmes.ts'

type ProgrammesApp = Pick<MeetingsApp, 'context' | 'now'>

/**
 * Loads work programmes from YAML files, all or none: each takes the place of what was kept for its body and year, and its history says what the file
 * changed. Refused for a body that is not loaded, one given twice, and a programme that is public already and would no longer be.
 */
async function importProgrammes(app: ProgrammesApp, files: readonly ImportFile[]): Promise<Outcome<ImportSummary>> {
  const context = app.context()
  const deed = { verb: 'programme.import', subject: { kind: 'work-programmes', id: files.map((file) => basename(file.name)).join(', ').slice(0, 500) } }
  return act(context, deed, async (tx) => {
    const read = readProgrammes(files, new Set((await bodyNames(tx.reader)).keys()))
    if (!read.ok) return read
    const by = { ...byWhom(context.actor, instantOf(context.today, app.now())), role: 'a file that was loaded' }
    let entries = 0
    for (const { value: programme, file, row } of read.value) {
      const before = await holdProgramme(tx, programme)
      if (before?.public === true && !programme.public) return refuse('invalid', 'The programmes were not loaded.', [{ file, row, field: 'public', message: 'This programme is public already and stays so. Leave the field out.' }])
      const changed = loadedOver(before, programme)
      if (changed !== undefined) await saveProgramme(tx, changed, by)
      entries += programme.entries.length
    }
    return ok({ programmes: read.value.length, entries })
  })
}

/** What the file changes; undefined where it says what is kept. */
function loadedOver(before: WorkProgramme | undefined, programme: WorkProgramme): Changed | undefined {
  if (JSON.stringify(before) === JSON.stringify(programme)) return undefined
  if (before === undefined) return { programme, changes: [{ what: 'Programme entered' }] }
  const known = new Map(before.entries.map((entry) => [entry.slug, entry]))
  const changes = programme.entries.flatMap((entry) => {
    const kept = known.get(entry.slug)
    const what = kept === undefined ? 'Added' : JSON.stringify(kept) === JSON.stringify(entry) ? undefined : (differenceInWords(kept, entry) ?? 'Changed')
    return what === undefined ? [] : [{ entry: entry.slug, what, record: entry }]
  })
  const gone = before.entries.filter(({ slug }) => !programme.entries.some((entry) => entry.slug === slug))
  return { programme, changes: [{ what: 'Programme loaded again' }, ...changes, ...gone.map((entry) => ({ entry: entry.slug, what: 'No longer in the programme', record: entry }))] }
}

function readProgrammes(files: readonly ImportFile[], bodies: ReadonlySet<string>): Outcome<YamlEntry<WorkProgramme>[]> {
  const entries: YamlEntry<WorkProgramme>[] = []
  const faults: Fault[] = []
  for (const file of files) {
    const text = file.text()
    const read = text.ok ? readYaml(file.name, text.value, workProgramme) : text
    if (read.ok) entries.push(...read.value)
    else faults.push(...read.refusal.faults)
  }
  if (entries.length === 0 && faults.length === 0) return refuse('invalid', 'There is no work programme in what was given. Give a file with at least one.')
  for (const [index, { file, row, value }] of entries.entries()) {
    const unknown = [value.body, value.recommended?.body, value.agreed?.body].find((one) => one !== undefined && !bodies.has(one))
    if (unknown !== undefined) faults.push({ file, row, field: 'body', found: unknown, message: 'No body has this address word. Load that body first, or correct the word.' })
    if (entries.slice(0, index).some((other) => other.value.body === value.body && other.value.year === value.year)) faults.push({ file, row, field: 'year', found: value.year, message: 'A programme of this body and year is given already. Give each year one programme.' })
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
