import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { given } from '#core/given.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import { writeYaml } from '#platform/files/yaml-file.ts'
import { bodyNames } from '#features/bodies'
import { instantOf, type MeetingsApp } from '#features/meetings'
import type { Action, ActionId, ActionOrigin } from '../action.ts'
import { addSteps, holdNumbers, nextNumber, putInReport, saveAsked, settleActions } from '../keep-actions.ts'
import { placeOutstanding } from '../outstanding.ts'
import { actionsFrom, actionsNumbered, actionsWith, allActions } from '../read-actions.ts'
import { insertReport, publishReport, reportServed } from '../reports.ts'
import { readActionFiles, type FileAction } from './read-actions-file.ts'
import type { ActionEntry } from './action-file.ts'

type App = Pick<MeetingsApp, 'context' | 'now'>

/**
 * Loads recommendations and actions, all or none, and publishes those that changed. Loaded again, steps are added behind those that are there; a step that was recorded
 * stays, so a file that tells it otherwise is refused. What was recorded here since stays too.
 */
async function importActions(app: App, files: readonly ImportFile[]): Promise<Outcome<ImportSummary>> {
  const context = app.context()
  const deed = { verb: 'actions.import', subject: { kind: 'actions', id: files.map((file) => basename(file.name)).join(', ').slice(0, 500) } }
  return act(context, deed, async (tx) => {
    const read = readActionFiles(files, new Set((await bodyNames(tx.reader)).keys()), context.today)
    if (!read.ok) return read
    await holdNumbers(tx)
    const known = await actionsOfOrigins(tx.reader, read.value.map(({ asked }) => asked.origin))
    const taken = new Map((await actionsNumbered(tx.reader, read.value.flatMap(({ asked }) => asked.number ?? []))).map((action) => [action.number, action]))
    const faults = read.value.flatMap((one) => disagreements(one, known.get(originKey(one.asked.origin)), taken))
    if (faults.length > 0) return refuse('conflict', 'The recommendations were not loaded, because the record says otherwise. Nothing was changed.', faults)
    const at = instantOf(context.today, app.now())
    const changed = await save(tx, read.value, known, { by: 'the import of a file', at })
    await placeOutstanding(tx, [...new Set(read.value.map(({ asked }) => asked.body))], context.today)
    return ok({ recommendations: read.value.length, changed })
  })
}

function disagreements({ file, row, asked, steps }: FileAction, known: Action | undefined, taken: ReadonlyMap<number, Action>): Fault[] {
  const at = { file, row }
  const other = asked.number === undefined ? undefined : taken.get(asked.number)
  if (other !== undefined && other.id !== known?.id) return [{ ...at, field: 'number', found: String(asked.number), message: 'This number belongs to something else that was asked. Leave it out, or give another.' }]
  const differs = (known?.chain ?? []).findIndex(({ step }, place) => steps[place] !== undefined && !isDeepStrictEqual(plain(step), plain(steps[place])))
  return differs === -1 ? [] : [{ ...at, field: `steps[${differs}]`, message: 'This step is recorded otherwise, and what is recorded stays. Give it as it is recorded, and what is new behind it.' }]
}

function plain(step: unknown): unknown {
  return JSON.parse(JSON.stringify(step))
}

