import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { csvFile } from '#platform/documents/tables/csv.ts'
import { bodyNames } from '#features/bodies'
import { inventionWords } from '../action-words.ts'
import { daysAnsweredLate, isLate } from '../clock.ts'
import { trackerPage, whoIsThere, type TrackerEntry } from './read-tracker.ts'
import { trackerListPage } from './tracker-page.ts'
import { readTrackerQuery } from './tracker-query.ts'

/** More than a reader can use in one table; the API gives the rest in pages. */
const mostRows = 5000

const headings = ['reference', 'kind', 'asked by', 'asked on', 'meeting', 'item', 'minute', 'what was asked', 'who must answer', 'state', 'due', 'late', 'answered late by days', 'last step', 'report', 'record', 'source'] as const

/** `/recommendations.csv`: the list of the tracker as it is narrowed, up to 5,000 rows, as a table; where it was asked for in words that cannot be understood, the page that says so. */
export async function trackerTable(request: PublicRequest): Promise<Answer> {
  const names = await bodyNames(request.read)
  const there = await whoIsThere(request.read)
  const { asked, faults } = readTrackerQuery(request.query, { bodies: new Set([...names.keys(), ...there.bodies]), askedOf: new Set(there.askedOf.keys()) })
  // A table of everything would be taken for the one that was asked for.
  if (faults.length > 0) return trackerListPage(request)
  const entries = await trackerPage(request.read, asked, request.today, mostRows)
  return { kind: 'file', contentType: 'text/csv; charset=utf-8', body: csvFile({ headings, rows: entries.map((entry) => row(entry, request.today)) }), filename: 'recommendations.csv' }
}

function row(entry: TrackerEntry, today: PublicRequest['today']): readonly string[] {
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
    isLate(entry.waitsUntil, today) ? 'yes' : 'no',
    String(daysAnsweredLate(entry.chain) || ''),
    entry.chain.at(-1)?.on ?? entry.askedOn,
    entry.report?.title ?? '',
    entry.invented === undefined ? 'Of record' : inventionWords[entry.invented],
    entry.source ?? '',
  ]
}
