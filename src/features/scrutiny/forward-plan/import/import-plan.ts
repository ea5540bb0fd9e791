import { ok, type Outcome } from '#core/outcome.ts'
import { countOf } from '#core/count-in-words.ts'
import { act } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import type { FieldFault } from '#platform/files/placed.ts'
import { writeYaml } from '#platform/files/yaml-file.ts'
import type { Reader } from '#platform/database/database.ts'
import { dateOf, londonMoment } from '#core/london-time.ts'
import type { LocalDate } from '#core/dates.ts'
import { publishedBodies } from '#features/bodies'
import { personsNames } from '#features/minutes'
import { instantOf, type MeetingsApp } from '#features/meetings'
import { localSettings } from '#features/rules'
import { deedsPeopleFaults, factsPeopleFaults } from '../entry/named-people.ts'
import { documentAddress, unreadReports, type PlanDocument } from '../entry/plan-document.ts'
import type { PlanEntry } from '../entry/plan-entry.ts'
import { keepPapers, markSet, papersKept, type Paper } from '../papers/keep-papers.ts'
import { allSet, makePapers } from '../papers/set-papers.ts'
import { entriesInWork } from '../store/keep-entry.ts'
import { holdEntries, keepLoaded, standingEntries, type LoadedEntry } from '../store/keep-loaded.ts'
import { besideKept } from './beside-kept.ts'
import { chainFaults } from './chain-faults.ts'
import { filledIn } from './fill-in.ts'
import { notLoaded, readPlan } from './read-plan.ts'

type PlanApp = Pick<MeetingsApp, 'context' | 'now' | 'files' | 'typeset' | 'council'>

/**
 * Loads entries from YAML files, all or none. What is new is added; of what stands, the fields that only the file changed are taken, and what was done here stays.
 * Refused where both changed a field. What the record of a body or a setting gives is filled in where it was left out. Their notices are set as PDF before anything
 * is written; one that cannot be set now is set within the hour.
 */
async function importPlan(app: PlanApp, files: readonly ImportFile[], progress: (line: string) => void): Promise<Outcome<ImportSummary>> {
  const context = app.context()
  const deed = loadingDeed('forward-plan.import', 'forward-plan', files)
  const ahead = context.may(context.actor, deed.verb) ? await papersAhead(app, files, progress) : []
  return act(context, deed, async (tx) => {
    const planned = await plan(tx.reader, app, files, (references) => holdEntries(tx, references))
    if (!planned.ok) return planned
    const { entries, changed } = planned.value
    const at = instantOf(context.today, app.now())
    const kept = await keepLoaded(tx, changed, at)
    if (!kept.ok) return kept
    const references = kept.value.map(({ entry }) => entry.reference)
    await keepPapers(tx, ahead.filter(({ reference }) => references.includes(reference)), at)
    await markSet(tx, allSet(kept.value, await papersKept(tx.reader, references)).map(({ entry, edition }) => ({ reference: entry.reference, edition })))
    const unnamed = changed.map(({ entry }) => entry).filter(isWithoutMembers)
    if (unnamed.length > 0) progress(`the notice of a key decision names the members of the body that decides (SI 2012/2089, regulation 9); give them in decision-maker.members: ${unnamed.map(({ reference }) => reference).join(', ')}`)
    return ok({ planEntries: entries, changed: changed.length, published: references.length, ...(unnamed.length === 0 ? {} : { 'key decisions without the names of members': unnamed.length }) })
  })
}

/** The PDFs of what these files are about to publish, made outside any transaction; none where they will be refused. */
async function papersAhead(app: PlanApp, files: readonly ImportFile[], progress: (line: string) => void): Promise<readonly Paper[]> {
  const { actor, database } = app.context()
  const found = await database.read(actorKey(actor), async (reader): Promise<Outcome<{ entries: PlanEntry[]; kept: ReadonlySet<string> }>> => {
    const planned = await plan(reader, app, files, () => Promise.resolve())
    if (!planned.ok) return planned
    const entries = planned.value.changed.map(({ entry }) => entry)
    return ok({ entries, kept: await papersKept(reader, entries.map(({ reference }) => reference)) })
  })
  if (!found.ok) return []
  const { entries, kept } = found.value
  if (entries.length > 0) progress(`setting the notices of ${countOf(entries.length, 'entries')}`)
  const made = await makePapers(app, entries, kept)
  return made.ok ? made.value : []
}

/** What is to be saved of the files, beside what stands. */
async function plan(reader: Reader, app: PlanApp, files: readonly ImportFile[], hold: (references: readonly string[]) => Promise<void>): Promise<Outcome<{ readonly entries: number; readonly changed: readonly LoadedEntry[] }>> {
  const { today } = app.context()
  const bodies = new Map((await publishedBodies(reader)).map((body) => [body.slug, body]))
  const read = readPlan(files, { bodies, latest: latestDay(app) })
  if (!read.ok) return read
  const sources = { bodies, local: await localSettings(reader) }
  const known = { bodies: [...bodies.values()], namesPerson: await personsNames(reader) }
  const references = read.value.map(({ value }) => value.reference)
  await hold(references)
  const standing = await standingEntries(reader, references)
  const whyUnread = await unreadReports(reader, read.value.flatMap(({ value }) => value.documents))
  const beside = read.value.map((entry) => {
    const stands = standing.get(entry.value.reference)
    return besideKept({ ...entry, value: filledIn(entry.value, stands?.entry, sources) }, stands, today, (one) => [...chainFaults(one, { ...sources, latest: latestDay(app) }), ...factsPeopleFaults(one, one.noticed ?? one.expected.from, known), ...deedsPeopleFaults(one, known), ...documentFaults(one, whyUnread)])
  })
  const faults = beside.flatMap((one) => one.faults)
  return faults.length > 0 ? notLoaded(faults, 'conflict') : ok({ entries: references.length, changed: beside.flatMap(({ save }) => save ?? []) })
}

function documentFaults({ documents }: PlanEntry, whyUnread: (document: PlanDocument) => string | undefined): FieldFault[] {
  return documents.flatMap((document, place) => {
    const message = whyUnread(document)
    return message === undefined ? [] : [{ field: `documents[${place + 1}].address`, found: documentAddress(document) ?? '', message }]
  })
}

function isWithoutMembers({ key, noticed, decisionMaker }: PlanEntry): boolean {
  return key !== 'not-key' && noticed !== undefined && decisionMaker.kind === 'body' && decisionMaker.members.length === 0
}

/** Nothing has happened after today: the product's day or, where an example stands in the past, the real one. */
function latestDay(app: PlanApp): LocalDate {
  const [real, product] = [dateOf(londonMoment(app.now().toISOString())), app.context().today]
  return real > product ? real : product
}

export const planImporter: Importer<PlanApp> = {
  what: 'forward-plan',
  summary: 'YAML, one document an entry: what is to be decided, its notices, the decision and what became of it',
  inExample: ['forward-plan/*.yaml'],
  load: (files, app, progress) => importPlan(app, files, progress),
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
