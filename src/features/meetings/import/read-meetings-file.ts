import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { ImportFile } from '#platform/command/transfer.ts'
import { readYaml, type YamlEntry } from '#platform/files/yaml-file.ts'
import { countClearWorkingDays } from '#features/rules'
import { clearDaysAsked } from '../record/clear-days.ts'
import { meetingEntry, type MeetingEntry } from '../record/meetings-file.ts'
import { readAppendix, readReport } from './paper-file.ts'
import { fingerprintOf, isDraftAgenda, type MeetingDraft, type PaperDraft, type PaperText } from '../record/meeting-draft.ts'

/**
 * Reads the files of the `meetings` import with the papers beside them. Refuses a meeting given twice, a body that is not held,
 * item numbers out of order, times that run backwards, a report for an item that is "to follow", and an agenda issued later than
 * five clear working days before the meeting without the chair's reason (Local Government Act 1972 s100B), or issued after `today`. An
 * agenda that was not issued is a draft while its meeting is planned; of a draft a report that is "to follow" may have been begun.
 */
export async function readMeetingsFiles(files: readonly ImportFile[], bodies: ReadonlySet<string>, today: LocalDate): Promise<Outcome<MeetingDraft[]>> {
  const faults: Fault[] = []
  const found: { entry: YamlEntry<MeetingEntry>; file: ImportFile }[] = []
  for (const file of files) {
    const text = file.text()
    const read = text.ok ? readYaml(file.name, text.value, meetingEntry) : text
    if (read.ok) found.push(...read.value.map((entry) => ({ entry, file })))
    else faults.push(...faultsOf(read.refusal, file))
  }
  if (found.length === 0 && faults.length === 0) return refuse('invalid', 'There is no meeting in what was given. Give a file with at least one.')
  faults.push(...repeated(found.map((one) => one.entry)), ...found.flatMap(({ entry }) => entryFaults(entry, bodies, today)))
  const drafts: MeetingDraft[] = []
  for (const { entry, file } of found) {
    const papers = await readPapers(entry, file)
    if (papers.ok) drafts.push({ entry: entry.value, papers: papers.value, fingerprint: fingerprintOf(entry.value, papers.value) })
    else faults.push(...faultsOf(papers.refusal, file))
  }
  if (faults.length > 0) return refuse('invalid', 'The meetings were not loaded, because of what is listed here. Nothing was changed.', faults)
  return ok(drafts)
}

function faultsOf(refusal: { readonly message: string; readonly faults: readonly Fault[] }, file: ImportFile): readonly Fault[] {
  return refusal.faults.length > 0 ? refusal.faults : [{ file: file.name, message: refusal.message }]
}

function repeated(entries: readonly YamlEntry<MeetingEntry>[]): Fault[] {
  const seen = new Map<string, YamlEntry<MeetingEntry>>()
  return entries.flatMap((entry) => {
    const key = `${entry.value.body} on ${entry.value.date}`
    const first = seen.get(key)
    if (first === undefined) seen.set(key, entry)
    return first === undefined ? [] : [fault(entry, 'date', key, `This meeting is given already in ${first.file}, row ${first.row}. Give each meeting once.`)]
  })
}

function entryFaults(entry: YamlEntry<MeetingEntry>, bodies: ReadonlySet<string>, today: LocalDate): Fault[] {
  const { body, items, issued } = entry.value
  return [
    ...(bodies.has(body) ? [] : [fault(entry, 'body', body, 'No body has this address word. Load the body first, or correct the word.')]),
    ...items.flatMap((item, index) => itemFaults(entry, item, index)),
    ...(issued === undefined ? [] : issueFaults(entry, issued, today)),
    ...(items.length > 0 && issued === undefined && !isDraftAgenda(entry.value)
      ? [fault(entry, 'issued', undefined, 'Give the day on which this agenda was issued. The agenda of a meeting that is "planned" is a draft, and needs none.')]
      : []),
  ]
}