async function save(tx: Transaction, read: readonly FileAction[], known: ReadonlyMap<string, Action>, recorded: { readonly by: string; readonly at: Date }): Promise<number> {
  let next = await nextNumber(tx, 'work.actions')
  for (const { asked: one } of read) next = Math.max(next, (one.number ?? 0) + 1)
  const numbered = read.map(({ asked }) => ({ ...asked, number: known.get(originKey(asked.origin))?.number ?? asked.number ?? next++ }))
  const asked: ActionId[] = []
  for (const some of inBatches(numbered)) asked.push(...(await saveAsked(tx, some, recorded.at)))
  const kept = await actionsOfOrigins(tx.reader, numbered.map(({ origin }) => origin))
  const added = read.flatMap(({ asked: { origin }, steps }) => {
    const action = kept.get(originKey(origin))
    const from = known.get(originKey(origin))?.chain.length ?? 0
    return action === undefined ? [] : steps.slice(from).map((step, index) => ({ action: action.id, number: from + index + 1, step }))
  })
  for (const some of inBatches(added)) await addSteps(tx, some, recorded)
  await saveReports(tx, read, kept, recorded.at)
  const changed = new Set<ActionId>([...asked, ...added.map(({ action }) => action)])
  for (const some of inBatches([...changed])) await settleActions(tx, some, recorded.at)
  return changed.size
}

async function actionsOfOrigins(reader: Reader, origins: readonly ActionOrigin[]): Promise<ReadonlyMap<string, Action>> {
  const found = await actionsFrom(reader, origins)
  return new Map((await actionsWith(reader, found.map(({ action }) => action))).map((action) => [originKey(action.origin), action]))
}

function originKey({ kind, id }: ActionOrigin): string {
  return `${kind} ${id}`
}

/** As many as one statement takes with ease. */
function inBatches<One>(all: readonly One[]): One[][] {
  const size = 500
  return Array.from({ length: Math.ceil(all.length / size) }, (_, batch) => all.slice(batch * size, (batch + 1) * size))
}

/** What a body served on one day under one title is one report. */
async function saveReports(tx: Transaction, read: readonly FileAction[], kept: ReadonlyMap<string, Action>, at: Date): Promise<void> {
  const served = read.flatMap(({ asked, steps }) => {
    const step = steps.findLast(({ what }) => what === 'served')
    const action = kept.get(originKey(asked.origin))
    return step?.what !== 'served' || action === undefined || action.report !== undefined ? [] : [{ action, step }]
  })
  const reports = Map.groupBy(served, ({ action, step }) => JSON.stringify([action.body, step.on, step.report]))
  for (const together of reports.values()) {
    const [first] = together
    if (first === undefined) continue
    const { action, step } = first
    const known = await reportServed(tx.reader, { body: action.body, title: step.report, receivedOn: step.on })
    const number = await nextNumber(tx, 'work.served_reports')
    const report = { number, body: action.body, title: step.report, ...given('link', step.link), of: action.of, receivedOn: step.on, isPublic: together.every((one) => one.action.isPublic) }
    const id = known ?? (await insertReport(tx, report))
    await putInReport(tx, together.map((one) => one.action.id), id)
    if (known === undefined) await publishReport(tx, report, together.map((one) => one.action.number), at)
  }
}

export const actionsImporter: Importer<App> = {
  what: 'recommendations',
  summary: 'YAML, one document a recommendation or action: who asked what of whom, and each step since',
  inExample: ['recommendations/*.yaml'],
  load: (files, app) => importActions(app, files),
}

export const actionsExporter: Exporter<App> = {
  what: 'recommendations',
  summary: 'YAML that the import reads again, with what was asked in private',
  write: (app) =>
    act(app.context(), { verb: 'actions.export', subject: { kind: 'actions', id: 'all' } }, async (tx) => {
      const actions = await allActions(tx.reader)
      return ok(actions.length === 0 ? [] : [{ name: 'recommendations.yaml', body: writeYaml(actions.map(entryOf)) }])
    }),
}

function entryOf(action: Action): ActionEntry {
  return {
    ref: action.origin.id,
    from: action.origin.kind,
    number: action.number,
    kind: action.kind,
    body: action.body,
    askedOn: action.on,
    ...given('meeting', action.date),
    ...given('item', action.item),
    ...given('minute', action.minute),
    words: action.words,
    askedOf: action.of,
    ...given('due', action.due),
    subjects: [...action.subjects],
    public: action.isPublic,
    steps: action.chain.map(({ step }) => step),
  }
}
