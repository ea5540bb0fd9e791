import { dateOf, londonMoment } from '#core/london-time.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { ImportFile } from '#platform/command/transfer.ts'
import type { Reader } from '#platform/database/database.ts'
import type { YamlEntry } from '#platform/files/yaml-file.ts'
import { readYamlFiles } from '#platform/files/yaml-files.ts'
import { meetingIdOn, meetingInWork, type MeetingsApp } from '#features/meetings'
import { personsNames } from '../../not-a-persons-name.ts'
import { minutesInWork } from '../work/read-minutes.ts'
import { entryFaults } from './entry-faults.ts'
import { minutesEntry, type MinutesEntry } from './minutes-file.ts'
import { fingerprintOf, type PlannedEntry } from './save-entry.ts'
import { saysWhatIsKept } from './says-the-same.ts'
import { headOf } from './still-as-planned.ts'

/** Reads the files, each meeting once, in the order of the days. */
export function readFiles(files: readonly ImportFile[]): Outcome<YamlEntry<MinutesEntry>[]> {
  const { entries, faults } = readYamlFiles(files, minutesEntry)
  const seen = new Set<string>()
  for (const { file, row, value } of entries) {
    const key = `${value.body} on ${value.date}`
    if (seen.has(key)) faults.push({ file, row, field: 'date', found: key, message: 'The minutes of this meeting are given twice. Give them once' })
    seen.add(key)
  }
  return faults.length > 0 ? notLoaded(faults) : ok(entries.toSorted((one, other) => (one.value.date < other.value.date ? -1 : 1)))
}

/** The refusal of a load. */
export function notLoaded(faults: readonly Fault[]) {
  return refuse('invalid', 'The minutes were not loaded, because of what is listed here. Nothing was changed.', faults)
}

/** Which records change something; those that say what is kept already are left out. */
export async function plan(reader: Reader, entries: readonly YamlEntry<MinutesEntry>[], today: LocalDate): Promise<Outcome<PlannedEntry[]>> {
  const faults: Fault[] = []
  const planned: PlannedEntry[] = []
  const namesNobody = await personsNames(reader)
  for (const { file, row, value: entry } of entries) {
    const meeting = await meetingOn(reader, entry.body, entry.date)
    const confirming = entry.confirmed === undefined ? undefined : await meetingOn(reader, entry.body, entry.confirmed.on)
    const wrong: Omit<Fault, 'file' | 'row'>[] = entryFaults(entry, { meeting, confirming: confirming?.items.map(({ number }) => number), today, namesNobody })
    const fingerprint = fingerprintOf(entry)
    const kept = meeting === undefined ? undefined : await headOf(reader, meeting.id)
    if (kept?.fingerprint === fingerprint && kept.edited_at === null) continue
    const circulatedAt = kept?.circulated_at ?? null
    if (kept !== undefined && meeting !== undefined && (await saysWhatIsKept(reader, entry, { meeting: meeting.id, body: entry.body, date: entry.date, circulatedAt }))) continue
    if (kept !== undefined) wrong.push(...keptFaults(entry, kept))
    faults.push(...wrong.map((fault) => ({ file, row, ...fault })))
    if (meeting !== undefined) planned.push({ entry, file, row, meeting, before: await minutesInWork(reader, meeting.id), circulatedAt, fingerprint })
  }
  return faults.length > 0 ? notLoaded(faults) : ok(planned)
}

async function meetingOn(reader: Reader, body: string, date: LocalDate) {
  const id = await meetingIdOn(reader, body, date)
  return id === undefined ? undefined : meetingInWork(reader, id)
}

function keptFaults({ body, date, correction, state }: MinutesEntry, kept: NonNullable<Awaited<ReturnType<typeof headOf>>>): Omit<Fault, 'file' | 'row'>[] {
  const found = `${body} on ${date}`
  if (kept.state === 'confirmed' || kept.state === 'signed') return [{ field: 'date', found, message: 'These minutes are confirmed and stay as they are. What is wrong in them is put right by a resolution of a later meeting' }]
  if (kept.edited_at !== null) return [{ field: 'date', found, message: 'These minutes have been worked on here since they were loaded, and a file would undo that. Leave them out of the file; `export minutes` writes them as they stand' }]
  if (kept.state === 'circulated' && state === 'draft') return [{ field: 'state', found: state, message: 'These minutes are circulated already, and cannot be a draft again' }]
  if (kept.state === 'circulated' && correction === undefined) return [{ field: 'correction', message: 'These minutes are circulated already and this file differs from them. Say in "correction" what the new version corrects' }]
  return []
}

/** Days cannot be later than today: the product's day or, where an example stands in the past, the real one. */
export function latestDay(app: MeetingsApp): LocalDate {
  const [real, product] = [dateOf(londonMoment(app.now().toISOString())), app.context().today]
  return real > product ? real : product
}
