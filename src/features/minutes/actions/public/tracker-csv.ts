import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { bodyNames } from '#features/bodies'
import { isFinished } from '../clock.ts'
import { trackerPage, whoIsThere, type TrackerEntry } from './read-tracker.ts'
import { readTrackerQuery } from './tracker-query.ts'

/** More than a reader can use in one table; the API gives the rest in pages. */
const mostRows = 5000

const columns = ['reference', 'kind', 'asked by', 'asked on', 'meeting', 'item', 'minute', 'what was asked', 'who must answer', 'state', 'due', 'late', 'last step', 'report'] as const

/** `/recommendations.csv`: the list of the tracker as it is narrowed, up to 5,000 rows, as a table. */
export async function trackerTable(request: PublicRequest): Promise<Answer> {
  const names = await bodyNames(request.read)
  const there = await whoIsThere(request.read)
  const { asked } = readTrackerQuery(request.query, { bodies: new Set([...names.keys(), ...there.bodies]), askedOf: new Set(there.askedOf.keys()) })
  const entries = await trackerPage(request.read, asked, request.today, mostRows)
  const lines = [columns, ...entries.map((entry) => row(entry, request.today))].map((cells) => cells.map(cell).join(','))
  return { kind: 'file', contentType: 'text/csv; charset=utf-8', body: `\u{FEFF}${lines.join('\r\n')}\r\n`, filename: 'recommendations.csv' }
}

function row(entry: TrackerEntry, today: PublicRequest['today']): readonly string[] {
  const isLate = entry.waitsUntil !== undefined && entry.waitsUntil < today && !isFinished(entry.state)
  return [
    String(entry.reference),
    entry.kind,
    entry.bodyName,
    entry.askedOn,
    entry.meeting ?? '',
    String(entry.item ?? ''),
    String(entry.minute ?? ''),
    entry.words,
    entry.askedOf.name,
    entry.state,
    entry.waitsUntil ?? '',
    isLate ? 'yes' : 'no',
    entry.chain.at(-1)?.on ?? entry.askedOn,
    entry.report?.title ?? '',
  ]
}

/** A cell of a table; one that a spreadsheet would take for a formula is set apart. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
