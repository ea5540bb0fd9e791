import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { ImportFile } from '#platform/command/transfer.ts'
import type { QuotedMarks } from '#platform/documents/quoted.ts'
import { readYaml, type YamlEntry } from '#platform/files/yaml-file.ts'
import { countClearWorkingDays } from '#features/rules'
import { clearDaysAsked } from '../record/clear-days.ts'
import { appendixNumbers, meetingEntry, type MeetingEntry } from '../record/meetings-file.ts'
import { fingerprintOf, isDraftAgenda, type MeetingDraft } from '../record/meeting-draft.ts'
import { fault, faultsOf } from './entry-faults.ts'
import { afterwards } from './not-turned-back.ts'
import { readPapers } from './read-papers.ts'

/** A meeting as its files say it. */
export interface MeetingFromFiles extends MeetingDraft {
  /** The content of the documents that are kept beside the pack. */
  readonly documents: readonly Uint8Array[]
  /** Names the row of a field of its record. */
  readonly faultAt: YamlEntry<MeetingEntry>['faultAt']
}

/**
 * Reads the files of the `meetings` import with the papers beside them. Refuses a meeting given twice, a body that is not held,
 * item numbers out of order, times that run backwards, and an agenda issued later than five clear working days before the meeting
 * without the chair's reason (Local Government Act 1972 s100B), or issued after `today`, and what could only have been recorded after `today`. An agenda that was not issued is a draft while
 * its meeting is planned. A report that is "to follow" may have been begun. Marks of figures in what is to be published stand for what `quote` finds, and are words where it is left out.
 */
export async function readMeetingsFiles(files: readonly ImportFile[], bodies: ReadonlySet<string>, today: LocalDate, quote?: Quote): Promise<Outcome<MeetingFromFiles[]>> {
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
  const drafts: MeetingFromFiles[] = []
  for (const { entry, file } of found) {
    const read = await papersQuoting(entry, file, quote)
    if (read.ok) drafts.push({ entry: entry.value, faultAt: entry.faultAt, ...read.value, fingerprint: fingerprintOf(entry.value, read.value.papers) })
    else faults.push(...faultsOf(read.refusal, file))
  }
  if (faults.length > 0) return refuse('invalid', 'The meetings were not loaded, because of what is listed here. Nothing was changed.', faults)
  return ok(drafts)
}

/** The marks of these texts with what they stand for. */
export type Quote = (texts: readonly string[]) => Promise<QuotedMarks>

/** The papers of a meeting; where they quote figures they are read once more, with what is published of these. */
async function papersQuoting(entry: YamlEntry<MeetingEntry>, file: ImportFile, quote: Quote | undefined): ReturnType<typeof readPapers> {
  const read = await readPapers(entry, file)
  if (!read.ok || quote === undefined || isDraftAgenda(entry.value)) return read
  const quoted = await quote(read.value.papers.map(({ text }) => text?.markdown ?? ''))
  return quoted.size === 0 ? read : readPapers(entry, file, quoted)
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
    ...toComeFaults(entry, today),
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
    ...appendixNumbers(item).flatMap((number, at, all) => {
      const last = all[at - 1]
      return last !== undefined && number <= last ? [fault(entry, `${where}.appendices[${at + 1}].number`, String(number), `Appendices go up in number; the one before is ${last}.`)] : []
    }),
  ]
}

/** A meeting is held, and adjourned, on its day; a decision is recorded once it is taken. */
function toComeFaults(entry: YamlEntry<MeetingEntry>, today: LocalDate): Fault[] {
  const { date, status, items } = entry.value
  const isTooEarly = date > today && (status === 'adjourned' || afterwards.includes(status))
  const decisions = items.flatMap(({ withheld, released }, index) => [
    { field: `items[${index + 1}].withheld.decided-on`, day: withheld?.decidedOn },
    { field: `items[${index + 1}].released.decided-on`, day: released?.decidedOn },
  ])
  return [
    ...(isTooEarly ? [fault(entry, 'status', status, `This meeting is still to come (${date}). Give "planned" or "agenda-published", or correct its day.`)] : []),
    ...decisions.flatMap(({ field, day }) => (day !== undefined && day > today ? [fault(entry, field, day, 'This day is still to come. Give the day of the decision, once it is taken.')] : [])),
  ]
}

function issueFaults(entry: YamlEntry<MeetingEntry>, issued: LocalDate, today: LocalDate): Fault[] {
  const { date, lateReason, resumedFrom } = entry.value
  if (issued > today) return [fault(entry, 'issued', issued, 'This day is still to come: an agenda is public as soon as it is loaded. Load it on the day it is issued.')]
  if (issued > date) return [fault(entry, 'issued', issued, `An agenda is issued before its meeting (${date}).`)]
  // It takes up the agenda of the day on which it was adjourned.
  if (resumedFrom !== undefined) return []
  const days = countClearWorkingDays(issued, date)
  if (!days.ok || days.value >= clearDaysAsked || !entry.value.public || lateReason !== undefined) return []
  return [fault(entry, 'late-reason', undefined, `The agenda was issued ${days.value} clear working days before the meeting; the law asks for ${clearDaysAsked}. Give the chair's reason for urgency.`)]
}
