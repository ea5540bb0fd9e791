import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import { namedMembers, publishedBodies, type Body } from '#features/bodies'
import { agendasOf, instantOf, placeFault, type AgendaInCalendar, type MeetingsApp } from '#features/meetings'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import { placed, type FieldFault } from '#platform/files/placed.ts'
import { mergeLoaded } from '#platform/files/merge-loaded.ts'
import { loadedFields, wouldUndo, type LoadedFields } from '#platform/files/since-loaded.ts'
import { writeYaml, type YamlEntry } from '#platform/files/yaml-file.ts'
import { readYamlFiles } from '#platform/files/yaml-files.ts'
import { hyphenated } from '#platform/files/yaml-keys.ts'
import { askerFaults, askerStays } from '../asker-known.ts'
import { personsNames } from '../not-a-persons-name.ts'
import { isAboutWithheld } from './about-withheld.ts'
import { insertQuestion, saveQuestion } from './keep-question.ts'
import type { Question } from './question.ts'
import { aboutOf, entryFaults, entryOf, standingOf, type SaidQuestion } from './question-entries.ts'
import { questionEntry, type QuestionEntry } from './question-file.ts'
import { loadedQuestions, questionKept, questionsKept, referencesOf, type LoadedQuestion } from './read-questions.ts'

type App = Pick<MeetingsApp, 'context' | 'now'>

/**
 * Loads questions that were put from YAML files, all or none. Of one that is here already the file changes what it says anew; what was done here since it was loaded stays, and where both
 * say something else the files are refused. So is a new one that would tell of what is withheld from the public.
 */
async function importQuestions(app: App, files: readonly ImportFile[]): Promise<Outcome<ImportSummary>> {
  const context = app.context()
  const deed = loadingDeed('questions.import', 'questions', files)
  return act(context, deed, async (tx) => {
    const all = await publishedBodies(tx.reader)
    const bodies = new Set(all.map(({ slug }) => slug))
    const read = readEntries(files, bodies, context.today)
    if (!read.ok) return read
    const agendas = await agendasOf(tx.reader, read.value.flatMap(({ value: { body, item } }) => (item === undefined ? [] : [{ body, date: item.date }])))
    const beside = await besideKept(tx.reader, read.value, { bodies, today: context.today, record: { bodies: all, agendas, namesNobody: await personsNames(tx.reader) } })
    if (!beside.ok) return beside
    const accounts = new Map((await namedMembers(tx.reader, context.today)).map(({ name, person }) => [name, person]))
    const at = instantOf(context.today, app.now())
    for (const { entry, kept, loaded } of beside.value) {
      if (kept === undefined) await keepEntry(tx, entry, accounts.get(entry.askedBy), at)
      else if (!(await saveQuestion(tx, questionFrom(entry, kept), at, loaded))) return changedMeanwhile
    }
    return ok({ questions: read.value.length, published: beside.value.length })
  })
}

const changedMeanwhile = refuse('conflict', 'Somebody changed one of these questions at this moment. Nothing was changed: look at what stands, and load the file again.')

interface Beside {
  readonly entry: SaidQuestion
  /** The question that stands; undefined of a new one. */
  readonly kept?: Question
  readonly loaded: LoadedFields
}

interface Known {
  readonly bodies: ReadonlySet<string>
  readonly today: LocalDate
  readonly record: CouncilsRecord
}

/** What the council's record has, beside which a question is held. */
interface CouncilsRecord {
  readonly bodies: readonly Body[]
  readonly agendas: ReadonlyMap<string, AgendaInCalendar>
  readonly namesNobody: Awaited<ReturnType<typeof personsNames>>
}

/** What is to be kept of each entry, those that change nothing left out. Refuses what would undo work that was done here, and what would tell of what is withheld. */
async function besideKept(reader: Reader, entries: readonly YamlEntry<QuestionEntry>[], known: Known): Promise<Outcome<Beside[]>> {
  const standing = await loadedQuestions(reader)
  const faults: Fault[] = []
  const undone: Fault[] = []
  const beside: Beside[] = []
  for (const one of entries) {
    const { source: _source, ...said } = one.value
    const found = standing.get(said.reference)
    const merged = found === undefined ? { record: said, loaded: loadedFields(said), both: [], taken: Object.keys(said) } : mergeWith(said, found)
    if (merged.taken.length === 0 && merged.both.length === 0) continue
    const wrong = merged.both.length > 0 ? [] : entryFaults(merged.record, known.bodies, known.today)
    undone.push(...[...merged.both.map(hyphenated), ...wrong.flatMap(({ field }) => field ?? [])].map((field) => placed(one, { field, found: said.reference, message: wouldUndo('question', 'questions', found?.loaded) })))
    faults.push(...againstRecord(merged.record, found === undefined ? undefined : merged.taken, known.record).map((fault) => placed(one, fault)))
    // One that was put before is looked at when it is saved.
    if (found === undefined && (await isAboutWithheld(reader, { body: merged.record.body, about: aboutOf(merged.record) }))) faults.push(placed(one, { field: said.item === undefined ? 'record.address' : 'item', found: said.reference, message: tells }))
    beside.push({ entry: merged.record, loaded: merged.loaded, ...(found === undefined ? {} : { kept: found.question }) })
  }
  if (faults.length > 0) return refuse('invalid', notLoaded, faults)
  if (undone.length > 0) return refuse('conflict', 'The questions were not loaded, because they were worked on here and the file would undo that. Nothing was changed.', undone)
  return ok(beside.toSorted((one, other) => (one.entry.askedOn < other.entry.askedOn ? -1 : 1)))
}

