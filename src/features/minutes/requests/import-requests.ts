import { given } from '#core/given.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { LocalDate } from '#core/dates.ts'
import { act } from '#access/act.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import { namedMembers, publishedBodies, type Body } from '#features/bodies'
import { instantOf, type MeetingsApp } from '#features/meetings'
import { localSettings, type LocalSettings } from '#features/rules'
import type { Transaction } from '#platform/database/database.ts'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import { placed, type FieldFault } from '#platform/files/placed.ts'
import { mergeLoaded } from '#platform/files/merge-loaded.ts'
import { loadedFields, wouldUndo, type LoadedFields } from '#platform/files/since-loaded.ts'
import { writeYaml, type YamlEntry } from '#platform/files/yaml-file.ts'
import { readYamlFiles } from '#platform/files/yaml-files.ts'
import { hyphenated } from '#platform/files/yaml-keys.ts'
import { askerFaults, askerStays } from '../asker-known.ts'
import { scrutinyKinds } from '../scrutiny-kinds.ts'
import type { DocumentRequest } from './document-request.ts'
import { insertRequest, saveRequest, type NewRequest } from './keep-request.ts'
import { loadedRequests, type LoadedRequest } from './read-requests.ts'
import { requestClock } from './request-clock.ts'
import { answerOf, entryFaults, entryOf, standingOf, type SaidRequest } from './request-entries.ts'
import { documentRequestEntry, type DocumentRequestEntry } from './request-file.ts'

type App = Pick<MeetingsApp, 'context' | 'now'>

/**
 * Loads requests from YAML files, all or none. Of one that is here already the file changes what it says anew; what was done here since it was loaded stays, and where both say something
 * else the files are refused.
 */
async function importRequests(app: App, files: readonly ImportFile[]): Promise<Outcome<ImportSummary>> {
  const context = app.context()
  const deed = loadingDeed('requests.import', 'document-requests', files)
  return act(context, deed, async (tx) => {
    const { today } = context
    const bodies = await publishedBodies(tx.reader)
    const names = new Map(bodies.map(({ slug, name }) => [slug, name]))
    const read = readEntries(files, new Set(names.keys()), today)
    if (!read.ok) return read
    const beside = besideKept(read.value, await loadedRequests(tx.reader), { names, bodies, today })
    if (!beside.ok) return beside
    const accounts = new Map((await namedMembers(tx.reader, today)).map(({ name, person }) => [name, person]))
    const known = { names, accounts, local: await localSettings(tx.reader), at: instantOf(today, app.now()) }
    for (const one of beside.value) {
      const kept = await keepEntry(tx, one, known)
      if (!kept.ok) return kept
    }
    return ok({ 'document requests': read.value.length, published: beside.value.length })
  })
}

interface Beside {
  readonly entry: SaidRequest
  /** The request that stands; undefined of a new one. */
  readonly kept?: DocumentRequest
  readonly loaded: LoadedFields
}

/** What is to be kept of each entry, in the order in which they were asked, those that change nothing left out. Refuses what would undo work that was done here. */
function besideKept(entries: readonly YamlEntry<DocumentRequestEntry>[], standing: ReadonlyMap<string, LoadedRequest>, known: { readonly names: ReadonlyMap<string, string>; readonly bodies: readonly Body[]; readonly today: LocalDate }): Outcome<Beside[]> {
  const slugs = new Set(known.names.keys())
  const faults: Fault[] = []
  const undone: Fault[] = []
  const beside: Beside[] = []
  for (const one of entries) {
    const { source: _source, ...said } = one.value
    const found = standing.get(said.reference)
    if (found === undefined) {
      faults.push(...againstRecord(said, undefined, known.bodies).map((fault) => placed(one, fault)))
      beside.push({ entry: said, loaded: loadedFields(said) })
      continue
    }
    const { record: entry, taken, both, loaded } = mergeLoaded(said, entryOf(found.request, found.reference), found.loaded)
    if (taken.length === 0 && both.length === 0) continue
    const wrong = both.length > 0 ? [] : entryFaults(entry, slugs, known.today)
    undone.push(...[...both.map(hyphenated), ...wrong.flatMap(({ field }) => field ?? [])].map((field) => placed(one, { field, found: said.reference, message: wouldUndo('request', 'document-requests', found.loaded) })))
    faults.push(...againstRecord(entry, taken, known.bodies).map((fault) => placed(one, fault)))
    beside.push({ entry, loaded, kept: found.request })
  }
  if (faults.length > 0) return refuse('invalid', notLoaded, faults)
  if (undone.length > 0) return refuse('conflict', 'The requests were not loaded, because they were worked on here and the file would undo that. Nothing was changed.', undone)
  return ok(beside.toSorted((one, other) => (one.entry.askedOn < other.entry.askedOn ? -1 : 1)))
}

