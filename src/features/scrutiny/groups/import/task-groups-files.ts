import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import { publishedBodies } from '#features/bodies'
import { agendasOf, instantOf, type MeetingsApp } from '#features/meetings'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import { placed } from '#platform/files/placed.ts'
import { writeYaml } from '#platform/files/yaml-file.ts'
import { followRecommendations } from '../task-groups/change-group.ts'
import { groupsBeside, keptGroups, publishGroup, replaceGroups } from '../task-groups/keep-group.ts'
import { wrongDays } from '../task-groups/stage-days.ts'
import { taskGroup, type TaskGroup } from '../task-groups/task-group.ts'
import { commissionFaults, groupFaults } from './group-faults.ts'
import { readRecords, undoes, undoing, unknownBody } from './read-records.ts'

type TransferApp = Pick<MeetingsApp, 'context' | 'now'>

/**
 * Loads task groups from YAML files, all or none, and publishes those that changed; what their final reports recommend is followed from then on. Refused
 * where something would be undone that was changed here since it was loaded.
 */
async function importGroups(app: TransferApp, files: readonly ImportFile[]): Promise<Outcome<ImportSummary>> {
  const context = app.context()
  const deed = loadingDeed('groups.import', 'task-groups', files)
  return act(context, deed, async (tx) => {
    const all = await publishedBodies(tx.reader)
    const bodies = new Map(all.map(({ slug, name }) => [slug, name]))
    const read = readRecords(files, { schema: taskGroup, what: 'task groups', keyOf: ({ slug }) => slug, faultsOf: (group) => [...unknownBodies(group, bodies), ...groupFaults(group, all, context.today), ...wrongDays(group, context.today)] })
    if (!read.ok) return read
    const beside = await groupsBeside(tx, read.value.map(({ value }) => value))
    const undone = read.value.flatMap((entry, index) => undoing(entry, entry.value.slug, beside[index]?.again, 'task-groups'))
    if (undone.length > 0) return undoes('task groups', undone)
    const changed = beside.filter(({ again }) => again?.isSame !== true)
    const agendas = await agendasOf(tx.reader, changed.flatMap(({ group: { commissionedBy: body, commissioned } }) => (commissioned === undefined ? [] : [{ body, date: commissioned.date }])))
    const nowhere = read.value.flatMap((entry, index) => (beside[index]?.again?.isSame === true ? [] : commissionFaults(entry.value, agendas).map((fault) => placed(entry, fault))))
    if (nowhere.length > 0) return refuse('invalid', 'The task groups were not loaded, because of what is listed here. Nothing was changed.', nowhere)
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

function unknownBodies(group: TaskGroup, bodies: ReadonlyMap<string, string>) {
  const { standing } = group
  const answering = standing.stage === 'final' ? standing.recommendations.flatMap(({ body }, index) => unknownBody(`standing.recommendations[${index + 1}].body`, body, bodies)) : []
  return [...unknownBody('commissioned-by', group.commissionedBy, bodies), ...unknownBody('body', group.body, bodies), ...answering]
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
