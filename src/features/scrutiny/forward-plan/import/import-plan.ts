import { basename } from 'node:path'
import { given } from '#core/given.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import { readYaml, writeYaml, type YamlEntry } from '#platform/files/yaml-file.ts'
import { membersOn, publishedBodies, type Body } from '#features/bodies'
import { instantOf, type MeetingsApp } from '#features/meetings'
import { localSettings, type LocalSettings } from '#features/rules'
import { callInWindow, canBeCalledIn } from '../clock/call-in-window.ts'
import { planEntry, type PlanEntry } from '../entry/plan-entry.ts'
import { entriesInWork, replaceEntries } from '../store/keep-entry.ts'

type PlanApp = Pick<MeetingsApp, 'context' | 'now'>

/** Loads entries from YAML files, all or none; each takes the place of what was kept under its reference. What the record of a body or a setting gives is filled in where it was left out. */
async function importPlan(app: PlanApp, files: readonly ImportFile[]): Promise<Outcome<ImportSummary>> {
  const context = app.context()
  const deed = { verb: 'forward-plan.import', subject: { kind: 'forward-plan', id: files.map((file) => basename(file.name)).join(', ').slice(0, 500) } }
  return act(context, deed, async (tx) => {
    const bodies = new Map((await publishedBodies(tx.reader)).map((body) => [body.slug, body]))
    const read = readPlan(files, bodies)
    if (!read.ok) return read
    const local = await localSettings(tx.reader)
    const entries = read.value.map((entry) => withWindow(withMembers(entry, bodies), local))
    const { published } = await replaceEntries(tx, entries, ({ history }) => history.at(-1)?.what ?? 'Loaded from the council’s record.', instantOf(context.today, app.now()))
    return ok({ planEntries: entries.length, published })
  })
}

function readPlan(files: readonly ImportFile[], bodies: ReadonlyMap<string, Body>): Outcome<PlanEntry[]> {
  const entries: YamlEntry<PlanEntry>[] = []
  const faults: Fault[] = []
  for (const file of files) {
    const text = file.text()
    const read = text.ok ? readYaml(file.name, text.value, planEntry) : text
    if (read.ok) entries.push(...read.value)
    else faults.push(...read.refusal.faults)
  }
  if (entries.length === 0 && faults.length === 0) return refuse('invalid', 'There is no entry in what was given. Give a file with at least one.')
  for (const [index, { file, row, value }] of entries.entries()) {
    for (const [field, slug] of bodiesNamed(value)) if (!bodies.has(slug)) faults.push({ file, row, field, found: slug, message: 'No body has this address word. Load that body first, or correct the word.' })
    if (entries.slice(0, index).some((other) => other.value.reference === value.reference)) faults.push({ file, row, field: 'reference', found: value.reference, message: 'An entry of this reference is given already. Give each its own.' })
    faults.push(...orderFaults(value).map((fault) => ({ file, row, ...fault })))
  }
  return faults.length > 0 ? refuse('invalid', 'The forward plan was not loaded, because of what is listed here. Nothing was changed.', faults) : ok(entries.map(({ value }) => value))
}

function bodiesNamed({ decisionMaker, scrutiny, referrals, callIn }: PlanEntry): [string, string][] {
  return [
    ...(decisionMaker.body === undefined ? [] : [['decision-maker.body', decisionMaker.body] as [string, string]]),
    ...(scrutiny === undefined ? [] : [['scrutiny', scrutiny] as [string, string]]),
    ...referrals.map(({ body }): [string, string] => ['referrals.body', body]),
    ...(callIn === undefined ? [] : [['call-in.body', callIn.body] as [string, string]]),
  ]
}

/** What cannot have happened in this order. */
function orderFaults({ noticed, decision, callIn, implemented, ended }: PlanEntry): Fault[] {
  return [
    ...(decision !== undefined && noticed === undefined ? [{ field: 'noticed', message: 'A decision is published with its entry: give the day of its notice' }] : []),
    ...(decision !== undefined && ended !== undefined ? [{ field: 'ended', message: 'What is decided is neither deferred nor withdrawn: leave this out' }] : []),
    ...(callIn !== undefined && decision === undefined ? [{ field: 'call-in', message: 'Only a decision is called in: give the decision too' }] : []),
    ...(implemented !== undefined && decision === undefined ? [{ field: 'implemented', message: 'Only a decision is carried out: give the decision too' }] : []),
  ]
}

/** A body that decides has its name and its members of the day of the notice from its own record. */
function withMembers(entry: PlanEntry, bodies: ReadonlyMap<string, Body>): PlanEntry {
  const maker = entry.decisionMaker
  const body = maker.body === undefined ? undefined : bodies.get(maker.body)
  if (body === undefined || maker.kind !== 'body') return entry
  const members = maker.members.length > 0 ? maker.members : membersOn(body.members, entry.noticed ?? entry.expected.from).flatMap(({ person }) => (person === undefined ? [] : [person]))
  return { ...entry, decisionMaker: { ...maker, name: maker.name ?? body.name, members } }
}

/** A decision whose window was left out has the one that the council’s setting gives. */
function withWindow(entry: PlanEntry, local: LocalSettings): PlanEntry {
  const { decision } = entry
  if (decision === undefined || decision.window !== undefined || decision.exempt !== undefined || !canBeCalledIn(entry)) return entry
  const window = callInWindow(decision.published, local)
  return { ...entry, decision: { ...decision, ...given('window', window.ok ? { closes: window.value.closes, members: window.value.members } : undefined) } }
}

export const planImporter: Importer<PlanApp> = {
  what: 'forward-plan',
  summary: 'YAML, one document an entry: what is to be decided, its notices, the decision and what became of it',
  inExample: ['forward-plan/*.yaml'],
  load: (files, app) => importPlan(app, files),
}

export const planExporter: Exporter<PlanApp> = {
  what: 'forward-plan',
  summary: 'YAML that the import reads again',
  write: (app) =>
    act(app.context(), { verb: 'forward-plan.export', subject: { kind: 'forward-plan', id: 'all' } }, async (tx) => {
      const entries = await entriesInWork(tx.reader)
      return ok(entries.length === 0 ? [] : [{ name: 'forward-plan.yaml', body: writeYaml(entries.map(({ entry }) => entry)) }])
    }),
}
