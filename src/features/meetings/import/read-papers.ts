import { given } from '#core/given.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { ImportFile } from '#platform/command/transfer.ts'
import type { QuotedMarks } from '#platform/documents/quoted.ts'
import type { YamlEntry } from '#platform/files/yaml-file.ts'
import type { PaperDraft } from '../record/meeting-draft.ts'
import { appendixNumbers, type EntryItem, type MeetingEntry } from '../record/meetings-file.ts'
import { readDocument } from './document-file.ts'
import { fault, faultsOf } from './entry-faults.ts'
import { readAppendix, readReport } from './paper-file.ts'

interface PapersRead {
  readonly papers: readonly PaperDraft[]
  /** The content of the documents that are kept beside the pack. */
  readonly documents: readonly Uint8Array[]
}

/** Reads a file beside the meeting's, by the field that names it; undefined, with a fault, where it cannot be read. */
type Beside = <Read>(field: string, name: string, reader: (file: ImportFile) => Promise<Outcome<Read>>) => Promise<Read | undefined>

/** Reads the papers that a meeting's record names, from the folder of its file. In what is to be published, marks of figures are read as `quoted` has them. */
export async function readPapers(entry: YamlEntry<MeetingEntry>, file: ImportFile, quoted?: QuotedMarks): Promise<Outcome<PapersRead>> {
  const faults: Fault[] = []
  const beside: Beside = async (field, name, reader) => {
    const found = await file.beside(name)
    if (!found.ok) {
      faults.push(fault(entry, field, name, found.refusal.faults[0]?.message ?? found.refusal.message))
      return undefined
    }
    const read = await reader(found.value)
    if (!read.ok) faults.push(...faultsOf(read.refusal, found.value))
    return read.ok ? read.value : undefined
  }
  const papers: PaperDraft[] = []
  const documents: Uint8Array[] = []
  for (const [at, item] of entry.value.items.entries()) {
    const where = `items[${at + 1}]`
    papers.push(...(await reportsOf(item, where, beside, quoted)))
    for (const { paper, document } of await appendicesOf(item, where, beside, quoted)) {
      papers.push(paper)
      if (document !== undefined) documents.push(document)
    }
  }
  return faults.length > 0 ? refuse('invalid', `The papers of ${file.name} cannot be read as they stand.`, faults) : ok({ papers, documents })
}

async function reportsOf(item: EntryItem, where: string, beside: Beside, quoted: QuotedMarks | undefined): Promise<PaperDraft[]> {
  const named = [
    // A report that is to follow is still being written: what it quotes may be published by then.
    { part: 'report', name: item.report, quoted: item.toFollow ? undefined : quoted },
    { part: 'public-version', name: item.publicVersion, quoted, isPublicVersion: true as const },
  ]
  const papers: PaperDraft[] = []
  for (const { part, name, quoted: marks, isPublicVersion } of named) {
    const text = name === undefined ? undefined : await beside(`${where}.${part}`, name, (file) => readReport(file, marks))
    if (text !== undefined) papers.push({ id: `item-${item.number}-${part}`, item: item.number, kind: 'report', title: text.title, ...given('fileName', name), text, ...given('isPublicVersion', isPublicVersion) })
  }
  return papers
}

async function appendicesOf(item: EntryItem, where: string, beside: Beside, quoted: QuotedMarks | undefined): Promise<{ paper: PaperDraft; document?: Uint8Array }[]> {
  const numbers = appendixNumbers(item)
  const found: { paper: PaperDraft; document?: Uint8Array }[] = []
  for (const [index, { title, file, attachment, note }] of item.appendices.entries()) {
    const field = `${where}.appendices[${index + 1}]`
    const text = file === undefined ? undefined : await beside(`${field}.file`, file, (appendix) => readAppendix(appendix, quoted))
    const document = attachment === undefined ? undefined : await beside(`${field}.attachment`, attachment, readDocument)
    const paper: PaperDraft = {
      id: `item-${item.number}-appendix-${numbers[index]}`,
      item: item.number,
      kind: 'appendix',
      title,
      ...given('note', note),
      ...(text === undefined ? {} : { ...given('fileName', file), text }),
      ...given('attachment', document?.attachment),
    }
    found.push({ paper, ...given('document', document?.bytes) })
  }
  return found
}
