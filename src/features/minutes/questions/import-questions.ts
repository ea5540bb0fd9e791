import { basename } from 'node:path'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { bodyNames, namedMembers } from '#features/bodies'
import { instantOf, type MeetingsApp } from '#features/meetings'
import type { Transaction } from '#platform/database/database.ts'
import type { Exporter, ImportFile, Importer, ImportSummary } from '#platform/command/transfer.ts'
import { readYaml, writeYaml, type YamlEntry } from '#platform/files/yaml-file.ts'
import { readAnswer } from './answering-form.ts'
import { isAddress } from './asking-form.ts'
import { insertQuestion, saveQuestion } from './keep-question.ts'
import type { About, Question } from './question.ts'
import { questionEntry, type QuestionEntry } from './question-file.ts'
import { questionKept, questionsKept, referencesOf } from './read-questions.ts'

type App = Pick<MeetingsApp, 'context' | 'now'>

/** Loads questions that were put from YAML files, all or none. One that is here already is left as it is: from then on the site keeps it. */
async function importQuestions(app: App, files: readonly ImportFile[]): Promise<Outcome<ImportSummary>> {
  const context = app.context()
  const deed = { verb: 'questions.import', subject: { kind: 'questions', id: files.map((file) => basename(file.name)).join(', ').slice(0, 500) } }
  return act(context, deed, async (tx) => {
    const read = readEntries(files, new Set((await bodyNames(tx.reader)).keys()), context.today)
    if (!read.ok) return read
    const known = new Set((await referencesOf(tx.reader)).values())
    const fresh = read.value.filter(({ reference }) => !known.has(reference)).toSorted((one, other) => (one.askedOn < other.askedOn ? -1 : 1))
    const accounts = new Map((await namedMembers(tx.reader, context.today)).map(({ name, person }) => [name, person]))
    for (const entry of fresh) await keepEntry(tx, entry, accounts.get(entry.askedBy), instantOf(context.today, app.now()))
    return ok({ questions: fresh.length })
  })
}

async function keepEntry(tx: Transaction, entry: QuestionEntry, asker: Question['asker'], at: Date): Promise<void> {
  const { reference, body, askedBy, askedOn, question: text, answeredBy: role, due, answer } = entry
  const about = aboutOf(entry)
  const id = await insertQuestion(tx, { body, about, text, askedBy, askedOn, reference, ...(asker === undefined ? {} : { asker }) })
  const kept = await questionKept(tx.reader, id)
  if (kept === undefined) throw new Error('a question that was just kept is there')
  const put: Question = { ...kept, owner: { role, due }, standing: { state: 'put' } }
  await saveQuestion(tx, put, at)
  if (answer === undefined) return
  const numbered = await questionKept(tx.reader, id)
  const read = readAnswer({ answer: answer.text, correction: '' }, put)
  if (numbered === undefined || !read.ok) throw new Error('an answer was read before it was kept')
  await saveQuestion(tx, { ...numbered, standing: { state: 'answered', text: read.value.text, on: answer.on, by: role } }, at, read.value.blocks)
}

function aboutOf({ item, record }: QuestionEntry): About {
  if (item !== undefined) return { kind: 'item', date: item.date, item: item.number, title: item.title }
  return { kind: 'record', words: record?.words ?? '', ...(record?.address === undefined || record.address === '' ? {} : { address: record.address }) }
}

function readEntries(files: readonly ImportFile[], bodies: ReadonlySet<string>, today: LocalDate): Outcome<QuestionEntry[]> {
  const entries: YamlEntry<QuestionEntry>[] = []
  const faults: Fault[] = []
  for (const file of files) {
    const text = file.text()
    const read = text.ok ? readYaml(file.name, text.value, questionEntry) : text
    if (read.ok) entries.push(...read.value)
    else faults.push(...read.refusal.faults)
  }
  const references = entries.map(({ value }) => value.reference)
  for (const [index, entry] of entries.entries()) {
    faults.push(...entryFaults(entry, bodies, today))
    if (references.indexOf(entry.value.reference) < index) faults.push({ file: entry.file, row: entry.row, field: 'reference', found: entry.value.reference, message: 'Another question has this reference. Give each its own.' })
  }
  if (faults.length > 0) return refuse('invalid', 'The questions were not loaded, because of what is listed here. Nothing was changed.', faults)
  return ok(entries.map(({ value }) => value))
}

function entryFaults({ file, row, value }: YamlEntry<QuestionEntry>, bodies: ReadonlySet<string>, today: LocalDate): Fault[] {
  const { body, askedOn, item, record, answer } = value
  const fault = (field: string, message: string): Fault => ({ file, row, field, message })
  const answered = answer === undefined ? undefined : readAnswer({ answer: answer.text, correction: '' }, { standing: { state: 'put' } })
  return [
    ...(bodies.has(body) ? [] : [fault('body', 'No body has this address word. Load that body first, or correct the word.')]),
    ...(askedOn > today ? [fault('asked-on', 'This day is still to come. Give the day on which it was asked.')] : []),
    ...((item === undefined) === (record === undefined) ? [fault('item', 'A question is about one thing: give an item or a record.')] : []),
    ...(isAddress(record?.address ?? '') ? [] : [fault('record.address', 'Give an address of this site that begins with one slash, or leave it out.')]),
    ...(answer !== undefined && (answer.on < askedOn || answer.on > today) ? [fault('answer.on', 'Give a day between the question and today.')] : []),
    ...(answered?.ok === false ? answered.refusal.faults.map(({ message }) => fault('answer.text', message)) : []),
  ]
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
  summary: 'YAML that the import reads again: the questions that were put and stand',
  write: (app) =>
    act(app.context(), { verb: 'questions.export', subject: { kind: 'questions', id: 'all' } }, async (tx) => {
      const references = await referencesOf(tx.reader)
      const questions = await questionsKept(tx.reader, { states: ['put', 'answered'], order: 'newest', limit: most })
      return ok(questions.length === 0 ? [] : [{ name: 'questions.yaml', body: writeYaml(questions.toReversed().flatMap((question) => entryOf(question, references.get(question.id)))) }])
    }),
}

function entryOf({ number, body, askedBy, askedOn, about, text, owner, standing }: Question, reference: string | undefined): QuestionEntry[] {
  if (owner === undefined) return []
  const target = about.kind === 'item' ? { item: { date: about.date, number: about.item, title: about.title } } : { record: { words: about.words, ...(about.address === undefined ? {} : { address: about.address }) } }
  const answer = standing.state === 'answered' ? { answer: { on: standing.on, text: standing.text } } : {}
  return [{ reference: reference ?? `question-${number ?? 0}`, body, askedBy, askedOn, ...target, question: text, answeredBy: owner.role, due: owner.due, ...answer }]
}