/** What the record of the bodies says otherwise; of a request that stands here only where the file changes it. */
function againstRecord(said: SaidRequest, changed: readonly string[] | undefined, bodies: readonly Body[]): FieldFault[] {
  const isSaid = (...fields: readonly string[]) => changed === undefined || fields.some((field) => changed.includes(field))
  const kind = bodies.find(({ slug }) => slug === said.body)?.kind
  return [
    ...(isSaid('body') && kind !== undefined && !scrutinyKinds.has(kind) ? [{ field: 'body', found: said.body, message: 'This is no scrutiny body: only its members may ask for a document of the executive (SI 2012/2089, regulation 17). Give the scrutiny body for which it was asked.' }] : []),
    ...(changed?.includes('askedBy') === true ? [askerStays(said.askedBy)] : isSaid('body', 'askedOn') ? askerFaults(bodies, said) : []),
  ]
}

const notLoaded = 'The requests were not loaded, because of what is listed here. Nothing was changed.'
const changedMeanwhile = refuse('conflict', 'Somebody changed one of these requests at this moment. Nothing was changed: look at what stands, and load the file again.')

interface Known {
  readonly names: ReadonlyMap<string, string>
  readonly accounts: ReadonlyMap<string, DocumentRequest['asker']>
  readonly local: LocalSettings
  readonly at: Date
}

async function keepEntry(tx: Transaction, { entry, kept, loaded }: Beside, { names, accounts, local, at }: Known): Promise<Outcome<void>> {
  const clock = requestClock(entry.askedOn, local)
  if (!clock.ok) return clock
  const { reference, body, askedBy, askedOn, document, concern, about, purpose, publicTitle, answer } = entry
  const said: Omit<NewRequest, 'at'> = {
    body,
    askedBy,
    askedOn,
    document,
    concern,
    about,
    ...given('purpose', purpose),
    ...given('title', publicTitle),
    ...given('where', answer?.where),
    bodyName: names.get(body) ?? body,
    // The last day of a request that was made here stays as it was told.
    due: kept?.askedOn === askedOn ? kept.due : clock.value.due,
    standing: standingOf(entry),
    earlier: (entry.earlier ?? []).map(answerOf),
  }
  if (kept === undefined) {
    await insertRequest(tx, { ...said, reference, loaded, ...given('asker', accounts.get(askedBy)), at })
    return ok(undefined)
  }
  const { number, revision, asker } = kept
  const isSaved = await saveRequest(tx, { ...said, standing: standingOf(entry), earlier: said.earlier ?? [], number, revision, ...given('asker', asker) }, at, loaded)
  return isSaved ? ok(undefined) : changedMeanwhile
}

function readEntries(files: readonly ImportFile[], bodies: ReadonlySet<string>, today: LocalDate): Outcome<YamlEntry<DocumentRequestEntry>[]> {
  const { entries, faults } = readYamlFiles(files, documentRequestEntry)
  const met = new Set<string>()
  for (const entry of entries) {
    const { value } = entry
    faults.push(...entryFaults(value, bodies, today).map((fault) => placed(entry, fault)))
    if (met.has(value.reference)) faults.push(placed(entry, { field: 'reference', found: value.reference, message: 'Another request has this reference. Give each its own.' }))
    met.add(value.reference)
  }
  return faults.length > 0 ? refuse('invalid', notLoaded, faults) : ok(entries)
}

export const documentRequestsImporter: Importer<App> = {
  what: 'document-requests',
  summary: 'YAML, one document a request of a scrutiny member for a document of the executive, with its answer',
  inExample: ['document-requests/*.yaml'],
  load: (files, app) => importRequests(app, files),
}

export const documentRequestsExporter: Exporter<App> = {
  what: 'document-requests',
  summary: 'YAML that the import reads again',
  write: (app) =>
    act(app.context(), { verb: 'requests.export', subject: { kind: 'document-requests', id: 'all' } }, async (tx) => {
      const all = [...(await loadedRequests(tx.reader)).values()].toSorted((one, other) => one.request.number - other.request.number)
      return ok(all.length === 0 ? [] : [{ name: 'document-requests.yaml', body: writeYaml(all.map(({ request, reference }) => entryOf(request, reference))) }])
    }),
}