/** What the council's record says otherwise; of a question that stands here only where the file changes it. */
function againstRecord(said: SaidQuestion, changed: readonly string[] | undefined, { bodies, agendas, namesNobody }: CouncilsRecord): FieldFault[] {
  const isSaid = (...fields: readonly string[]) => changed === undefined || fields.some((field) => changed.includes(field))
  const place = said.item === undefined || !isSaid('body', 'item') ? undefined : placeFault(agendas, { body: said.body, date: said.item.date, item: said.item.number })
  const person = isSaid('answeredBy') ? namesNobody(said.answeredBy) : undefined
  return [
    ...(person === undefined ? [] : [{ field: 'answered-by', found: said.answeredBy, message: `${person}.` }]),
    ...(changed?.includes('askedBy') === true ? [askerStays(said.askedBy)] : isSaid('body', 'askedOn') ? askerFaults(bodies, said) : []),
    ...(place === undefined ? [] : [{ field: place.of === 'date' ? 'item.date' : 'item.number', found: place.of === 'date' ? (said.item?.date ?? '') : String(said.item?.number ?? ''), message: place.message }]),
    ...(said.due < said.askedOn && isSaid('due', 'askedOn') ? [{ field: 'due', found: said.due, message: 'It is to be answered after it was asked. Give a day on or after that.' }] : []),
  ]
}

const notLoaded = 'The questions were not loaded, because of what is listed here. Nothing was changed.'
const tells = 'What this is about is withheld from the public: its item is exempt or confidential, its meeting is private, or its agenda is not published. Leave the question out.'

function mergeWith(said: SaidQuestion, { question, reference, loaded }: LoadedQuestion) {
  const now = entryOf(question, reference)
  if (now === undefined) throw new Error('a question with a reference was put')
  return mergeLoaded(said, now, loaded)
}

function questionFrom(entry: SaidQuestion, kept: Question): Question {
  const { body, askedBy, askedOn, question: text, answeredBy: role, due } = entry
  const person = kept.owner?.role === role && kept.owner.person !== undefined ? { person: kept.owner.person } : {}
  return { ...kept, body, askedBy, askedOn, text, about: aboutOf(entry), owner: { role, due, ...person }, standing: standingOf(entry) }
}

async function keepEntry(tx: Transaction, entry: SaidQuestion, asker: Question['asker'], at: Date): Promise<void> {
  const { reference, body, askedBy, askedOn, question: text } = entry
  const id = await insertQuestion(tx, { body, about: aboutOf(entry), text, askedBy, askedOn, reference, loaded: loadedFields(entry), ...(asker === undefined ? {} : { asker }) })
  const steps: readonly Question['standing'][] = entry.answer === undefined && entry.withdrawnOn === undefined ? [{ state: 'put' }] : [{ state: 'put' }, standingOf(entry)]
  for (const standing of steps) {
    const kept = await questionKept(tx.reader, id)
    if (kept === undefined || !(await saveQuestion(tx, { ...questionFrom(entry, kept), standing }, at))) throw new Error('a question that was just kept is there')
  }
}

function readEntries(files: readonly ImportFile[], bodies: ReadonlySet<string>, today: LocalDate): Outcome<YamlEntry<QuestionEntry>[]> {
  const { entries, faults } = readYamlFiles(files, questionEntry)
  const met = new Set<string>()
  for (const entry of entries) {
    const { value } = entry
    faults.push(...entryFaults(value, bodies, today).map((fault) => placed(entry, fault)))
    if (met.has(value.reference)) faults.push(placed(entry, { field: 'reference', found: value.reference, message: 'Another question has this reference. Give each its own.' }))
    met.add(value.reference)
  }
  return faults.length > 0 ? refuse('invalid', notLoaded, faults) : ok(entries)
}

export const questionsImporter: Importer<App> = {
  what: 'questions',
  summary: 'YAML, one document a question of a member that was put, with its answer',
  inExample: ['questions/*.yaml'],
  load: (files, app) => importQuestions(app, files),
}

/** More than any council has ever been asked. */
const most = 100_000

export const questionsExporter: Exporter<App> = {
  what: 'questions',
  summary: 'YAML that the import reads again: the questions that were put, and are not withheld',
  write: (app) =>
    act(app.context(), { verb: 'questions.export', subject: { kind: 'questions', id: 'all' } }, async (tx) => {
      const references = await referencesOf(tx.reader)
      const questions = await questionsKept(tx.reader, { states: ['put', 'answered', 'withdrawn'], order: 'newest', limit: most })
      const entries = questions.toReversed().flatMap((question) => (question.isWithheld ? [] : (entryOf(question, references.get(question.id)) ?? [])))
      return ok(entries.length === 0 ? [] : [{ name: 'questions.yaml', body: writeYaml(entries) }])
    }),
}
