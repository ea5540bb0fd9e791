import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import { writeYaml } from '#platform/files/yaml-file.ts'
import { readYamlFiles } from '#platform/files/yaml-files.ts'
import { bodyNames } from '#features/bodies'
import type { MeetingsApp } from '../meetings-app.ts'
import { bodyTemplate, type BodyTemplate } from './body-template.ts'
import { allTemplates, replaceTemplates } from './keep-template.ts'

type TemplatesApp = Pick<MeetingsApp, 'context'>

/** Loads templates from YAML files, all or none: each takes the place of what was kept for its body. Refused for a body that is not loaded, and for one given twice. */
async function importTemplates(app: TemplatesApp, files: readonly ImportFile[]): Promise<Outcome<ImportSummary>> {
  const deed = loadingDeed('templates.import', 'templates', files)
  return act(app.context(), deed, async (tx) => {
    const read = readTemplates(files, new Set((await bodyNames(tx.reader)).keys()))
    if (!read.ok) return read
    await replaceTemplates(tx, read.value)
    return ok({ templates: read.value.length })
  })
}

function readTemplates(files: readonly ImportFile[], bodies: ReadonlySet<string>): Outcome<BodyTemplate[]> {
  const { entries, faults } = readYamlFiles(files, bodyTemplate)
  if (entries.length === 0 && faults.length === 0) return refuse('invalid', 'There is no template in what was given. Give a file with at least one.')
  for (const [index, { file, row, value }] of entries.entries()) {
    const at = { file, row, field: 'body', found: value.body }
    if (!bodies.has(value.body)) faults.push({ ...at, message: 'No body has this address word. Load that body first, or correct the word.' })
    if (entries.slice(0, index).some((other) => other.value.body === value.body)) faults.push({ ...at, message: 'A template of this body is given already. Give each body one template.' })
  }
  if (faults.length > 0) return refuse('invalid', 'The templates were not loaded, because of what is listed here. Nothing was changed.', faults)
  return ok(entries.map((entry) => entry.value))
}

export const templatesImporter: Importer<TemplatesApp> = {
  what: 'templates',
  summary: 'YAML, one document a body: its frame of reports, standing items, usual time and place, and the days of its timetable',
  inExample: ['templates/*.yaml'],
  load: (files, app) => importTemplates(app, files),
}

export const templatesExporter: Exporter<TemplatesApp> = {
  what: 'templates',
  summary: 'YAML that the import reads again',
  write: (app) =>
    act(app.context(), { verb: 'meetings.export', subject: { kind: 'templates', id: 'all' } }, async (tx) => {
      const templates = await allTemplates(tx.reader)
      return ok(templates.length === 0 ? [] : [{ name: 'templates.yaml', body: writeYaml(templates) }])
    }),
}
