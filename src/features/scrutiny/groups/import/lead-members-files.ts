import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import { publishedBodies } from '#features/bodies'
import { instantOf, type MeetingsApp } from '#features/meetings'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import { loadAgain, loadedFields } from '#platform/files/since-loaded.ts'
import { writeYaml } from '#platform/files/yaml-file.ts'
import { allLeads, keptLeads, saveLeads } from '../leads/keep-leads.ts'
import { leadFaults } from '../leads/lead-faults.ts'
import { leadMembers } from '../leads/lead-members.ts'
import { readRecords, undoes, undoing, unknownBody } from './read-records.ts'

type TransferApp = Pick<MeetingsApp, 'context' | 'now'>

/**
 * Loads the lead members of bodies from YAML files, all or none; each record takes the place of what was kept of its body, and is public at once. Refused
 * where something would be undone that was changed here since it was loaded.
 */
async function importLeads(app: TransferApp, files: readonly ImportFile[]): Promise<Outcome<ImportSummary>> {
  const context = app.context()
  const deed = loadingDeed('groups.import', 'lead-members', files)
  return act(context, deed, async (tx) => {
    const bodies = await publishedBodies(tx.reader)
    const slugs = new Set(bodies.map(({ slug }) => slug))
    const read = readRecords(files, { schema: leadMembers, what: 'lead members', keyOf: ({ body }) => body, faultsOf: (leads) => [...unknownBody('body', leads.body, slugs), ...leadFaults(leads, bodies)] })
    if (!read.ok) return read
    const at = instantOf(context.today, app.now())
    const undone: Fault[] = []
    let published = 0
    for (const entry of read.value) {
      const leads = entry.value
      const kept = await keptLeads(tx.reader, leads.body)
      const again = kept.revision === 0 ? undefined : loadAgain(leads, kept.leads, kept.loaded)
      undone.push(...undoing(entry, leads.body, again, 'lead-members'))
      if (again?.isSame === true || undone.length > 0) continue
      const isSaved = await saveLeads(tx, leads, kept.revision, { by: 'The import', at, loaded: again?.loaded ?? loadedFields(leads) })
      if (!isSaved) return refuse('conflict', `Somebody changed the lead members of ${leads.body} at this moment. Nothing was changed: look at what stands, and load the file again.`)
      published += 1
    }
    if (undone.length > 0) return undoes('lead members', undone)
    return ok({ bodies: read.value.length, areas: read.value.reduce((sum, { value }) => sum + value.areas.length, 0), published })
  })
}

export const leadMembersImporter: Importer<TransferApp> = {
  what: 'lead-members',
  summary: 'YAML, one document a body: who leads for which of its areas, from when to when',
  inExample: ['lead-members/*.yaml'],
  load: (files, app) => importLeads(app, files),
}

export const leadMembersExporter: Exporter<TransferApp> = {
  what: 'lead-members',
  summary: 'YAML that the import reads again',
  write: (app) =>
    act(app.context(), { verb: 'groups.export', subject: { kind: 'lead-members', id: 'all' } }, async (tx) => {
      const all = await allLeads(tx.reader)
      return ok(all.length === 0 ? [] : [{ name: 'lead-members.yaml', body: writeYaml(all) }])
    }),
}
