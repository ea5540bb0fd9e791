import { basename } from 'node:path'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { LocalDate } from '#core/dates.ts'
import { act } from '#access/act.ts'
import { bodyNames, namedMembers } from '#features/bodies'
import { instantOf, type MeetingsApp } from '#features/meetings'
import { localSettings } from '#features/rules'
import type { Transaction } from '#platform/database/database.ts'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import { readYaml, writeYaml, type YamlEntry } from '#platform/files/yaml-file.ts'
import type { DocumentRequest, RequestStanding } from './document-request.ts'
import { insertRequest } from './keep-request.ts'
import { requestsByReference, requestsKept } from './read-requests.ts'
import { requestClock } from './request-clock.ts'
import { documentRequestEntry, type DocumentRequestEntry } from './request-file.ts'

type App = Pick<MeetingsApp, 'context' | 'now'>

/** Loads requests from YAML files, all or none. One that is here already is left as it is: from then on the site keeps it. */
async function importRequests(app: App, files: readonly ImportFile[]): Promise<Outcome<ImportSummary>> {
  const context = app.context()
  const deed = { verb: 'requests.import', subject: { kind: 'document-requests', id: files.map((file) => basename(file.name)).join(', ').slice(0, 500) } }
  return act(context, deed, async (tx) => {
    const read = readEntries(files, new Set((await bodyNames(tx.reader)).keys()), context.today)
    if (!read.ok) return read
    const known = await requestsByReference(tx.reader)
    const fresh = read.value.filter(({ reference }) => !known.has(reference)).toSorted((one, other) => (one.askedOn < other.askedOn ? -1 : 1))
    const kept = await keepEntries(tx, fresh, context.today, instantOf(context.today, app.now()))
    return kept.ok ? ok({ 'document requests': fresh.length }) : kept
  })
}

async function keepEntries(tx: Transaction, entries: readonly DocumentRequestEntry[], today: LocalDate, at: Date): Promise<Outcome<void>> {
  if (entries.length === 0) return ok(undefined)
  const names = await bodyNames(tx.reader)
  const local = await localSettings(tx.reader)
  const accounts = new Map((await namedMembers(tx.reader, today)).map(({ name, person }) => [name, person]))
  for (const { publicTitle, answer, withdrawnOn: _withdrawn, source: _source, ...asked } of entries) {
    const clock = requestClock(asked.askedOn, local)
    if (!clock.ok) return clock
    const asker = accounts.get(asked.askedBy)
    const standing = standingOf({ answer, withdrawnOn: _withdrawn })
    const rest = { ...(asker === undefined ? {} : { asker }), ...(publicTitle === undefined ? {} : { title: publicTitle }), ...(answer?.where === undefined ? {} : { where: answer.where }) }
    const { purpose, ...said } = asked
    await insertRequest(tx, { ...said, ...(purpose === undefined ? {} : { purpose }), ...rest, bodyName: names.get(asked.body) ?? asked.body, due: clock.value.due, standing, at })
  }
  return ok(undefined)
}

function standingOf({ answer, withdrawnOn }: Pick<DocumentRequestEntry, 'answer' | 'withdrawnOn'>): RequestStanding {
  if (withdrawnOn !== undefined) return { state: 'withdrawn', on: withdrawnOn }
  if (answer === undefined) return { state: 'waiting' }
  const { state, on, ground, reasons } = answer
  return state === 'supplied' || ground === undefined || reasons === undefined ? { state: 'supplied', on } : { state, on, ground, reasons }
}

function readEntries(files: readonly ImportFile[], bodies: ReadonlySet<string>, today: LocalDate): Outcome<DocumentRequestEntry[]> {
  const entries: YamlEntry<DocumentRequestEntry>[] = []
  const faults: Fault[] = []
  for (const file of files) {
    const text = file.text()
    const read = text.ok ? readYaml(file.name, text.value, documentRequestEntry) : text
    if (read.ok) entries.push(...read.value)
    else faults.push(...read.refusal.faults)
  }
  const references = entries.map(({ value }) => value.reference)
  for (const [index, entry] of entries.entries()) {
    faults.push(...entryFaults(entry, bodies, today))
    if (references.indexOf(entry.value.reference) < index) faults.push({ file: entry.file, row: entry.row, field: 'reference', found: entry.value.reference, message: 'Another request has this reference. Give each its own.' })
  }
  if (faults.length > 0) return refuse('invalid', 'The requests were not loaded, because of what is listed here. Nothing was changed.', faults)
  return ok(entries.map(({ value }) => value))
}

function entryFaults({ file, row, value }: YamlEntry<DocumentRequestEntry>, bodies: ReadonlySet<string>, today: LocalDate): Fault[] {
  const { body, askedOn, answer, withdrawnOn, publicTitle } = value
  const fault = (field: string, message: string): Fault => ({ file, row, field, message })
  const isWithheld = answer?.state === 'refused' || answer?.state === 'supplied-in-part'
  return [
    ...(bodies.has(body) ? [] : [fault('body', 'No body has this address word. Load that body first, or correct the word.')]),
    ...(askedOn > today ? [fault('asked-on', 'This day is still to come. Give the day on which it was asked.')] : []),
    ...(answer !== undefined && (answer.on < askedOn || answer.on > today) ? [fault('answer.on', 'Give a day between the request and today.')] : []),
    ...(answer !== undefined && withdrawnOn !== undefined ? [fault('withdrawn-on', 'A request is answered or withdrawn, not both.')] : []),
    ...(answer !== undefined && (publicTitle ?? '') === '' ? [fault('public-title', 'Name the document in words that the public may read: it is answered.')] : []),
    ...(isWithheld && answer.ground === undefined ? [fault('answer.ground', 'Give the ground on which it was not given.')] : []),
    ...(isWithheld && (answer.reasons ?? '') === '' ? [fault('answer.reasons', 'Give the written reasons.')] : []),
  ]
}

export const documentRequestsImporter: Importer<App> = {
  what: 'document-requests',
  summary: 'YAML, one document a request of a scrutiny member for a document of the executive, with its answer',
  inExample: ['document-requests/*.yaml'],
  load: (files, app) => importRequests(app, files),
}

/** More than any council has ever been asked. */
const most = 100_000

export const documentRequestsExporter: Exporter<App> = {
  what: 'document-requests',
  summary: 'YAML that the import reads again',
  write: (app) =>
    act(app.context(), { verb: 'requests.export', subject: { kind: 'document-requests', id: 'all' } }, async (tx) => {
      const references = new Map(Array.from(await requestsByReference(tx.reader), ([reference, number]) => [number, reference]))
      const requests = await requestsKept(tx.reader, { limit: most })
      return ok(requests.length === 0 ? [] : [{ name: 'document-requests.yaml', body: writeYaml(requests.toReversed().map((request) => entryOf(request, references.get(request.number)))) }])
    }),
}

function entryOf(request: DocumentRequest, reference: string | undefined): DocumentRequestEntry {
  const { number, body, askedBy, askedOn, document, title, concern, about, purpose, standing, where } = request
  const answer = standing.state === 'waiting' || standing.state === 'withdrawn' ? undefined : { ...standing, ...(where === undefined ? {} : { where }) }
  return {
    reference: reference ?? `request-${number}`,
    body,
    askedBy,
    askedOn,
    document,
    ...(title === undefined ? {} : { publicTitle: title }),
    concern,
    about,
    ...(purpose === undefined ? {} : { purpose }),
    ...(answer === undefined ? {} : { answer }),
    ...(standing.state === 'withdrawn' ? { withdrawnOn: standing.on } : {}),
  }
}
