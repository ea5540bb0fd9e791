import { ok, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import { instantOf, type MeetingsApp } from '#features/meetings'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import { placed } from '#platform/files/placed.ts'
import { writeYaml } from '#platform/files/yaml-file.ts'
import { followRecommendations } from '../task-groups/change-group.ts'
import { groupsBeside, keptGroups, publishGroup, replaceGroups } from '../task-groups/keep-group.ts'
import { besideGroups, groupFaults } from '../task-groups/record-faults.ts'
import { taskGroup } from '../task-groups/task-group.ts'
import { notLoaded, readRecords, undoes, undoing } from './read-records.ts'

type TransferApp = Pick<MeetingsApp, 'context' | 'now' | 'origin'>

/**
 * Loads task groups from YAML files, all or none, and publishes those that changed; what their final reports recommend is followed from then on. Refused
 * where something would be undone that was changed here since it was loaded.
 */
async function importGroups(app: TransferApp, files: readonly ImportFile[]): Promise<Outcome<ImportSummary>> {
  const context = app.context()
  const deed = loadingDeed('groups.import', 'task-groups', files)
  return act(context, deed, async (tx) => {
    const read = readRecords(files, { schema: taskGroup, what: 'task groups', keyOf: ({ slug }) => slug })
    if (!read.ok) return read
    const beside = await groupsBeside(tx, read.value.map(({ value }) => value))
    const undone = read.value.flatMap((entry, index) => undoing(entry, entry.value.slug, beside[index]?.again, 'task-groups'))
    if (undone.length > 0) return undoes('task groups', undone)
    const changed = beside.filter(({ again }) => again?.isSame !== true)
    const held = await besideGroups(tx.reader, changed.flatMap(({ group, stood }) => (stood === undefined ? [group] : [group, stood])), { today: context.today, origin: app.origin })
    const faults = read.value.flatMap((entry, index) => (beside[index]?.again?.isSame === true ? [] : groupFaults(entry.value, held, beside[index]?.stood).map((fault) => placed(entry, fault))))
    if (faults.length > 0) return notLoaded('task groups', faults)
    const at = instantOf(context.today, app.now())
    await replaceGroups(tx, changed, { by: 'The import', at })
    let published = 0
    for (const { group } of changed) {
      if (await publishGroup(tx, group, 'Loaded from the record.', at)) published += 1
      await followRecommendations(tx, group, at)
    }
    return ok({ 'task groups': read.value.length, published })
  })
}

export const taskGroupsImporter: Importer<TransferApp> = {
  what: 'task-groups',
  summary: 'YAML, one document a task and finish group: who commissioned it, terms of reference, members, evidence, report',
  inExample: ['task-groups/*.yaml'],
  load: (files, app) => importGroups(app, files),
}

export const taskGroupsExporter: Exporter<TransferApp> = {
  what: 'task-groups',
  summary: 'YAML that the import reads again',
  write: (app) =>
    act(app.context(), { verb: 'groups.export', subject: { kind: 'task-groups', id: 'all' } }, async (tx) => {
      const groups = (await keptGroups(tx.reader)).toSorted((one, other) => (one.slug < other.slug ? -1 : 1))
      return ok(groups.length === 0 ? [] : [{ name: 'task-groups.yaml', body: writeYaml(groups) }])
    }),
}