function itemFaults(entry: YamlEntry<MeetingEntry>, item: MeetingEntry['items'][number], index: number): Fault[] {
  const where = `items[${index + 1}]`
  const before = entry.value.items[index - 1]
  return [
    ...(before !== undefined && item.number <= before.number ? [fault(entry, `${where}.number`, String(item.number), `Items go up in number; the one before is ${before.number}.`)] : []),
    ...(item.timing !== undefined && item.timing.to < item.timing.from ? [fault(entry, `${where}.timing`, `${item.timing.from} to ${item.timing.to}`, 'This ends before it begins.')] : []),
    ...(item.publicVersion !== undefined && item.exempt === undefined && !item.confidential && item.released === undefined
      ? [fault(entry, `${where}.public-version`, item.publicVersion, 'Only an exempt or confidential item has a version for the public beside its report. Take it out, or say why the report is withheld.')]
      : []),
    ...(item.toFollow && item.report !== undefined && !isDraftAgenda(entry.value) ? [fault(entry, `${where}.report`, item.report, 'An item is either "to follow" or has its report. Take one out.')] : []),
  ]
}

function issueFaults(entry: YamlEntry<MeetingEntry>, issued: LocalDate, today: LocalDate): Fault[] {
  const { date, lateReason } = entry.value
  if (issued > today) return [fault(entry, 'issued', issued, 'This day is still to come: an agenda is public as soon as it is loaded. Load it on the day it is issued.')]
  if (issued > date) return [fault(entry, 'issued', issued, `An agenda is issued before its meeting (${date}).`)]
  const days = countClearWorkingDays(issued, date)
  if (!days.ok || days.value >= clearDaysAsked || !entry.value.public || lateReason !== undefined) return []
  return [fault(entry, 'late-reason', undefined, `The agenda was issued ${days.value} clear working days before the meeting; the law asks for ${clearDaysAsked}. Give the chair's reason for urgency.`)]
}

function fault(entry: YamlEntry<MeetingEntry>, field: string, found: string | undefined, message: string): Fault {
  return { file: entry.file, row: entry.row, field, message, ...(found === undefined ? {} : { found }) }
}

async function readPapers(entry: YamlEntry<MeetingEntry>, file: ImportFile): Promise<Outcome<PaperDraft[]>> {
  const papers: PaperDraft[] = []
  const faults: Fault[] = []
  const read = async (field: string, name: string, reader: typeof readReport): Promise<PaperText | undefined> => {
    const beside = await file.beside(name)
    if (!beside.ok) {
      faults.push(fault(entry, field, name, beside.refusal.faults[0]?.message ?? beside.refusal.message))
      return undefined
    }
    const text = await reader(beside.value)
    if (text.ok) return text.value
    faults.push(...faultsOf(text.refusal, file))
    return undefined
  }
  for (const [at, item] of entry.value.items.entries()) {
    const where = `items[${at + 1}]`
    if (item.report !== undefined) {
      const text = await read(`${where}.report`, item.report, readReport)
      if (text !== undefined) papers.push({ id: `item-${item.number}-report`, item: item.number, kind: 'report', title: text.title, fileName: item.report, text })
    }
    if (item.publicVersion !== undefined) {
      const text = await read(`${where}.public-version`, item.publicVersion, readReport)
      if (text !== undefined) papers.push({ id: `item-${item.number}-public-version`, item: item.number, kind: 'report', title: text.title, fileName: item.publicVersion, text, isPublicVersion: true })
    }
    for (const [index, appendix] of item.appendices.entries()) {
      const text = appendix.file === undefined ? undefined : await read(`${where}.appendices[${index + 1}].file`, appendix.file, readAppendix)
      papers.push({
        id: `item-${item.number}-appendix-${index + 1}`,
        item: item.number,
        kind: 'appendix',
        title: appendix.title,
        ...(appendix.note === undefined ? {} : { note: appendix.note }),
        ...(text === undefined || appendix.file === undefined ? {} : { fileName: appendix.file, text }),
      })
    }
  }
  return faults.length > 0 ? refuse('invalid', `The papers of ${file.name} cannot be read as they stand.`, faults) : ok(papers)
}
