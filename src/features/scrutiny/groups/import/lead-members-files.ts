import { formatDate } from '#core/date-words.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import { isKnownMember, publishedBodies, type Body } from '#features/bodies'
import { instantOf, type MeetingsApp } from '#features/meetings'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import type { FieldFault } from '#platform/files/placed.ts'
import { loadAgain, loadedFields } from '#platform/files/since-loaded.ts'
import { writeYaml } from '#platform/files/yaml-file.ts'
import { allLeads, keptLeads, saveLeads } from '../leads/keep-leads.ts'
import { leadMembers, overlapping, type LeadMembers } from '../leads/lead-members.ts'
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
    const bodies = new Map((await publishedBodies(tx.reader)).map((body) => [body.slug, body]))
    const read = readRecords(files, { schema: leadMembers, what: 'lead members', keyOf: ({ body }) => body, faultsOf: (leads) => faultsOf(leads, bodies) })
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

function faultsOf(leads: LeadMembers, bodies: ReadonlyMap<string, Body>): FieldFault[] {
  const twice = overlapping(leads.areas).map((index) => ({ field: `areas[${index + 1}]`, found: leads.areas[index]?.area ?? '', message: 'Somebody leads for this area on these days already. Give a last day to one of them.' }))
  return [...unknownBody('body', leads.body, bodies), ...leads.areas.flatMap(({ follows }, index) => unknownBody(`areas[${index + 1}].follows`, follows, bodies)), ...twice, ...unknownLeads(leads, [...bodies.values()])]
}

/** Whoever leads has a seat in the record of the bodies on the first day. */
function unknownLeads({ areas }: LeadMembers, bodies: readonly Body[]): FieldFault[] {
  return areas.flatMap(({ person, from }, index) =>
    person === undefined || isKnownMember(bodies, person, from) ? [] : [{ field: `areas[${index + 1}].person`, found: person, message: `No body's record has a member of this name on ${formatDate(from)}. Give the name as the record has it, or load the seat first.` }],
  )
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
